import type { Interval } from '../domain/calendar';
import type { StoreSettings } from './schema';

const DAY = 24 * 60;

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
