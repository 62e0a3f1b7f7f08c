import { expect, test } from 'vitest';
import { byDue, callingIn, dueWords } from '../../src/dashboard/follow-ups/due';
import { day, time } from '../../src/dashboard/parts/format';

const NOW = new Date(2026, 4, 12, 14, 0).getTime();
const MINUTE = 60_000;
const at = (minutes: number) => NOW + minutes * MINUTE;

test.each([
  [at(1), 'Due in 1 min'],
  [at(0.4), 'Due in 1 min'],
  [at(59.5), 'Due in 59 min'],
  [at(60), 'Due in 1 h'],
  [at(179), 'Due in 2 h'],
  [at(24 * 60 + 30), `Due ${day(at(24 * 60 + 30), NOW)}, ${time(at(24 * 60 + 30))}`],
  [NOW, `Due since ${time(NOW)}`],
  [at(-300), `Due since ${time(at(-300))}`],
  [at(-24 * 60), `Due since yesterday, ${time(at(-24 * 60))}`],
  [null, ''],
])('%s: %s', (due, words) => expect(dueWords(due, NOW)).toBe(words));

test('what is due comes first, the longest due at the top; then what is owed, as it came; then what is for later', () => {
  const one = (id: string, dueAt: number | null, later = false) => ({ id, dueAt, later });
  const list = [
    one('new', at(200)),
    one('due', at(-5)),
    one('put off far', at(5_000), true),
    one('long due', at(-500)),
    one('never', null),
    one('put off', at(300), true),
    one('reminder that is due', at(-50), true),
  ];
  expect(byDue(list, NOW).map(({ id }) => id)).toEqual([
    ...['long due', 'reminder that is due', 'due', 'new', 'never', 'put off', 'put off far'],
  ]);
  expect(callingIn(list, NOW)).toBe(5);
});
