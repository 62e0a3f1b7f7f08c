import type { Question } from '../assistant';
import { countryNames } from './countries';
import { GOING_ON } from './follow-words';
import { foldedList, LEXICON } from './lexicon';
import type { Term, Understood } from './question';
import { fold, type Phrase, standsIn } from './words';

const JOINTS = foldedList(GOING_ON);
/** A message of so few words may leave out what the one before it said. */
const FEW = 2;

/**
 * The earlier question that a message goes on from: "and to Italy?", "under 50?"
 * @param sure the message is answered well by itself
 * @returns null where it stands alone, or a person has spoken since
 */
export function goesOnFrom(history: Question['history'], { said, terms }: Understood, sure: boolean): string | null {
  const joint = JOINTS.some((one) => standsIn(said.slice(0, one.words.length), one));
  if (sure ? !joint || terms.length > FEW : !joint && terms.length > FEW) return null;
  const asked = history.findLastIndex((message) => message.from === 'customer');
  const answered = history.slice(asked + 1);
  if (asked < 0 || answered.length === 0 || answered.some(({ from }) => from !== 'assistant')) return null;
  return history[asked]?.text ?? null;
}

/** Of these, a new one takes the place of the old one. */
const KINDS: ((said: string) => boolean)[] = [
  (said) => countryNames(said).length > 0,
  (said) => LEXICON.colours.some((one: Phrase) => standsIn([said], one)),
  (said) => /\p{N}/u.test(said),
];

/** A question together with the one that it goes on from. */
export function joined(earlier: Understood, asked: Understood): Understood {
  const has = (terms: Term[], kind: (said: string) => boolean) => terms.some(({ word }) => kind(fold(word)));
  const replaced = KINDS.filter((kind) => has(asked.terms, kind));
  const kept = earlier.terms.filter(({ word }) => !replaced.some((kind) => kind(fold(word))));
  const fresh = asked.terms.filter(({ word }) => !kept.some((one) => one.word === word));
  return {
    ...asked,
    terms: [...kept, ...fresh],
    query: [earlier.query, asked.query].filter(Boolean).join(' '),
    limit: asked.limit ?? earlier.limit,
    filters: asked.limit ? asked.filters : earlier.filters,
    cheap: asked.cheap || earlier.cheap,
    leans: asked.leans ?? earlier.leans,
    hints: [...earlier.hints, ...asked.hints],
    steps: asked.steps || earlier.steps,
    order: asked.order || earlier.order,
    said: [...earlier.said, ...asked.said],
  };
}
