import { randomId } from '../../accounts/ids';
import type { Env } from '../../env';
import { readyBot } from './bot';
import { callBot } from './call';

/** Calls a store's bot with a test, signed like any other call. @returns what came of it, in words for the merchant */
export async function tryBot(env: Env, store: string): Promise<{ ok: boolean; message: string }> {
  const now = Date.now();
  const bot = await readyBot(env, store, now);
  if (!bot) return { ok: false, message: 'Save an address and make a signing secret first.' };
  const event = { type: 'test', timestamp: new Date(now).toISOString(), data: { store } } as const;
  const called = await callBot(env, bot, `test-${randomId()}`, event);
  if (called.is === 'taken') return { ok: true, message: 'Your bot took the test.' };
  const { why, status } = called.failure;
  if (why === 'status') return { ok: false, message: `Your bot answered with an error (${status}).` };
  if (why === 'refused_address') {
    return {
      ok: false,
      message: 'This address cannot be called. It has to be public, and must not redirect elsewhere.',
    };
  }
  return { ok: false, message: 'Your bot could not be reached, or did not answer within 5 seconds.' };
}
