import { Temporal } from 'temporal-polyfill';

/**
 * When a store is open: pure functions of a calendar and an instant (lifecycle, "The calendar"). Local wall times in an
 * IANA zone; instants are epoch milliseconds.
 */

/** `HH:MM`. `closes` at or before `opens` is on the next day; `24:00` is the end of the day. */
export interface Interval {
  opens: string;
  closes: string;
}

export interface Closure {
  /** First and last day, `YYYY-MM-DD`; of a yearly one only month and day count, and it may pass the turn of the year. */
  from: string;
  to: string;
  yearly: boolean;
  /** The store's own away message for this time, by language. */
  message?: Readonly<Record<string, string>> | undefined;
}

export interface SpecialDay {
  date: string;
  yearly: boolean;
  /** None: closed on this date, without cutting what began the night before. */
  intervals: readonly Interval[];
}

export interface Calendar {
  /** IANA. */
  timeZone: string;
  /** Monday first: seven lists. */
  week: readonly (readonly Interval[])[];
  closures: readonly Closure[];
  specialDays: readonly SpecialDay[];
}

/** From `start` up to, but not including, `end`. */
interface Span {
  start: number;
  end: number;
}

const WHOLE_DAY: readonly Interval[] = [{ opens: '00:00', closes: '24:00' }];
/** A special day on a 29 February comes again after eight years at the latest. */
const FARTHEST = 8 * 366 + 1;
const IN_SIGHT = 14;
const MOST_SPANS = 1_000;

/** Whether the table of the week says nothing at all: then the store is always open. */
export const isAlwaysOpen = (calendar: Calendar): boolean => calendar.week.every((day) => day.length === 0);

export function isOpen(calendar: Calendar, instant: number): boolean {
  return spanAt(calendar, instant) !== null;
}

/** The first instant at or after this one at which the store is open; null where there is none. */
export function nextOpening(calendar: Calendar, instant: number): number | null {
  const today = dateAt(calendar, instant);
  for (let days = -1; days < FARTHEST; days++) {
    const spans = spansOf(calendar, today.add({ days }));
    const next = spans.filter((span) => span.end > instant).map((span) => Math.max(span.start, instant));
    if (next.length > 0) return Math.min(...next);
  }
  return null;
}

/** The closure that covers an instant's date, for its own away message. */
export const closureAt = (calendar: Calendar, instant: number): Closure | null =>
  closureOn(calendar, dateAt(calendar, instant));

/** When the time that is open now ends, adjoining intervals counted as one; null where closed, or with no end in two weeks. */
export function closingTime(calendar: Calendar, instant: number): number | null {
  let end: number | null = null;
  let span = spanAt(calendar, instant);
  for (let days = 0; span && days < IN_SIGHT; days++) {
    end = span.end;
    span = spanAt(calendar, end);
  }
  return span ? null : end;
}

/** The instant at which so much open time (ms) has passed since another; null where the store does not open so often. */
export function afterOpenTime(calendar: Calendar, since: number, open: number): number | null {
  let left = open;
  let at = since;
  for (let spans = 0; spans < MOST_SPANS; spans++) {
    const begins = nextOpening(calendar, at);
    const span = begins === null ? null : spanAt(calendar, begins);
    if (begins === null || !span) return null;
    if (begins + left <= span.end) return begins + left;
    left -= span.end - begins;
    at = span.end;
  }
  return null;
}

/** The span that holds an instant and lasts longest. */
function spanAt(calendar: Calendar, instant: number): Span | null {
  const today = dateAt(calendar, instant);
  const spans = [...spansOf(calendar, today.subtract({ days: 1 })), ...spansOf(calendar, today)];
  const open = spans.filter(({ start, end }) => start <= instant && instant < end);
  return open.sort((a, b) => b.end - a.end)[0] ?? null;
}

const dateAt = ({ timeZone }: Calendar, instant: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();

/** What begins on this date, as instants. The tail of a night is cut where a closure begins. */
function spansOf(calendar: Calendar, date: Temporal.PlainDate): Span[] {
  // Samoa had no 30 December 2011: on a day that the zone skipped, nothing begins.
  if (!date.toZonedDateTime(calendar.timeZone).toPlainDate().equals(date)) return [];
  const tomorrow = date.add({ days: 1 });
  const cut = closureOn(calendar, tomorrow)
    ? instantOf(calendar, tomorrow, '00:00', 'begins')
    : Number.POSITIVE_INFINITY;
  return intervalsOn(calendar, date)
    .map(({ opens, closes }) => {
      const endDate = closes === '24:00' || closes <= opens ? tomorrow : date;
      const end = instantOf(calendar, endDate, closes === '24:00' ? '00:00' : closes, 'ends');
      return { start: instantOf(calendar, date, opens, 'begins'), end: Math.min(end, cut) };
    })
    .filter(({ start, end }) => start < end);
}

/** A special day is the most exact word, then a closure, then the week. */
function intervalsOn(calendar: Calendar, date: Temporal.PlainDate): readonly Interval[] {
  const special = calendar.specialDays.find((day) => falls(day.date, day.yearly, date));
  if (special) return special.intervals;
  if (closureOn(calendar, date)) return [];
  return isAlwaysOpen(calendar) ? WHOLE_DAY : (calendar.week[date.dayOfWeek - 1] ?? []);
}

function closureOn(calendar: Calendar, date: Temporal.PlainDate): Closure | null {
  const special = calendar.specialDays.some((day) => falls(day.date, day.yearly, date));
  if (special) return null;
  const day = date.toString();
  return calendar.closures.find(({ from, to, yearly }) => covers(from, to, yearly, day)) ?? null;
}

const monthDay = (day: string) => day.slice(-5);

const falls = (day: string, yearly: boolean, date: Temporal.PlainDate): boolean =>
  yearly ? monthDay(day) === monthDay(date.toString()) : day === date.toString();

function covers(from: string, to: string, yearly: boolean, day: string): boolean {
  if (!yearly) return from <= day && day <= to;
  const [first, last, on] = [monthDay(from), monthDay(to), monthDay(day)];
  return first <= last ? first <= on && on <= last : on >= first || on <= last;
}

/**
 * The instant of a wall time. In a skipped hour it is the instant of the change; in a repeated one an interval begins
 * with the first and ends with the second occurrence.
 */
function instantOf({ timeZone }: Calendar, date: Temporal.PlainDate, time: string, edge: 'begins' | 'ends'): number {
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(time));
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' });
  const skipped = !earlier.toPlainDateTime().equals(wall);
  if (skipped) return earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? later.epochMilliseconds;
  return (edge === 'begins' ? earlier : later).epochMilliseconds;
}
