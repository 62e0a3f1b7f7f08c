import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import { type Delivery, type Job, Outbox } from '../../src/outbox/outbox';
import { SqlJobs } from '../../src/outbox/sql-jobs';
import { scene } from './client';

const T0 = 1_800_000_000_000;
const MINUTE = 60_000;

/** An outbox on an object's real storage, with a receiver that does what the test says. */
const withOutbox = (deliver: (job: Job) => Promise<Delivery>, story: (outbox: Outbox) => Promise<void>) =>
  runInDurableObject(scene().stub, async (_, { storage }) => {
    await story(new Outbox(new SqlJobs(storage.sql), deliver));
  });

describe('the outbox', () => {
  it('delivers once what was asked for, and is empty then', async () => {
    const got: unknown[] = [];
    await withOutbox(
      async (job) => {
        got.push(job.payload);
        return { is: 'done' };
      },
      async (outbox) => {
        outbox.put('desk', T0, () => ({ n: 1 }));
        expect(outbox.nextDue(MINUTE)).toBe(T0 + MINUTE);
        await outbox.run(T0);
        await outbox.run(T0);
        expect(got).toEqual([{ n: 1 }]);
        expect(outbox.nextDue(MINUTE)).toBeNull();
      },
    );
  });

  it.each([
    [0, 500],
    [0.5, 750],
    [1, 1_000],
  ])('no two wait the same: %d of chance makes %d ms', async (chance, wait) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    await withOutbox(
      async () => ({ is: 'retry' }),
      async (outbox) => {
        vi.useFakeTimers({ toFake: ['Date'], now: T0 });
        outbox.put('desk', T0, () => null);
        await outbox.run(T0);
        expect((outbox.nextDue(0) ?? 0) - T0).toBe(wait);
      },
    );
    vi.restoreAllMocks();
  });

  it('tries again with growing delays, for a refusal, an exception and a wish for later alike', async () => {
    const answers: (() => Promise<Delivery>)[] = [
      async () => ({ is: 'retry' }),
      () => Promise.reject(new Error('no connection')),
      async () => ({ is: 'retry', after: 90_000 }),
      async () => ({ is: 'done' }),
    ];
    const attempts: number[] = [];
    await withOutbox(
      (job) => {
        attempts.push(job.attempts);
        return answers.shift()?.() ?? Promise.reject(new Error('one too many'));
      },
      async (outbox) => {
        outbox.put('desk', T0, () => null);
        await outbox.run(T0);
        const second = outbox.nextDue(0) ?? 0;
        expect(second - T0).toBeGreaterThanOrEqual(500);
        expect(second - T0).toBeLessThanOrEqual(1_100);
        await outbox.run(second - 1);
        expect(attempts).toEqual([0]);
        await outbox.run(second);
        const third = outbox.nextDue(0) ?? 0;
        expect(third - second).toBeGreaterThanOrEqual(1_000);
        await outbox.run(third);
        const fourth = outbox.nextDue(0) ?? 0;
        // Counted from the end of the attempt.
        expect(fourth - third).toBeGreaterThanOrEqual(90_000);
        expect(fourth - third).toBeLessThan(91_000);
        await outbox.run(fourth);
        expect(attempts).toEqual([0, 1, 2, 3]);
        expect(outbox.nextDue(0)).toBeNull();
      },
    );
  });

  it('what was renewed while it was on its way is delivered again, with all that was asked for', async () => {
    const got: unknown[] = [];
    let renew = () => {};
    await withOutbox(
      async (job) => {
        got.push(job.payload);
        renew();
        return { is: 'done' };
      },
      async (outbox) => {
        const add = (n: number) => outbox.put<number[]>('history', T0, (waiting) => [...(waiting ?? []), n]);
        renew = () => {
          add(2);
          renew = () => {};
        };
        add(1);
        await outbox.run(T0);
        expect(got).toEqual([[1], [1, 2]]);
        expect(outbox.nextDue(0)).toBeNull();
      },
    );
  });

  it('parks what nobody can take, and says no more of it', async () => {
    await withOutbox(
      async () => ({ is: 'park', why: 'refused' }),
      async (outbox) => {
        outbox.put('mail', T0, () => null);
        await outbox.run(T0);
        expect(outbox.nextDue(0)).toBeNull();
      },
    );
  });
});
