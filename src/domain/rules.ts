import type { Reason, Urgency } from './reasons';
import type { Destination } from './routing';

/** When a store's rule holds. Every condition that is given must be so; what is left empty always is. */

export interface PropertyCondition {
  name: string;
  is: 'equals' | 'contains';
  value: string;
}

/** A conversation may still hold rules that were kept before some of these existed: they lack them. */
export interface RoutingRule {
  /** False: as if it were not there. */
  on?: boolean;
  words: readonly string[];
  reasons: readonly Reason[];
  languages: readonly string[];
  pages: readonly string[];
  /** In the cart's own currency. */
  cart?: { is: 'least' | 'under'; value: number } | null;
  properties?: readonly PropertyCondition[];
  /** At least so many minutes since the last answer. */
  sinceAnswer?: number | null;
  /** At least so many answers in a row of which the assistant was not sure. */
  unsure?: number | null;
  /** What it does by itself where it holds: ask for a person, keep the assistant from asking for one, or nothing. */
  asks: boolean;
  never?: boolean;
  /** What is recorded where it asks; null: that a rule did. */
  as?: Reason | null;
  urgency: Urgency | null;
  to: Destination;
}

/** What is known of a customer's message. */
export interface Facts {
  /** The customer's words; empty where they pressed the button. */
  text: string;
  /** A BCP 47 tag; its first part counts. */
  lang: string;
  /** The address of the page that the customer is on. */
  page: string | null;
  /** What the shop's page says is in the cart: major units of its currency. */
  cart: { value: number } | null;
  /** What the shop's page says of the customer. */
  properties: readonly { name: string; value: string | number | boolean }[];
  /** From the last answer of anybody to this message, in ms; null where nobody ever answered. */
  sinceAnswer: number | null;
  /** How many answers in a row the assistant was not sure of. */
  unsure: number;
  /** Whether a rule asked for a person in this conversation before. */
  askedBefore: boolean;
}

/** What is known when somebody asks for a person. */
export interface Asking extends Facts {
  reason: Reason;
}

/** As people compare words: without case or accents. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const oneOf = (list: readonly string[], whole: string): boolean => {
  const text = folded(whole);
  return list.some((part) => text.includes(folded(part)));
};

const wordsIn = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const patternOf = (phrase: string): string[] => folded(phrase).match(/[\p{L}\p{N}]+\*?/gu) ?? [];

/** A word is meant whole ("war" is not in "warm"), `*` stands for any ending; several stand in their order. */
function stands(pattern: readonly string[], said: readonly string[]): boolean {
  if (pattern.length === 0) return false;
  const fits = (word: string | undefined, wanted: string) =>
    wanted.endsWith('*') ? word?.startsWith(wanted.slice(0, -1)) : word === wanted;
  return said.some((_, at) => pattern.every((wanted, n) => fits(said[at + n], wanted)));
}

/** Which of these words or phrases a message says: the first of them. */
export function saidOf(words: readonly string[], text: string): string | null {
  const said = wordsIn(text);
  return words.find((phrase) => stands(patternOf(phrase), said)) ?? null;
}

function hasProperty(properties: Facts['properties'], { name, is, value }: PropertyCondition): boolean {
  const found = properties.find((one) => folded(one.name) === folded(name));
  if (!found) return false;
  const known = folded(String(found.value));
  return is === 'equals' ? known === folded(value) : known.includes(folded(value));
}

const holdsCart = (wanted: NonNullable<RoutingRule['cart']>, cart: Facts['cart']): boolean =>
  cart !== null && (wanted.is === 'least' ? cart.value >= wanted.value : cart.value < wanted.value);

const MINUTE = 60_000;

export function matches(rule: RoutingRule, facts: Asking): boolean {
  const { words, reasons, languages, pages, cart, properties = [], sinceAnswer = null, unsure = null } = rule;
  if (rule.on === false) return false;
  if (words.length > 0 && saidOf(words, facts.text) === null) return false;
  if (reasons.length > 0 && !reasons.includes(facts.reason)) return false;
  if (languages.length > 0 && !languages.includes(facts.lang.toLowerCase().split('-')[0] ?? '')) return false;
  if (pages.length > 0 && (facts.page === null || !oneOf(pages, facts.page))) return false;
  if (cart && !holdsCart(cart, facts.cart)) return false;
  if (!properties.every((one) => hasProperty(facts.properties, one))) return false;
  if (sinceAnswer !== null && (facts.sinceAnswer ?? -1) < sinceAnswer * MINUTE) return false;
  return unsure === null || facts.unsure >= unsure;
}

/** Where nothing that was said or failed is asked for, it would ask at every message from then on: once is enough. */
export const asksNow = ({ words, unsure = null }: RoutingRule, { askedBefore }: Facts): boolean =>
  !askedBefore || words.length > 0 || unsure !== null;

/**
 * What the rules make of a message, or of an answer that the assistant is not sure of: the first that holds and that asks
 * for a person, or keeps the assistant from asking for one, counts.
 * @param reason why a person would be asked for without rules; null: for no reason
 * @returns the reason to ask for a person; null: nobody is asked for
 */
export function ruled(rules: readonly RoutingRule[], facts: Facts, reason: Reason | null): Reason | null {
  const rule = rules.find(
    (one) => (one.never || (one.asks && asksNow(one, facts))) && matches(one, { ...facts, reason: reason ?? 'rule' }),
  );
  if (!rule) return reason;
  return rule.never ? null : (rule.as ?? reason ?? 'rule');
}
