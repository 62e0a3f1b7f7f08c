import { folded } from './trigger-text';

/**
 * Patterns over folded words (see trigger-text). A line is one pattern:
 *
 * - `word` stands for itself, `wor*` for any ending, `two_words` for both in this order, `(a|b <c>)` for either
 * - `<name>` is one of a class's words; classes are lists apart by spaces and may hold other classes
 * - `?` after a word, a class or brackets: may be missing; `*`: up to six of them; `+`: one to six
 * - `..3` up to three words of any kind
 * - `^` and `$` are where a clause begins and ends; `&<name>`: ends here or goes on with that class; `!<name>`: does not
 *
 * They are walked, not made into regular expressions: fourteen languages would be megabytes of them, compiled in every
 * object that wakes. All repetition is bounded, so no text makes a walk long.
 */
export type Classes = Record<string, string>;

const MOST = 6;

/** Calls back with each place where a match may end, until that says true. */
type Step = (text: Reading, at: number, then: (end: number) => boolean) => boolean;

/** A clause's words, and what classes were found where. */
export class Reading {
  readonly known = new Map<Phrases, (number[] | undefined)[]>();
  readonly words: readonly string[];
  constructor(words: readonly string[]) {
    this.words = words;
  }
}

/** Words and phrases of a class. */
class Phrases {
  readonly #byFirst = new Map<string, string[][]>();
  readonly #open: string[][] = [];

  constructor(list: readonly string[]) {
    for (const phrase of list) {
      const words = phrase.split('_').map(fold);
      const first = words[0] ?? '';
      if (first.endsWith('*')) this.#open.push(words);
      else this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), words]);
    }
  }

  /** Where phrases that begin here end; the longest first. */
  ends(text: Reading, at: number): number[] {
    let row = text.known.get(this);
    if (!row) text.known.set(this, (row = []));
    return (row[at] ??= this.#find(text.words, at));
  }

  #find(words: readonly string[], at: number): number[] {
    const first = words[at];
    if (first === undefined) return [];
    const fits = (phrase: string[]) => phrase.every((word, n) => isWord(words[at + n], word));
    const found = [...(this.#byFirst.get(first) ?? []), ...this.#open].filter(fits).map(({ length }) => at + length);
    return [...new Set(found)].sort((a, b) => b - a);
  }

  get every(): string[] {
    return [...this.#byFirst.keys(), ...this.#open.map(([first = '']) => first)];
  }
}

const isWord = (said: string | undefined, word: string): boolean =>
  said !== undefined && (word.endsWith('*') ? said.startsWith(word.slice(0, -1)) : said === word);

const fold = (word: string): string =>
  word.endsWith('*') ? `${folded(word.slice(0, -1)).trim()}*` : folded(word).trim();

/** Compiles a language's patterns; each class of words once. */
export class Grammar {
  readonly #classes: Classes;
  readonly #phrases = new Map<string, Phrases>();

  constructor(classes: Classes) {
    this.#classes = classes;
  }

  /** @returns where any of the patterns (one a line) matches first from a place on, and where that ends; or null */
  finder(lines: string): Finder {
    const all = lines.split('\n').map((line) => line.trim());
    const steps = all.filter(Boolean).map((line) => new Parser(line, (list) => this.#words(list)).whole());
    return (text, from) => {
      for (let at = from; at <= text.words.length; at++) {
        for (const step of steps) {
          let end = -1;
          const found = step(text, at, (last) => {
            end = last;
            return true;
          });
          if (found) return { at, end };
        }
      }
      return null;
    };
  }

  /** Each word that a class may begin with. */
  firstWords(list: string): string[] {
    return this.#words(list).every;
  }

  #words(list: string): Phrases {
    const known = this.#phrases.get(list);
    if (known) return known;
    const made = new Phrases(this.#listed(list));
    this.#phrases.set(list, made);
    return made;
  }

  #listed(list: string): string[] {
    return list
      .split(/\s+/)
      .filter(Boolean)
      .flatMap((word) => {
        const name = /^<(\w+)>$/.exec(word)?.[1];
        if (name === undefined) return [word];
        const { [name]: held } = this.#classes;
        if (held === undefined) throw new Error(`no class of words is called ${name}`);
        return this.#listed(held);
      });
  }
}
export type Finder = (text: Reading, from: number) => { at: number; end: number } | null;

const TOKENS = /[()|^$]|\.\.\d|[&!]?<\w+>|[?*+](?=[\s)|]|$)|[^\s()|<>?+]+/gu;

/** Reads one line; what is written wrong throws when a language is first compiled, which tests do. */
class Parser {
  readonly #tokens: string[];
  readonly #words: (list: string) => Phrases;

  constructor(line: string, words: (list: string) => Phrases) {
    this.#tokens = line.match(TOKENS) ?? [];
    this.#words = words;
  }

  whole(): Step {
    const step = this.#sequence();
    if (this.#tokens.length > 0) throw new Error(`what does ${this.#tokens[0]} do here?`);
    return step;
  }

  #sequence(): Step {
    const steps: Step[] = [];
    while (this.#tokens.length > 0 && this.#tokens[0] !== '|' && this.#tokens[0] !== ')') steps.push(this.#item());
    return steps.reduceRight<Step>(
      (rest, step) => (text, at, then) => step(text, at, (end) => rest(text, end, then)),
      (_, at, then) => then(at),
    );
  }

  #item(): Step {
    const token = this.#tokens.shift() ?? '';
    if (token === '^') return (_, at, then) => at === 0 && then(at);
    if (token === '$') return (text, at, then) => at === text.words.length && then(at);
    if (token.startsWith('..')) return repeat(anyWord, 0, Number(token.slice(2)));
    if (token[0] === '&' || token[0] === '!') return look(this.#words(token.slice(1)), token[0] === '&');
    return this.#times(token === '(' ? this.#either() : this.#oneOf(token));
  }

  #oneOf(list: string): Step {
    const phrases = this.#words(list);
    return (text, at, then) => phrases.ends(text, at).some(then);
  }

  #either(): Step {
    const steps = [this.#sequence()];
    while (this.#tokens[0] === '|') {
      this.#tokens.shift();
      steps.push(this.#sequence());
    }
    if (this.#tokens.shift() !== ')') throw new Error('a bracket stays open');
    return (text, at, then) => steps.some((step) => step(text, at, then));
  }

  #times(step: Step): Step {
    const [sign] = this.#tokens;
    if (sign !== '?' && sign !== '*' && sign !== '+') return step;
    this.#tokens.shift();
    return repeat(step, sign === '+' ? 1 : 0, sign === '?' ? 1 : MOST);
  }
}

const anyWord: Step = (text, at, then) => at < text.words.length && then(at + 1);

const look =
  (phrases: Phrases, wanted: boolean): Step =>
  (text, at, then) =>
    (wanted ? at === text.words.length || phrases.ends(text, at).length > 0 : phrases.ends(text, at).length === 0) &&
    then(at);

/** Few first. */
const repeat = (step: Step, least: number, most: number): Step => {
  const from =
    (done: number): Step =>
    (text, at, then) =>
      (done >= least && then(at)) || (done < most && step(text, at, (end) => end > at && from(done + 1)(text, end, then)));
  return from(0);
};
