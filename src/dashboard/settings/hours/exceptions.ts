import type { StoreSettings } from '../../../settings/schema';
import { hours } from '../../words/en/hours';
import { dateIn } from './dates';

/** Closures and special days as one list, as the page shows them. */

export type Closure = StoreSettings['closures'][number];
export type SpecialDay = StoreSettings['specialDays'][number];
export type Exception = { is: 'closed'; at: number; day: Closure } | { is: 'special'; at: number; day: SpecialDay };
type Tables = Pick<StoreSettings, 'closures' | 'specialDays'>;

const beginOf = (one: Exception) => (one.is === 'closed' ? one.day.from : one.day.date);

/** One-off ones by date, then those of every year by theirs. */
export function exceptionsOf({ closures, specialDays }: Tables): Exception[] {
  const all: Exception[] = [
    ...closures.map((day, at) => ({ is: 'closed' as const, at, day })),
    ...specialDays.map((day, at) => ({ is: 'special' as const, at, day })),
  ];
  const key = (one: Exception) => (one.day.yearly ? `~${beginOf(one).slice(5)}` : beginOf(one));
  return all.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

export function without(tables: Tables, gone: Exception): Tables {
  const { closures, specialDays } = tables;
  return gone.is === 'closed'
    ? { closures: closures.filter((_, at) => at !== gone.at), specialDays }
    : { closures, specialDays: specialDays.filter((_, at) => at !== gone.at) };
}

/** "24–27 Dec", "10–23 Aug 2026", "28 Dec 2026 – 3 Jan 2027". */
export function whenOf(one: Exception): string {
  const [from, to] = one.is === 'closed' ? [one.day.from, one.day.to] : [one.day.date, one.day.date];
  const year = one.day.yearly ? {} : { year: 'numeric' as const };
  const last = dateIn(to, { day: 'numeric', month: 'short', ...year });
  const same = one.day.yearly ? from.slice(5) === to.slice(5) : from === to;
  if (same) return last;
  if (from.slice(5, 7) === to.slice(5, 7) && (one.day.yearly || from.slice(0, 4) === to.slice(0, 4))) {
    return `${dateIn(from, { day: 'numeric' })}–${last}`;
  }
  const sameYear = one.day.yearly || from.slice(0, 4) === to.slice(0, 4);
  return `${dateIn(from, { day: 'numeric', month: 'short', ...(sameYear ? {} : year) })} – ${last}`;
}

export const nameOf = (one: Exception): string =>
  one.day.name || (one.is === 'closed' ? hours.closure : hours.specialDay);

/** "Closed", or the hours. */
export const hoursOf = (one: Exception): string =>
  one.is === 'closed' || one.day.intervals.length === 0
    ? hours.closed
    : one.day.intervals.map(({ opens, closes }) => `${opens}–${closes}`).join(', ');
