import type { Interval } from '../domain/calendar';
import type { StoreSettings } from './schema';

const DAY = 24 * 60;

/** Open intervals of one day: any number that a shop could mean, one for each hour. */
export const MOST_A_DAY = 24;

const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Minutes since the midnight at which its day begins; what passes midnight ends after 1440. */
export function minutesOf({ opens, closes }: Interval): { from: number; to: number } {
  const from = minuteOf(opens);
  const to = minuteOf(closes);
  return { from, to: to <= from ? to + DAY : to };
}

/** The places of intervals of one day that share time with another of that day. Touching is not sharing. */
export function overlapping(intervals: readonly Interval[]): number[] {
  const spans = intervals.map(minutesOf);
  return spans.flatMap((a, i) => (spans.some((b, j) => i !== j && a.from < b.to && b.from < a.to) ? [i] : []));
}

/** Whether a weekday or a special day says the same hours twice. */
export const hoursOverlap = ({ week, specialDays }: Pick<StoreSettings, 'week' | 'specialDays'>): boolean =>
  [...week, ...specialDays.map((day) => day.intervals)].some((intervals) => overlapping(intervals).length > 0);

type Closure = Pick<StoreSettings['closures'][number], 'from' | 'to' | 'yearly'>;

/** The days that a closure takes; of a yearly one in a year that has them all, and twice where it passes the turn of the year. */
function spansOf({ from, to, yearly }: Closure): { from: string; to: string }[] {
  if (!yearly) return [{ from, to }];
  const [first, last] = [from.slice(5), to.slice(5)];
  return first <= last
    ? [{ from: first, to: last }]
    : [
        { from: first, to: '12-31' },
        { from: '01-01', to: last },
      ];
}

/**
 * Whether two closures take the same day. One of every year and one of a single year may: a long vacation has a holiday in
 * it.
 */
export const closuresMeet = (a: Closure, b: Closure): boolean =>
  a.yearly === b.yearly && spansOf(a).some((x) => spansOf(b).some((y) => x.from <= y.to && y.from <= x.to));

export const closuresOverlap = ({ closures }: Pick<StoreSettings, 'closures'>): boolean =>
  closures.some((one, i) => closures.slice(i + 1).some((other) => closuresMeet(one, other)));
