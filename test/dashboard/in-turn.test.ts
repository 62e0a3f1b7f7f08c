import { expect, test } from 'vitest';
import { inTurn } from '../../src/dashboard/session/in-turn';

test('each goes out when the one before is answered, and gets its own answer', async () => {
  const next = inTurn();
  const arrived: string[] = [];
  const slow = Promise.withResolvers<string>();
  const first = next(() => {
    arrived.push('first');
    return slow.promise;
  });
  const second = next(async () => {
    arrived.push('second');
    return 'kept too';
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(arrived).toEqual(['first']);
  slow.resolve('kept');
  expect(await Promise.all([first, second])).toEqual(['kept', 'kept too']);
  expect(arrived).toEqual(['first', 'second']);
});

test('one that fails holds nothing up', async () => {
  const next = inTurn();
  const failed = next(() => Promise.reject(new Error('offline')));
  const after = next(async () => 'kept');
  await expect(failed).rejects.toThrow('offline');
  expect(await after).toBe('kept');
});
