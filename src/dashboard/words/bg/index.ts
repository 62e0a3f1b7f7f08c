/** Bulgarian, whole: one file, loaded where it is spoken. */

export { changes } from './changes';
export { chat } from './chat';
export { common } from './common';
export { composer } from './composer';
export { errors } from './errors';
export { events } from './events';
export { facts } from './facts';
export { followUps } from './follow-ups';
export { forecast } from './forecast';
export { history } from './history';
export { hooks } from './hooks';
export { inbox } from './inbox';
export { keys } from './keys';
export { labels } from './labels';
export { news } from './news';
export { paper } from './paper';
export { passingOn } from './passing-on';
export { people } from './people';
export { profile } from './profile';
export { secondStep } from './second-step';
export { shell } from './shell';
export { story } from './story';
export { testing } from './testing';
