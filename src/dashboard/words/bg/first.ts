/** What the first paint of an inbox and a chat says. */

export { errors } from '../../../words/bg/errors';
export { chat } from './chat';
export { common } from './common';
export { composer } from './composer';
export { events } from './events';
export { facts } from './facts';
export { followUps } from './follow-ups';
export { inbox } from './inbox';
export { labels } from './labels';
export { news } from './news';
export { passingOn } from './passing-on';
export { settings } from './settings';
export { shell } from './shell';
export { story } from './story';
