import { describe, expect, test } from 'vitest';
import { monthOf, monthsOn, twoWeeks, wallAt } from '../../src/dashboard/settings/hours/ahead';
import { changesAt, openingWords, sentence, shortly, stateAt } from '../../src/dashboard/settings/hours/state';
import type { Calendar } from '../../src/domain/calendar';

const day = [{ opens: '09:00', closes: '18:00' }];
const shop: Calendar = {
  timeZone: 'Europe/Sofia',
  week: [day, day, day, day, [...day, { opens: '20:00', closes: '01:00' }], [], []],
  closures: [],
  specialDays: [],
};
const never: Calendar = { ...shop, closures: [{ from: '2026-01-01', to: '2026-12-31', yearly: true }] };
const always: Calendar = { ...shop, week: [[], [], [], [], [], [], []] };
/** In Sofia, which is three hours ahead of UTC in May. 2026-05-12 is a Tuesday. */
const at = (local: string) => Date.parse(`${local}+03:00`);
const said = (calendar: Calendar, now: number) => {
  return String(sentence(stateAt(calendar, now), now, calendar.timeZone, (is) => is));
};
const clock = (instant: number) =>
  new Date(instant).toLocaleTimeString('en-GB', { timeZone: 'Europe/Sofia', timeStyle: 'short' });
const short = (calendar: Calendar, now: number) => shortly(stateAt(calendar, now), now, 'Europe/Sofia', clock);

describe('open or closed, in words', () => {
  test.each([
    ['2026-05-12T14:09', 'Open now until 18:00', 'Open until 18:00'],
    ['2026-05-12T18:00', 'Closed. Opens tomorrow at 09:00', 'Closed, opens Wed 09:00'],
    ['2026-05-12T03:00', 'Closed. Opens today at 09:00', 'Closed, opens 09:00'],
    ['2026-05-15T21:00', 'Open now until tomorrow at 01:00', 'Open until Sat 01:00'],
    ['2026-05-16T12:00', 'Closed. Opens Monday at 09:00', 'Closed, opens Mon 09:00'],
  ])('%s: %s', (now, long, brief) => {
    expect(said(shop, at(now))).toBe(long);
    expect(short(shop, at(now))).toBe(brief);
  });

  test('always, never, and for a long time', () => {
    const now = at('2026-05-12T14:09');
    expect([said(always, now), short(always, now)]).toEqual(['Always open', 'Always open']);
    expect([said(never, now), short(never, now)]).toEqual(['Closed. No opening is planned.', 'Closed']);
    const summer = { ...shop, closures: [{ from: '2026-05-12', to: '2026-06-14', yearly: false }] };
    expect(said(summer, now)).toBe('Closed. Opens 15 June at 09:00');
    expect(short(summer, now)).toBe('Closed, opens 15 Jun 09:00');
    const withBreak = { ...always, closures: [{ from: '2026-05-14', to: '2026-05-14', yearly: false }] };
    expect(said(withBreak, now)).toBe('Open now until Thursday at 00:00');
    expect(said(withBreak, at('2026-05-13T14:09'))).toBe('Open now until midnight');
    expect(said({ ...withBreak, closures: never.closures.map((c) => ({ ...c, from: '2026-12-01' })) }, now)).toBe(
      'Open now',
    );
  });

  test('says when it must be worked out again', () => {
    expect(changesAt(stateAt(shop, at('2026-05-12T14:09')))).toBe(at('2026-05-12T18:00'));
    expect(changesAt(stateAt(shop, at('2026-05-12T20:00')))).toBe(at('2026-05-13T09:00'));
    expect([changesAt(stateAt(always, 0)), changesAt(stateAt(never, 0))]).toEqual([null, null]);
  });

  test('what a customer will read of the next opening', () => {
    expect(openingWords(shop, at('2026-05-12T14:09'))).toBe('We open tomorrow, Wednesday, at 09:00.');
    expect(openingWords(shop, at('2026-05-12T03:00'))).toBe('We open today at 09:00.');
    expect(openingWords(shop, at('2026-05-16T12:00'))).toBe('We open on Monday, 18 May, at 09:00.');
    expect([openingWords(always, 0), openingWords(never, 0)]).toEqual([null, null]);
  });
});

describe('the next two weeks', () => {
  const now = at('2026-05-12T14:09');

  test('begin today, and a night belongs to the day on which it began', () => {
    const days = twoWeeks(shop, now);
    expect(days).toHaveLength(14);
    expect(days[0]).toEqual({ date: '2026-05-12', hours: day, mark: 'usual', name: '' });
    expect(days[3]?.hours).toEqual([...day, { opens: '20:00', closes: '01:00' }]);
    expect(days[4]).toMatchObject({ date: '2026-05-16', hours: [], mark: 'weekly' });
    expect(twoWeeks(shop, at('2026-05-16T00:30'))[0]).toMatchObject({ date: '2026-05-16', hours: [] });
  });

  test('know closures and special days, and cut a night where a closure begins', () => {
    const days = twoWeeks(
      {
        ...shop,
        closures: [{ from: '2026-05-16', to: '2026-05-18', yearly: false, ...{ name: 'Spring break' } }],
        specialDays: [{ date: '2025-05-19', yearly: true, intervals: [{ opens: '10:00', closes: '24:00' }] }],
      },
      now,
    );
    expect(days[3]?.hours.at(-1)).toEqual({ opens: '20:00', closes: '24:00' });
    expect(days[6]).toEqual({ date: '2026-05-18', hours: [], mark: 'closed', name: 'Spring break' });
    expect(days[7]).toMatchObject({ mark: 'special', hours: [{ opens: '10:00', closes: '24:00' }] });
  });

  test('are whole days where a store is always open', () => {
    const days = twoWeeks(always, now);
    expect(days.map((one) => one.hours)).toEqual(
      Array.from({ length: 14 }, () => [{ opens: '00:00', closes: '24:00' }]),
    );
    expect(twoWeeks(never, now).every((one) => one.hours.length === 0)).toBe(true);
  });

  test('are calendar days also where the clocks change', () => {
    const days = twoWeeks({ ...always, timeZone: 'Europe/Sofia' }, Date.parse('2026-10-20T12:00Z'));
    expect(days.map((one) => one.date).at(-1)).toBe('2026-11-02');
    expect(days.every((one) => one.hours[0]?.closes === '24:00')).toBe(true);
  });
});

describe('a month', () => {
  test('in whole weeks from Monday on, with what is special in it', () => {
    const weeks = monthOf(
      {
        ...shop,
        closures: [{ from: '2020-12-24', to: '2020-12-27', yearly: true }],
        specialDays: [{ date: '2026-12-31', yearly: false, intervals: day }],
      },
      '2026-12',
    );
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
    expect(weeks[0]?.[0]).toMatchObject({ date: '2026-11-30', day: 30, out: true });
    expect(weeks[3]?.map(({ mark }) => mark)).toEqual([
      'usual',
      'usual',
      'usual',
      'closed',
      'closed',
      'closed',
      'closed',
    ]);
    expect(weeks[4]?.[3]).toMatchObject({ day: 31, mark: 'special' });
    expect(weeks[0]?.[5]?.mark).toBe('weekly');
  });

  test('turns over the year', () => {
    expect([monthsOn('2026-12', 1), monthsOn('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  });

  test('today’s place in it is the store’s own', () => {
    expect(wallAt('Asia/Kathmandu', Date.parse('2026-05-12T18:30Z'))).toEqual({ weekday: 3, minute: 15 });
  });
});
