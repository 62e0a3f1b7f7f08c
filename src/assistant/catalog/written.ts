import { asksHowFar } from './own-order';
import { type Understood, understand } from './question';
import type { ScoredPassage } from './score';
import { folded } from './words';

/** That the team's own answer to this very question is right. */
export const WRITTEN = 0.97;

/**
 * The passage in which the team answered this very question: in the same words, or, of how far somebody's own order
 * is, in any. No search knows better than they do.
 */
export function writtenFor(asked: Understood, passages: readonly ScoredPassage[]): ScoredPassage | null {
  const said = asked.said.join(' ');
  const howFar = isHowFar(asked);
  return (
    passages.find(({ found: { lang, heading } }) => {
      if (lang === null) return false;
      return folded(heading).join(' ') === said || (howFar && isHowFar(understand(heading, lang)));
    }) ?? null
  );
}

/** Where an order is, and not what else somebody may want of theirs. */
export const isHowFar = ({ order, said }: Understood): boolean => order && asksHowFar(said);
