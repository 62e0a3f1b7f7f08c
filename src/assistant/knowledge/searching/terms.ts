import type { Term } from '../../catalog/question';
import { foldPhrase, type Phrase } from '../../catalog/words';
import { coloursLike } from './colours';

/** Further ways in which a term may stand in a text: model numbers, umlauts typed as two letters, colours in other languages. */

const MOST_FORMS = 60;
const LONGEST_CODE = 24;

/**
 * The terms of a question with the forms that only the whole question and the shop tell.
 * @param terms in the order in which they were written
 */
export const expand = (terms: Term[]): Term[] =>
  terms.map((term, n) =>
    withForms(term, [
      ...coloursLike(term.word),
      ...codesAround(terms, n),
      ...piecesOf(term.word.replaceAll(' ', '')),
      ...umlautsOf(term.word),
    ]),
  );

/** The same term, found by more. Forms are folded: so are the index and what they are compared with. */
export function withForms(term: Term, more: Phrase[]): Term {
  const forms = new Map(term.forms.map((form) => [keyOf(form), form]));
  for (const form of more.map(foldPhrase)) forms.set(keyOf(form), form);
  const kept = [...forms.values()].slice(0, MOST_FORMS);
  return { ...term, sought: kept, forms: kept };
}

const keyOf = ({ words, open }: Phrase) => `${words.join(' ')}${open ? '*' : ''}`;
const hasDigit = (word: string) => /\p{N}/u.test(word);
const isPlain = (word: string) => /^[\p{L}\p{N}]+$/u.test(word);

/** "wh 1000xm5" also stands in texts as "WH1000XM5" and "WH-1000-XM5": what stands together, joined. */
function codesAround(terms: Term[], at: number): Phrase[] {
  const found: Phrase[] = [];
  for (let from = Math.max(0, at - 2); from <= at; from++) {
    for (let to = Math.max(from + 1, at); to <= Math.min(terms.length - 1, from + 2); to++) {
      const parts = terms.slice(from, to + 1).map(({ word }) => word.replaceAll(' ', ''));
      const joined = parts.join('');
      if (!parts.every(isPlain) || !hasDigit(joined) || joined.length > LONGEST_CODE) continue;
      found.push({ words: [joined], open: true }, ...piecesOf(joined));
    }
  }
  return found;
}

/** "wh1000xm5" also stands in texts as "WH-1000XM5": every way of parting it where letters and digits meet. */
function piecesOf(code: string): Phrase[] {
  const parts = code.match(/\p{N}+|[^\p{N}]+/gu) ?? [];
  if (parts.length < 2 || parts.length > 6 || !isPlain(code)) return [];
  const gaps = parts.length - 1;
  return Array.from({ length: 2 ** gaps - 1 }, (_, n) => {
    const words = [''];
    for (const [at, part] of parts.entries()) {
      if (at > 0 && ((n + 1) >> (at - 1)) & 1) words.push(part);
      else words[words.length - 1] += part;
    }
    return { words, open: true };
  });
}

/** "kopfhoerer" is "Kopfhörer" where the keyboard has no ö. */
function umlautsOf(word: string): Phrase[] {
  const plain = word.replace(/([aou])e/g, '$1');
  return plain === word || word.length < 4 ? [] : [{ words: [plain], open: word.length > 4 }];
}
