import { afterEach, expect, it, vi } from 'vitest';
import { type Calendar, isOpen, nextOpening } from '../../src/domain/calendar';
import { deepFreeze } from './freeze';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});
const zone = process.env.TZ;

const day = [{ opens: '09:00', closes: '18:00' }];
const calendar: Calendar = deepFreeze({
  timeZone: 'Europe/Sofia',
  week: [day, day, day, day, day, [], []],
  closures: [{ from: '2026-12-24', to: '2026-12-27', yearly: true }],
  specialDays: [{ date: '2026-12-31', yearly: false, intervals: day }],
});
const instants = Array.from({ length: 200 }, (_, i) => Date.UTC(2026, 11, 20) + i * 3_600_000);
const answers = () => instants.map((instant) => [isOpen(calendar, instant), nextOpening(calendar, instant)]);

it('open and next opening follow from calendar and instant alone: no clock, no chance, no zone of the machine', () => {
  const expected = answers();
  expect(new Set(expected.map(([open]) => open)).size).toBe(2);
  vi.spyOn(Math, 'random').mockImplementation(() => {
    throw new Error('chance');
  });
  for (const [now, machine] of [
    ['1999-01-01', 'America/Los_Angeles'],
    ['2030-07-01', 'Asia/Kathmandu'],
  ] as const) {
    process.env.TZ = machine;
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    expect(answers()).toEqual(expected);
    vi.spyOn(Date, 'now').mockImplementation(() => {
      throw new Error('the clock');
    });
    expect(answers()).toEqual(expected);
    vi.restoreAllMocks();
    vi.useRealTimers();
  }
});
