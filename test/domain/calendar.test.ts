import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, closingTime, type Interval, isOpen, nextOpening } from '../../src/domain/calendar';

const at = (iso: string) => Date.parse(iso);
const DAY = 86_400_000;
const MINUTE = 60_000;

const week = (...days: Interval[][]): Interval[][] => [0, 1, 2, 3, 4, 5, 6].map((i) => days[i] ?? []);
const nine: Interval[] = [{ opens: '09:00', closes: '18:00' }];
const calendar = (over: Partial<Calendar> = {}): Calendar => ({
  timeZone: 'Europe/Sofia',
  week: week(nine, nine, nine, nine, nine),
  closures: [],
  specialDays: [],
  ...over,
});

describe('open at this instant', () => {
  it.each<[string, Calendar, string, boolean]>([
    ['a Monday morning', calendar(), '2026-03-02T09:00:00+02:00', true],
    ['a minute before', calendar(), '2026-03-02T08:59:59+02:00', false],
    ['at closing', calendar(), '2026-03-02T18:00:00+02:00', false],
    ['a day without intervals', calendar(), '2026-03-01T12:00:00+02:00', false],
    ['a table without intervals is always open', calendar({ week: week() }), '2026-03-01T03:00:00+02:00', true],
    [
      'past midnight',
      calendar({ week: week([{ opens: '22:00', closes: '02:00' }]) }),
      '2026-03-03T01:59:00+02:00',
      true,
    ],
    [
      'past midnight, cut at a closure',
      calendar({
        week: week([{ opens: '22:00', closes: '02:00' }]),
        closures: [{ from: '2026-03-03', to: '2026-03-03', yearly: false }],
      }),
      '2026-03-03T00:00:00+02:00',
      false,
    ],
    [
      'a special day does not cut the night before',
      calendar({
        week: week([{ opens: '22:00', closes: '02:00' }]),
        specialDays: [{ date: '2026-03-03', yearly: false, intervals: [] }],
      }),
      '2026-03-03T01:00:00+02:00',
      true,
    ],
    [
      'a closure over the turn of the year, every year',
      calendar({ closures: [{ from: '2020-12-24', to: '2021-01-02', yearly: true }] }),
      '2027-01-01T12:00:00+02:00',
      false,
    ],
    [
      'other hours on one date',
      calendar({ specialDays: [{ date: '2026-03-01', yearly: false, intervals: nine }] }),
      '2026-03-01T12:00:00+02:00',
      true,
    ],
  ])('%s', (_, store, instant, open) => {
    expect(isOpen(store, at(instant))).toBe(open);
  });
});

describe('next opening', () => {
  it.each<[string, Calendar, string, string | null]>([
    ['tomorrow', calendar(), '2026-03-02T18:00:00+02:00', '2026-03-03T09:00:00+02:00'],
    [
      'after the weekend, over the change of the clocks',
      calendar(),
      '2026-03-27T18:00:00+02:00',
      '2026-03-30T09:00:00+03:00',
    ],
    ['now', calendar(), '2026-03-02T12:00:00+02:00', '2026-03-02T12:00:00+02:00'],
    [
      'after a vacation',
      calendar({ closures: [{ from: '2026-08-03', to: '2026-08-21', yearly: false }] }),
      '2026-08-05T12:00:00+03:00',
      '2026-08-24T09:00:00+03:00',
    ],
    [
      'a leap day only',
      calendar({
        week: week(nine),
        closures: [{ from: '2026-01-01', to: '2026-12-31', yearly: true }],
        specialDays: [{ date: '2024-02-29', yearly: true, intervals: nine }],
      }),
      '2026-03-01T12:00:00+02:00',
      '2028-02-29T09:00:00+02:00',
    ],
    [
      'never',
      calendar({ closures: [{ from: '2026-01-01', to: '2026-12-31', yearly: true }] }),
      '2026-03-01T12:00:00+02:00',
      null,
    ],
  ])('%s', (_, store, instant, opening) => {
    expect(nextOpening(store, at(instant))).toBe(opening === null ? null : at(opening));
  });

  it('closing time counts adjoining intervals as one', () => {
    const store = calendar({
      week: week([{ opens: '09:00', closes: '24:00' }], [{ opens: '00:00', closes: '03:00' }]),
    });
    expect(closingTime(store, at('2026-03-02T12:00:00+02:00'))).toBe(at('2026-03-03T03:00:00+02:00'));
    expect(closingTime(calendar(), at('2026-03-01T12:00:00+02:00'))).toBeNull();
  });
});

// ── The oracle: steps minute by minute through local wall time, and knows of neither gaps nor repetitions ──────────

const ZONES = [
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
function oracle(store: Calendar, wall: string[]): boolean[] {
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

const WINDOW = 6 * 1_440;
const MARGIN = 2 * 1_440;

describe('against an oracle that steps through the minutes', () => {
  expect(ZONES.length).toBeGreaterThanOrEqual(40);
  it.each(ZONES)(
    '%s: around every opening, closing and clock change, and at random minutes of a leap year',
    (timeZone) => {
      const random = fc.sample(fc.integer({ min: 0, max: 365 }), { numRuns: 2, seed: 7 });
      const days = [...changes(timeZone), ...random.map((d) => Date.UTC(2028, 0, 1) + d * DAY)];
      if (timeZone === 'Pacific/Apia') days.push(Date.UTC(2011, 11, 30));
      for (const day of days) {
        const from = day - 3 * DAY;
        const wall = walls(timeZone, from, WINDOW);
        const dates = [...new Set(wall.map((w) => w.slice(0, 10)))];
        const store = fc.record({
          timeZone: fc.constant(timeZone),
          week: fc.array(intervals, { minLength: 7, maxLength: 7 }),
          closures: fc.array(
            fc.record({ from: fc.constantFrom(...dates), to: fc.constantFrom(...dates), yearly: fc.constant(false) }),
            { maxLength: 1 },
          ),
          specialDays: fc.array(fc.record({ date: fc.constantFrom(...dates), yearly: fc.constant(false), intervals }), {
            maxLength: 1,
          }),
        });
        const minutes = fc.array(fc.integer({ min: MARGIN, max: WINDOW - MARGIN }), { minLength: 10, maxLength: 10 });
        fc.assert(
          fc.property(store, minutes, (candidate, some) => {
            const open = oracle(candidate, wall);
            const edges = open.flatMap((o, i) => (i > 0 && o !== open[i - 1] ? [i - 1, i] : []));
            for (const i of [...some, ...edges].filter((m) => m >= MARGIN && m <= WINDOW - MARGIN)) {
              expect(isOpen(candidate, from + i * MINUTE), `${wall[i]}, minute ${i}`).toBe(open[i]);
              const next = open.indexOf(true, i);
              // What opens only near the window's end may be decided by what lies beyond it.
              if (next >= 0 && next < WINDOW - MARGIN) {
                expect(nextOpening(candidate, from + i * MINUTE), `from ${wall[i]}`).toBe(from + next * MINUTE);
              }
            }
          }),
          { numRuns: 8 },
        );
      }
    },
  );
});
