/**
 * Texts that staff use again, with variables: `{customer.name|there}` is the customer's name, and "there" where that is not
 * known. What stands in braces without a value, such as `{amount}`, is a blank that whoever sends it fills in.
 */

export const VARIABLES = [
  'customer.name',
  'customer.email',
  'order.number',
  'order.status',
  'page.title',
  'staff.name',
  'store.name',
] as const;
export type Variable = (typeof VARIABLES)[number];
export type Values = Partial<Record<Variable, string | null>>;

/** Characters of what is said instead of a value. */
export const MOST_FALLBACK = 100;
const MOST_VALUE = 200;

// Braces that are doubled belong to some other language of templates, and to whoever writes about one.
const SLOT = /(?<!\{)\{\s*([\p{L}_][\p{L}\p{N}_.-]{0,39})\s*(?:\|([^{}|\n]{0,100}))?\}(?!\})/gu;
/** Begins like a variable and is none, such as one that is never closed. */
const BROKEN = /\{\s*((?:customer|order|page|staff|store)\.[a-z]*)/giu;

interface Slot {
  at: number;
  /** As it stands there, braces included. */
  whole: string;
  name: string;
  /** Null where there is none; empty where there is nothing behind the line. */
  fallback: string | null;
}

function slotsOf(text: string): Slot[] {
  return [...text.matchAll(SLOT)].map((match) => {
    const [whole, name = '', fallback] = match;
    return { at: match.index, whole, name, fallback: fallback?.trim() ?? null };
  });
}

export const variableOf = (name: string): Variable | null =>
  VARIABLES.find((one) => one === name.toLowerCase()) ?? null;

/** What has to be mended before a text may be saved. `is`: which part of it, as it stands there. */
export type Problem = { what: 'no_fallback' | 'unknown' | 'broken'; is: string };

/** The first thing that is wrong with a text; null where it may be saved. */
export function problemOf(text: string): Problem | null {
  const slots = slotsOf(text);
  for (const { whole, name, fallback } of slots) {
    if (variableOf(name)) {
      if (!fallback) return { what: 'no_fallback', is: whole };
    } else if (name.includes('.') || fallback !== null) return { what: 'unknown', is: whole };
  }
  const broken = brokenIn(text, slots);
  return broken === null ? null : { what: 'broken', is: broken };
}

function brokenIn(text: string, slots: readonly Slot[]): string | null {
  const known = new Set(slots.map(({ at }) => at));
  return [...text.matchAll(BROKEN)].find(({ index }) => !known.has(index))?.[0] ?? null;
}

/** What must not go out as it is: a variable or a blank that nobody filled in. Null where there is none. */
export function unfilledIn(text: string): { at: number; is: string } | null {
  // Nearly every text: this is asked for each.
  if (!text.includes('{')) return null;
  const slots = slotsOf(text);
  const [first] = slots;
  if (first) return { at: first.at, is: first.whole };
  const is = brokenIn(text, slots);
  return is === null ? null : { at: text.indexOf(is), is };
}

/** With its variables filled in: a value where there is one, else the fallback. Blanks stay. */
export function filled(text: string, values: Values): string {
  return text.replace(SLOT, (whole: string, name: string, fallback?: string) => {
    const variable = variableOf(name);
    if (!variable) return whole;
    return oneLine(values[variable] ?? '') || fallback?.trim() || whole;
  });
}

/** Values come from the shop's page and from customers: one line, and never a variable again. */
const oneLine = (value: string): string =>
  value
    .replace(/[\s{}\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, MOST_VALUE);

export type Texts = Readonly<Record<string, string>>;

const baseOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** In the customer's language, else the store's first one, else any. Null where there is no text at all. */
export function textFor(texts: Texts, lang: string, first: string): { lang: string; text: string } | null {
  const found = [baseOf(lang), first, ...Object.keys(texts)].find((one) => texts[one]);
  return found === undefined ? null : { lang: found, text: texts[found] ?? '' };
}
