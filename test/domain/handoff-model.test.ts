import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Play } from './model/play';
import { anySettings, type Opening, openings, type Settings, Shop } from './model/shop';
import { anyStep, type Step } from './model/steps';

/** The lifecycle in any order: `model/play.ts` says who does what, `model/expected.ts` and `model/rules.ts` what must hold. */

const RUNS = 4_000;
const STEPS = 60;
/** That of a run which failed can be given, to see it again. */
const seed = Number(process.env.VITE_SEED ?? Date.now() % 2 ** 31);

/** How a run goes, one line a step, up to where something does not hold. */
function storyOf(calendars: Opening[], settings: Settings, steps: Step[]): { story: string; fails: boolean } {
  const lines: string[] = [];
  try {
    new Play(new Shop(calendars, settings), lines).run(steps);
    return { story: lines.join('\n'), fails: false };
  } catch {
    return { story: lines.join('\n'), fails: true };
  }
}

/** Without any step that it fails without. */
function simplest(calendars: Opening[], settings: Settings, steps: Step[]): Step[] {
  const shorter = steps
    .map((_, i) => steps.filter((_, j) => j !== i))
    .find((rest) => storyOf(calendars, settings, rest).fails);
  return shorter ? simplest(calendars, settings, shorter) : steps;
}

it(`keeps its invariants over ${RUNS} runs`, () => {
  console.log(`The lifecycle in any order: VITE_SEED=${seed}`);
  const calendars = openings(seed);
  const seen = new Map<string, number>();
  const property = fc.property(
    anySettings(calendars.length),
    fc.array(anyStep(calendars.length), { minLength: 1, maxLength: STEPS, size: 'max' }),
    (settings, steps) => {
      const play = new Play(new Shop(calendars, settings));
      play.run(steps);
      for (const what of play.world.seen) seen.set(what, (seen.get(what) ?? 0) + 1);
    },
  );
  const result = fc.check(property, { numRuns: RUNS, seed });
  if (result.failed && result.counterexample) {
    const [settings, steps] = result.counterexample;
    expect.fail(`VITE_SEED=${seed}\n${storyOf(calendars, settings, simplest(calendars, settings, steps)).story}`);
  }
  // A run that never reaches a refusal, a command or a deadline proves nothing about it.
  expect([...seen.keys()].sort()).toEqual(
    [
      ...[
        'request',
        'added',
        'claim',
        'race',
        'reply',
        'release',
        'end',
        'cancel',
        'rate',
        'told',
        'alone',
        'presence',
      ],
      ...['transfer', 'withdraw', 'reopen', 'follow_up', 'mailed', 'check_in', 'remind', 'tend', 'reminder', 'said'],
      ...['longer', 'give_up', 'closing', 'gone', 'unanswered_assignee', 'unanswered_desk', 'abandoned', 'rating'],
      ...['summary'],
      ...['already_open', 'nothing_open', 'taken', 'already_yours', 'not_yours', 'handoff_over'],
      ...['not_allowed_now', 'not_asked', 'rating_closed', 'not_due'],
    ].sort(),
  );
});
