import { either, isOneOf, type Lazy, Phrases, type Reading } from './trigger-phrases';
import { plain } from './trigger-text';

/**
 * Patterns over folded words (see trigger-text). A line is one pattern:
 *
 * - `word` stands for itself, `wor*` for any ending, `two_words` for both in this order, `(a|b <c>)` for either
 * - `<name>` is one of a class's words; classes are lists apart by spaces and may hold other classes
 * - `?` after a word, a class or brackets: may be missing; `*`: up to six of them; `+`: one to six
 * - `..3` up to three words of any kind
 * - `{name}` is one of the language's own brackets, which many lines share
 * - `^` and `$` are where a clause begins and ends; `&<name>`: ends here or goes on with that class; `!<name>`: does not
 *
 * They are walked, not made into regular expressions: fourteen languages would be megabytes of them, compiled in every
 * object that wakes. All repetition is bounded, so no text makes a walk long.
 */
export type Classes = Record<string, string>;

const MOST = 6;
/** About how many words a class has. */
const CLASS = 30;

/** Between the words of a list. */
const APART = /[|\s]+/;

/** Calls back with each place where a match may end, until that says true. */
type Walk = (text: Reading, at: number, then: (end: number) => boolean) => boolean;

interface Step {
  walk: Walk;
  /** What it may begin with; null: with anything, or it may be empty. */
  first: Lazy | null;
  /** One of these stands somewhere in whatever it matches; null: nothing has to. */
  needs: Lazy | null;
}

/** Compiles a language's patterns; each class of words once. */
export class Grammar {
  readonly #classes: Classes;
  readonly #shared: Classes;
  readonly #steps = new Map<string, Step>();
  readonly #phrases = new Map<string, Phrases>();
  /** Classes as messages are folded: the whole of a list at once, and when it is first needed. */
  readonly #folded = new Map<string, string>();

  /** @param shared brackets by the names that lines call them by */
  constructor(classes: Classes, shared: Classes = {}) {
    this.#classes = classes;
    this.#shared = shared;
  }

  /** @param lines one pattern each */
  finder(lines: string): Finder {
    const all = plain(lines)
      .split('\n')
      .map((line) => line.trim());
    return new Finder(all.filter(Boolean).map((line) => new Parser(line, this).whole()));
  }

  /** What many lines share is made once. */
  shared(name: string): Step {
    const known = this.#steps.get(name);
    if (known) return known;
    const { [name]: line } = this.#shared;
    if (line === undefined) throw new Error(`nothing that is shared is called ${name}`);
    const made = new Parser(plain(line), this).whole();
    this.#steps.set(name, made);
    return made;
  }

  words(list: string): Phrases {
    const known = this.#phrases.get(list);
    if (known) return known;
    // Words are put together when they are needed; a class that is not there must be seen now.
    let size = 1;
    for (const sign of list) if (sign === '|') size += 1;
    for (const [word] of list.matchAll(/<\w+>/g)) if (this.#held(word) !== null) size += CLASS;
    const made = new Phrases(size, () => this.#listed(list));
    this.#phrases.set(list, made);
    return made;
  }

  #listed(list: string): string[] {
    const all: string[] = [];
    for (const word of list.split(APART)) {
      const held = this.#held(word);
      if (held !== null) all.push(...this.#listed(held));
      else if (word !== '') all.push(word);
    }
    return all;
  }

  /** What a class holds; null for a word. */
  #held(word: string): string | null {
    if (!word.startsWith('<')) return null;
    const name = word.slice(1, -1);
    const known = this.#folded.get(name);
    if (known !== undefined) return known;
    const { [name]: held } = this.#classes;
    if (held === undefined) throw new Error(`no class of words is called ${name}`);
    const made = plain(held);
    this.#folded.set(name, made);
    return made;
  }
}

/** Looks for several patterns at once, and only for those whose words are there. */
export class Finder {
  readonly #always: Step[];
  readonly #byWord = new Map<string, Step[]>();
  readonly #byBeginning: [beginning: string, step: Step][] = [];

  constructor(steps: Step[]) {
    this.#always = steps.filter(({ needs }) => needs === null);
    for (const step of steps) {
      for (const word of step.needs?.words.whole ?? []) {
        const others = this.#byWord.get(word);
        if (others) others.push(step);
        else this.#byWord.set(word, [step]);
      }
      for (const beginning of step.needs?.words.begun ?? []) this.#byBeginning.push([beginning, step]);
    }
  }

  /** Where any of the patterns matches first from a place on, and where that ends. */
  find(text: Reading, from: number): { at: number; end: number } | null {
    const steps = this.#likely(text.words);
    if (steps.size === 0) return null;
    for (let at = from; at <= text.words.length; at++) {
      const word = text.words[at];
      for (const { walk, first } of steps) {
        if (first && (word === undefined || !isOneOf(word, first.words))) continue;
        let end = -1;
        const ends = (last: number) => {
          end = last;
          return true;
        };
        if (walk(text, at, ends)) return { at, end };
      }
    }
    return null;
  }

  #likely(words: readonly string[]): Set<Step> {
    const steps = new Set(this.#always);
    for (const word of words) {
      for (const step of this.#byWord.get(word) ?? []) steps.add(step);
      for (const [beginning, step] of this.#byBeginning) if (word.startsWith(beginning)) steps.add(step);
    }
    return steps;
  }
}

/** `(a|b|<c>)` is one token, and one class of words: most brackets are, and a step for each word would take long to make. */
const ITEM = String.raw`(?:<\w+>|[^\s()|<>?+^$&!.{]+)`;
const TOKENS = new RegExp(
  String.raw`\(${ITEM}(?:\|${ITEM})*\)|[()|^$]|\.\.\d|\{\w+\}|[&!]?<\w+>|[?*+](?=[\s)|]|$)|[^\s()|<>?+]+`,
  'gu',
);

/** Reads one line; what is written wrong throws when a language is first compiled, which tests do. */
class Parser {
  readonly #tokens: string[];
  readonly #grammar: Grammar;
  #next = 0;

  constructor(line: string, grammar: Grammar) {
    this.#tokens = line.match(TOKENS) ?? [];
    this.#grammar = grammar;
  }

  whole(): Step {
    const step = this.#sequence();
    if (this.#next < this.#tokens.length) throw new Error(`what does ${this.#tokens[this.#next]} do here?`);
    return step;
  }

  #sequence(): Step {
    const steps: Step[] = [];
    for (let token = this.#tokens[this.#next]; token !== undefined && token !== '|' && token !== ')'; ) {
      steps.push(this.#item());
      token = this.#tokens[this.#next];
    }
    return steps.reduceRight(inOrder, NOTHING);
  }

  #item(): Step {
    const token = this.#tokens[this.#next++] ?? '';
    if (token === '^') return step((_, at, then) => at === 0 && then(at));
    if (token === '$') return step((text, at, then) => at === text.words.length && then(at));
    if (token.startsWith('..')) return repeat(step(anyWord), 0, Number(token.slice(2)));
    if (token[0] === '&' || token[0] === '!') return step(look(this.#grammar.words(token.slice(1)), token[0] === '&'));
    if (token.startsWith('{')) return this.#times(this.#grammar.shared(token.slice(1, -1)));
    if (token === '(') return this.#times(this.#either());
    return this.#times(this.#oneOf(token.startsWith('(') ? token.slice(1, -1) : token));
  }

  #oneOf(list: string): Step {
    const phrases = this.#grammar.words(list);
    const { first, needs } = phrases;
    return { walk: (text, at, then) => phrases.ends(text, at).some(then), first, needs };
  }

  #either(): Step {
    const steps = [this.#sequence()];
    while (this.#tokens[this.#next] === '|') {
      this.#next++;
      steps.push(this.#sequence());
    }
    if (this.#tokens[this.#next++] !== ')') throw new Error('a bracket stays open');
    return {
      walk: (text, at, then) => steps.some(({ walk }) => walk(text, at, then)),
      first: either(steps.map(({ first }) => first)),
      needs: either(steps.map(({ needs }) => needs)),
    };
  }

  #times(one: Step): Step {
    const { [this.#next]: sign } = this.#tokens;
    if (sign !== '?' && sign !== '*' && sign !== '+') return one;
    this.#next++;
    return repeat(one, sign === '+' ? 1 : 0, sign === '?' ? 1 : MOST);
  }
}

const step = (walk: Walk): Step => ({ walk, first: null, needs: null });
const NOTHING = step((_, at, then) => then(at));
const anyWord: Walk = (text, at, then) => at < text.words.length && then(at + 1);

/** Of what both need, what is rarer is looked for. */
const inOrder = (rest: Step, one: Step): Step => ({
  walk: (text, at, then) => one.walk(text, at, (end) => rest.walk(text, end, then)),
  first: one.first,
  needs: !one.needs || (rest.needs && rest.needs.size < one.needs.size) ? rest.needs : one.needs,
});

const look =
  (phrases: Phrases, wanted: boolean): Walk =>
  (text, at, then) =>
    (wanted ? at === text.words.length || phrases.ends(text, at).length > 0 : phrases.ends(text, at).length === 0) &&
    then(at);

/** Few first. */
function repeat(one: Step, least: number, most: number): Step {
  const from =
    (done: number): Walk =>
    (text, at, then) =>
      (done >= least && then(at)) ||
      (done < most && one.walk(text, at, (end) => end > at && from(done + 1)(text, end, then)));
  return { walk: from(0), first: least > 0 ? one.first : null, needs: least > 0 ? one.needs : null };
}
