import * as v from 'valibot';
import { REASONS } from '../domain/reasons';
import { Language } from '../settings/values';

/** A question as the settings page puts it: a moment, and what of the store is to be otherwise. */

const Short = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

export const Asked = v.object({
  /** Wall time in the store's zone; null: now. */
  when: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^2\d{3}-\d\d-\d\dT\d\d:\d\d$/), v.isoDateTime())), null),
  lang: v.optional(Language, 'en'),
  reason: v.optional(v.picklist(REASONS), 'customer_request'),
  text: v.optional(Short(500), ''),
  page: v.optional(v.nullable(Short(1_000)), null),
  cart: v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e9))), null),
  properties: v.optional(v.pipe(v.array(v.object({ name: Short(40), value: Short(200) })), v.maxLength(20)), () => []),
  urgency: v.optional(v.nullable(v.picklist(['normal', 'urgent'])), null),
  /** Who is to be where, by their ids; who is not named is where they are. */
  people: v.optional(v.record(Id, v.picklist(['here', 'away', 'off'])), () => ({})),
  /** Whether the team was emailed a moment before; null: as it is. */
  justEmailed: v.optional(v.nullable(v.boolean()), null),
});
export type Asked = v.InferOutput<typeof Asked>;
