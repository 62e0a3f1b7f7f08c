/** Words as the search index sees them, and the ways in which one may stand in a text. */

/**
 * One spelling for comparison: small, without accents. Wider than the index's own folding (which knows Latin only), so
 * it is used where both sides are at hand.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıςßłøđæœ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');

/** Letters that Unicode does not take apart, as they are typed where the keyboard has them not. */
const LETTERS: Record<string, string> = { ı: 'i', ς: 'σ', ß: 'ss', ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe' };

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Scripts that put no spaces between words. */
const UNSPACED =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}/u;
/** Of a script that puts no spaces between words. */
export const isUnspaced = (word: string): boolean => UNSPACED.test(word);
const UNSPACED_RUN = new RegExp(`(?:(?:${UNSPACED.source}|ー)\\p{M}*)+`, 'gu');

/**
 * The words of a text, small; split as FTS5's unicode61 splits. What is written without spaces comes as its pairs of
 * characters, each run with its last one alone: 蓝牙耳机 is 蓝牙 牙耳 耳机 机.
 */
export const words = (text: string): string[] => {
  const found = text.normalize('NFC').toLowerCase().match(WORD) ?? [];
  return UNSPACED.test(text) ? found.flatMap(pairs) : found;
};

function pairs(word: string): string[] {
  return word
    .replace(UNSPACED_RUN, (run) => {
      const signs = run.match(/\P{M}\p{M}*/gu) ?? [];
      return ` ${signs.map((sign, n) => sign + (signs[n + 1] ?? '')).join(' ')} `;
    })
    .split(' ')
    .filter(Boolean);
}

export const folded = (text: string): string[] => words(text).map(fold);

/** One or more words in a row; where it is `open`, the last one may go on. */
export interface Phrase {
  words: string[];
  open: boolean;
}

/** Reads `ship*`, `money_back`. */
export const phrase = (text: string): Phrase => {
  const open = text.endsWith('*');
  return { words: (open ? text.slice(0, -1) : text).split('_'), open };
};

/** The same phrase for comparison with folded words. */
export const foldPhrase = ({ words: sought, open }: Phrase): Phrase => ({ words: sought.map(fold), open });

/** Whether a folded phrase stands in a text given as folded words. */
export function standsIn(text: readonly string[], { words: sought, open }: Phrase): boolean {
  const last = sought.length - 1;
  return text.some((_, at) =>
    sought.every((word, n) => {
      const there = text[at + n];
      return there !== undefined && (open && n === last ? there.startsWith(word) : there === word);
    }),
  );
}

const MOST_KNOWN = 4_000;

/**
 * Looks for many phrases at once: each word of a text is looked up, not each phrase in each text.
 * @param lists the phrases of each thing that is looked for
 * @returns whether each of them stands in a text given as folded words
 */
export function finder(lists: readonly (readonly Phrase[])[]): (text: readonly string[]) => boolean[] {
  const whole = new Map<string, Set<number>>();
  const beginnings = new Map<string, Set<number>>();
  const long = new Map<string, { phrase: Phrase; of: number }[]>();
  const put = (map: Map<string, Set<number>>, word: string, of: number) =>
    map.set(word, (map.get(word) ?? new Set()).add(of));
  for (const [of, list] of lists.entries()) {
    for (const phrase of list) {
      const [first = ''] = phrase.words;
      if (phrase.words.length > 1) long.set(first, [...(long.get(first) ?? []), { phrase, of }]);
      else put(phrase.open ? beginnings : whole, first, of);
    }
  }
  const known = new Map<string, number[]>();
  const lookUp = (word: string): number[] => {
    const found = new Set(whole.get(word));
    for (let end = 1; end <= word.length; end++)
      for (const of of beginnings.get(word.slice(0, end)) ?? []) found.add(of);
    const list = [...found];
    // Some of these live as long as the Worker does.
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, list);
    return list;
  };
  return (text) => {
    const there = lists.map(() => false);
    for (const [at, word] of text.entries()) {
      for (const of of known.get(word) ?? lookUp(word)) there[of] = true;
      for (const { phrase, of } of long.get(word) ?? [])
        there[of] ||= standsIn(text.slice(at, at + phrase.words.length), phrase);
    }
    return there;
  };
}

/** As an FTS5 string. Words consist of letters and digits only, so there is nothing to escape. */
export const ftsPhrase = ({ words: sought, open }: Phrase): string => `"${sought.join(' ')}"${open ? '*' : ''}`;

const ENGLISH_ENDINGS: readonly [string, string[]][] = [
  ['ies', ['y*', 'ie*']],
  ['ying', ['y*']],
  ['ings', ['*']],
  ['ing', ['*']],
  ['ed', ['*']],
  ['sses', ['ss*']],
  ['ches', ['ch*']],
  ['shes', ['sh*']],
  ['xes', ['x*']],
  ['ss', ['ss*']],
  ['s', ['*']],
  ['y', ['y*', 'ie*']],
  ['e', ['e*', 'ing']],
];

/**
 * The forms under which a word is looked for. English loses its endings by rule; in other languages a long word is looked
 * for by its beginning.
 */
export function formsOf(word: string, english: boolean): Phrase[] {
  const letters = [...word].length;
  if (/^\p{N}+$/u.test(word)) return numberForms(word);
  if (/\p{N}/u.test(word)) return mixedForms(word);
  if (!/^[a-z]+$/.test(fold(word)) || !english) {
    const kept = letters >= 8 ? letters - 2 : letters >= 6 ? letters - 1 : letters;
    // One sign of a script without spaces is indexed with the one behind it.
    const open = letters >= 4 || (letters === 1 && isUnspaced(word));
    return [{ words: [[...word].slice(0, kept).join('')], open }];
  }
  if (letters <= 3) return [phrase(word), phrase(`${word}s`)];
  const forms = [{ words: [word], open: letters > 4 }, phrase(`${word}s`)];
  for (const [ending, put] of ENGLISH_ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length < (ending === 's' || ending === 'e' ? 3 : 4)) continue;
    // "shipping" is "ship"; three letters alone would be the beginning of too much.
    const single = stem.replace(/([bdfglmnprt])\1$/, '$1');
    const base = single.length >= 4 ? single : stem;
    if (single.length === 3 && single !== stem) forms.push(phrase(single));
    forms.push(...put.map((tail) => (base.length < 4 && tail === '*' ? phrase(base) : phrase(base + tail))));
    break;
  }
  return forms;
}

/** 10000 also stands in texts as 10,000. */
const numberForms = (word: string): Phrase[] =>
  word.length > 3 && word.length <= 6
    ? [phrase(word), { words: [word.slice(0, -3), word.slice(-3)], open: false }]
    : [phrase(word)];

/** 65w also stands in texts as 65 W, wh1000 as WH-1000. */
function mixedForms(word: string): Phrase[] {
  const parts = word.match(/\p{N}+|[^\p{N}]+/gu) ?? [];
  return parts.length > 1 ? [phrase(`${word}*`), { words: parts, open: false }] : [phrase(`${word}*`)];
}

/** "powerbank" also stands in texts as "power bank". */
export function splitsOf(word: string): Phrase[] {
  if (!/^\p{L}{7,20}$/u.test(word)) return [];
  return Array.from({ length: word.length - 5 }, (_, n) => ({
    words: [word.slice(0, n + 3), word.slice(n + 3)],
    open: true,
  }));
}
