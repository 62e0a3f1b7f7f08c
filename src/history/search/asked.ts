import * as v from 'valibot';
import { Language, Outcome, Reason, Thumb } from '../../protocol/common';

/** What is looked for in a store's history. Everything that is left out restricts nothing. */

const Day = v.pipe(v.string(), v.isoDate());

/** Where the page before stopped: the last words come first. */
const Cursor = v.object({
  at: v.pipe(v.number(), v.integer()),
  row: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type Cursor = v.InferOutput<typeof Cursor>;

export const Asked = v.object({
  words: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  outcome: v.optional(v.nullable(Outcome), null),
  reason: v.optional(v.nullable(Reason), null),
  /** Somebody who had it. */
  staff: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(64))), null),
  rating: v.optional(v.nullable(Thumb), null),
  lang: v.optional(v.nullable(Language), null),
  /** That staff have put on it. */
  tag: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(64))), null),
  /** The first and the last day on which something was said, in the store's time zone. */
  from: v.optional(v.nullable(Day), null),
  to: v.optional(v.nullable(Day), null),
  after: v.optional(v.nullable(Cursor), null),
});
export type Asked = v.InferOutput<typeof Asked>;
