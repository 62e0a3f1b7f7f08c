import * as v from 'valibot';
import { REASONS } from '../domain/reasons';
import { Language, Whole, Words } from './values';

/** Where handoffs go: what a store's rules say (read by src/domain/routing.ts). */

const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80));
const Fragment = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(80));
const some = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(30));

const Property = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
  is: v.picklist(['equals', 'contains']),
  value: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
});

const Email = v.object({
  kind: v.literal('email'),
  address: v.pipe(v.string(), v.maxLength(254), v.trim(), v.toLowerCase(), v.email()),
  /** "Within one business day": what the customer is told to expect. */
  expectation: v.optional(Words, () => ({})),
});

export const Destination = {
  email: Email,
  /** Names are as they were when the rule was made. */
  any: v.variant('kind', [
    v.object({ kind: v.literal('store') }),
    v.object({ kind: v.literal('team'), id: Id, name: Name }),
    v.object({ kind: v.literal('person'), id: Id, name: Name }),
    Email,
  ]),
};

/** Whether it holds for some messages only: a rule that always asked would leave the assistant nothing. */
export const isNarrow = (rule: {
  words: readonly unknown[];
  languages: readonly unknown[];
  pages: readonly unknown[];
  properties: readonly unknown[];
  cart: unknown;
  sinceAnswer: number | null;
  unsure: number | null;
}): boolean =>
  [rule.words, rule.languages, rule.pages, rule.properties].some(({ length }) => length > 0) ||
  [rule.cart, rule.sinceAnswer, rule.unsure].some((one) => one !== null);

/** Matches where each of its conditions does; an empty one always does. */
export const Rule = v.pipe(
  v.object({
    name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60)), ''),
    on: v.optional(v.boolean(), true),
    /** Any of these words or phrases in the customer's message; `*` at the end of a word stands for any ending. */
    words: v.optional(some(Fragment), () => []),
    reasons: v.optional(some(v.picklist(REASONS)), () => []),
    languages: v.optional(some(Language), () => []),
    /** Any of these in the address of the page that the customer is on. */
    pages: v.optional(some(Fragment), () => []),
    /** What the shop's page says is in the cart, in the cart's own currency. */
    cart: v.optional(
      v.nullable(
        v.object({
          is: v.picklist(['least', 'under']),
          value: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e9)),
        }),
      ),
      null,
    ),
    /** What the shop's page says of the customer; all of them. */
    properties: v.optional(v.pipe(v.array(Property), v.maxLength(5)), () => []),
    /** At least so many minutes since the last answer. */
    sinceAnswer: v.optional(v.nullable(Whole(1, 7 * 24 * 60)), null),
    /** At least so many answers in a row of which the assistant was not sure. */
    unsure: v.optional(v.nullable(Whole(1, 10)), null),
    /** It asks for a person by itself. */
    asks: v.optional(v.boolean(), false),
    /** Where it holds, neither words nor an unsure assistant ask for a person. */
    never: v.optional(v.boolean(), false),
    /** What is recorded where it asks; null: that a rule did. */
    as: v.optional(v.nullable(v.picklist(REASONS)), null),
    /** What it makes of the urgency; null: what the reason says. */
    urgency: v.optional(v.nullable(v.picklist(['normal', 'urgent'])), null),
    to: v.optional(Destination.any, () => ({ kind: 'store' as const })),
  }),
  v.check((rule) => !rule.asks || isNarrow(rule), 'A rule asks for a person where something is so'),
  v.check(({ asks, never }) => !(asks && never), 'A rule asks for a person or keeps from asking'),
);
export type Rule = v.InferOutput<typeof Rule>;
export type Destination = v.InferOutput<(typeof Destination)['any']>;
