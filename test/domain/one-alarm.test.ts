import { expect, it } from 'vitest';
import { OneAlarm } from '../../src/deadlines/one-alarm';

const T0 = 1_800_000_000_000;

/** The three storage calls that it makes, with a count of the rows that they would write. */
function storage(at: number | null = null) {
  const set: number[] = [];
  return {
    set,
    getAlarm: async () => set.at(-1) ?? at,
    setAlarm: async (next: number) => {
      set.push(next);
    },
  };
}

it('moves only when the new time is sooner', () => {
  const { set, ...rest } = storage();
  const alarm = new OneAlarm(rest);
  alarm.arm(T0, [T0 + 5_000, null]);
  alarm.arm(T0, [T0 + 9_000]);
  alarm.arm(T0, [T0 + 2_000, T0 + 9_000]);
  alarm.arm(T0, [null]);
  expect(set).toEqual([T0 + 5_000, T0 + 2_000]);
});

it('knows what an earlier life had set, and sets again once it has fired', async () => {
  const { set, ...rest } = storage(T0 + 1_000);
  const alarm = new OneAlarm(rest);
  await alarm.load();
  alarm.arm(T0, [T0 + 3_000]);
  expect(set).toEqual([]);
  alarm.fired();
  alarm.arm(T0, [T0 + 3_000]);
  expect(set).toEqual([T0 + 3_000]);
});

it('what is overdue fires now, and an alarm that the platform gave up is set anew', async () => {
  const { set, ...rest } = storage(T0 - 120_000);
  const alarm = new OneAlarm(rest);
  await alarm.load();
  alarm.arm(T0, [T0 - 5_000]);
  expect(set).toEqual([T0]);
});
