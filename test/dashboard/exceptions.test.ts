import { expect, test } from 'vitest';
import {
  type Closure,
  exceptionsOf,
  hoursOf,
  nameOf,
  type SpecialDay,
  whenOf,
  without,
} from '../../src/dashboard/settings/hours/exceptions';

const closed = (from: string, to: string, yearly = false, name?: string): Closure => ({ from, to, yearly, name });
const special = (date: string, yearly = false, intervals: SpecialDay['intervals'] = []): SpecialDay => ({
  date,
  yearly,
  intervals,
});
const tables = {
  closures: [closed('2020-12-24', '2020-12-27', true, 'Christmas'), closed('2026-08-10', '2026-08-23')],
  specialDays: [special('2026-12-31', false, [{ opens: '09:00', closes: '13:00' }]), special('2020-03-03', true)],
};

test('one list: what comes once by date, then what comes every year', () => {
  expect(exceptionsOf(tables).map((one) => [one.is, one.at, whenOf(one)])).toEqual([
    ['closed', 1, '10–23 Aug 2026'],
    ['special', 0, '31 Dec 2026'],
    ['special', 1, '3 Mar'],
    ['closed', 0, '24–27 Dec'],
  ]);
});

test.each([
  [closed('2026-08-10', '2026-08-10'), '10 Aug 2026'],
  [closed('2026-08-28', '2026-09-03'), '28 Aug – 3 Sept 2026'],
  [closed('2026-12-28', '2027-01-03'), '28 Dec 2026 – 3 Jan 2027'],
  [closed('2025-08-10', '2026-08-23'), '10 Aug 2025 – 23 Aug 2026'],
  [closed('2026-12-28', '2027-01-03', true), '28 Dec – 3 Jan'],
  [closed('2026-12-24', '2027-12-24', true), '24 Dec'],
])('when %j is', (day, words) => {
  expect(whenOf({ is: 'closed', at: 0, day })).toBe(words);
});

test('what it is called, and its hours', () => {
  const [summer, eve, third, christmas] = exceptionsOf(tables);
  expect([summer, eve, third, christmas].map((one) => one && [nameOf(one), hoursOf(one)])).toEqual([
    ['Closure', 'Closed'],
    ['Special day', '09:00–13:00'],
    ['Special day', 'Closed'],
    ['Christmas', 'Closed'],
  ]);
});

test('what is taken out is that one, and nothing else', () => {
  for (const one of exceptionsOf(tables)) {
    const rest = exceptionsOf(without(tables, one)).map(({ day }) => day);
    expect(rest).toHaveLength(3);
    expect(rest).not.toContain(one.day);
  }
});
