import fc from 'fast-check';
import type { Calendar } from '../../src/domain/calendar';

/**
 * An oracle of when a store is open: it steps minute by minute through local wall time, and knows of neither gaps nor
 * repetitions.
 */

const DAY = 86_400_000;
export const MINUTE = 60_000;

export const ZONES = [
  'Europe/Sofia Europe/London Europe/Dublin Europe/Lisbon Europe/Athens Europe/Istanbul Europe/Kyiv Europe/Moscow',
  'America/New_York America/Los_Angeles America/St_Johns America/Santiago America/Havana America/Asuncion',
  'America/Sao_Paulo America/Nuuk America/Mexico_City America/Caracas America/Phoenix America/Halifax',
  'Australia/Lord_Howe Australia/Sydney Australia/Adelaide Australia/Eucla Australia/Brisbane Pacific/Auckland',
  'Pacific/Chatham Pacific/Apia Pacific/Kiritimati Pacific/Easter Pacific/Norfolk Pacific/Honolulu Africa/Casablanca',
  'Africa/Cairo Africa/Lagos Africa/Johannesburg Asia/Kathmandu Asia/Kolkata Asia/Tehran Asia/Beirut Asia/Jerusalem',
  'Asia/Gaza Asia/Tokyo Asia/Shanghai Antarctica/Troll Atlantic/Azores',
].flatMap((line) => line.split(' '));

/** `YYYY-MM-DDTHH:MM` of every minute of a window, from the platform's own formatter. */
function walls(timeZone: string, from: number, minutes: number): string[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return Array.from({ length: minutes }, (_, i) => format.format(from + i * MINUTE).replace(' ', 'T'));
}

const nextDate = (date: string) => new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
const weekdayOf = (date: string) => (new Date(date).getUTCDay() + 6) % 7;
const inClosure = (store: Calendar, date: string) => store.closures.some((c) => c.from <= date && date <= c.to);

/** For each minute of the window whether the store is open, by stepping through it. */
export function oracle(store: Calendar, wall: string[]): boolean[] {
  const open = wall.map(() => false);
  const always = store.week.every((day) => day.length === 0);
  for (const date of new Set(wall.map((w) => w.slice(0, 10)))) {
    const special = store.specialDays.find((s) => s.date === date);
    const closed = !special && inClosure(store, date);
    const normal = always ? [{ opens: '00:00', closes: '24:00' }] : (store.week[weekdayOf(date)] ?? []);
    for (const { opens, closes } of special ? special.intervals : closed ? [] : normal) {
      const overnight = closes === '24:00' || closes <= opens;
      const tomorrow = nextDate(date);
      const until = overnight ? `${tomorrow}T${closes === '24:00' ? '00:00' : closes}` : `${date}T${closes}`;
      const cut = inClosure(store, tomorrow) && !store.specialDays.some((s) => s.date === tomorrow);
      const first = wall.findIndex((w) => w >= `${date}T${opens}`);
      // The last minute that reads the closing time; where none does, it was skipped, and the first after it ends the time.
      const exact = wall.lastIndexOf(until);
      let end = exact >= 0 ? exact : wall.findIndex((w) => w > until);
      const midnight = wall.findIndex((w) => w >= `${tomorrow}T00:00`);
      if (cut && midnight >= 0) end = Math.min(end < 0 ? midnight : end, midnight);
      for (let i = first; first >= 0 && i < (end < 0 ? wall.length : end); i++) open[i] = true;
    }
  }
  return open;
}

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45, 59))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const interval = fc.record({ opens: time, closes: fc.oneof(time, fc.constant('24:00')) });
const intervals = fc.array(interval, { maxLength: 3 });

/** The days of a leap year at which the zone's offset changes. */
function changes(timeZone: string): number[] {
  const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = (t: number) => offset.formatToParts(t).find((p) => p.type === 'timeZoneName')?.value;
  const start = Date.UTC(2028, 0, 1);
  const days = Array.from({ length: 366 }, (_, i) => start + i * DAY);
  return days.filter((day) => name(day) !== name(day + DAY));
}

/** Six days around each change of the clocks in a leap year, and around some days more. */
export function windows(timeZone: string, more: number): { from: number; wall: string[] }[] {
  const random = fc.sample(fc.integer({ min: 0, max: 365 }), { numRuns: more, seed: 7 });
  const days = [...changes(timeZone), ...random.map((d) => Date.UTC(2028, 0, 1) + d * DAY)];
  if (timeZone === 'Pacific/Apia') days.push(Date.UTC(2011, 11, 30));
  return days.map((day) => ({ from: day - 3 * DAY, wall: walls(timeZone, day - 3 * DAY, WINDOW) }));
}

/** Minutes of a window; near its edges, what is open may be decided by what lies beyond. */
const WINDOW = 6 * 1_440;
const MARGIN = 2 * 1_440;
export const isInside = (minute: number): boolean => minute >= MARGIN && minute <= WINDOW - MARGIN;
export const someMinutes = fc.array(fc.integer({ min: MARGIN, max: WINDOW - MARGIN }), {
  minLength: 10,
  maxLength: 10,
});

/** Any calendar of a zone, with a closure and a special day among the days of a window. */
export function calendars(timeZone: string, wall: readonly string[]): fc.Arbitrary<Calendar> {
  const date = fc.constantFrom(...new Set(wall.map((w) => w.slice(0, 10))));
  const yearly = fc.constant(false);
  return fc.record({
    timeZone: fc.constant(timeZone),
    week: fc.array(intervals, { minLength: 7, maxLength: 7 }),
    closures: fc.array(fc.record({ from: date, to: date, yearly }), { maxLength: 1 }),
    specialDays: fc.array(fc.record({ date, yearly, intervals }), { maxLength: 1 }),
  });
}
