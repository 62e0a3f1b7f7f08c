import { expect, test } from 'vitest';
import { newDraft, planOf } from '../../src/dashboard/later/check-in-fields';
import { fieldOf, snoozes, timeOf } from '../../src/dashboard/later/when';

/** A Saturday afternoon, by the reader's own clock. */
const NOW = new Date(2026, 10, 21, 14, 5).getTime();

test('something is put off to times that people say', () => {
  const said = snoozes(NOW).map(({ label, at }) => [label, new Date(at).toString().slice(0, 21)]);
  expect(said).toEqual([
    ['Later: in one hour', 'Sat Nov 21 2026 15:05'],
    ['Later: tomorrow, 9:00', 'Sun Nov 22 2026 09:00'],
    ['Later: in three days', 'Tue Nov 24 2026 09:00'],
    ['Later: on Monday, 9:00', 'Mon Nov 23 2026 09:00'],
  ]);
  const monday = new Date(2026, 10, 23, 8, 0).getTime();
  expect(new Date(snoozes(monday)[3]?.at ?? 0).getDate()).toBe(30);
});

test('a field holds the reader’s own time, and only what is to come is one', () => {
  const at = new Date(2026, 10, 22, 9, 0).getTime();
  expect(fieldOf(at)).toBe('2026-11-22T09:00');
  expect(timeOf(fieldOf(at), NOW)).toBe(at);
  expect(timeOf('2026-11-21T14:05', NOW)).toBeNull();
  expect(timeOf('', NOW)).toBeNull();
});

test('a check-in has words and one to sixty days', () => {
  expect(planOf({ days: 3, text: ' Did it arrive? ' })).toEqual({ days: 3, text: 'Did it arrive?' });
  for (const draft of [
    { days: 0, text: 'x' },
    { days: 61, text: 'x' },
    { days: Number.NaN, text: 'x' },
    { days: 1.5, text: 'x' },
    { days: 3, text: ' ' },
  ])
    expect(planOf(draft)).toBeNull();
  // Words are offered in English only: nobody sends what they cannot read.
  expect(newDraft('en-GB').text).not.toBe('');
  expect(newDraft('bg').text).toBe('');
});
