import { folded, isUnspaced } from '../../assistant/catalog/words';
import { storeToken } from '../../assistant/knowledge/index-text';

/** The words that somebody looks for: each may go on ("refu" finds "refund"), without its marks and in any case. */

/** More of them find nothing more. */
const MOST_TERMS = 12;

/** As the index has it: one word, or, where no spaces stand between words, a row of pairs. */
export type Term = readonly string[];

const PARTS = /[\p{L}\p{N}\p{M}]+/gu;

export const termsOf = (text: string): Term[] =>
  (text.normalize('NFC').match(PARTS) ?? [])
    .map((part) => folded(part))
    .filter((term) => term.length > 0)
    .slice(0, MOST_TERMS);

/** One letter is a word by itself: what begins with it is half of all there is. A sign of a script without spaces says more. */
const goesOn = (term: Term): boolean => {
  const last = term.at(-1) ?? '';
  return term.length > 1 || [...last].length > 1 || isUnspaced(last);
};

/** All of them, in one conversation of this store. Words consist of letters and digits only: nothing is to be escaped. */
export const matchOf = (store: string, terms: readonly Term[]): string =>
  [`store : "${storeToken(store)}"`, ...terms.map(said)].join(' AND ');

const said = (term: Term): string => `{who words} : "${term.join(' ')}"${goesOn(term) ? ' *' : ''}`;

/** From one character up to another, of the text as it was written. */
export type Mark = [from: number, to: number];

/** One of a text's words: where it stands, and as the index has it. */
interface Word {
  from: number;
  to: number;
  said: readonly string[];
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(PARTS)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    said: folded(found[0]),
  }));
}

/** What is one sign to a reader, its marks with it. */
const SIGN = /\P{M}\p{M}*/gu;

/** Where in a word a term stands; null where it does not. What only begins with it counts as a whole. */
function within({ from, to, said }: Word, text: string, term: Term): Mark | null {
  const last = term.length - 1;
  const open = goesOn(term);
  const at = said.findIndex((_, n) =>
    term.every((part, i) => (i === last && open ? said[n + i]?.startsWith(part) : said[n + i] === part)),
  );
  if (at < 0) return null;
  const signs = [...text.slice(from, to).matchAll(SIGN)];
  // Written without spaces: a pair begins with every sign, and the term ends with what its last part says.
  if (said.length === 1 || said.length !== signs.length) return [from, to];
  const beyond = signs[at + last + [...(term[last] ?? '')].length];
  return [from + (signs[at]?.index ?? 0), beyond ? from + beyond.index : to];
}

/** How many of the terms stand in a text (NFC), and where. */
export function marksIn(text: string, terms: readonly Term[]): { found: number; marks: Mark[] } {
  const words = wordsIn(text);
  const each = terms.map((term) =>
    words.flatMap((word) => {
      const mark = within(word, text, term);
      return mark ? [mark] : [];
    }),
  );
  return { found: each.filter((marks) => marks.length > 0).length, marks: together(each.flat()) };
}

/** In order, and none over another. */
function together(marks: Mark[]): Mark[] {
  const sorted = [...marks].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const kept: Mark[] = [];
  for (const [from, to] of sorted) {
    const before = kept.at(-1);
    if (before && from < before[1]) before[1] = Math.max(before[1], to);
    else kept.push([from, to]);
  }
  return kept;
}

/** So many characters around the first mark. */
const BEFORE = 60;
const EXCERPT = 240;

export interface Excerpt {
  text: string;
  marks: Mark[];
}

/** The part of a text in which its marks begin, as one line. */
export function excerptOf(text: string, marks: readonly Mark[]): Excerpt {
  const first = marks[0]?.[0] ?? 0;
  const from = first <= BEFORE || text.length <= EXCERPT ? 0 : nextWord(text, first - BEFORE, first);
  const cut = text.slice(from, from + EXCERPT);
  const head = from > 0 ? '…' : '';
  const tail = from + EXCERPT < text.length ? '…' : '';
  const shift = head.length - from;
  const shown = marks.flatMap(([a, b]): Mark[] =>
    a >= from && a < from + cut.length ? [[a + shift, Math.min(b, from + cut.length) + shift]] : [],
  );
  return { text: `${head}${cut.replace(/\s/g, ' ')}${tail}`, marks: shown };
}

/** The next beginning of a word from here on; here, where none comes in time. */
function nextWord(text: string, from: number, before: number): number {
  const space = text.slice(from, before).search(/\s\S/);
  return space < 0 ? from : from + space + 1;
}
