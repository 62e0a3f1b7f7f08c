import type { Destination, Rule } from '../../../settings/routing';
import { languageName, plural } from '../../parts/format';
import { REASONS } from '../../parts/labels';

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

const list = (parts: readonly string[], word: string): string => {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${word} ${last}`;
};
const quoted = (parts: readonly string[]): string =>
  list(
    parts.map((part) => `“${part}”`),
    'or',
  );

/** "a message says “invoice” or “VAT”, in German" */
export function condition(rule: Rule): string {
  const { words, reasons, languages, pages, cart, properties, sinceAnswer, unsure } = rule;
  const parts = [
    words.length > 0 && `a message says ${quoted(words)}`,
    reasons.length > 0 &&
      `the reason is ${list(
        reasons.map((reason) => REASONS[reason]),
        'or',
      )}`,
    languages.length > 0 && `the customer speaks ${list(languages.map(languageName), 'or')}`,
    pages.length > 0 && `the page’s address has ${quoted(pages)}`,
    cart && `the cart is ${cart.is === 'least' ? 'at least' : 'under'} ${cart.value}`,
    ...properties.map(({ name, is, value }) => `${name} ${is === 'equals' ? 'is' : 'contains'} “${value}”`),
    sinceAnswer !== null && `nobody answered for ${plural(sinceAnswer, 'minute', 'minutes')}`,
    unsure !== null && `${plural(unsure, 'answer', 'answers')} in a row failed`,
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? 'Always' : `When ${list(parts, 'and')}`;
}

export function destination(to: Destination): string {
  switch (to.kind) {
    case 'store':
      return 'the whole store';
    case 'email':
      return `email to ${to.address}`;
    default:
      return to.name;
  }
}

/** "To Returns, urgent. Asks for a person by itself." */
export function consequence({ to, urgency, asks, never }: Rule): string {
  if (never) return 'Never a handoff, but by the button.';
  const how = urgency === null ? '' : urgency === 'urgent' ? ', urgent' : ', not urgent';
  return `To ${destination(to)}${how}.${asks ? ' Asks for a person by itself.' : ''}`;
}

export const nameOf = (rule: Rule, at: number): string => rule.name || `Rule ${at + 1}`;

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
  if (parts.length > MOST_PARTS) return `At most ${plural(MOST_PARTS, 'word', 'words')}.`;
  if (parts.some((part) => part.length < SHORTEST)) return 'At least two letters each.';
  return parts.some((part) => part.length > LONGEST) ? `At most ${LONGEST} letters each.` : '';
}

// As the server looks at it, to say so before anything is saved.
const ADDRESS = /^[\w+-]+(?:\.[\w+-]+)*@[\da-z]+(?:[.-][\da-z]+)*\.[a-z]{2,}$/iu;
export const isAddress = (typed: string): boolean => typed.length <= 254 && ADDRESS.test(typed.trim());
