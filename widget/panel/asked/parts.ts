import '../said/beside';
import said from '../said/said.css?inline';
import asked from './parts.css?inline';

export { findLinks } from '../links';
export { Below, NewLine, Staff } from '../said/below';
export { Status, Way } from '../said/dock';
export { EventLine } from '../said/events';
export { Thinking, TypingWords } from '../said/thinking';
export { ByEmail } from './by-email';
export { Choices } from './choices';
export { Rating } from './rating';

// Constructed: the panel's policy knows no inline style.
const sheet = new CSSStyleSheet();
sheet.replaceSync(said + asked);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
