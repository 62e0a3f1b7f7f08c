import { type Answers, COMMON, WORDS } from './consent-words';
import { triggerOf } from './triggers';

/** What a customer answered to "Shall I get somebody?" */
export type Consent = 'yes' | 'no';

/** More words than this are no answer any more, but something new. */
const MAX_WORDS = 8;

/**
 * Reads a short answer to an offer. Null where it is none, leaves it open, or is a no that goes on to another question;
 * a yes may go on to one, since whoever comes reads it.
 * @param lang BCP 47; looked at first with English, then all others, since people answer in the language they like
 */
export function consentOf(text: string, lang: string): Consent | null {
  if (triggerOf(text, lang)?.reason === 'customer_request') return 'yes';
  // "+" and "-" are how many write yes and no in Ukraine.
  const sign = /^\s*([+-])[+1-]*\s*$/.exec(text);
  if (sign) return sign[1] === '+' ? 'yes' : 'no';
  const said = wordsOf(text);
  if (said.length === 0 || said.length > MAX_WORDS) return null;
  const asks = /[?؟]|;\s*$/.test(text);
  const readings = (tables: (Table | undefined)[]) => tables.flatMap((table) => (table ? [read(said, table)] : []));
  const near = readings([TABLES.get(lang.toLowerCase().split('-')[0] ?? ''), TABLES.get('en')]);
  // Whichever language knows more of the words; the customer's own if they know the same.
  const best = near.reduce((a, b) => (b.unknown < a.unknown ? b : a));
  const answer = decide(best, asks);
  if (answer || best.unknown === 0) return answer;
  // In a language that nobody expects, every word has to be known, and no two languages may disagree.
  const others = readings([...TABLES.values()]).filter(({ unknown }) => unknown === 0);
  const [first, ...rest] = new Set(others.map((reading) => decide(reading, asks)));
  return rest.length === 0 ? (first ?? null) : null;
}

type Kind = keyof Answers;

interface Word {
  word: string;
  /** The sentence may end here. */
  ends: boolean;
}

/** What is said, in order; and how many words of it mean nothing that is known. */
interface Reading {
  kinds: (Kind | null)[];
  unknown: number;
}

function decide({ kinds, unknown }: Reading, asks: boolean): Consent | null {
  const has = (kind: Kind) => kinds.includes(kind);
  const first = kinds.find((kind) => kind !== 'polite');
  if (!first || has('unsure')) return null;
  if (unknown > 0 && first !== 'yes' && first !== 'no') return null;
  if (has('decline')) return kinds.lastIndexOf('yes') > kinds.lastIndexOf('decline') ? null : 'no';
  if (has('no')) return has('yes') || (asks && unknown > 0) ? null : 'no';
  const agrees = has('yes') || has('good');
  if (has('not')) return agrees ? null : 'no';
  if (has('soft')) return has('yes') ? 'yes' : has('good') ? null : 'no';
  return agrees ? 'yes' : null;
}

interface Meaning {
  kind: Kind;
  /** Counts only where all that follows in its sentence is known: Spanish "no" also stands before a verb. */
  apart: boolean;
}
interface Table {
  phrases: Map<string, Meaning>;
  longest: number;
  words: string[];
}

function read(said: Word[], { phrases, longest, words }: Table): Reading {
  const known = said.map(({ word }) => (words.includes(word) ? word : (words.find((w) => isTypo(word, w)) ?? word)));
  const at = (n: number): { meaning: Meaning | null; length: number } => {
    for (let length = Math.min(longest, said.length - n); length > 0; length--) {
      const meaning = phrases.get(known.slice(n, n + length).join(' '));
      if (meaning) return { meaning, length };
    }
    return { meaning: null, length: 1 };
  };
  const parts: { meaning: Meaning | null; ends: boolean }[] = [];
  for (let n = 0; n < said.length; ) {
    const { meaning, length } = at(n);
    n += length;
    parts.push({ meaning, ends: n === said.length || said[n - 1]?.ends === true });
  }
  // From behind, since what counts only apart depends on what follows in its sentence.
  let clear = true;
  const kinds = parts.reverse().map(({ meaning, ends }) => {
    clear ||= ends;
    const kind = meaning && (clear || !meaning.apart) ? meaning.kind : null;
    clear &&= kind !== null;
    return kind;
  });
  return { kinds: kinds.reverse(), unknown: kinds.filter((kind) => kind === null).length };
}

/** One letter wrong, missing, too many, or two in the wrong order; in long words only, never the first letter. */
function isTypo(said: string, word: string): boolean {
  if (word.length < 6 || said[0] !== word[0] || Math.abs(said.length - word.length) > 1) return false;
  let from = 1;
  while (from < word.length && said[from] === word[from]) from++;
  let off = 0;
  while (off < word.length - from && off < said.length - from && said.at(-1 - off) === word.at(-1 - off)) off++;
  const [a, b] = [said.slice(from, said.length - off), word.slice(from, word.length - off)];
  return a.length + b.length <= 2 || (a.length === 2 && a === [...b].reverse().join(''));
}

/** Small letters without accents, each only once in a row ("yesss"), as triggers fold them; "don’t" is one word. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640'’ʼ`]/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(/(\p{L})\1+/gu, '$1');

const WORD = /[\p{L}\p{N}]+|[👍👌✅✔☑🆗💯👎❌🚫🙅]/gu;

const wordsOf = (text: string): Word[] => {
  const folded = fold(text);
  return [...folded.matchAll(WORD)].map(({ 0: word, index }) => {
    const end = index + word.length;
    return { word, ends: /^\s*([^\s\p{L}\p{N}-]|-\s|$)/u.test(folded.slice(end)) };
  });
};

/** "not_now/yet" is "not now" and "not yet". */
const phrasesOf = (list: string): string[] =>
  list
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((entry) =>
      entry
        .split('_')
        .map((word) => word.split('/'))
        .reduce((heads, words) => heads.flatMap((head) => words.map((word) => `${head} ${word}`)), [''])
        .map((said) => fold(said.trim())),
    );

function tableOf(own: Partial<Answers>): Table {
  const phrases = new Map<string, Meaning>();
  for (const answers of [COMMON, own])
    for (const [kind, list] of Object.entries(answers) as [Kind, string][])
      for (const said of phrasesOf(list)) phrases.set(said.replace('~', ''), { kind, apart: said.endsWith('~') });
  const words = [...phrases.keys()].flatMap((said) => said.split(' '));
  return { phrases, longest: Math.max(...[...phrases.keys()].map((said) => said.split(' ').length)), words };
}

const TABLES = new Map(Object.entries(WORDS).map(([lang, own]) => [lang, tableOf(own)]));
