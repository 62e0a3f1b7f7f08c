import type { Card } from '../protocol/common';
import { ar } from './phrases/ar';
import { bg } from './phrases/bg';
import { de } from './phrases/de';
import { el } from './phrases/el';
import { en } from './phrases/en';
import { es } from './phrases/es';
import { fr } from './phrases/fr';
import { it } from './phrases/it';
import { nl } from './phrases/nl';
import { pl } from './phrases/pl';
import { pt } from './phrases/pt';
import { ro } from './phrases/ro';
import { tr } from './phrases/tr';
import { uk } from './phrases/uk';

/** What the assistant says in words of its own. A language that misses one does not compile. */
export interface Phrases {
  hello: string;
  thanks: string;
  bye: string;
  /** To "ok", "yes", "great". */
  ok: string;
  /** To "are you a real person?" */
  about: string;
  /** How many products fit; `{n}` by the language's plural rules. */
  found: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  /** More fit than are shown. */
  best: string;
  cheaper: string;
  notCheaper: string;
  notAtPrice: string;
  /** Before what was found although it is not what was asked. */
  closest: string;
  noOrders: string;
  /** Instead of it, before the link that the store gave. */
  seeOrder: string;
  /** What that link is called. */
  yourOrder: string;
  /** Before `closest`. */
  notSure: string;
  /** Nothing was found at all. */
  unknown: string;
  /** It asks for a person by itself. */
  handover: string;
  /** It offers a person, and waits for a yes. */
  offer: string;
  /** To files without a word. */
  onlyFiles: string;
  /** Outside hours: what it can keep. */
  offerQuestion: string;
  /** What a person wrote; `{words}` is one or more of `quoted`. In words that fit any `{name}`. */
  wrote: string;
  /** The same where no name is told. */
  teamWrote: string;
  quoted: string;
  stock: Record<Card['availability'], string>;
}

const ALL = { ar, bg, de, el, en, es, fr, it, nl, pl, pt, ro, tr, uk };
export type PhraseLanguage = keyof typeof ALL;
export const PHRASE_LANGUAGES = Object.keys(ALL);

const isKnown = (lang: string): lang is PhraseLanguage => Object.hasOwn(ALL, lang);

/** The language of ours for a BCP 47 tag: by its first part, else English. */
export const phraseLanguage = (lang: string): PhraseLanguage => {
  const first = lang.toLowerCase().split('-')[0] ?? '';
  return isKnown(first) ? first : 'en';
};

export const phrasesFor = (lang: string): Phrases => ALL[phraseLanguage(lang)];

export const filesWords = (lang: string): string => phrasesFor(lang).onlyFiles;

/** "I found 3 that fit." */
export function foundWords(lang: string, n: number): string {
  const { found } = phrasesFor(lang);
  const form = found[new Intl.PluralRules(phraseLanguage(lang)).select(n)] ?? found.other;
  return form.replace('{n}', new Intl.NumberFormat(phraseLanguage(lang)).format(n));
}
