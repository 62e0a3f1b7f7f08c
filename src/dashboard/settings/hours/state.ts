import type { ComponentChild } from 'preact';
import { Temporal } from 'temporal-polyfill';
import { type Calendar, closingTime, isAlwaysOpen, isOpen, nextOpening } from '../../../domain/calendar';
import { hours } from '../../words/en/hours';
import { momentIn } from './dates';

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

const clockOf = (at: number, zone: string) => momentIn(zone, at, { hour: '2-digit', minute: '2-digit' });

/** In the store's own time: "Open now until 18:00", "Closed. Opens tomorrow at 09:00". @param b sets what it is */
export function sentence(state: State, now: number, zone: string, b: (is: ComponentChild) => ComponentChild) {
  if (state.is === 'always') return hours.alwaysOpen({ b });
  const at = changesAt(state);
  const open = state.is === 'open';
  if (at === null) return open ? hours.openNow({ b }) : hours.closedFromNowOn({ b });
  const time = clockOf(at, zone);
  const { days } = datesOf(zone, at, now);
  if (open && days === 1 && time === '00:00') return hours.untilMidnight({ b });
  const edge = open ? 'until' : 'opens';
  if (days <= 0) return hours[edge]({ b, time });
  if (days === 1) return hours[`${edge}Tomorrow`]({ b, time });
  return days < 7
    ? hours[`${edge}Weekday`]({ b, time, day: momentIn(zone, at, { weekday: 'long' }) })
    : hours[`${edge}Date`]({ b, time, day: momentIn(zone, at, { day: 'numeric', month: 'long' }) });
}

/** For the narrow line below a store's name, in the reader's own time: "Open until 18:00", "Closed, opens Mon 09:00". */
export function shortly(state: State, now: number, zone: string, clock: (at: number) => string): string {
  if (state.is === 'always' || (state.is === 'open' && state.until === null)) {
    return state.is === 'always' ? hours.short.always : hours.short.open;
  }
  const at = changesAt(state);
  if (at === null) return hours.short.closed;
  const { days } = datesOf(zone, at, now);
  const edge = state.is === 'open' ? 'until' : 'opens';
  if (days === 0) return hours.short[edge]({ time: clock(at) });
  const day = momentIn(zone, at, days < 7 ? { weekday: 'short' } : { day: 'numeric', month: 'short' });
  return hours.short[`${edge}Day`]({ day, time: clock(at) });
}

/** What a customer reads after the away message, in the store's time; null where no opening is planned. */
export function openingWords(calendar: Calendar, now: number): string | null {
  const closes = isOpen(calendar, now) ? closingTime(calendar, now) : now;
  const opens = closes === null ? null : nextOpening(calendar, closes);
  if (closes === null || opens === null) return null;
  const zone = calendar.timeZone;
  const { days } = datesOf(zone, opens, closes);
  const weekday = momentIn(zone, opens, { weekday: 'long' });
  const time = clockOf(opens, zone);
  if (days === 0) return hours.customer.today({ time });
  if (days === 1) return hours.customer.tomorrow({ weekday, time });
  return hours.customer.on({ weekday, time, date: momentIn(zone, opens, { day: 'numeric', month: 'long' }) });
}
