import { expect, it } from 'vitest';
import { estimate, type PickUp } from '../../src/domain/estimate';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Waits in seconds, the newest last, one a minute. */
const waited = (seconds: number[], ago = 0): PickUp[] =>
  seconds.map((s, i) => {
    const assignedAt = NOW - ago - (seconds.length - i) * MINUTE;
    return { assignedAt, requestedAt: assignedAt - s * 1_000 };
  });

it.each<[string, PickUp[], number | null]>([
  ['nobody yet', [], null],
  ['two are a guess', waited([60, 60]), null],
  ['three are a figure', waited([30, 70, 400]), 2],
  ['an even number: between the middle two', waited([60, 60, 180, 180]), 2],
  ['rounded up to the minute', waited([61, 61, 61]), 2],
  ['a whole minute stays', waited([120, 120, 120]), 2],
  ['at once is about a minute', waited([0, 0, 0]), 1],
  ['capped', waited([7_200, 7_200, 7_200]), 30],
  ['only the last twenty', [...waited(Array(20).fill(1_200), DAY), ...waited(Array(20).fill(60))], 1],
  ['older than thirty days says nothing', waited([60, 60, 60], 30 * DAY - 2 * MINUTE), null],
  ['exactly thirty days still does', waited([60, 60, 60], 30 * DAY - 3 * MINUTE), 1],
])('%s', (_, pickUps, minutes) => {
  expect(estimate(pickUps, NOW)).toBe(minutes);
});
