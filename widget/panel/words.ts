import { signal } from '@preact/signals';
import type en from '../locales/en.json';
import type more from '../locales/later/en.json';
import type { FIRST_WORDS } from './first-words';
import { directionOf, type Language } from './language';

/** The folder of the languages' files, put in by the build. */
declare const WORDS: string;

export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
type WordsOf<English> = { [K in keyof English]: English[K] extends string ? string : Plural };
/** Every string that a customer meets. */
export type Words = WordsOf<typeof en> & WordsOf<typeof more>;
type First = Pick<Words, (typeof FIRST_WORDS)[number]>;
export type TextKey<W> = { [K in keyof W]: W[K] extends string ? K : never }[keyof W];
export type PluralKey = Exclude<keyof Words, TextKey<Words>>;

export let words: Partial<Words> = {};
export let language: Language = 'en';
/** The language is here: only then is there anything to add to it. */
export const spoken = signal(false);

const fetchWords = async (file: string): Promise<Partial<Words>> =>
  ((await import(/* @vite-ignore */ `./${WORDS}/${file}.js`)) as { default: Partial<Words> }).default;

/** Loads a language before anything is drawn. Where its file cannot be had, English. */
export async function speak(wanted: Language): Promise<Language> {
  try {
    words = await fetchWords(wanted);
    language = wanted;
  } catch {
    words = await fetchWords(language);
  }
  spoken.value = true;
  return language;
}

/** Adds what is said once a conversation has begun, or of files. Rejects where it could not be fetched. */
export async function learn(part = 'later'): Promise<void> {
  const more = await fetchWords(`${language}-${part}`);
  words = { ...words, ...more };
}

/** A string with its places filled: `{name}` and so on. Only for what is drawn once `learn` was called. */
export const sayAny = (key: TextKey<Words>, values: Record<string, string> = {}): string =>
  fill(words[key] ?? '', values).join('');

export const say = (key: TextKey<First>, values?: Record<string, string>): string => sayAny(key, values);

/** Odd parts are the filled-in ones. Right to left, what comes from elsewhere is isolated (UAX 9, FSI … PDI). */
export function fill(pattern: string, values: Record<string, string>): string[] {
  return pattern.split(/\{(\w+)\}/).map((part, i) => {
    if (i % 2 === 0) return part;
    const value = values[part] ?? '';
    return directionOf(language) === 'rtl' ? `\u2068${value}\u2069` : value;
  });
}
