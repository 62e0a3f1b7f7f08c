import { type Finder, Grammar } from './trigger-patterns';
import { isOneOf, Reading, rarestOf, type Words } from './trigger-phrases';
import { type Clause, folded, isSlip, plain, wordsIn } from './trigger-text';
import type { FIRED, Language, Typos } from './trigger-words';

export type FiredReason = (typeof FIRED)[number];

/** A clause as its patterns read it, and which of its words each of these is. */
interface Said {
  text: Reading;
  from: readonly number[];
}

/** What is left of words, and where each of them stood. */
interface Left {
  words: string[];
  from: number[];
}
const NOTHING: Left = { words: [], from: [] };

/** From one word to before another. */
export interface Found {
  at: number;
  end: number;
}

/** A language's patterns, ready to read clauses. */
export class Reader {
  readonly #language: Language;
  readonly #grammar: Grammar;
  readonly #keys: Words | null;
  readonly #made = new Map<string, Finder>();
  readonly #spelling: ((word: string) => string[]) | null;
  readonly #read = new WeakMap<Clause, Said>();

  constructor(language: Language) {
    this.#language = language;
    this.#grammar = new Grammar(language.classes, language.shared);
    this.#keys = language.keys === undefined ? null : rarestOf(plain(language.keys));
    this.#spelling = language.typos ? spelling(language.typos) : null;
  }

  /** @returns which words of the clause do it; null where none do */
  fires(reason: FiredReason, clause: Clause, asked: boolean): Found | null {
    const said = this.#reading(clause);
    if (said.text.words.length === 0) return null;
    const { [reason]: lines, bare } = this.#language;
    const { [reason]: stated } = this.#language.stated ?? {};
    const alone = reason === 'customer_request' && !asked ? this.#find('bare', bare, said.text) : null;
    const meant = alone ?? this.#meant(reason, lines, said.text, reason === 'refund');
    if (meant || !stated || clause.asks) return inClause(said, meant);
    return inClause(said, this.#meant(`stated ${reason}`, stated, said.text, true));
  }

  /** Where a pattern matches, and nothing around it turns it round. */
  #meant(name: string, lines: string, text: Reading, plainly: boolean): Found | null {
    const finder = this.#finder(name, lines);
    for (let from = 0; from <= text.words.length; ) {
      const found = finder.find(text, from);
      if (!found) return null;
      if (!this.#turned(text, found, plainly)) return this.#whole(finder, text, found);
      from = found.at + 1;
    }
    return null;
  }

  /** A pattern may end before its sentence does, and another begin in it: "(ich will mit einem [Menschen) sprechen]". */
  #whole(finder: Finder, text: Reading, { at, end }: Found): Found {
    const next = finder.find(text, at + 1);
    return next && next.at < end ? { at, end: Math.max(end, next.end) } : { at, end };
  }

  /** Which words say that this is not the first time; null where none do. */
  again(clause: Clause): Found | null {
    const said = this.#reading(clause);
    return inClause(said, this.#find('again', this.#language.again, said.text));
  }

  /** How the words are counted that it tells of: see trigger-text. */
  get contractions(): Language['contractions'] {
    return this.#language.contractions;
  }

  /** A negation before, a "not needed" after, or a question about rules. */
  #turned(text: Reading, { at, end }: Found, plainly: boolean): boolean {
    const { no, unno, yes, after, asks } = this.#language;
    const before = this.#without('yes', yes, text.words.slice(0, at)).words;
    const negation = this.#finder('no', no).find(new Reading(before), 0);
    if (negation && !(unno && this.#finder('unno', `(${list(unno)})`).find(new Reading(before), negation.at + 1)))
      return true;
    const { mine } = this.#language;
    if (!plainly && mine && this.#has('mine', mine, new Reading(before))) return true;
    if (after && this.#has('after', after, new Reading(text.words.slice(end)))) return true;
    return plainly && this.#has('asks', asks, new Reading(text.words.slice(0, at)));
  }

  #reading(clause: Clause): Said {
    const known = this.#read.get(clause);
    if (known) return known;
    const { contractions } = this.#language;
    const said = wordsIn(clause[contractions]);
    const spelt = said.flatMap((word, n) => (this.#spelling?.(word) ?? [word]).map((one) => [one, n] as const));
    const words = spelt.map(([word]) => word);
    const left = this.#speaks(words) ? this.#said(words) : NOTHING;
    const from = left.from.map((n) => spelt[n]?.[1] ?? 0);
    const made = { text: new Reading(left.words), from };
    this.#read.set(clause, made);
    return made;
  }

  #speaks(words: string[]): boolean {
    const keys = this.#keys;
    return keys === null || words.some((word) => isOneOf(word, keys));
  }

  /** Without who the assistant is; nothing where it is about something else. */
  #said(words: string[]): Left {
    const { mask, never } = this.#language;
    return never && this.#has('never', never, new Reading(words)) ? NOTHING : this.#without('mask', mask, words);
  }

  /** What is left out leaves a gap behind, over which nothing matches. */
  #without(name: string, lines: string | undefined, words: string[]): Left {
    const from = words.map((_, n) => n);
    if (!lines) return { words, from };
    const find = this.#finder(name, lines);
    let left = words;
    for (
      let found = find.find(new Reading(left), 0);
      found && found.end > found.at;
      found = find.find(new Reading(left), found.at + 1)
    ) {
      left = [...left.slice(0, found.at), GAP, ...left.slice(found.end)];
      from.splice(found.at + 1, found.end - found.at - 1);
    }
    return { words: left, from };
  }

  #has(name: string, lines: string, text: Reading): boolean {
    return this.#find(name, lines, text) !== null;
  }

  #find(name: string, lines: string | undefined, text: Reading): Found | null {
    return lines ? this.#finder(name, lines).find(text, 0) : null;
  }

  #finder(name: string, lines: string): Finder {
    const known = this.#made.get(name);
    if (known) return known;
    const made = this.#grammar.finder(lines);
    this.#made.set(name, made);
    return made;
  }
}

/** In the clause's own words: what is spelt right may be more of them, and a gap stands for several. */
const inClause = ({ from }: Said, found: Found | null): Found | null =>
  found && { at: from[found.at] ?? 0, end: (from[found.end - 1] ?? 0) + 1 };

const GAP = '·';
const list = (words: string): string => words.trim().split(/\s+/).join('|');

/** Puts right what is a slip away from a word that matters. */
function spelling({ words, near, instead }: Typos): (word: string) => string[] {
  const right = wordsIn(folded(words));
  const fixed = new Map([...right, ...near.split(/\s+/)].map((word) => [word, [word]]));
  for (const pair of instead.split(/\s+/)) {
    const [said, meant] = pair.split('=');
    if (said && meant) fixed.set(said, meant.split('_'));
  }
  return (word) => {
    const known = fixed.get(word);
    if (known) return known;
    if (word.length < SHORTEST || word.length > LONGEST) return [word];
    const plain = word.replace(/(\p{L})\1{2,}/gu, '$1');
    const meant = right.find((one) => one.length > SHORTEST && isSlip(plain, one));
    return [meant ?? word];
  };
}
const SHORTEST = 4;
const LONGEST = 20;
