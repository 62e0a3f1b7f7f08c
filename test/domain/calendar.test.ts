import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterOpenTime,
  type Calendar,
  closingTime,
  type Interval,
  isOpen,
  nextOpening,
} from '../../src/domain/calendar';
import { calendars, isInside, MINUTE, oracle, someMinutes, windows, ZONES } from './calendar-oracle';

const at = (iso: string) => Date.parse(iso);

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
      'nor does one within a vacation',
      calendar({
        week: week([{ opens: '22:00', closes: '02:00' }]),
        closures: [{ from: '2026-03-03', to: '2026-03-10', yearly: false }],
        specialDays: [{ date: '2026-03-03', yearly: false, intervals: nine }],
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

describe('against an oracle that steps through the minutes', () => {
  expect(ZONES.length).toBeGreaterThanOrEqual(40);
  it.each(ZONES)(
    '%s: around every opening, closing and clock change, and at random minutes of a leap year',
    (timeZone) => {
      for (const { from, wall } of windows(timeZone, 2)) {
        fc.assert(
          fc.property(calendars(timeZone, wall), someMinutes, (store, some) => {
            const open = oracle(store, wall);
            const edges = open.flatMap((o, i) => (i > 0 && o !== open[i - 1] ? [i - 1, i] : []));
            for (const i of [...some, ...edges].filter(isInside)) {
              expect(isOpen(store, from + i * MINUTE), `${wall[i]}, minute ${i}`).toBe(open[i]);
              const next = open.indexOf(true, i);
              if (next >= 0 && isInside(next)) {
                expect(nextOpening(store, from + i * MINUTE), `from ${wall[i]}`).toBe(from + next * MINUTE);
              }
            }
          }),
          { numRuns: 8 },
        );
      }
    },
  );
});

/** Whole hours and half ones that are skipped and repeated, at midnight too; a zone off by a quarter, one without change. */
const SOME_ZONES = [
  'Europe/Sofia Europe/London America/New_York America/Havana America/Santiago America/St_Johns',
  'Australia/Lord_Howe Africa/Cairo Asia/Beirut Asia/Kathmandu Antarctica/Troll Pacific/Apia',
].flatMap((line) => line.split(' '));

describe('after so much open time', () => {
  it.each<[string, Calendar, string, number, string | null]>([
    ['within the day', calendar(), '2026-03-02T10:00:00+02:00', 240, '2026-03-02T14:00:00+02:00'],
    ['up to its last minute', calendar(), '2026-03-02T14:00:00+02:00', 240, '2026-03-02T18:00:00+02:00'],
    ['the rest is of the next day', calendar(), '2026-03-02T16:30:00+02:00', 240, '2026-03-03T11:30:00+02:00'],
    ['asked at night', calendar(), '2026-03-02T03:00:00+02:00', 240, '2026-03-02T13:00:00+02:00'],
    ['over a weekend, and the clocks', calendar(), '2026-03-27T16:00:00+02:00', 240, '2026-03-30T11:00:00+03:00'],
    ['always open', calendar({ week: week() }), '2026-03-28T22:00:00+02:00', 240, '2026-03-29T02:00:00+02:00'],
    [
      'over many short days',
      calendar({ week: week([{ opens: '09:00', closes: '09:30' }]) }),
      '2026-03-02T09:00:00+02:00',
      90,
      '2026-03-16T09:30:00+02:00',
    ],
    ['none at all is needed', calendar(), '2026-03-02T18:00:00+02:00', 0, '2026-03-03T09:00:00+02:00'],
    [
      'it never opens again',
      calendar({ closures: [{ from: '2026-01-01', to: '2026-12-31', yearly: true }] }),
      '2026-03-02T18:00:00+02:00',
      240,
      null,
    ],
    [
      'it does not open for so long again',
      calendar({ closures: [{ from: '2026-03-03', to: '2099-12-31', yearly: false }] }),
      '2026-03-02T17:00:00+02:00',
      240,
      null,
    ],
  ])('%s', (_, store, since, minutes, then) => {
    expect(afterOpenTime(store, at(since), minutes * MINUTE)).toBe(then === null ? null : at(then));
  });

  it.each(SOME_ZONES)('%s: as an oracle counts the minutes', (timeZone) => {
    let compared = 0;
    for (const { from, wall } of windows(timeZone, 1)) {
      const much = fc.integer({ min: 1, max: 600 });
      fc.assert(
        fc.property(calendars(timeZone, wall), someMinutes, much, (store, some, minutes) => {
          const open = oracle(store, wall);
          for (const i of some) {
            const passing = open.flatMap((o, minute) => (o && minute >= i ? [minute] : []));
            const last = passing[minutes - 1];
            if (last === undefined || !isInside(last)) continue;
            const then = afterOpenTime(store, from + i * MINUTE, minutes * MINUTE);
            expect(then, `${minutes} min from ${wall[i]}`).toBe(from + (last + 1) * MINUTE);
            compared++;
          }
        }),
        { numRuns: 10 },
      );
    }
    expect(compared).toBeGreaterThan(20);
  });
});
