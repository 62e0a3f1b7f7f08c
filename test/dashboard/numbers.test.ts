import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type NumberKey, RANGES, readNumber } from '../../src/dashboard/settings/numbers';
import { DEFAULT_SETTINGS, StoreSettings } from '../../src/settings/schema';

test.each([
  ['3', 'alertAgainAfter', 3],
  [' 5 min ', 'longerAfter', 5],
  ['60m', 'alertAgainAfter', 60],
  ['1 minute', 'transferAfter', 1],
  ['90 s', 'replyByEmailAfter', 90],
  ['2 Hours', 'followUpAfter', 2],
  ['0 days', 'handbackDays', 0],
  ['1 day', 'handbackDays', 1],
] as const)('“%s” for %s is %i', (typed, key, number) => {
  expect(readNumber(typed, key)).toEqual({ ok: true, number });
});

test.each(['', '0', '61', '-3', '2.5', 'five', '3 h', '1e1', '1 min 2'])(
  '“%s” is none, and says what would be',
  (typed) => {
    expect(readNumber(typed, 'longerAfter')).toEqual({ ok: false, words: 'Between 1 and 60 minutes.' });
  },
);

test.each(Object.keys(RANGES) as NumberKey[])('the field of %s takes exactly what the server takes', (key) => {
  for (let number = 0; number <= 1_500; number++) {
    const { success } = v.safeParse(StoreSettings.entries[key], number);
    expect(readNumber(String(number), key).ok, `${number}`).toBe(success);
  }
});

test('every number of the settings has its field', () => {
  const numbers = Object.entries(DEFAULT_SETTINGS).flatMap(([key, value]) => (typeof value === 'number' ? [key] : []));
  expect(Object.keys(RANGES).sort()).toEqual([...numbers, 'abandonAfter'].sort());
});
