import { app } from './app';

export { Conversation } from './conversation/conversation';
export { Desk } from './desk/desk';

export default { fetch: app.fetch };
