import * as v from 'valibot';
import { REASONS } from '../domain/reasons';
import { Language, Words } from './values';

/** Where handoffs go: what a store's rules say (read by src/domain/routing.ts). */

const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80));
const Fragment = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(80));
const some = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(30));

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

/** Matches where each of its conditions does; an empty one always does. */
export const Rule = v.pipe(
  v.object({
    name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60)), ''),
    /** Any of these in the customer's message. */
    words: v.optional(some(Fragment), () => []),
    reasons: v.optional(some(v.picklist(REASONS)), () => []),
    languages: v.optional(some(Language), () => []),
    /** Any of these in the address of the page that the customer is on. */
    pages: v.optional(some(Fragment), () => []),
    /** Its words ask for a person by themselves: reason `rule`. */
    asks: v.optional(v.boolean(), false),
    /** What it makes of the urgency; null: what the reason says. */
    urgency: v.optional(v.nullable(v.picklist(['normal', 'urgent'])), null),
    to: v.optional(Destination.any, () => ({ kind: 'store' as const })),
  }),
  v.check(({ asks, words }) => !asks || words.length > 0, 'A rule asks for a person by words'),
);
export type Rule = v.InferOutput<typeof Rule>;
export type Destination = v.InferOutput<(typeof Destination)['any']>;
