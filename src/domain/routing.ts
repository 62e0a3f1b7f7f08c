import type { Reason, Urgency } from './reasons';

/** Where a handoff goes, by the store's own rules (lifecycle, "Opening one"). First match first. */

export interface EmailDestination {
  kind: 'email';
  address: string;
  /** By language: when to expect an answer. */
  expectation: Readonly<Record<string, string>>;
}
export type Destination =
  | { kind: 'store' }
  | { kind: 'team'; id: string; name: string }
  | { kind: 'person'; id: string; name: string }
  | EmailDestination;

export interface RoutingRule {
  words: readonly string[];
  reasons: readonly Reason[];
  languages: readonly string[];
  pages: readonly string[];
  asks: boolean;
  urgency: Urgency | null;
  to: Destination;
}

/** What is known when somebody asks for a person. */
export interface Asking {
  /** The customer's words; empty where they pressed the button. */
  text: string;
  reason: Reason;
  /** A BCP 47 tag; its first part counts. */
  lang: string;
  /** The address of the page that the customer is on. */
  page: string | null;
}

const WHOLE_STORE: Destination = { kind: 'store' };

/** As people compare words: without case or accents. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const oneOf = (list: readonly string[], whole: string): boolean => {
  const text = folded(whole);
  return list.some((part) => text.includes(folded(part)));
};

/** A word is meant whole ("war" is not in "warm"); it may stand beside anything that is no letter or figure. */
function saidIn(words: readonly string[], text: string): boolean {
  const spaced = ` ${folded(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return words.some((word) => {
    const plain = folded(word)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return plain !== '' && spaced.includes(` ${plain} `);
  });
}

function matches(rule: RoutingRule, { text, reason, lang, page }: Asking): boolean {
  const { words, reasons, languages, pages } = rule;
  if (words.length > 0 && !saidIn(words, text)) return false;
  if (reasons.length > 0 && !reasons.includes(reason)) return false;
  if (languages.length > 0 && !languages.includes(lang.toLowerCase().split('-')[0] ?? '')) return false;
  return pages.length === 0 || (page !== null && oneOf(pages, page));
}

/** @returns where to, and the urgency that the rule sets (null: what the reason says) */
export function route(
  rules: readonly RoutingRule[],
  asking: Asking,
): { destination: Destination; urgency: Urgency | null } {
  const rule = rules.find((one) => matches(one, asking));
  return { destination: rule?.to ?? WHOLE_STORE, urgency: rule?.urgency ?? null };
}

/** Whether a rule of the store's asks for a person because of these words. */
export const asksByRule = (rules: readonly RoutingRule[], asking: Omit<Asking, 'reason'>): boolean =>
  rules.some((rule) => rule.asks && matches(rule, { ...asking, reason: 'rule' }));
