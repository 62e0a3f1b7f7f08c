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

/**
 * Words that are put together when a message first asks for them: of a language's thousands, most never are, and every
 * isolate that starts would pay for all.
 */
export class Lazy {
  /** About how many they are. */
  readonly size: number;
  readonly #make: () => Words;
  #made: Words | undefined;

  constructor(size: number, make: () => Words) {
    this.size = size;
    this.#make = make;
  }

  get words(): Words {
    this.#made ??= this.#make();
    return this.#made;
  }
}

interface Index {
  byFirst: ReadonlyMap<string, string[][]>;
  open: readonly string[][];
}

/** Words and phrases of a class, folded. */
export class Phrases {
  readonly first: Lazy;
  readonly needs: Lazy;
  readonly #list: () => readonly string[];
  #index: Index | undefined;

  /** @param size about how many the list has */
  constructor(size: number, list: () => readonly string[]) {
    this.#list = list;
    this.first = new Lazy(size, () => {
      const { byFirst, open } = this.#indexed();
      return wordsOf([...byFirst.keys(), ...open.map(([first = '']) => first)]);
    });
    this.needs = new Lazy(size, () => wordsOf(this.#list(), rarest));
  }

  #indexed(): Index {
    this.#index ??= indexOf(this.#list());
    return this.#index;
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
    const { byFirst, open } = this.#indexed();
    const first = words[at];
    const begun = first === undefined ? undefined : byFirst.get(first);
    if (first === undefined || (!begun && open.length === 0)) return NOWHERE;
    const fits = (phrase: string[]) => phrase.every((word, n) => isWord(words[at + n], word));
    const found = [...(begun ?? []), ...open].filter(fits).map(({ length }) => at + length);
    return [...new Set(found)].sort((a, b) => b - a);
  }
}

const isWord = (said: string | undefined, word: string): boolean =>
  said !== undefined && (word.endsWith('*') ? said.startsWith(word.slice(0, -1)) : said === word);

const wordsOf = (list: readonly string[], of: (phrase: string) => string = (word) => word): Words => {
  const whole = new Set<string>();
  const begun: string[] = [];
  for (const phrase of list) {
    const word = of(phrase);
    if (word.endsWith('*')) begun.push(word.slice(0, -1));
    else whole.add(word);
  }
  return { whole, begun };
};

function indexOf(list: readonly string[]): Index {
  const byFirst = new Map<string, string[][]>();
  const open: string[][] = [];
  for (const phrase of list) {
    const words = phrase.split('_');
    const [first = ''] = words;
    const others = byFirst.get(first);
    if (first.endsWith('*')) open.push(words);
    else if (others) others.push(words);
    else byFirst.set(first, [words]);
  }
  return { byFirst, open };
}

/** The longest word of a phrase: without it, the phrase is not there. */
const rarest = (phrase: string): string =>
  phrase.includes('_') ? phrase.split('_').reduce((a, b) => (b.length > a.length ? b : a)) : phrase;

/** What any of several may be; null where one of them may be anything. */
export function either(all: readonly (Lazy | null)[]): Lazy | null {
  const some = all.filter((one) => one !== null);
  if (some.length < all.length) return null;
  const size = some.reduce((sum, one) => sum + one.size, 0);
  return new Lazy(size, () => ({
    whole: new Set(some.flatMap(({ words }) => [...words.whole])),
    begun: some.flatMap(({ words }) => words.begun),
  }));
}

/** Of each phrase in a folded list the longest word. */
export const rarestOf = (list: string): Words => wordsOf(list.split(/\s+/).filter(Boolean), rarest);

export const isOneOf = (word: string, { whole, begun }: Words): boolean =>
  whole.has(word) || begun.some((beginning) => word.startsWith(beginning));
