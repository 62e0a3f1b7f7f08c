import { type Finder, Grammar } from './trigger-patterns';
import { isOneOf, Reading, rarestOf, type Words } from './trigger-phrases';
import { type Clause, folded, isSlip } from './trigger-text';
import type { FIRED, Language, Typos } from './trigger-words';

export type FiredReason = (typeof FIRED)[number];

/** A language's patterns, ready to read clauses. */
export class Reader {
  readonly #language: Language;
  readonly #grammar: Grammar;
  readonly #keys: Words | null;
  readonly #made = new Map<string, Finder>();
  readonly #spelling: ((word: string) => string[]) | null;
  readonly #read = new WeakMap<Clause, Reading>();

  constructor(language: Language) {
    this.#language = language;
    this.#grammar = new Grammar(language.classes);
    this.#keys = language.keys === undefined ? null : rarestOf(language.keys);
    this.#spelling = language.typos ? spelling(language.typos) : null;
  }

  fires(reason: FiredReason, clause: Clause, asked: boolean): boolean {
    const text = this.#reading(clause);
    if (text.words.length === 0) return false;
    const { [reason]: lines, bare } = this.#language;
    if (reason === 'customer_request' && bare && !asked && this.#has('bare', bare, text)) return true;
    const { [reason]: stated } = this.#language.stated ?? {};
    return (
      this.#meant(reason, lines, text, reason === 'refund') ||
      (stated !== undefined && !clause.asks && this.#meant(`stated ${reason}`, stated, text, true))
    );
  }

  /** Whether a pattern matches, and nothing around it turns it round. */
  #meant(name: string, lines: string, text: Reading, plainly: boolean): boolean {
    const finder = this.#finder(name, lines);
    for (let from = 0; from <= text.words.length; ) {
      const found = finder.find(text, from);
      if (!found) return false;
      if (!this.#turned(text, found, plainly)) return true;
      from = found.at + 1;
    }
    return false;
  }

  /** Whether it says that this is not the first time. */
  again(clause: Clause): boolean {
    const { again } = this.#language;
    return again !== undefined && this.#has('again', again, this.#reading(clause));
  }

  /** A negation before, a "not needed" after, or a question about rules. */
  #turned(text: Reading, { at, end }: { at: number; end: number }, plainly: boolean): boolean {
    const { no, unno, yes, after, asks } = this.#language;
    const before = this.#without('yes', yes, text.words.slice(0, at));
    const negation = this.#finder('no', no).find(new Reading(before), 0);
    if (negation && !(unno && this.#finder('unno', `(${list(unno)})`).find(new Reading(before), negation.at + 1)))
      return true;
    const { mine } = this.#language;
    if (!plainly && mine && this.#has('mine', mine, new Reading(before))) return true;
    if (after && this.#has('after', after, new Reading(text.words.slice(end)))) return true;
    return plainly && this.#has('asks', asks, new Reading(text.words.slice(0, at)));
  }

  #reading(clause: Clause): Reading {
    const known = this.#read.get(clause);
    if (known) return known;
    const { contractions } = this.#language;
    const said = clause[contractions].trim().split(' ').filter(Boolean);
    const spelt = this.#spelling ? said.flatMap(this.#spelling) : said;
    const made = new Reading(this.#speaks(spelt) ? this.#said(spelt) : []);
    this.#read.set(clause, made);
    return made;
  }

  #speaks(words: string[]): boolean {
    const keys = this.#keys;
    return keys === null || words.some((word) => isOneOf(word, keys));
  }

  /** Without who the assistant is; nothing where it is about something else. */
  #said(words: string[]): string[] {
    const { mask, never } = this.#language;
    return never && this.#has('never', never, new Reading(words)) ? [] : this.#without('mask', mask, words);
  }

  /** What is left out leaves a gap behind, over which nothing matches. */
  #without(name: string, lines: string | undefined, words: string[]): string[] {
    if (!lines) return words;
    const find = this.#finder(name, lines);
    let left = words;
    for (
      let found = find.find(new Reading(left), 0);
      found && found.end > found.at;
      found = find.find(new Reading(left), found.at + 1)
    )
      left = [...left.slice(0, found.at), GAP, ...left.slice(found.end)];
    return left;
  }

  #has(name: string, lines: string, text: Reading): boolean {
    return this.#finder(name, lines).find(text, 0) !== null;
  }

  #finder(name: string, lines: string): Finder {
    const known = this.#made.get(name);
    if (known) return known;
    const made = this.#grammar.finder(lines);
    this.#made.set(name, made);
    return made;
  }
}

const GAP = '·';
const list = (words: string): string => words.trim().split(/\s+/).join('|');

/** Puts right what is a slip away from a word that matters. */
function spelling({ words, near, instead }: Typos): (word: string) => string[] {
  const right = folded(words).trim().split(' ').filter(Boolean);
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
