import '../../widget/tokens.css';
import './parts/base.css';
import './parts/parts.css';
import './parts/controls.css';
import './shell/frame.css';
import './shell/rail.css';
import './desk/queue.css';
import './conversation/talk.css';
import './conversation/message.css';
import './conversation/story.css';
import './composer/composer.css';
import './conversation/facts.css';
import './parts/dialog.css';
import './settings/settings.css';
import './settings/alerts.css';
import './shell/narrow.css';
import './conversation/narrow.css';
import { render } from 'preact';
import { beginEarly } from './session/early';
import { App } from './shell/app';
import { speakOwn } from './words/language';

beginEarly();
const root = document.getElementById('app');
// In another language its words come first, beside the session and the desk’s socket.
if (root) void speakOwn().then(() => render(<App />, root));
