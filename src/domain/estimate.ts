/** How long the team takes to pick up. Times are epoch milliseconds. */

/** One handoff that somebody took. */
export interface PickUp {
  requestedAt: number;
  assignedAt: number;
}

const MINUTE = 60_000;
/** Only what says something about today: the newest ones, of the last days. */
export const MOST = 20;
export const WITHIN = 30 * 24 * 60 * MINUTE;
/** With fewer, a figure would be a guess. */
const LEAST = 3;
const CAP = 30;

/**
 * The median wait over the last 20 assigned handoffs of the last 30 days, in whole minutes rounded up, at most 30.
 * @returns null with fewer than three
 */
export function estimate(pickUps: readonly PickUp[], now: number): number | null {
  const waits = pickUps
    .filter(({ assignedAt }) => now - assignedAt <= WITHIN)
    .sort((a, b) => b.assignedAt - a.assignedAt)
    .slice(0, MOST)
    .map(({ requestedAt, assignedAt }) => assignedAt - requestedAt)
    .sort((a, b) => a - b);
  if (waits.length < LEAST) return null;
  const middle = waits.length / 2;
  const median = ((waits[Math.ceil(middle) - 1] ?? 0) + (waits[Math.floor(middle)] ?? 0)) / 2;
  return Math.min(CAP, Math.max(1, Math.ceil(median / MINUTE)));
}
