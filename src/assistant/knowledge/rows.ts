import * as v from 'valibot';
import { CHUNK, LIMITS, PASSAGES } from './limits';

/** What an import brings, as the Worker takes it: products and articles read and cleaned where the file is. */

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const short = v.nullable(text(LIMITS.short));
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.id));
/** Only http(s), so that a link made of it is safe to open. */
const Address = v.pipe(text(LIMITS.url), v.regex(/^https?:\/\/[^\s<>"]+$/i), v.url());
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));
const Minor = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));

export const ProductRow = v.strictObject({
  id: Id,
  hash: Hash,
  title: v.pipe(text(LIMITS.title), v.minLength(1)),
  description: text(LIMITS.description),
  url: Address,
  image: v.nullable(Address),
  /** Minor units of `currency`. */
  price: Minor,
  salePrice: Minor,
  currency: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
  availability: v.picklist(['in_stock', 'out_of_stock', 'preorder', 'backorder']),
  brand: short,
  category: short,
  colour: short,
  mpn: short,
  gtin: short,
  groupId: v.nullable(text(LIMITS.id)),
  details: v.pipe(
    v.array(v.strictObject({ name: text(LIMITS.short), value: text(LIMITS.short) })),
    v.maxLength(LIMITS.details),
  ),
});
export type ProductRow = v.InferOutput<typeof ProductRow>;

export const ArticleRow = v.strictObject({
  id: Id,
  hash: Hash,
  title: v.pipe(text(LIMITS.title), v.minLength(1)),
  /** Empty where it has no page of its own. */
  url: v.union([v.literal(''), Address]),
  updatedAt: v.nullable(v.pipe(v.string(), v.isoDate())),
  markdown: text(LIMITS.article),
  passages: v.pipe(
    v.array(v.strictObject({ heading: text(LIMITS.title), text: text(LIMITS.article) })),
    v.minLength(1),
    v.maxLength(PASSAGES),
  ),
});
export type ArticleRow = v.InferOutput<typeof ArticleRow>;

/** Ids that the file no longer names. */
const Gone = v.optional(v.pipe(v.array(Id), v.maxLength(CHUNK.gone)), []);
export const ProductChunk = v.strictObject({
  rows: v.pipe(v.array(ProductRow), v.maxLength(CHUNK.rows)),
  gone: Gone,
});
export const ArticleChunk = v.strictObject({
  rows: v.pipe(v.array(ArticleRow), v.maxLength(CHUNK.rows)),
  gone: Gone,
});

/** How the files of a source are read: told once, and known when they come again. */
export const Reading = v.object({
  format: v.picklist([
    'google',
    'google-tsv',
    'shopify',
    'woocommerce',
    'csv',
    'json',
    'markdown',
    'html',
    'questions',
  ]),
  /** Field → column, for what has columns of its own choice. */
  mapping: v.optional(v.record(text(40), text(200))),
  /** For prices that name none. */
  currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
  /** Where the shop is, for exports that know no links. */
  site: v.optional(Address),
  encoding: v.optional(text(40)),
});
export type Reading = v.InferOutput<typeof Reading>;

export const Begin = v.object({
  kind: v.picklist(['products', 'articles']),
  /** Null: a new source. */
  source: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
  reading: Reading,
});
export type Begin = v.InferOutput<typeof Begin>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const Fault = v.object({ file: v.optional(text(120)), line: count, cause: text(600) });
export const Report = v.object({
  files: v.pipe(v.array(text(120)), v.maxLength(20)),
  added: count,
  changed: count,
  removed: count,
  unchanged: count,
  bad: count,
  /** The first of them. */
  faults: v.pipe(v.array(Fault), v.maxLength(100)),
});
export type Report = v.InferOutput<typeof Report>;

export const Finish = v.object({
  report: Report,
  /** By first letter: the folded words of names and titles. */
  vocabulary: v.record(
    v.pipe(v.string(), v.minLength(1), v.maxLength(2)),
    v.pipe(v.string(), v.maxLength(60_000), v.regex(/^[\p{L} ]*$/u)),
  ),
  /** The vocabulary is that of a part only: what there was stays. */
  partial: v.boolean(),
});
export type Finish = v.InferOutput<typeof Finish>;
