import { Temporal } from 'temporal-polyfill';
import { type Calendar, closingTime, closureAt, isAlwaysOpen, nextOpening } from '../../../domain/calendar';

/** What a calendar comes to, day by day: the next two weeks, and a month to look at. */

export interface DayAhead {
  /** `YYYY-MM-DD` in the store's zone. */
  date: string;
  /** What begins on this day, as wall times; a night ends on the next. Empty: closed. */
  hours: { opens: string; closes: string }[];
  mark: Mark;
  /** What the closure or special day is called. */
  name: string;
}

/** Why a day is as it is. `weekly`: closed every week. */
export type Mark = 'closed' | 'special' | 'weekly' | 'usual';

const DAY = 24 * 60 * 60_000;

/** The two weeks that begin with the day on which `now` falls. */
export function twoWeeks(calendar: Calendar, now: number): DayAhead[] {
  const zone = calendar.timeZone;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const dates = Array.from({ length: 14 }, (_, days) => today.add({ days }));
  const begins = dates.map((date) => date.toZonedDateTime(zone).epochMilliseconds);
  const end = today.add({ days: 14 }).toZonedDateTime(zone).epochMilliseconds;
  // From yesterday on, so that the night before is known as what it is.
  const spans = spansBetween(calendar, today.subtract({ days: 1 }).toZonedDateTime(zone).epochMilliseconds, end);
  const clock = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(zone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' });
  return dates.map((date, i) => {
    const from = begins[i] ?? now;
    const to = begins[i + 1] ?? end;
    const hours = spans.flatMap((span) => {
      const long = span.end - span.start > DAY;
      const starts = long ? Math.max(span.start, from) : span.start;
      if (starts < from || starts >= to || starts >= span.end) return [];
      const ends = long ? Math.min(span.end, to) : span.end;
      return [{ opens: clock(starts), closes: ends === to ? '24:00' : clock(ends) }];
    });
    return { date: date.toString(), hours, ...markOf(calendar, date) };
  });
}

function spansBetween(calendar: Calendar, from: number, to: number): { start: number; end: number }[] {
  const spans = [];
  let start = nextOpening(calendar, from);
  while (start !== null && start < to) {
    const end = closingTime(calendar, start) ?? to;
    spans.push({ start, end });
    start = nextOpening(calendar, end);
  }
  return spans;
}

export function markOf(calendar: Calendar, date: Temporal.PlainDate): { mark: Mark; name: string } {
  const day = date.toString();
  const special = calendar.specialDays.find((one) =>
    one.yearly ? one.date.slice(5) === day.slice(5) : one.date === day,
  );
  const nameOf = (one: object) => ('name' in one && typeof one.name === 'string' ? one.name : '');
  if (special) return { mark: special.intervals.length > 0 ? 'special' : 'closed', name: nameOf(special) };
  const noon = date.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: '12:00' }).epochMilliseconds;
  const closure = closureAt(calendar, noon);
  if (closure) return { mark: 'closed', name: nameOf(closure) };
  const none = !isAlwaysOpen(calendar) && calendar.week[date.dayOfWeek - 1]?.length === 0;
  return { mark: none ? 'weekly' : 'usual', name: '' };
}

export interface MonthDay {
  date: string;
  day: number;
  /** Of the month before or after. */
  out: boolean;
  mark: Mark;
  name: string;
}

/** Whole weeks, Monday first. @param month `YYYY-MM` */
export function monthOf(calendar: Calendar, month: string): MonthDay[][] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const weeks = Math.ceil((first.dayOfWeek - 1 + first.daysInMonth) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const date = monday.add({ days: week * 7 + day });
      return { date: date.toString(), day: date.day, out: date.month !== first.month, ...markOf(calendar, date) };
    }),
  );
}

/** `YYYY-MM`, so many months on. */
export const monthsOn = (month: string, by: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months: by }).toString();

/** The month in which an instant falls in a zone. */
export const monthAt = (zone: string, now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().toString();

/** 1 (Monday) to 7, and the minute of the day, in a zone. */
export function wallAt(zone: string, now: number): { weekday: number; minute: number } {
  const there = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  return { weekday: there.dayOfWeek, minute: there.hour * 60 + there.minute };
}
