import fc from 'fast-check';
import { afterEach, it, vi } from 'vitest';
import { bot } from './bot';
import { check, rest } from './model/checks';
import { Stage } from './model/stage';
import { settings, step } from './model/steps';

/**
 * The lifecycle as a model, on the objects themselves: two tabs of one customer and three staff members do anything in any
 * order, dashboards open and close, the store does too, objects are evicted, the runtime goes down, the clock moves. At
 * the end all sides must have seen the same, whole and in order.
 */

// Loaded before any object asks for them: the test's own module loader would have one object wait for another's import.
import '../../src/channels/mail/alert';
import '../../src/channels/mail/alert-list';
import '../../src/channels/mail/caps';
import '../../src/channels/mail/customer-reply';
import '../../src/channels/mail/summary';

const RUNS = 100;
const STEPS = { minLength: 5, maxLength: 30, size: 'max' } as const;
/** That of a run which failed can be given, to see it again. */
const seed = Number(process.env.VITE_SEED ?? Date.now() % 2 ** 31);

afterEach(() => {
  vi.useRealTimers();
});

it('any order of deeds, evictions, crashes and clock steps keeps the conversation whole', async () => {
  console.log(`The conversation in any order: VITE_SEED=${seed}`);
  let story: string[] = [];
  const property = fc.asyncProperty(settings, fc.array(step, STEPS), async (chosen, steps) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    bot.reset();
    const lines: string[] = [];
    try {
      const stage = new Stage(chosen, lines);
      await stage.begin();
      for (const [i, one] of steps.entries()) await stage.do(one, i);
      await rest(stage);
      await check(stage);
      stage.end();
    } catch (error) {
      // The last that fails is the simplest.
      story = lines;
      throw error;
    } finally {
      vi.useRealTimers();
    }
  });
  const result = await fc.check(property, { numRuns: RUNS, seed });
  if (result.failed) throw new Error(`VITE_SEED=${seed}\n${story.join('\n')}`, { cause: result.errorInstance });
}, 300_000);
