import { expect, it } from 'vitest';
import { type Attendance, awayOf, BLINK, callsFor, dutyIsOver, pushedTo, somebodyHere } from '../../src/domain/duty';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;
const here = (id: string): Attendance => ({ id, leftAt: null });
const away = (id: string, since = NOW - HOUR): Attendance => ({ id, leftAt: since });

it('a page that is reloaded is gone for a moment, and nobody is told that they left', () => {
  expect(somebodyHere([away('ana'), here('dele')], NOW)).toBe(true);
  expect(somebodyHere([away('ana', NOW - BLINK + 1)], NOW)).toBe(true);
  expect(somebodyHere([away('ana', NOW - BLINK)], NOW)).toBe(false);
  expect(somebodyHere([], NOW)).toBe(false);
});

it('duty outlives presence for twelve hours, to the millisecond, and never ends while they are here', () => {
  expect(dutyIsOver(away('ana', NOW - 12 * HOUR + 1), 12 * HOUR, NOW)).toBe(false);
  expect(dutyIsOver(away('ana', NOW - 12 * HOUR), 12 * HOUR, NOW)).toBe(true);
  expect(dutyIsOver(here('ana'), 0, NOW)).toBe(false);
});

it('a notice goes to those on duty who are away; what waits for nobody on duty is everybody’s, what is theirs alone is not', () => {
  const onDuty = [here('ana'), away('dele'), away('tomas')];
  expect(awayOf(onDuty)).toEqual(['dele', 'tomas']);
  expect(pushedTo(onDuty, null, 'waiting')).toEqual(['dele', 'tomas']);
  expect(pushedTo(onDuty, ['dele'], 'waiting')).toEqual(['dele']);
  expect(pushedTo(onDuty, ['ana'], 'waiting')).toEqual([]);
  expect(pushedTo(onDuty, ['mira'], 'waiting')).toEqual(['dele', 'tomas']);
  expect(pushedTo(onDuty, ['mira'], 'mentions')).toEqual([]);
});

it('what is asked of some calls them, and everybody where none of them is here', () => {
  expect(callsFor('ana', ['ana'], ['ana', 'dele'])).toBe(true);
  expect(callsFor('dele', ['ana'], ['ana', 'dele'])).toBe(false);
  expect(callsFor('dele', ['ana'], ['dele'])).toBe(true);
});
