import { LEXICON } from './lexicon';
import { readable } from './question';
import { fold, standsIn, words } from './words';

/** Where a message may hold one more question: behind a sentence, or before a word that begins one. */
const BREAK = /(?<=[?!;.…؟;])\s+|\n+|,\s+|\s+(?=(?:and|und|et|y|e|en|oraz|i|și|και|ve|та|і|и|و)\s)/u;
const JOINT = /^(?:and|und|et|y|e|en|oraz|i|și|και|ve|та|і|и|و|but|aber|mais|pero|ma|maar|also|so)\s+/iu;
const MAX_CLAUSES = 3;

const asks = (clause: string): boolean => {
  const said = words(clause).map(fold);
  const [first = ''] = said;
  if (/[?؟;]\s*$/u.test(clause) || LEXICON.whether.has(first)) return true;
  return [...LEXICON.help, ...LEXICON.having, ...LEXICON.shopping].some((one) => standsIn(said.slice(0, 4), one));
};

/**
 * The questions that stand in a message beside other things: "I fly a lot, which headphones are good?", "Do you ship to
 * Greece and can I pay by invoice?"
 * @returns none where the message is one question
 */
export function clausesOf(text: string): string[] {
  const parts = readable(text)
    .split(BREAK)
    .map((part) => part.trim().replace(JOINT, ''))
    .filter((part) => part !== '');
  if (parts.length < 2) return [];
  return parts.filter((part) => words(part).length >= 3 && asks(part)).slice(-MAX_CLAUSES);
}
