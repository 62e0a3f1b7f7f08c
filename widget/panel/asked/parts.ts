import english from '../../locales/later/en.json';
import { learn } from '../words';
import style from './parts.css?inline';

export { ByEmail } from './by-email';
export { Choices } from './choices';
export { Leave, LongerWords, ThanksWords } from './leave';
export { Rating } from './rating';

learn(english);

// Constructed: the panel's policy knows no inline style.
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
