import { app } from './app';
import type { Env } from './env';

export { Conversation } from './conversation/conversation';
export { Desk } from './desk/desk';

export default {
  fetch: app.fetch,
  /** Answers by email. What reads them is loaded when one comes. */
  async email(message, env) {
    const { receive } = await import('./channels/mail/inbound');
    await receive(message, env);
  },
} satisfies ExportedHandler<Env>;
