import { signal } from '@preact/signals';
import type { ComponentChild } from 'preact';

/**
 * All that the dashboard says, by language. README.md beside this file tells how to add to it.
 *
 * English is the source: each room's words are in `en/{room}.ts`, come with the page that says them, and their type is what
 * other languages are held to. Another language is loaded only where it is spoken: what the inbox says, then the rest.
 */

export const LANGUAGES = { en: 'English', bg: 'Български' } as const;
export type Language = keyof typeof LANGUAGES;

type Catalogue = typeof import('./bg');

/** Forms of a counted text (CLDR), and `none` where zero is said in other words. */
type Forms = { other: string; none?: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
export interface Source {
  readonly [key: string]: string | Forms | Source;
}

/** The names in `{name}`. */
type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
/** The names in `<name>…</name>`. */
type Marked<Text extends string> = Text extends `${string}</${infer Name}>${infer Rest}` ? Name | Marked<Rest> : never;

/** Makes an element of what stands between two marks. */
type Mark = (inside: ComponentChild) => ComponentChild;

interface Fill<Place extends string> {
  (values: Record<Place, string | number>): string;
  (values: Record<Place, ComponentChild>): ComponentChild[];
}

type Say<Text extends string, Place extends string> = [Marked<Text>] extends [never]
  ? [Place] extends [never]
    ? string
    : Fill<Place>
  : (values: Record<Place, ComponentChild> & Record<Marked<Text>, Mark>) => ComponentChild[];

type Count<Text extends string> = [Marked<Text>] extends [never]
  ? (values: Record<Exclude<Places<Text>, 'n'>, string | number> & { n: number }) => string
  : (
      values: Record<Exclude<Places<Text>, 'n'>, ComponentChild> & { n: number } & Record<Marked<Text>, Mark>,
    ) => ComponentChild[];

/** A room as it is used: a text, or what fills the text's places. */
export type Words<English> = {
  readonly [Key in keyof English]: English[Key] extends string
    ? Say<English[Key], Places<English[Key]>>
    : English[Key] extends { other: infer Text extends string }
      ? Count<Text>
      : Words<English[Key]>;
};

type Intersect<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
/** A text with the same places and marks. */
type Pattern<Text extends string> = [Places<Text> | Marked<Text>] extends [never]
  ? string
  : Intersect<{ [P in Places<Text>]: `${string}{${P}}${string}` }[Places<Text>] | MarkPatterns<Marked<Text>>>;
type MarkPatterns<Name extends string> = { [M in Name]: `${string}<${M}>${string}</${M}>${string}` }[Name];

/** What another language has to say in a room: every text, with every place. */
export type Like<English> = {
  readonly [Key in keyof English]: English[Key] extends string
    ? Pattern<English[Key]>
    : English[Key] extends { other: infer Text extends string }
      ? { other: Pattern<Text>; none?: string } & Partial<Record<Intl.LDMLPluralRule, string>>
      : Like<English[Key]>;
};

const spoken = signal<{ language: Language; tag: string; catalogue: Partial<Catalogue> | null }>({
  language: 'en',
  tag: tagOf('en'),
  catalogue: null,
});

/** What the page is drawn in; whoever reads it while drawing is drawn again when it changes. */
export const language = (): Language => spoken.value.language;

/** A text of the language that is spoken, where it is not English: for what the server says in English. */
export const catalogue = (): Partial<Catalogue> | null => spoken.value.catalogue;

let rest: Promise<void> = Promise.resolve();

/** Resolves when the language that is spoken is there whole: a page that comes later is drawn then. */
export const wholeLanguage = (): Promise<void> => rest;

/**
 * Draws the page in a language: with what the inbox says first, the rest comes after it. Where its words cannot be had,
 * the page stays as it is.
 */
export async function speak(wanted: Language): Promise<void> {
  const first = wanted === 'en' ? null : await import('./bg/first').catch(() => undefined);
  if (first === undefined) return;
  const put = (words: Partial<Catalogue> | null) => {
    spoken.value = { language: wanted, tag: tagOf(wanted), catalogue: words };
  };
  put(first);
  if (typeof document !== 'undefined') document.documentElement.lang = wanted;
  if (!first) return;
  const whole = async () => {
    const words = await import('./bg').catch(() => null);
    if (words && spoken.peek().language === wanted) put(words);
  };
  rest = whole();
}

/** BCP 47, for dates and numbers: the reader's own region where their browser names one with this language. */
function tagOf(language: Language): string {
  const own = navigator.languages.find((tag) => tag.split('-')[0]?.toLowerCase() === language);
  return own ?? { en: 'en-GB', bg: 'bg-BG' }[language];
}

/** English by the British: day before month, 24 hours, no comma before "and". For what is not the reader's own clock. */
export const plainly = (tag: string): string => (tag.startsWith('en') ? 'en-GB' : tag);

/** Something of `Intl`, made once for each language. */
export function inLanguage<T>(make: (tag: string) => T): () => T {
  let kept: { tag: string; made: T } | undefined;
  return () => {
    const { tag } = spoken.value;
    if (kept?.tag !== tag) kept = { tag, made: make(tag) };
    return kept.made;
  };
}

const numbers = inLanguage((tag) => new Intl.NumberFormat(tag));
const plurals = inLanguage((tag) => new Intl.PluralRules(tag));
const listsIn = (type: 'conjunction' | 'disjunction') =>
  inLanguage((tag) => new Intl.ListFormat(plainly(tag), { type }));
const lists = { and: listsIn('conjunction'), or: listsIn('disjunction') };

export const number = (n: number): string => numbers().format(n);

/** "Ana, Dele and Iva" */
export const list = (names: Iterable<string>, word: 'and' | 'or' = 'and'): string => lists[word]().format(names);

/** The words of a room. @param en its English; the other languages have a room of the same name */
export const room = <English extends Source>(name: keyof Catalogue, en: English): Words<English> =>
  view(en, () => spoken.value.catalogue?.[name]) as Words<English>;

type Values = Record<string, ComponentChild | Mark>;

function view(en: Source, own: () => Source | undefined): unknown {
  return new Proxy(en, {
    get(_, key) {
      const source = typeof key === 'string' && Object.hasOwn(en, key) ? en[key] : undefined;
      if (typeof key !== 'string' || source === undefined) return undefined;
      const text = own()?.[key] ?? source;
      if (typeof text === 'string') return /[{<]/.test(String(source)) ? (values: Values) => fill(text, values) : text;
      if (isForms(text)) return (values: Values) => fill(formOf(text, Number(values.n)), values);
      return view(source as Source, () => own()?.[key] as Source | undefined);
    },
  });
}

const isForms = (text: Forms | Source): text is Forms => typeof text.other === 'string';

const formOf = (forms: Forms, n: number): string =>
  (n === 0 ? forms.none : undefined) ?? forms[plurals().select(n)] ?? forms.other;

/** One string where nothing but text was filled in, else its parts. */
function fill(text: string, values: Values): string | ComponentChild[] {
  const parts: ComponentChild[] = [];
  let from = 0;
  for (const found of text.matchAll(/\{(\w+)\}|<(\w+)>(.*?)<\/\2>/g)) {
    const [all, place = '', mark, inside = ''] = found;
    parts.push(text.slice(from, found.index), mark ? marked(values[mark], inside, values) : placed(values[place]));
    from = found.index + all.length;
  }
  parts.push(text.slice(from));
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts.filter((part) => part !== '');
}

const marked = (mark: Values[string], inside: string, values: Values): ComponentChild =>
  typeof mark === 'function' ? mark(fill(inside, values)) : inside;

const placed = (value: Values[string]): ComponentChild =>
  typeof value === 'number' ? number(value) : typeof value === 'function' ? '' : value;
