import type { Interval } from '../../../domain/calendar';
import { MOST_A_DAY, minutesOf, overlapping } from '../../../settings/overlap';
import { hours } from '../../words/en/hours';
import { readTime } from './typing';

/** A store's week in the making: what is typed may not be a time yet. */

export type Week = readonly (readonly Interval[])[];

const FULL_DAY = 24 * 60;

/** What can be read of a day, in order; the rest is left out. */
export const readable = (day: readonly Interval[]): Interval[] =>
  day
    .flatMap(({ opens, closes }) => {
      const from = readTime(opens, 'opens');
      const to = readTime(closes, 'closes');
      return from && to ? [{ opens: from, closes: to }] : [];
    })
    .sort((a, b) => minutesOf(a).from - minutesOf(b).from);

/** What is wrong with one interval, by its place in the day. */
export interface Fault {
  at: number;
  edge: 'opens' | 'closes' | 'both';
  words: string;
}

export function faultsOf(day: readonly Interval[]): Fault[] {
  const unread = day.flatMap((interval, at): Fault[] =>
    (['opens', 'closes'] as const).flatMap((edge) =>
      readTime(interval[edge], edge) ? [] : [{ at, edge, words: hours.typeTime }],
    ),
  );
  if (unread.length > 0) return unread;
  const clear = day.map(({ opens, closes }) => ({
    opens: readTime(opens, 'opens') ?? opens,
    closes: readTime(closes, 'closes') ?? closes,
  }));
  return overlapping(clear).map((at) => ({
    at,
    edge: 'both',
    words: hours.overlap,
  }));
}

const time = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;

const HOUR = 60;

/** What comes to mind next for a day: nine to six, or an hour after the last, or before the first. Null where it is full. */
export function nextInterval(day: readonly Interval[]): Interval | null {
  if (day.length >= MOST_A_DAY) return null;
  const spans = readable(day).map(minutesOf);
  const [first] = spans;
  if (!first) return day.length === 0 ? { opens: '09:00', closes: '18:00' } : null;
  const after = Math.max(...spans.map(({ to }) => to)) + HOUR;
  if (after < FULL_DAY) return { opens: time(after), closes: time(Math.min(after + 4 * HOUR, FULL_DAY)) };
  const before = first.from - HOUR;
  return before > 0 ? { opens: time(Math.max(0, before - 4 * HOUR)), closes: time(before) } : null;
}

/** A day's hours, for other days too. */
export const copyDay = (week: Week, from: number, to: readonly number[]): Interval[][] =>
  week.map((day, at) => (to.includes(at) ? [...(week[from] ?? [])] : [...day]));

export const replaceDay = (week: Week, at: number, day: readonly Interval[]): Interval[][] =>
  week.map((old, i) => [...(i === at ? day : old)]);

export interface Bar {
  /** Minutes of the day that is shown. */
  from: number;
  to: number;
  /** Which interval of the day; null: the tail of the night before. */
  interval: number | null;
}

/** What a day's track shows, the tail of the night before included. */
export function barsOf(week: Week, day: number): Bar[] {
  const mine = (week[day] ?? []).flatMap((interval, at): Bar[] => {
    const [clear] = readable([interval]);
    if (!clear) return [];
    const { from, to } = minutesOf(clear);
    return [{ from, to: Math.min(to, FULL_DAY), interval: at }];
  });
  const tails = readable(week[(day + 6) % 7] ?? []).flatMap((interval): Bar[] => {
    const over = minutesOf(interval).to - FULL_DAY;
    return over > 0 ? [{ from: 0, to: over, interval: null }] : [];
  });
  return [...tails, ...mine];
}

export const isOvernight = (interval: Interval): boolean => {
  const [clear] = readable([interval]);
  return clear !== undefined && minutesOf(clear).to > FULL_DAY;
};

/** `HH:MM` of a minute of the day, to the quarter. */
export function quarter(minute: number, edge: 'opens' | 'closes'): string {
  const least = edge === 'opens' ? 0 : 15;
  const most = edge === 'opens' ? FULL_DAY - 15 : FULL_DAY;
  const at = Math.min(most, Math.max(least, Math.round(minute / 15) * 15));
  return time(at);
}
