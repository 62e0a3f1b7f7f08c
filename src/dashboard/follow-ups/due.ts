import { day, sameDay, time } from '../parts/format';
import { common } from '../words/en/common';
import { followUps } from '../words/en/follow-ups';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "Due in 2 h", "Due since 09:00"; empty where it never falls due. */
export function dueWords(dueAt: number | null, now: number): string {
  if (dueAt === null) return '';
  const left = dueAt - now;
  const date = day(dueAt, now);
  if (left <= 0 && sameDay(dueAt, now)) return followUps.dueSince({ time: time(dueAt) });
  if (left <= 0)
    return followUps.dueSinceDay({ day: date === common.yesterday ? followUps.yesterday : date, time: time(dueAt) });
  // Told too late is worse than told too early: what is left is rounded down.
  if (left < HOUR) return followUps.dueInMinutes({ n: Math.max(1, Math.floor(left / MINUTE)) });
  if (left < 24 * HOUR) return followUps.dueInHours({ n: Math.floor(left / HOUR) });
  return followUps.dueOn({ day: date, time: time(dueAt) });
}

export const isDue = (dueAt: number | null, now: number): boolean => dueAt !== null && dueAt <= now;

interface Listed {
  dueAt: number | null;
  /** Put off, or set for a time: nobody waits for it until then. */
  later: boolean;
}

/** What is due first, the longest due at the top; then what is owed, as it came; then what is for later, the soonest first. */
export function byDue<T extends Listed>(list: readonly T[], now: number): T[] {
  const soonest = (a: T, b: T) => (a.dueAt ?? 0) - (b.dueAt ?? 0);
  const due = list.filter(({ dueAt }) => isDue(dueAt, now));
  const rest = list.filter(({ dueAt }) => !isDue(dueAt, now));
  return [
    ...due.sort(soonest),
    ...rest.filter(({ later }) => !later),
    ...rest.filter(({ later }) => later).sort(soonest),
  ];
}

/** How many call for somebody now. */
export const callingIn = (list: readonly Listed[], now: number): number =>
  list.filter(({ later, dueAt }) => !later || isDue(dueAt, now)).length;
