import { abortAllDurableObjects } from 'cloudflare:test';
import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { loadedSince } from '../../loader';
import { bot } from '../bot';
import { check, rest } from './checks';
import { KNOWN } from './known';
import { Stage } from './stage';
import { settings, step } from './steps';

/**
 * The lifecycle as a model, on the objects themselves: two tabs of one customer and three staff members do anything in any
 * order, dashboards open and close, the store does too, objects are evicted, the runtime goes down, the clock moves. At
 * the end all sides must have seen the same, whole and in order.
 */

// Loaded before any object asks for them: what an object has begun to load goes down with it, for all others too.
import '../../../src/channels/mail/alert';
import '../../../src/channels/mail/alert-list';
import '../../../src/channels/mail/caps';
import '../../../src/channels/mail/customer-reply';
import '../../../src/channels/mail/links';
import '../../../src/channels/mail/reply-address';
import '../../../src/channels/mail/summary';
import '../../../src/assistant/missing/keeping';

/** A hundred in all: a quarter in each of four files, so that they play side by side. */
const RUNS = 25;
const STEPS = { minLength: 5, maxLength: 60, size: 'max' } as const;
/** Other stories each time; those of a run that failed by VITE_SEED. */
const given = Number(process.env.VITE_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** Where nothing comes back, the story is to be read all the same. */
async function moving(deed: Promise<void>): Promise<void> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const nothing = new Promise<never>((_, no) => {
    late = setTimeout(() => no(new Error('Nothing moves any more')), 90_000);
  });
  await Promise.race([deed, nothing]).finally(() => clearTimeout(late));
}

/** @param quarter which of the four */
export async function play(quarter: 1 | 2 | 3 | 4): Promise<void> {
  const seed = given + quarter;
  console.log(`The conversation in any order: VITE_SEED=${given}`);
  let story: string[] = [];
  const property = fc.asyncProperty(settings, fc.array(step, STEPS), async (chosen, steps) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    bot.reset();
    const lines: string[] = [];
    try {
      const stage = new Stage(chosen, lines);
      await moving(stage.begin());
      for (const [i, one] of steps.entries()) await moving(stage.do(one, i));
      await moving(rest(stage));
      await moving(check(stage));
      stage.end();
    } catch (error) {
      // The last that fails is the simplest.
      story = lines;
      throw error;
    } finally {
      vi.useRealTimers();
    }
  });
  loadedSince();
  const result = await fc.check(property, {
    numRuns: RUNS,
    examples: quarter === 1 ? KNOWN : [],
    seed,
    interruptAfterTimeLimit: 240_000,
    markInterruptAsFailure: true,
  });
  // Nothing of theirs is left on its way when the runner ends.
  await abortAllDurableObjects();
  expect(loadedSince(), 'load these above, before an object that goes down does').toEqual([]);
  if (result.failed)
    throw new Error(`VITE_SEED=${given}, quarter ${quarter}\n${story.join('\n')}`, { cause: result.errorInstance });
}
