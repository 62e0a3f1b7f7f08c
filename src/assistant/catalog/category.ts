import { LEXICON } from './lexicon';
import type { Scored } from './score';
import type { Found } from './search';
import type { Term } from './term';
import { fold, folded, standsIn } from './words';

/** A category that a question names: "headphones under 50" means what is one, not what is made for one. */

/** So many are a choice; with fewer, what comes close is worth showing too. */
const ENOUGH = 4;
/** What a category says of a product is a little less than its own name: so much less is as good. */
const AS_GOOD = 0.06;

/** "Lampes de bureau" are lamps: behind these, what stands before is what it is about. */
const OF = new Set(
  'de des du d di da del della per para pour con voor met do dla z cu pentru για за для от'.split(' '),
);

/**
 * Whether words of a question name a category by the last part of its path: "Electronics > Table lamps" are lamps, and
 * "Headphone cases" are no headphones.
 */
export function isNamed(category: string, terms: readonly Term[]): boolean {
  const last = folded(category.split(/\s*[>»|]\s*|\s+\/\s+/).at(-1) ?? '');
  const of = last.findIndex((word, n) => n > 0 && OF.has(word));
  const about = of > 0 ? last[of - 1] : last.at(-1);
  if (about === undefined) return false;
  const colour = (word: string) => LEXICON.colours.some((one) => standsIn([fold(word)], one));
  return terms.some(
    ({ everyday, word, forms }) => !everyday && !colour(word) && forms.some((form) => standsIn([about], form)),
  );
}

/**
 * Leaves only what belongs to a category that the question names, where that is enough and answers it as well as the rest.
 * @param scored best first
 */
export function ofNamedCategory(scored: Scored<Found>[], terms: readonly Term[]): Scored<Found>[] {
  const known = new Map<string, boolean>();
  const named = (category: string) => {
    const found = known.get(category) ?? isNamed(category, terms);
    known.set(category, found);
    return found;
  };
  const kept = scored.filter(({ found }) => found.category !== null && named(found.category));
  // What the word is said about matters more than what it names: "what does V30 mean on memory cards".
  const [first] = scored;
  const same = terms.every((_, n) => !first?.strengths[n] || kept[0]?.strengths[n]);
  const best = (some: Scored<Found>[]) => Math.max(0, ...some.map(({ coverage }) => coverage));
  return same && kept.length >= ENOUGH && best(kept) >= best(scored) - AS_GOOD ? kept : scored;
}
