import { conversationStub } from '../../conversation/door';
import type { Env } from '../../env';
import type { MailTarget } from './contract';
import type { Thread } from './reply-address';

/** The conversation's object, as mail calls it. It has these calls; by its own type everything it is made of would come along. */
export const mailTarget = (env: Env, { store, conversation }: Thread): MailTarget =>
  conversationStub(env, store, conversation) as unknown as MailTarget;
