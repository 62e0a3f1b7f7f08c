import { randomId } from '../accounts/ids';
import type { Env } from '../env';
import { postSigned } from '../outbound/signed';
import { callable } from './hooks';

const PATIENCE = 10_000;

/** Calls a hook with a test, signed like any other call. @returns what came of it, in words; null where there is no such hook */
export async function tryHook(env: Env, store: string, id: string): Promise<{ ok: boolean; message: string } | null> {
  const now = Date.now();
  const hook = await callable(env, store, id, now);
  if (!hook) return null;
  const event = { id: `test_${randomId()}`, type: 'test', timestamp: new Date(now).toISOString(), store };
  const posted = await postSigned(env, hook, event.id, JSON.stringify(event), PATIENCE);
  if (posted.is === 'taken') return { ok: true, message: 'The test arrived.' };
  if (posted.is === 'status') return { ok: false, message: `The address answered with an error (${posted.status}).` };
  if (posted.is === 'no_answer') {
    return { ok: false, message: 'The address could not be reached, or did not answer within 10 seconds.' };
  }
  return {
    ok: false,
    message: 'This address cannot be called. It has to be public, and must not redirect elsewhere.',
  };
}
