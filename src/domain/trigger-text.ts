/** A message as patterns read it: clauses, and in them folded words with one space on both sides of each. */

export interface Clause {
  /** As it was written. */
  said: string;
  /** ` words apart by one space `; an apostrophe is a space. */
  apart: string;
  /** The same, with contractions as one word: "don’t" is " dont ". */
  joined: string;
  /** Whether it ends with a question mark. */
  asks: boolean;
}

/** Joiners, directional marks, soft hyphens and control characters say nothing, but may stand inside a word. */
const UNSEEN = /\p{Cf}|\p{Cc}|\p{Co}|\u034f|\u115f|\u1160|\u3164|[\ufe00-\ufe0f]/gu;
const APOSTROPHES = "'’‘ʼ`´＇";
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'g');

/** What cannot be seen is taken out; lines stay apart. */
export const visible = (text: string): string =>
  text
    .replace(/[\n\r\t\v\f\u2028\u2029]+/g, '\n')
    .replace(UNSEEN, (c) => (c === '\n' ? c : ''))
    .replace(/\p{Cs}/gu, '');

/**
 * Small letters without accents, words apart by one space. Turkish dotless ı, Polish ł, Greek final ς and the Arabic
 * spellings of alef and teh that people mix up become one.
 */
export function folded(text: string): string {
  const words = plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? ' ' : ` ${words} `;
}
/** Without accents, in small letters; whatever is no letter stays. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[ıłςىةß]/g, (c) => SAME[c] ?? c);
const SAME: Record<string, string> = { ı: 'i', ł: 'l', ς: 'σ', ى: 'ي', ة: 'ه', ß: 'ss' };

/** The words of a folded text. */
export const wordsIn = (text: string): string[] => text.trim().split(' ').filter(Boolean);

/** Of a text, in UTF-16 units. */
export interface Stretch {
  start: number;
  /** Before it. */
  end: number;
}

/** Where the words of a text stand in it: folding looks at one sign at a time, and keeps their order. */
export function stretchesOf(text: string, contractions: 'apart' | 'joined'): Stretch[] {
  const words: Stretch[] = [];
  let word: Stretch | null = null;
  let start = 0;
  for (const sign of text) {
    const end = start + sign.length;
    const isNothing = contractions === 'joined' && APOSTROPHES.includes(sign);
    // One sign may be several words: "½" is a 1 and a 2.
    for (const letter of isNothing ? '' : plain(sign)) {
      if (!/[\p{L}\p{N}]/u.test(letter)) word = null;
      else if (word) word.end = end;
      else {
        word = { start, end };
        words.push(word);
      }
    }
    start = end;
  }
  return words;
}

/** "can you, please, …" is one clause. */
const ASIDES = /\s*,\s*(please|pls|plz|kindly|thanks|if possible)\b\s*,?/giu;

/** "Somebody, with whom I can talk" and "not that, what I ordered" too. */
const RELATIVE =
  /\s*,\s*(?=(?:was|co|що|что|че)\s|(?:с|със|на|mit|con|met|z|з|με|à|cu)\s+(?:когото|който|кого|dem|der|quien|cui|wie|kim|ким|τον|qui|care)\s)/giu;

/** A negation reaches to the end of its clause, so clauses also end where a new wish begins. */
const CLAUSE_ENDS =
  /([.!?;:,\n،؛؟…–—。！？，]+)|\s-\s|\s(?=(?:but|aber|sondern|sino|pero|maar|mas|ale|dar|αλλά|ama|але|а|но|لكن|und|et)\s)/giu;

export function clausesOf(text: string): Clause[] {
  const parts = text.replace(ASIDES, ' $1 ').replace(RELATIVE, ' ').split(CLAUSE_ENDS);
  return parts
    .flatMap((part, n) => (n % 2 === 0 && part !== undefined ? [clauseOf(part.trim(), parts[n + 1] ?? '')] : []))
    .filter(({ apart }) => apart !== ' ');
}

function clauseOf(said: string, end: string): Clause {
  const asks = /[?؟？]/.test(end) || (end.startsWith(';') && /\p{Script=Greek}/u.test(said));
  return { said, asks, apart: folded(said), joined: folded(said.replace(APOSTROPHE, '')) };
}

/**
 * Whether one is the other with letters missing, too many, wrong, or two in the wrong order: at most one such slip, and two
 * in words from ten letters on. The first letter stands, or changed places with the second.
 */
export function isSlip(said: string, word: string, most = word.length >= 10 ? 2 : 1): boolean {
  if (Math.abs(said.length - word.length) > most) return false;
  if (said[0] !== word[0] && !(said[0] === word[1] && said[1] === word[0])) return false;
  return distance(said, word) <= most;
}

/** Optimal string alignment: Levenshtein, and two neighbours in the wrong order count once. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? least) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
