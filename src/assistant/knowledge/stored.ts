import { and, asc, count, eq, gt, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { article, product } from '../../db/schema';
import type { Article } from './article';
import type { Product } from './product';

/** A store's knowledge in D1. Every function is bound to one store; the search index follows by triggers. */

export type StoredArticle = Omit<typeof article.$inferSelect, 'storeId'>;

const PRODUCT_FIELDS = {
  id: product.id,
  title: product.title,
  description: product.description,
  url: product.url,
  image: product.image,
  price: product.price,
  salePrice: product.salePrice,
  currency: product.currency,
  availability: product.availability,
  brand: product.brand,
  category: product.category,
  colour: product.colour,
  mpn: product.mpn,
  gtin: product.gtin,
  groupId: product.groupId,
  details: product.details,
};
const ARTICLE_FIELDS = {
  id: article.id,
  title: article.title,
  url: article.url,
  markdown: article.markdown,
  updatedAt: article.updatedAt,
};

const selectProducts = (db: D1Database, where: SQL | undefined) =>
  drizzle(db).select(PRODUCT_FIELDS).from(product).where(where).orderBy(asc(product.row));

/** All products of a store, in the order in which they came. */
export const products = (db: D1Database, store: string): Promise<Product[]> =>
  selectProducts(db, eq(product.storeId, store));

export const productById = async (db: D1Database, store: string, id: string): Promise<Product | null> =>
  (await selectProducts(db, and(eq(product.storeId, store), eq(product.id, id))))[0] ?? null;

/** All articles of a store, by title. */
export const articles = (db: D1Database, store: string): Promise<StoredArticle[]> =>
  drizzle(db).select(ARTICLE_FIELDS).from(article).where(eq(article.storeId, store)).orderBy(asc(article.title));

export async function counts(db: D1Database, store: string): Promise<{ products: number; articles: number }> {
  const d = drizzle(db);
  const [[p], [a]] = await d.batch([
    d.select({ n: count() }).from(product).where(eq(product.storeId, store)),
    d.select({ n: count() }).from(article).where(eq(article.storeId, store)),
  ]);
  return { products: p?.n ?? 0, articles: a?.n ?? 0 };
}

export const storedArticle = async (db: D1Database, store: string, id: string): Promise<StoredArticle | null> =>
  (
    await drizzle(db)
      .select(ARTICLE_FIELDS)
      .from(article)
      .where(and(eq(article.storeId, store), eq(article.id, id)))
  )[0] ?? null;

/** A product in one spelling, to tell whether it changed. */
export const canonical = (p: Product): string =>
  JSON.stringify(Object.keys(PRODUCT_FIELDS).map((key) => p[key as keyof Product]));

const PAGE = 2_000;

/** Every product's id with its canonical spelling. Read in pages: one answer of D1 has its limits. */
export async function knownProducts(db: D1Database, store: string): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  let after = 0;
  for (;;) {
    const rows = await drizzle(db)
      .select({ row: product.row, ...PRODUCT_FIELDS })
      .from(product)
      .where(and(eq(product.storeId, store), gt(product.row, after)))
      .orderBy(asc(product.row))
      .limit(PAGE);
    for (const { row, ...p } of rows) {
      known.set(p.id, canonical(p));
      after = row;
    }
    if (rows.length < PAGE) return known;
  }
}

/** One JSON parameter a statement: D1 binds 100 values at most, and 2 MB each. */
const CHUNK = 400_000;

function* chunks(values: unknown[]): Generator<string> {
  let part: string[] = [];
  let size = 0;
  for (const value of values) {
    const json = JSON.stringify(value);
    if (size + json.length > CHUNK && part.length > 0) {
      yield `[${part.join(',')}]`;
      part = [];
      size = 0;
    }
    part.push(json);
    size += json.length + 1;
  }
  if (part.length > 0) yield `[${part.join(',')}]`;
}

/** Writes and removes products in one batch, which is one transaction. */
export async function writeProducts(db: D1Database, store: string, write: Product[], remove: string[]): Promise<void> {
  const upsert = db.prepare(
    `INSERT INTO product (store_id, id, title, description, url, image, price, sale_price, currency, availability, brand,
       category, colour, mpn, gtin, group_id, details)
     SELECT ?1, value ->> 'id', value ->> 'title', value ->> 'description', value ->> 'url', value ->> 'image',
       value ->> 'price', value ->> 'salePrice', value ->> 'currency', value ->> 'availability', value ->> 'brand',
       value ->> 'category', value ->> 'colour', value ->> 'mpn', value ->> 'gtin', value ->> 'groupId', value -> 'details'
     FROM json_each(?2) WHERE true
     ON CONFLICT (store_id, id) DO UPDATE SET title = excluded.title, description = excluded.description,
       url = excluded.url, image = excluded.image, price = excluded.price, sale_price = excluded.sale_price,
       currency = excluded.currency, availability = excluded.availability, brand = excluded.brand,
       category = excluded.category, colour = excluded.colour, mpn = excluded.mpn, gtin = excluded.gtin,
       group_id = excluded.group_id, details = excluded.details`,
  );
  const drop = db.prepare('DELETE FROM product WHERE store_id = ?1 AND id IN (SELECT value FROM json_each(?2))');
  const statements = [
    ...[...chunks(remove)].map((json) => drop.bind(store, json)),
    ...[...chunks(write)].map((json) => upsert.bind(store, json)),
  ];
  if (statements.length > 0) await db.batch(statements);
}

/** Writes an article and its passages, in place of what was there, as one transaction. */
export async function writeArticle(db: D1Database, store: string, written: Article): Promise<void> {
  const { id, title, url, markdown, updatedAt, passages } = written;
  await db.batch([
    db
      .prepare(
        `INSERT INTO article (store_id, id, title, url, markdown, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (store_id, id) DO UPDATE SET title = excluded.title, url = excluded.url,
           markdown = excluded.markdown, updated_at = excluded.updated_at`,
      )
      .bind(store, id, title, url, markdown, updatedAt),
    db.prepare('DELETE FROM passage WHERE store_id = ?1 AND article_id = ?2').bind(store, id),
    db
      .prepare(
        `INSERT INTO passage (store_id, article_id, heading, text)
         SELECT ?1, ?2, value ->> 'heading', value ->> 'text' FROM json_each(?3) ORDER BY key`,
      )
      .bind(store, id, JSON.stringify(passages)),
  ]);
}
