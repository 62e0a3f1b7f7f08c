import type { Env } from '../../env';
import { postSigned, type Signed } from '../../outbound/signed';
import type { BotEvent } from '../../protocol/bot';
import type { BotFailure } from './bot';

/** One call of the merchant's own bot, signed by Standard Webhooks. It takes the call at once and answers later. */

const PATIENCE = 5_000;
/** Of what the bot asks for, no more: somebody waits. */
const LONGEST_WAIT = 10_000;

export type Called =
  | { is: 'taken' }
  /** `again`: whether it is worth another try; `after`: milliseconds, where the bot said so. */
  | { is: 'failed'; failure: Omit<BotFailure, 'at'>; again: boolean; after?: number };

/** @param id the same for every try of one event */
export async function callBot(env: Env, bot: Signed, id: string, event: BotEvent): Promise<Called> {
  const posted = await postSigned(env, bot, id, JSON.stringify(event), PATIENCE);
  if (posted.is === 'taken') return posted;
  if (posted.is === 'no_answer') return { is: 'failed', failure: { why: 'no_answer' }, again: true };
  if (posted.is === 'refused') return { is: 'failed', failure: { why: 'refused_address' }, again: false };
  const { status } = posted;
  const after = retryAfter(posted.after);
  return {
    is: 'failed',
    failure: { why: 'status', status },
    // 410: "do not call me any more" (Standard Webhooks).
    again: status !== 410,
    ...(after !== null && { after }),
  };
}

/** Seconds only: a date is as good as none here. */
function retryAfter(header: string | null): number | null {
  const seconds = header === null || !/^\d{1,6}$/.test(header) ? null : Number(header);
  return seconds === null ? null : Math.min(seconds * 1_000, LONGEST_WAIT);
}
