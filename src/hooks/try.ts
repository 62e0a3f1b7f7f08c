import { randomId } from '../accounts/ids';
import type { Env } from '../env';
import { postSigned } from '../outbound/signed';
import type { HookFailure } from '../protocol/hooks';
import { callable } from './hooks';
import { failureOf } from './tries';

const PATIENCE = 10_000;

/** What came of a test. */
export type Tried = { ok: true } | ({ ok: false } & Omit<HookFailure, 'at'>);

/** Calls a hook with a test, signed like any other call. @returns what came of it; null where there is no such hook */
export async function tryHook(env: Env, store: string, id: string): Promise<Tried | null> {
  const now = Date.now();
  const hook = await callable(env, store, id, now);
  if (!hook) return null;
  const event = { id: `test_${randomId()}`, type: 'test', timestamp: new Date(now).toISOString(), store };
  const posted = await postSigned(env, hook, event.id, JSON.stringify(event), PATIENCE);
  return posted.is === 'taken' ? { ok: true } : { ok: false, ...failureOf(posted) };
}
