import type { ErrorBody, ErrorCode } from '../../src/errors';
import type { SessionAnswer } from '../../src/protocol/customer';

/** Milliseconds: a request that a phone slept through would hold up all others. */
const WITHIN = 10_000;

export type Session = { ok: true; answer: SessionAnswer } | { ok: false; code: ErrorCode | 'offline' };

/**
 * Asks for a token. A valid one of the same store keeps its conversation and is renewed; else a new one is minted.
 * @param anew another conversation all the same
 * @param identity the shop's own token for its customer
 * @returns a refusal by its code; `offline` where no answer came
 */
export async function openSession(
  store: string,
  token: string | undefined,
  anew?: boolean,
  identity?: string,
): Promise<Session> {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (token) headers.set('authorization', `Bearer ${token}`);
  try {
    const signal = AbortSignal.timeout(WITHIN);
    const response = await fetch('/widget/session', {
      method: 'POST',
      headers,
      signal,
      body: JSON.stringify({ store, anew, identity }),
    });
    const body: unknown = await response.json();
    if (response.ok) return isAnswer(body) ? { ok: true, answer: body } : { ok: false, code: 'unavailable' };
    return { ok: false, code: (body as Partial<ErrorBody> | null)?.error?.code ?? 'unavailable' };
  } catch {
    return { ok: false, code: 'offline' };
  }
}

const isAnswer = (body: unknown): body is SessionAnswer => {
  const { token, conversation, store } = (body ?? {}) as Partial<SessionAnswer>;
  return typeof token === 'string' && typeof conversation === 'string' && typeof store?.name === 'string';
};
