import type { Classes } from './trigger-patterns';
import { ENGLISH } from './trigger-patterns-en';
import { LATIN } from './trigger-words-latin';
import { OTHER } from './trigger-words-other';

export const FIRED = ['escalation', 'refund', 'complaint', 'customer_request'] as const;

/** What a language's customers say, as patterns (see trigger-patterns) over its classes of words. */
export interface Language extends Record<(typeof FIRED)[number], string> {
  /** How contractions are read: "dont", or as two words. */
  contractions: 'joined' | 'apart';
  classes: Classes;
  /** Brackets that many patterns share: `{name}` in them. */
  shared?: Classes;
  /** Without one of these, a message asks for nothing in this language, and its patterns need not even be made. */
  keys?: string;
  /** Left out of a clause before anything is looked for. */
  mask?: string;
  /** A clause that holds it asks for nothing. */
  never?: string;
  /** A clause's beginning that turns round what follows. */
  no: string;
  /** Words between a negation and a match that take its force away. */
  unno?: string;
  /** Holds a negation and turns nothing round. */
  yes?: string;
  /** Whose boss it is: not the shop's. */
  mine?: string;
  /** Turns round what came before it. */
  after?: string;
  /** What counts as a statement only: not in a question, nor after one of `asks`. */
  stated?: Partial<Record<(typeof FIRED)[number], string>>;
  /** Before a demand for money, it makes a question about rules of it. */
  asks: string;
  /** Somewhere in a message that asks for a person: it is not the first time. */
  again?: string;
  /** A message that says nothing else; with a question mark it asks who is there. */
  bare?: string;
  typos?: Typos;
}

export interface Typos {
  /** Words that are recognized with a slip of the finger. */
  words: string;
  /** What is a word of its own, though only a slip away. */
  near: string;
  /** Spellings that people use on purpose, or too short for slips: `said=meant`. */
  instead: string;
}

/** By language. */
export const LANGUAGES: Record<string, Language> = { en: ENGLISH, ...LATIN, ...OTHER };
