import '../../../widget/tokens.css';
import '../parts/base.css';
import '../parts/parts.css';
import '../parts/controls.css';
import './try.css';
import { render } from 'preact';
import { speakOwn } from '../words/language';
import { Played } from './played';
import { ShopPage } from './shop-page';

const [, , store = ''] = location.pathname.split('/');
const played = new Played(store);
const root = document.getElementById('shop');
if (root) void speakOwn().then(() => render(<ShopPage played={played} />, root));
void played.begin();
