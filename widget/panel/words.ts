import en from '../locales/en.json';
import type later from '../locales/later/en.json';
import { directionOf, type Language } from './language';

type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
type WordsOf<English> = { [K in keyof English]: English[K] extends string ? string : Plural };
/** What is said at the first paint. English comes with it; the rest of English comes with what says it. */
type First = WordsOf<typeof en>;
type Later = WordsOf<typeof later>;
/** Every string that a customer meets. A language that lacks one does not compile. */
type Words = First & Later;
type TextKey<W> = { [K in keyof W]: W[K] extends string ? K : never }[keyof W];
type PluralKey = Exclude<keyof First, TextKey<First>>;

const LOAD: Record<Exclude<Language, 'en'>, () => Promise<{ default: Words }>> = {
  bg: () => import('../locales/bg.json'),
  de: () => import('../locales/de.json'),
  fr: () => import('../locales/fr.json'),
  es: () => import('../locales/es.json'),
  it: () => import('../locales/it.json'),
  nl: () => import('../locales/nl.json'),
  pt: () => import('../locales/pt.json'),
  pl: () => import('../locales/pl.json'),
  ro: () => import('../locales/ro.json'),
  el: () => import('../locales/el.json'),
  tr: () => import('../locales/tr.json'),
  uk: () => import('../locales/uk.json'),
  ar: () => import('../locales/ar.json'),
};

let words: First & Partial<Later> = en;
let language: Language = 'en';

/** Loads a language before anything is drawn. Where its file cannot be had, English stays. */
export async function speak(wanted: Language): Promise<Language> {
  if (wanted !== 'en') {
    try {
      words = (await LOAD[wanted]()).default;
      language = wanted;
    } catch {}
  }
  return language;
}

/** Adds the later part of English. Where another language is spoken, it has come whole. */
export function learn(more: Later): void {
  words = { ...more, ...words };
}

/** A string with its places filled: `{name}` and so on. Only for what is drawn once `learn` was called. */
export const sayAny = (key: TextKey<Words>, values: Record<string, string> = {}): string =>
  fill(words[key] ?? '', values).join('');

export const say = (key: TextKey<First>, values?: Record<string, string>): string => sayAny(key, values);

/** A counted string. */
export const count = (key: PluralKey, n: number, values: Record<string, string> = {}): string => {
  const forms: Plural = words[key];
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
  return fill(form, { ...values, n: new Intl.NumberFormat(language).format(n) }).join('');
};

/** The same in parts, for a place that is set in other type. */
export const sayInParts = (key: TextKey<Words>, values: Record<string, string>): string[] =>
  fill(words[key] ?? '', values);

/** Odd parts are the filled-in ones. Right to left, what comes from elsewhere is isolated (UAX 9, FSI … PDI). */
function fill(pattern: string, values: Record<string, string>): string[] {
  return pattern.split(/\{(\w+)\}/).map((part, i) => {
    if (i % 2 === 0) return part;
    const value = values[part] ?? '';
    return directionOf(language) === 'rtl' ? `\u2068${value}\u2069` : value;
  });
}
