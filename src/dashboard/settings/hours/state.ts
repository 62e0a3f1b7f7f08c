import { Temporal } from 'temporal-polyfill';
import { type Calendar, closingTime, isAlwaysOpen, isOpen, nextOpening } from '../../../domain/calendar';

/** Whether a store is open, until when, and how to say it. */

export type State =
  | { is: 'always' }
  /** `until`: null where no end is in sight. */
  | { is: 'open'; until: number | null }
  | { is: 'closed'; opens: number | null };

export function stateAt(calendar: Calendar, now: number): State {
  if (!isOpen(calendar, now)) return { is: 'closed', opens: nextOpening(calendar, now) };
  const exceptions = calendar.closures.length + calendar.specialDays.length;
  if (isAlwaysOpen(calendar) && exceptions === 0) return { is: 'always' };
  return { is: 'open', until: closingTime(calendar, now) };
}

/** When this must be worked out again, epoch ms; null: not by the passing of time alone. */
export const changesAt = (state: State): number | null =>
  state.is === 'open' ? state.until : state.is === 'closed' ? state.opens : null;

const datesOf = (zone: string, at: number, now: number) => {
  const there = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const then = there(at);
  return { then, days: there(now).toPlainDate().until(then.toPlainDate(), { largestUnit: 'days' }).days };
};

const named = (at: number, zone: string, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...how, timeZone: zone }).format(at);

/** "today", "tomorrow", "Friday", "24 December". */
function dayWords(at: number, now: number, zone: string): string {
  const { days } = datesOf(zone, at, now);
  if (days <= 1) return days === 1 ? 'tomorrow' : 'today';
  return days < 7 ? named(at, zone, { weekday: 'long' }) : named(at, zone, { day: 'numeric', month: 'long' });
}

const clockOf = (at: number, zone: string) => named(at, zone, { hour: '2-digit', minute: '2-digit' });

/** In the store's own time: "Open now" and " until 18:00"; "Closed." and " Opens tomorrow at 09:00". */
export function sentence(state: State, now: number, zone: string): { head: string; rest: string } {
  if (state.is === 'always') return { head: 'Always open', rest: '' };
  if (state.is === 'closed') {
    const { opens } = state;
    return {
      head: 'Closed.',
      rest:
        opens === null ? ' No opening is planned.' : ` Opens ${dayWords(opens, now, zone)} at ${clockOf(opens, zone)}`,
    };
  }
  const { until } = state;
  if (until === null) return { head: 'Open now', rest: '' };
  const clock = clockOf(until, zone);
  const { days } = datesOf(zone, until, now);
  if (days === 1 && clock === '00:00') return { head: 'Open now', rest: ' until midnight' };
  return {
    head: 'Open now',
    rest: days === 0 ? ` until ${clock}` : ` until ${dayWords(until, now, zone)} at ${clock}`,
  };
}

/** For the narrow line below a store's name, in the reader's own time: "Open until 18:00", "Closed, opens Mon 09:00". */
export function shortly(state: State, now: number, zone: string, clock: (at: number) => string): string {
  if (state.is === 'always' || (state.is === 'open' && state.until === null)) {
    return state.is === 'always' ? 'Always open' : 'Open';
  }
  const at = changesAt(state);
  if (at === null) return 'Closed';
  const { days } = datesOf(zone, at, now);
  const day =
    days === 0 ? '' : `${named(at, zone, days < 7 ? { weekday: 'short' } : { day: 'numeric', month: 'short' })} `;
  return `${state.is === 'open' ? 'Open until' : 'Closed, opens'} ${day}${clock(at)}`;
}

/** What a customer reads after the away message, in English and the store's time; null where no opening is planned. */
export function openingWords(calendar: Calendar, now: number): string | null {
  const closes = isOpen(calendar, now) ? closingTime(calendar, now) : now;
  const opens = closes === null ? null : nextOpening(calendar, closes);
  if (closes === null || opens === null) return null;
  const zone = calendar.timeZone;
  const { days } = datesOf(zone, opens, closes);
  const weekday = named(opens, zone, { weekday: 'long' });
  const at = clockOf(opens, zone);
  if (days === 0) return `We open today at ${at}.`;
  if (days === 1) return `We open tomorrow, ${weekday}, at ${at}.`;
  return `We open on ${weekday}, ${named(opens, zone, { day: 'numeric', month: 'long' })}, at ${at}.`;
}
