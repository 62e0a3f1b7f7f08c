import { and, asc, eq, getTableColumns, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { article, product, source } from '../../db/schema';
import type { Product } from './reading/product';

/** What a store knows at present. Every function is bound to one store, and sees finished imports only. */

const {
  row: _r,
  storeId: _s,
  source: _n,
  since: _i,
  until: _u,
  hash: _h,
  amount: _a,
  ...PRODUCT
} = getTableColumns(product);
const ARTICLE = {
  id: article.id,
  title: article.title,
  url: article.url,
  markdown: article.markdown,
  updatedAt: article.updatedAt,
};

export interface StoredArticle {
  id: string;
  title: string;
  url: string;
  markdown: string;
  updatedAt: string | null;
}

/** Rows of the source's present version. */
const visible = (table: typeof product | typeof article): SQL | undefined =>
  and(
    eq(source.storeId, table.storeId),
    eq(source.n, table.source),
    eq(source.removed, false),
    lte(table.since, source.version),
    or(isNull(table.until), gt(table.until, source.version)),
  );

const selectProducts = (db: D1Database, where: SQL | undefined): Promise<Product[]> =>
  drizzle(db).select(PRODUCT).from(product).innerJoin(source, visible(product)).where(where).orderBy(asc(product.row));

/** All products of a store, in the order in which they came. */
export const products = (db: D1Database, store: string): Promise<Product[]> =>
  selectProducts(db, eq(product.storeId, store));

export const productById = async (db: D1Database, store: string, id: string): Promise<Product | null> =>
  (await selectProducts(db, and(eq(product.storeId, store), eq(product.id, id))))[0] ?? null;

/** All articles of a store, by title. */
export const articles = (db: D1Database, store: string): Promise<StoredArticle[]> =>
  drizzle(db)
    .select(ARTICLE)
    .from(article)
    .innerJoin(source, visible(article))
    .where(eq(article.storeId, store))
    .orderBy(asc(article.title));

export async function counts(db: D1Database, store: string): Promise<{ products: number; articles: number }> {
  const of = (kind: string) => sql<number>`coalesce(sum(${source.count}) FILTER (WHERE ${source.kind} = ${kind}), 0)`;
  const found = await drizzle(db)
    .select({ products: of('products'), articles: of('articles') })
    .from(source)
    .where(and(eq(source.storeId, store), eq(source.removed, false)))
    .get();
  return found ?? { products: 0, articles: 0 };
}
