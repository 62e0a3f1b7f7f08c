import type { Env } from '../../env';
import { guardedFetch, Unreachable } from '../../outbound/fetch';
import { within } from '../../outbound/patience';
import type { BotEvent } from '../../protocol/bot';
import type { Bot, BotFailure } from './bot';

/** One call of the merchant's own bot, signed by Standard Webhooks. It takes the call at once and answers later. */

const PATIENCE = 5_000;
/** Of what the bot asks for, no more: somebody waits. */
const LONGEST_WAIT = 10_000;

export type Called =
  | { is: 'taken' }
  /** `again`: whether it is worth another try; `after`: milliseconds, where the bot said so. */
  | { is: 'failed'; failure: Omit<BotFailure, 'at'>; again: boolean; after?: number };

/** @param id the same for every try of one event */
export async function callBot(env: Env, bot: Bot, id: string, event: BotEvent): Promise<Called> {
  const { Webhook } = await import('standardwebhooks');
  const body = JSON.stringify(event);
  const sent = new Date();
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Baton',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sent.getTime() / 1_000)),
    'webhook-signature': bot.secrets.map((secret) => new Webhook(secret).sign(id, sent, body)).join(' '),
  };
  try {
    const answer = await within(PATIENCE, (signal) =>
      guardedFetch(env, bot.url, { method: 'POST', headers, body, signal }),
    );
    // Only its status says something, and an unread body keeps a connection.
    await answer.body?.cancel();
    if (answer.ok) return { is: 'taken' };
    const { status } = answer;
    const after = retryAfter(answer.headers.get('retry-after'));
    return {
      is: 'failed',
      failure: { why: 'status', status },
      // 410: "do not call me any more" (Standard Webhooks).
      again: status !== 410,
      ...(after !== null && { after }),
    };
  } catch (error) {
    const refused = error instanceof Unreachable;
    return { is: 'failed', failure: { why: refused ? 'refused_address' : 'no_answer' }, again: !refused };
  }
}

/** Seconds only: a date is as good as none here. */
function retryAfter(header: string | null): number | null {
  const seconds = header === null || !/^\d{1,6}$/.test(header) ? null : Number(header);
  return seconds === null ? null : Math.min(seconds * 1_000, LONGEST_WAIT);
}
