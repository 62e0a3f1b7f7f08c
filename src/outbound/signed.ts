import { type Guarded, guardedFetch, Unreachable } from './fetch';
import { within } from './patience';

/** One call of an address that a merchant gave, signed by Standard Webhooks (https://www.standardwebhooks.com). */

/** Where to, and with what: every one of the secrets signs. */
export interface Signed {
  url: string;
  secrets: readonly string[];
}

export type Posted =
  | { is: 'taken' }
  /** `after`: what `Retry-After` said, where it said something. */
  | { is: 'status'; status: number; after: string | null }
  | { is: 'no_answer' }
  /** Nothing was sent. */
  | { is: 'refused'; why: Unreachable['why'] };

/**
 * Never throws.
 * @param id the same for every try
 * @param ms how long an answer is waited for; only its status is looked at
 */
export async function postSigned(
  env: Guarded,
  { url, secrets }: Signed,
  id: string,
  body: string,
  ms: number,
): Promise<Posted> {
  const { Webhook } = await import('standardwebhooks');
  const sent = new Date();
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Baton',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sent.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, sent, body)).join(' '),
  };
  try {
    const answer = await within(ms, (signal) => guardedFetch(env, url, { method: 'POST', headers, body, signal }));
    // An unread body keeps a connection.
    await answer.body?.cancel();
    if (answer.ok) return { is: 'taken' };
    return { is: 'status', status: answer.status, after: answer.headers.get('retry-after') };
  } catch (error) {
    return error instanceof Unreachable ? { is: 'refused', why: error.why } : { is: 'no_answer' };
  }
}
