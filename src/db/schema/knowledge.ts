import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { store } from './stores';

// ── Knowledge: what the built-in assistant answers from. Its full-text index is a table of its own (see migrations). ─

/**
 * Where knowledge came from: a feed, an export, a folder of articles. What is imported is visible from the version in which
 * it was added until the version in which it was removed; `version` is the one pointer that finishing an import moves.
 */
export const source = sqliteTable(
  'source',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    n: integer('n').notNull(),
    kind: text('kind', { enum: ['products', 'articles'] }).notNull(),
    name: text('name').notNull(),
    /** How the files were read last time: JSON, format and mapping. */
    reading: text('reading', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    version: integer('version').notNull().default(0),
    /** Products or articles of this version. */
    count: integer('count').notNull().default(0),
    importedAt: integer('imported_at'),
    /** Nothing of a removed source is found any more; its rows go in bounded steps. */
    removed: integer('removed', { mode: 'boolean' }).notNull().default(false),
    /** The import that is under way, which writes `version` + 1. */
    importId: text('import_id'),
    importBegan: integer('import_began'),
    /** The chunk that is to come next: one that comes again changes nothing. */
    nextChunk: integer('next_chunk').notNull().default(0),
    /** Rows that this import has written so far. */
    rowsWritten: integer('rows_written').notNull().default(0),
    /** JSON: what the last import did. */
    report: text('report', { mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.n] })],
);

export const product = sqliteTable(
  'product',
  {
    /** The rowid that the full-text index points to. */
    row: integer('row').primaryKey(),
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    /** `n` of its source. */
    source: integer('source').notNull(),
    id: text('id').notNull(),
    since: integer('since').notNull(),
    until: integer('until'),
    /** Of all that an import says of it: tells whether it changed. */
    hash: text('hash').notNull(),
    /** What it costs now, in whole units of its currency: what limits are compared with. */
    amount: real('amount'),
    availability: text('availability', { enum: ['in_stock', 'out_of_stock', 'preorder', 'backorder'] }).notNull(),
    /** Minor units of `currency`. */
    price: integer('price'),
    salePrice: integer('sale_price'),
    currency: text('currency'),
    groupId: text('group_id'),
    brand: text('brand'),
    category: text('category'),
    colour: text('colour'),
    mpn: text('mpn'),
    gtin: text('gtin'),
    title: text('title').notNull(),
    url: text('url').notNull(),
    image: text('image'),
    // What is long comes last: whatever only looks at the rest does not read it.
    description: text('description').notNull(),
    /** JSON: `[{ name, value }]`. */
    details: text('details', { mode: 'json' }).$type<{ name: string; value: string }[]>().notNull(),
  },
  (t) => [uniqueIndex('product_store_id').on(t.storeId, t.source, t.id, t.since)],
);

export const article = sqliteTable(
  'article',
  {
    row: integer('row').primaryKey(),
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    source: integer('source').notNull(),
    id: text('id').notNull(),
    since: integer('since').notNull(),
    until: integer('until'),
    hash: text('hash').notNull(),
    title: text('title').notNull(),
    /** Empty where it has no page of its own. */
    url: text('url').notNull(),
    updatedAt: text('updated_at'),
    /** As it was read: Markdown, HTML, or the answer to a question. */
    markdown: text('markdown').notNull(),
    /** Of an answer that was written in the dashboard; null where nobody said. */
    lang: text('lang'),
  },
  (t) => [uniqueIndex('article_store_id').on(t.storeId, t.source, t.id, t.since)],
);

/** One section of an article: what search finds, and what is quoted. */
export const passage = sqliteTable(
  'passage',
  {
    row: integer('row').primaryKey(),
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    /** `row` of its article. */
    article: integer('article').notNull(),
    heading: text('heading').notNull(),
    text: text('text').notNull(),
  },
  (t) => [index('passage_article').on(t.article)],
);

/** The words of a source's names and titles, by first letter: what a mistyped word may have meant. */
export const vocabulary = sqliteTable(
  'vocabulary',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    source: integer('source').notNull(),
    /** The first letter, folded. */
    letter: text('letter').notNull(),
    /** Folded, between spaces. */
    words: text('words').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.letter, t.source] })],
);
