import { conversationStub } from '../../conversation/door';
import type { Env } from '../../env';
import type { MailTarget } from './contract';
import type { Thread } from './reply-address';

/** The conversation's object, as mail calls it. */
export const mailTarget = (env: Env, { store, conversation }: Thread): MailTarget =>
  conversationStub(env, store, conversation);
