import type { Destination, Rule } from '../../../settings/routing';
import { languageName } from '../../parts/format';
import { labels } from '../../words/en/labels';
import { rules as said } from '../../words/en/rules';
import { list } from '../../words/words';

/** Where requests go: rules as people read and order them, and as they are being written. */

export type { Destination, Rule };

export const NEW_RULE: Rule = {
  name: '',
  on: true,
  words: [],
  reasons: [],
  languages: [],
  pages: [],
  cart: null,
  properties: [],
  sinceAnswer: null,
  unsure: null,
  asks: false,
  never: false,
  as: null,
  urgency: null,
  to: { kind: 'store' },
};

/** The schema's own limits. */
export const MOST_RULES = 40;
const MOST_PARTS = 30;
const SHORTEST = 2;
const LONGEST = 80;

const quoted = (parts: readonly string[]): string =>
  list(
    parts.map((part) => said.quoted({ words: part })),
    'or',
  );

/** "a message says “invoice” or “VAT”, in German" */
export function condition(rule: Rule): string {
  const { words, reasons, languages, pages, cart, properties, sinceAnswer, unsure } = rule;
  const parts = [
    words.length > 0 && said.says({ words: quoted(words) }),
    reasons.length > 0 &&
      said.reasonIs({
        reasons: list(
          reasons.map((reason) => labels.reasons[reason]),
          'or',
        ),
      }),
    languages.length > 0 && said.speaks({ languages: list(languages.map(languageName), 'or') }),
    pages.length > 0 && said.pageHas({ parts: quoted(pages) }),
    cart && said[cart.is === 'least' ? 'cartLeast' : 'cartUnder']({ value: cart.value }),
    ...properties.map(({ name, is, value }) => said[is === 'equals' ? 'propertyIs' : 'propertyHas']({ name, value })),
    sinceAnswer !== null && said.nobodyFor({ n: sinceAnswer }),
    unsure !== null && said.failed({ n: unsure }),
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? said.always : said.when({ conditions: list(parts) });
}

export function destination(to: Destination): string {
  switch (to.kind) {
    case 'store':
      return said.store;
    case 'email':
      return said.emailTo({ address: to.address });
    default:
      return to.name;
  }
}

/** "To Returns, urgent. Asks for a person by itself." */
export function consequence({ to, urgency, asks, never }: Rule): string {
  if (never) return said.never;
  const how = urgency === null ? 'to' : urgency === 'urgent' ? 'toUrgent' : 'toNormal';
  const goes = said[how]({ to: destination(to) });
  return asks ? said.byItself({ goes }) : goes;
}

export const nameOf = (rule: Rule, at: number): string => rule.name || said.ruleAt({ at: at + 1 });

/** The rules with one of them a place further up (-1) or down (1). */
export function moved<T>(rules: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...rules];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at + by, 0, one);
  return next;
}

/** Whom a rule names although they are not there any more: such requests reach the whole store. */
export function isGone(
  to: Destination,
  { people, teams }: { people: readonly { id: string }[]; teams: readonly { id: string }[] },
): boolean {
  if (to.kind === 'team') return !teams.some(({ id }) => id === to.id);
  return to.kind === 'person' && !people.some(({ id }) => id === to.id);
}

/** What was typed with commas or line breaks between, each once. */
export const partsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,;\n]/)
      .map((part) =>
        part
          .trim()
          .replace(/^["“”„]+|["“”„]+$/g, '')
          .trim(),
      )
      .filter(Boolean),
  ),
];

/** What is wrong with a list that was typed; empty where nothing is. */
export function faultOf(typed: string): string {
  const parts = partsOf(typed);
  if (parts.length > MOST_PARTS) return said.mostWords({ n: MOST_PARTS });
  if (parts.some((part) => part.length < SHORTEST)) return said.twoLetters;
  return parts.some((part) => part.length > LONGEST) ? said.mostLetters({ n: LONGEST }) : '';
}

// As the server looks at it, to say so before anything is saved.
const ADDRESS = /^[\w+-]+(?:\.[\w+-]+)*@[\da-z]+(?:[.-][\da-z]+)*\.[a-z]{2,}$/iu;
export const isAddress = (typed: string): boolean => typed.length <= 254 && ADDRESS.test(typed.trim());
