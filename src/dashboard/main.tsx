import '../../widget/tokens.css';
import './parts/base.css';
import './parts/parts.css';
import './parts/controls.css';
import './shell/frame.css';
import './desk/queue.css';
import './conversation/talk.css';
import './conversation/story.css';
import './conversation/composer.css';
import './conversation/facts.css';
import './parts/dialog.css';
import './settings/settings.css';
import './shell/narrow.css';
import './conversation/narrow.css';
import { render } from 'preact';
import { App } from './shell/app';

const root = document.getElementById('app');
if (root) render(<App />, root);
