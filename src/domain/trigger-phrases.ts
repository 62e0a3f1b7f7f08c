import { folded } from './trigger-text';

/** Words, and beginnings of words. */
export interface Words {
  whole: ReadonlySet<string>;
  begun: readonly string[];
}

/** A clause's words, and what classes were found where. */
export class Reading {
  readonly known = new Map<Phrases, (readonly number[] | undefined)[]>();
  readonly words: readonly string[];
  constructor(words: readonly string[]) {
    this.words = words;
  }
}

const NOWHERE: readonly number[] = [];

/** Words and phrases of a class. */
export class Phrases {
  readonly first: Words;
  readonly needs: Words;
  readonly #byFirst = new Map<string, string[][]>();
  readonly #open: string[][] = [];

  constructor(list: readonly string[]) {
    const rarest: string[] = [];
    for (const phrase of list) {
      const words = phrase.split('_').map(fold);
      const [first = ''] = words;
      rarest.push(words.reduce((a, b) => (b.length > a.length ? b : a)));
      const others = this.#byFirst.get(first);
      if (first.endsWith('*')) this.#open.push(words);
      else if (others) others.push(words);
      else this.#byFirst.set(first, [words]);
    }
    this.first = wordsOf([...this.#byFirst.keys(), ...this.#open.map(([first = '']) => first)]);
    this.needs = wordsOf(rarest);
  }

  /** Where phrases that begin here end; the longest first. */
  ends(text: Reading, at: number): readonly number[] {
    const known = text.known.get(this) ?? [];
    const ends = known[at] ?? this.#find(text.words, at);
    known[at] = ends;
    text.known.set(this, known);
    return ends;
  }

  #find(words: readonly string[], at: number): readonly number[] {
    const first = words[at];
    const begun = first === undefined ? undefined : this.#byFirst.get(first);
    if (first === undefined || (!begun && this.#open.length === 0)) return NOWHERE;
    const fits = (phrase: string[]) => phrase.every((word, n) => isWord(words[at + n], word));
    const found = [...(begun ?? []), ...this.#open].filter(fits).map(({ length }) => at + length);
    return [...new Set(found)].sort((a, b) => b - a);
  }
}

const isWord = (said: string | undefined, word: string): boolean =>
  said !== undefined && (word.endsWith('*') ? said.startsWith(word.slice(0, -1)) : said === word);

const fold = (word: string): string => {
  if (/^[a-z0-9]+\*?$/.test(word)) return word;
  return word.endsWith('*') ? `${folded(word.slice(0, -1)).trim()}*` : folded(word).trim();
};

const wordsOf = (list: readonly string[]): Words => ({
  whole: new Set(list.filter((word) => !word.endsWith('*'))),
  begun: list.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
});

export const both = (a: Words | null, b: Words | null): Words | null =>
  a && b && { whole: new Set([...a.whole, ...b.whole]), begun: [...a.begun, ...b.begun] };

/** Of each phrase the longest word: without it, the phrase is not there. */
export const rarestOf = (list: string): Words => new Phrases(list.split(/\s+/).filter(Boolean)).needs;

export const isOneOf = (word: string, { whole, begun }: Words): boolean =>
  whole.has(word) || begun.some((beginning) => word.startsWith(beginning));

export const size = (words: Words): number => words.whole.size + words.begun.length;
