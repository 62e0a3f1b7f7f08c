import { encryptNotification } from '@block65/webcrypto-web-push';
import { secretOf } from '../../accounts/readiness';
import type { Env } from '../../env';
import { guardedFetch, Unreachable } from '../../outbound/fetch';
import { within } from '../../outbound/patience';
import { retryAfter } from '../../outbound/retry-after';
import { vapid } from './vapid';

/** One message to one browser, through the push service that it chose (RFC 8030), which cannot read it (RFC 8291). */

export interface PushAddress {
  endpoint: string;
  p256dh: string;
  auth: string;
}

export interface PushMessage {
  text: string;
  /** Seconds for which it is worth delivering to a browser that is asleep. */
  ttl: number;
  /** `high` wakes a phone that saves its battery. */
  urgency: 'normal' | 'high';
  /** A later message of the same topic takes the place of an earlier one that has not arrived: 32 characters of base64url. */
  topic: string;
}

export type PushResult =
  | { is: 'sent' }
  /** The browser has ended its subscription. */
  | { is: 'gone' }
  /** `after`: the wait in ms that the service asked for. */
  | { is: 'retry'; after: number | null }
  /** Another try would end the same. */
  | { is: 'refused'; status: number | null };

const TIMEOUT = 10_000;

/**
 * Never throws.
 * @param contact a URL of ours
 */
export async function sendPush(
  env: Env,
  { endpoint, p256dh, auth }: PushAddress,
  { text, ttl, urgency, topic }: PushMessage,
  contact: string,
): Promise<PushResult> {
  const subscription = { endpoint, expirationTime: null, keys: { p256dh, auth } };
  const now = Date.now();
  try {
    // Filled up to 4,096 bytes, as the library offers, some services take none: they send it on in base64.
    const body = await encryptNotification(subscription, new TextEncoder().encode(text), { pad: false });
    const headers = {
      authorization: await vapid(secretOf(env), endpoint, contact, now),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(ttl),
      urgency,
      topic,
    };
    return await within(TIMEOUT, (signal) => post(env, endpoint, { method: 'POST', headers, body, signal }));
  } catch {
    return { is: 'refused', status: null };
  }
}

async function post(env: Env, endpoint: string, init: RequestInit): Promise<PushResult> {
  const answer = await guardedFetch(env, endpoint, init).catch((error: unknown) => error);
  if (!(answer instanceof Response)) {
    return answer instanceof Unreachable ? { is: 'refused', status: null } : { is: 'retry', after: null };
  }
  await answer.body?.cancel();
  const { status } = answer;
  if (answer.ok) return { is: 'sent' };
  if (status === 404 || status === 410) return { is: 'gone' };
  if (status === 408 || status === 429 || status >= 500) {
    return { is: 'retry', after: retryAfter(answer.headers.get('retry-after'), Date.now()) };
  }
  return { is: 'refused', status };
}
