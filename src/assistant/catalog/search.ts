import type { Product } from '../knowledge';
import type { Term } from './question';
import { ftsPhrase } from './words';

export type Found = Product & {
  /** BM25, less is better; null for what was not searched for but stands in context. */ score: number | null;
};
export interface FoundPassage {
  article: string;
  title: string;
  url: string;
  heading: string;
  text: string;
  score: number;
}
export interface Findings {
  products: Found[];
  passages: FoundPassage[];
  /** In how many products and passages each term stands, in the order of the terms. */
  spread: { products: number; passages: number }[];
  totals: { products: number; passages: number };
}

const PRODUCTS = 60;
const PASSAGES = 24;
const CONTEXT = 80;

/** A store's token in the index (see the migration): hexadecimal, then 0. */
const storeToken = (store: string): string =>
  `${[...new TextEncoder().encode(store)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}0`;

const COLUMNS = `p.id, p.title, p.description, p.url, p.image, p.price, p.sale_price, p.currency, p.availability, p.brand,
  p.category, p.colour, p.mpn, p.gtin, p.group_id, p.details`;

// The weights are the columns' in the migration's order; `store` counts nothing.
const SEARCH_PRODUCTS = `
  SELECT ${COLUMNS}, s.score FROM (
    SELECT rowid, bm25(product_search, 0, 10, 6, 6, 5, 8, 2, 1) AS score
    FROM product_search WHERE product_search MATCH ?1 ORDER BY score LIMIT ${PRODUCTS}
  ) s JOIN product p ON p.row = s.rowid AND p.store_id = ?2
  UNION ALL
  SELECT * FROM (
    SELECT ${COLUMNS}, NULL AS score FROM product p
    WHERE json_array_length(?3) > 0 AND p.store_id = ?2 AND (
      p.id IN (SELECT value FROM json_each(?3))
      OR p.group_id IN (SELECT group_id FROM product WHERE store_id = ?2 AND id IN (SELECT value FROM json_each(?3)))
      OR p.category IN (SELECT category FROM product WHERE store_id = ?2 AND id IN (SELECT value FROM json_each(?3)))
    ) LIMIT ${CONTEXT}
  )`;
const SEARCH_PASSAGES = `
  SELECT a.id AS article, a.title, a.url, p.heading, p.text, s.score FROM (
    SELECT rowid, bm25(passage_search, 0, 6, 5, 1) AS score
    FROM passage_search WHERE passage_search MATCH ?1 ORDER BY score LIMIT ${PASSAGES}
  ) s JOIN passage p ON p.row = s.rowid AND p.store_id = ?2
  JOIN article a ON a.store_id = p.store_id AND a.id = p.article_id
  ORDER BY s.score, p.row`;
const COUNT = `
  SELECT (SELECT count(*) FROM product_search WHERE product_search MATCH value) AS products,
         (SELECT count(*) FROM passage_search WHERE passage_search MATCH value) AS passages
  FROM json_each(?1) ORDER BY key`;

/**
 * Searches one store's products and passages: three statements in one round trip.
 * @param context ids of products shown before, whose siblings are wanted too
 */
export async function search(db: D1Database, store: string, terms: Term[], context: string[]): Promise<Findings> {
  const mine = `store : "${storeToken(store)}"`;
  const of = (term: Term) => term.sought.map(ftsPhrase).join(' OR ');
  const any = terms.length > 0 ? `${mine} AND (${terms.map(of).join(' OR ')})` : `${mine} AND "0nothing0"`;
  const each = terms.map((term) => `${mine} AND (${of(term)})`);
  const [found, passages, spread] = await db.batch([
    db.prepare(SEARCH_PRODUCTS).bind(any, store, JSON.stringify(context)),
    db.prepare(SEARCH_PASSAGES).bind(any, store),
    db.prepare(COUNT).bind(JSON.stringify([mine, ...each])),
  ]);
  const [totals, ...counts] = rows<{ products: number; passages: number }>(spread);
  return {
    products: rows<ProductRow>(found)
      .map(productOf)
      .sort((a, b) => (a.score ?? 1) - (b.score ?? 1)),
    passages: rows<FoundPassage>(passages),
    spread: counts,
    totals: totals ?? { products: 0, passages: 0 },
  };
}

interface ProductRow {
  id: string;
  title: string;
  description: string;
  url: string;
  image: string | null;
  price: number | null;
  sale_price: number | null;
  currency: string | null;
  availability: Product['availability'];
  brand: string | null;
  category: string | null;
  colour: string | null;
  mpn: string | null;
  gtin: string | null;
  group_id: string | null;
  details: string;
  score: number | null;
}

const productOf = ({ sale_price, group_id, details, ...row }: ProductRow): Found => ({
  ...row,
  salePrice: sale_price,
  groupId: group_id,
  details: JSON.parse(details),
});

/** The shape is that of the statement above, over tables whose schema is ours. */
const rows = <T>(result: D1Result | undefined): T[] => (result?.results ?? []) as T[];
