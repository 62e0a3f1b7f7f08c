import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type Rule, readMinutes } from '../../src/dashboard/settings/minutes';
import { DEFAULT_SETTINGS, WholeSettings } from '../../src/settings/schema';

test.each([
  ['3', 3],
  [' 5 min ', 5],
  ['60m', 60],
  ['1 minute', 1],
] as const)('“%s” is %i minutes', (typed, minutes) => {
  expect(readMinutes(typed, 'alertAgainAfter')).toEqual({ ok: true, minutes });
});

test.each(['', '0', '61', '-3', '2.5', 'five', '3 h', '1e1'])('“%s” is none, and says what would be', (typed) => {
  expect(readMinutes(typed, 'longerAfter')).toEqual({ ok: false, words: 'Between 1 and 60 minutes.' });
});

test.each(['alertAgainAfter', 'longerAfter', 'giveUpAfter'] satisfies Rule[])(
  'the field of %s takes exactly what the server takes',
  (rule) => {
    for (let minutes = 0; minutes <= 300; minutes++) {
      const { success } = v.safeParse(WholeSettings, { ...DEFAULT_SETTINGS, [rule]: minutes });
      expect(readMinutes(String(minutes), rule).ok, `${minutes}`).toBe(success);
    }
  },
);
