/** Bulgarian, whole: one file, loaded where it is spoken. */
export { common } from './common';
export { errors } from './errors';
export { forecast } from './forecast';
export { inbox } from './inbox';
export { keys } from './keys';
export { labels } from './labels';
export { news } from './news';
export { shell } from './shell';
