import { day, sameDay, time } from '../parts/format';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "Due in 2 h", "Due since 09:00"; empty where it never falls due. */
export function dueWords(dueAt: number | null, now: number): string {
  if (dueAt === null) return '';
  const left = dueAt - now;
  const date = day(dueAt, now);
  if (left <= 0)
    return `Due since ${sameDay(dueAt, now) ? '' : `${date === 'Yesterday' ? 'yesterday' : date}, `}${time(dueAt)}`;
  // Told too late is worse than told too early: what is left is rounded down.
  if (left < HOUR) return `Due in ${Math.max(1, Math.floor(left / MINUTE))} min`;
  return left < 24 * HOUR ? `Due in ${Math.floor(left / HOUR)} h` : `Due ${date}, ${time(dueAt)}`;
}

export const isDue = (dueAt: number | null, now: number): boolean => dueAt !== null && dueAt <= now;

/** What is due first, the longest due at the top; the rest as it came. */
export function byDue<T extends { dueAt: number | null }>(list: readonly T[], now: number): T[] {
  const due = list.filter(({ dueAt }) => isDue(dueAt, now));
  const rest = list.filter(({ dueAt }) => !isDue(dueAt, now));
  return [...due.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0)), ...rest];
}
