import { retryAfter } from '../outbound/retry-after';
import type { Posted } from '../outbound/signed';
import type { HookFailure } from '../protocol/hooks';

/** What becomes of a try. Pure but for the jitter, which is passed in. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Waits between tries: a receiver that is down over a weekend still gets everything. About three days in all. */
const WAITS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
const LONGEST = 24 * HOUR;
/** A hook to which nothing got through for so long is switched off. */
export const FAILING_TOO_LONG = 5 * 24 * HOUR;

export type Verdict =
  | { is: 'taken' }
  | { is: 'again'; after: number; failure: Omit<HookFailure, 'at'> }
  /** Another try would end the same, or there were enough. `gone`: it asks never to be called again. */
  | { is: 'given_up'; gone: boolean; failure: Omit<HookFailure, 'at'> };

/**
 * @param tries that failed before this one
 * @param jitter 0–1: no two receivers are called again at the same moment
 */
export function verdictOn(posted: Posted, tries: number, now: number, jitter: number): Verdict {
  if (posted.is === 'taken') return posted;
  const failure = failureOf(posted);
  const wait = WAITS[tries];
  if (!isWorthIt(posted) || wait === undefined) {
    return { is: 'given_up', gone: posted.is === 'status' && posted.status === 410, failure };
  }
  const asked = posted.is === 'status' ? (retryAfter(posted.after, now) ?? 0) : 0;
  return { is: 'again', after: Math.round(Math.min(Math.max(asked, wait), LONGEST) * (1 + jitter / 5)), failure };
}

/** A time-out, a fault of the receiver's, a receiver that is busy, and a name that cannot be resolved just now. */
function isWorthIt(posted: Exclude<Posted, { is: 'taken' }>): boolean {
  if (posted.is === 'no_answer') return true;
  if (posted.is === 'refused') return posted.why === 'unknown_name';
  return posted.status >= 500 || posted.status === 408 || posted.status === 425 || posted.status === 429;
}

export function failureOf(posted: Exclude<Posted, { is: 'taken' }>): Omit<HookFailure, 'at'> {
  if (posted.is === 'status') return { why: 'status', status: posted.status };
  return { why: posted.is === 'refused' ? 'refused_address' : 'no_answer' };
}
