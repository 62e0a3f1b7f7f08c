import './sound';
import style from './more.css?inline';

export { Menu } from './menu';
export { Over } from './over';

// Constructed: the panel's policy knows no inline style.
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
