import * as v from 'valibot';

/**
 * What the shop's page says of its customer: the cart, an order, properties. It is the page's word and nobody verified it,
 * so it decides nothing but where a request goes, and staff read it as that.
 */

/** Bytes of it as JSON: it stands in a socket's attachment, which holds 16 KB (platform limit) with all else. */
const MOST_BYTES = 4_096;

/** Control characters and bidirectional overrides would change what stands beside them. */
const UNSHOWN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
const Short = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.transform((text) => text.replace(UNSHOWN, '').trim()),
  );
export const Named = (most: number) => v.pipe(Short(most), v.minLength(1));
const Amount = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e9));
const Currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/));
const Address = v.pipe(v.string(), v.maxLength(1_000), v.regex(/^https?:\/\//i));

/** `value` and `price`: major units of `currency` (ISO 4217), as shop pages have them. */
const Cart = v.object({
  value: Amount,
  currency: Currency,
  items: v.optional(
    v.pipe(
      v.array(
        v.object({
          title: Named(200),
          quantity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
          price: v.optional(Amount),
          url: v.optional(Address),
        }),
      ),
      v.maxLength(20),
    ),
    () => [],
  ),
});

const Order = v.object({
  number: Named(60),
  status: v.optional(Named(60)),
  value: v.optional(Amount),
  currency: v.optional(Currency),
  url: v.optional(Address),
});

const Properties = v.pipe(
  v.array(v.object({ name: Named(40), value: v.union([Short(200), v.pipe(v.number(), v.finite()), v.boolean()]) })),
  v.maxLength(20),
);

const told = {
  cart: v.optional(v.nullable(Cart)),
  order: v.optional(v.nullable(Order)),
  properties: v.optional(Properties),
  tags: v.optional(v.pipe(v.array(Named(40)), v.maxLength(20))),
};

/** What is given replaces what was known of it; null takes it away. */
export const SetFrame = v.object({ type: v.literal('set'), ...told });

export const Shop = v.object(told);
export type Shop = v.InferOutput<typeof Shop>;

/** @returns what is known from now on; null where it is too much to keep */
export function withNews(known: Shop | undefined, { type: _, ...news }: v.InferOutput<typeof SetFrame>): Shop | null {
  const shop: Shop = { ...known, ...news };
  return new TextEncoder().encode(JSON.stringify(shop)).length > MOST_BYTES ? null : shop;
}
