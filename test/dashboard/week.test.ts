import { describe, expect, test } from 'vitest';
import {
  barsOf,
  copyDay,
  faultsOf,
  isOvernight,
  nextInterval,
  quarter,
  readable,
} from '../../src/dashboard/settings/hours/week';

const hours = (...spans: string[]) =>
  spans.map((span) => {
    const [opens = '', closes = ''] = span.split('-');
    return { opens, closes };
  });
const none = Array.from({ length: 7 }, () => hours());

describe('what is wrong with a day', () => {
  test('nothing, where hours touch or pass midnight', () => {
    expect(faultsOf(hours('09:00-12:00', '12:00-18:00', '22:00-02:00'))).toEqual([]);
    expect(faultsOf(hours('00:00-24:00'))).toEqual([]);
    expect(faultsOf([])).toEqual([]);
  });

  test('overlapping hours, both of them, in whatever order', () => {
    expect(faultsOf(hours('13:00-18:00', '9-13:30')).map(({ at, edge }) => [at, edge])).toEqual([
      [0, 'both'],
      [1, 'both'],
    ]);
    expect(faultsOf(hours('22:00-02:00', '23:00-24:00', '08:00-09:00')).map(({ at }) => at)).toEqual([0, 1]);
    expect(faultsOf(hours('09:00-09:00', '10:00-11:00')).map(({ at }) => at)).toEqual([0, 1]);
  });

  test('what is no time, at its own field', () => {
    expect(faultsOf(hours('9-', '25-26')).map(({ at, edge }) => [at, edge])).toEqual([
      [0, 'closes'],
      [1, 'opens'],
      [1, 'closes'],
    ]);
  });
});

test('what can be read of a day is in order, and the rest is left out', () => {
  expect(readable(hours('13-18', 'x-12', '9-12:30'))).toEqual(hours('09:00-12:30', '13:00-18:00'));
});

test('the next hours that come to mind', () => {
  expect(nextInterval([])).toEqual({ opens: '09:00', closes: '18:00' });
  expect(nextInterval(hours('9-12:30'))).toEqual({ opens: '13:30', closes: '17:30' });
  expect(nextInterval(hours('09:00-21:00'))).toEqual({ opens: '22:00', closes: '24:00' });
  expect(nextInterval(hours('09:00-23:00'))).toEqual({ opens: '04:00', closes: '08:00' });
  expect(nextInterval(hours('20:00-02:00', '03:00-04:00'))).toEqual({ opens: '00:00', closes: '02:00' });
  expect(nextInterval(hours('00:30-24:00'))).toBeNull();
  expect(nextInterval(hours('9-x'))).toBeNull();
  expect(nextInterval(hours('1-2', '3-4', '5-6', '7-8', '9-10', '11-12'))).toEqual({ opens: '13:00', closes: '17:00' });
  const everyHour = Array.from({ length: 24 }, (_, hour) => `${hour}:00-${hour}:10`);
  expect(nextInterval(hours(...everyHour))).toBeNull();
});

test('a day’s hours are copied to the days that are named, as their own', () => {
  const week = [hours('09:00-18:00'), hours('10:00-14:00'), ...none.slice(2)];
  const copied = copyDay(week, 0, [1, 3]);
  expect(copied.map((day) => day.length)).toEqual([1, 1, 0, 1, 0, 0, 0]);
  expect(copied[1]).toEqual(week[0]);
  copied[3]?.pop();
  expect(copied[0]).toHaveLength(1);
  expect(week[1]).toEqual(hours('10:00-14:00'));
});

test('a track shows a day’s hours, and the tail of the night before', () => {
  const week = [hours('09:00-12:30', '20:00-01:00'), ...none.slice(1, 6), hours('22:00-06:00')];
  expect(barsOf(week, 0)).toEqual([
    { from: 0, to: 360, interval: null },
    { from: 540, to: 750, interval: 0 },
    { from: 1200, to: 1440, interval: 1 },
  ]);
  expect(barsOf(week, 1)).toEqual([{ from: 0, to: 60, interval: null }]);
  expect(barsOf([hours('9-x'), ...none.slice(1)], 0)).toEqual([]);
});

test('what closes at or before it opens ends on the next day; midnight does not', () => {
  const [late, whole, usual, midnight] = hours('20:00-01:00', '09:00-09:00', '09:00-18:00', '20:00-24:00');
  expect([late, whole, usual, midnight].map((one) => one && isOvernight(one))).toEqual([true, true, false, false]);
});

test('a drag ends on a quarter of an hour, within the day', () => {
  expect([quarter(547, 'opens'), quarter(553, 'opens'), quarter(-20, 'opens'), quarter(1500, 'opens')]).toEqual([
    '09:00',
    '09:15',
    '00:00',
    '23:45',
  ]);
  expect([quarter(-20, 'closes'), quarter(1500, 'closes')]).toEqual(['00:15', '24:00']);
});
