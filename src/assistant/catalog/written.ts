import { type Understood, understand } from './question';
import type { ScoredPassage } from './score';
import { folded } from './words';

/** That the team's own answer to this very question is right. */
export const WRITTEN = 0.97;

/**
 * The passage in which the team answered this very question: in the same words, or, of somebody's own order, in any. No
 * search knows better than they do.
 */
export function writtenFor(asked: Understood, passages: readonly ScoredPassage[]): ScoredPassage | null {
  const said = asked.said.join(' ');
  return (
    passages.find(({ found: { lang, heading } }) => {
      if (lang === null) return false;
      return folded(heading).join(' ') === said || (asked.order && understand(heading, lang).order);
    }) ?? null
  );
}
