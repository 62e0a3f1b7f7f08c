import { opened } from './expressions';
import type { Filters } from './filters';

/** The statements of a search. What they look at is bounded, in however many rows a word stands. `?2` is the store. */

const PRODUCTS = 60;
const PASSAGES = 24;
const CONTEXT = 80;
/** So many rows of a tier are weighed against each other: of a word in half a shop, these stand for the rest. */
const WEIGHED = { few: 300, many: 150 };
/** From this many products on, weighing by BM25 takes longer than the rest of the search. */
const LARGE = 5_000;
/** So many rows of each tier that covers a part of the question only. */
const LOOKED = 100;
/** Among these the siblings nearest in price are looked for. */
const SIBLINGS = 600;
/** Passages are few; those of an import that is under way are left out afterwards. */
const PASSAGES_WEIGHED = 120;
/** Beyond this the number of rows says nothing more about a word. */
const COUNTED = 500;

const COLUMNS = `p.id, p.title, p.description, p.url, p.image, p.price, p.sale_price, p.currency, p.availability, p.brand,
  p.category, p.colour, p.mpn, p.gtin, p.group_id, p.details`;

/** An expression that nothing matches, where there is none: FTS5 takes no empty one. */
const NEVER = `'"0nothing0"'`;

/** Of the present version of its source. */
const visible = (row: 'p' | 'a') => `o.store_id = ?2 AND o.removed = 0 AND o.n = ${row}.source
    AND ${row}.since <= o.version AND (${row}.until IS NULL OR ${row}.until > o.version)`;

/**
 * Which ways of each term stand in products and in passages, as expressions; in how many of a store's; whether as
 * a brand in the first of these, which a brand's name is: to look at all of them for a common word takes longest.
 * Whether a way stands anywhere is asked of the whole index, which is half the work: what is counted and found is the store's.
 * @param terms the ways of each
 */
export const standing = (db: D1Database, store: string, terms: string[][]): D1PreparedStatement =>
  db
    .prepare(
      `WITH way AS MATERIALIZED (SELECT t.key AS term, w.value AS said FROM json_each(?1) t, json_each(t.value) w),
        in_products AS MATERIALIZED (SELECT term, group_concat(said, ' OR ') AS said FROM way
          WHERE EXISTS (SELECT 1 FROM product_search WHERE product_search MATCH said) GROUP BY term),
        in_passages AS MATERIALIZED (SELECT term, group_concat(said, ' OR ') AS said FROM way
          WHERE EXISTS (SELECT 1 FROM passage_search WHERE passage_search MATCH said) GROUP BY term),
        asked AS MATERIALIZED (SELECT t.key AS term, coalesce(p.said, ${NEVER}) AS p, coalesce(a.said, ${NEVER}) AS a
          FROM json_each(?1) t LEFT JOIN in_products p ON p.term = t.key LEFT JOIN in_passages a ON a.term = t.key),
        counted AS MATERIALIZED (SELECT term, p, a, (SELECT json_array(count(*), max(rowid)) FROM (
            SELECT rowid FROM product_search WHERE product_search MATCH ?2 || p || ')' LIMIT ${COUNTED})) AS seen
          FROM asked)
      SELECT p AS inProducts, a AS inPassages, seen ->> 0 AS products,
        (SELECT count(*) FROM (SELECT 1 FROM passage_search
          WHERE passage_search MATCH ?2 || a || ')' LIMIT ${COUNTED})) AS passages,
        EXISTS (SELECT 1 FROM product_search
          WHERE product_search MATCH ?2 || 'brand : (' || p || '))' AND rowid <= (seen ->> 1)) AS brand
      FROM counted ORDER BY term`,
    )
    .bind(JSON.stringify(terms), opened(store));

export const totals = (db: D1Database, store: string): D1PreparedStatement =>
  db
    .prepare(
      `SELECT coalesce(sum(count) FILTER (WHERE kind = 'products'), 0) AS products,
        coalesce(sum(count) FILTER (WHERE kind = 'articles'), 0) AS articles
      FROM source WHERE store_id = ?1 AND removed = 0`,
    )
    .bind(store);

/** Products by their ids. */
export const byIds = (db: D1Database, store: string, ids: string[]): D1PreparedStatement =>
  db
    .prepare(
      `SELECT ${COLUMNS}, p.amount, NULL AS score FROM json_each(?1) wanted
      CROSS JOIN source o ON o.store_id = ?2
      CROSS JOIN product p ON p.store_id = ?2 AND p.source = o.n AND p.id = wanted.value AND ${visible('p')}
      LIMIT ${CONTEXT}`,
    )
    .bind(JSON.stringify(ids), store);

/** The words under these letters, of all of a store's sources. */
export const wordsUnder = (db: D1Database, store: string, letters: string[]): D1PreparedStatement =>
  db
    .prepare('SELECT letter, words FROM vocabulary WHERE store_id = ?1 AND letter IN (SELECT value FROM json_each(?2))')
    .bind(store, JSON.stringify(letters));

/**
 * Products by tiers of expressions: what covers more of the question comes first, among equals the better match. Where enough
 * is found, the further ones are not looked at.
 */
export function productsIn(
  db: D1Database,
  store: string,
  { tiers, filters, products }: { tiers: string[]; filters: Filters; products: number },
): D1PreparedStatement {
  const fits = `JOIN source o ON ${visible('p')}
      WHERE (?1 = 0 OR p.availability <> 'out_of_stock')
        AND (?3 IS NULL OR p.amount >= ?3) AND (?4 IS NULL OR p.amount <= ?4)`;
  // What covers the whole question is weighed. The weights are the columns' in migrations/0001_search.sql; `store` counts
  // nothing. BM25 walks through every row of every word first, the store's own token included: in a large shop the
  // shorter name is taken for the nearer one instead.
  const score = products > LARGE ? 'length(p.title) / 1000.0' : 'bm25(product_search, 0, 10, 6, 6, 5, 8, 2, 1)';
  const weighed = (n: number, limit: string) => `
      SELECT p.row, ${n} AS tier, ${score} AS score
      FROM product_search CROSS JOIN product p ON p.row = product_search.rowid AND p.store_id = ?2
      ${fits} AND product_search MATCH ?${n + 6} LIMIT ${limit}`;
  // Of what covers a part of it only so much is looked at: whoever scores it knows better which part matters.
  const looked = (n: number, limit: string) => `
      SELECT p.row, ${n} AS tier, 0 AS score
      FROM (SELECT rowid FROM product_search WHERE product_search MATCH ?${n + 6}
        LIMIT ${limit}) s CROSS JOIN product p ON p.row = s.rowid AND p.store_id = ?2 ${fits}`;
  const steps = tiers.map((_, n) => {
    const limit = n === 0 ? '?5' : `(SELECT iif(enough, 0, ${n === 1 ? '?5' : LOOKED}) FROM after${n - 1})`;
    const before = n === 0 ? '' : ` OR (SELECT enough FROM after${n - 1})`;
    return `tier${n} AS MATERIALIZED (${n < 2 ? weighed(n, limit) : looked(n, limit)}),
      after${n} AS MATERIALIZED (SELECT count(*) >= ${PRODUCTS}${before} AS enough FROM tier${n})`;
  });
  const sql = `WITH ${steps.join(', ')} SELECT ${COLUMNS}, s.score FROM (
      SELECT row, min(tier) * 1000 + min(score) AS score FROM (${union(tiers.map((_, n) => `SELECT * FROM tier${n}`))})
      GROUP BY row ORDER BY 2 LIMIT ${PRODUCTS}
    ) s JOIN product p ON p.row = s.row ORDER BY s.score`;
  const { price, inStock } = filters;
  const most = products > LARGE ? WEIGHED.many : WEIGHED.few;
  return db.prepare(sql).bind(inStock ? 1 : 0, store, price?.min ?? null, price?.max ?? null, most, ...tiers);
}

/** The platform takes five parts in one compound SELECT at most. */
const union = (selects: string[]): string =>
  selects.length <= 4
    ? selects.join(' UNION ALL ')
    : `SELECT * FROM (${selects.slice(0, 4).join(' UNION ALL ')}) UNION ALL SELECT * FROM (${union(selects.slice(4))})`;

/** The siblings of products shown before: of the same group, or of the same category and next to them in price. */
export const siblingsOf = (
  db: D1Database,
  store: string,
  { match, groups, categories, amount }: { match: string; groups: string[]; categories: string[]; amount: number },
): D1PreparedStatement =>
  db
    .prepare(
      `SELECT ${COLUMNS}, NULL AS score FROM (
        SELECT p.row, p.group_id IN (SELECT value FROM json_each(?3)) AS same, abs(coalesce(p.amount, 1e9) - ?5) AS apart
        FROM product_search CROSS JOIN product p ON p.row = product_search.rowid AND p.store_id = ?2
        JOIN source o ON ${visible('p')}
        WHERE product_search MATCH ?1 AND (p.group_id IN (SELECT value FROM json_each(?3))
          OR p.category IN (SELECT value FROM json_each(?4)))
        LIMIT ${SIBLINGS}
      ) s JOIN product p ON p.row = s.row ORDER BY s.same DESC, s.apart, s.row LIMIT ${CONTEXT}`,
    )
    .bind(match, store, JSON.stringify(groups), JSON.stringify(categories), amount);

export const passagesIn = (db: D1Database, store: string, match: string): D1PreparedStatement =>
  db
    .prepare(
      `SELECT a.id AS article, a.title, a.url, a.lang, p.heading, p.text, s.score FROM (
        SELECT rowid, bm25(passage_search, 0, 6, 5, 1) AS score
        FROM passage_search WHERE passage_search MATCH ?1 ORDER BY score LIMIT ${PASSAGES_WEIGHED}
      ) s JOIN passage p ON p.row = s.rowid AND p.store_id = ?2
      JOIN article a ON a.row = p.article AND a.store_id = ?2
      JOIN source o ON ${visible('a')}
      ORDER BY s.score, p.row LIMIT ${PASSAGES}`,
    )
    .bind(match, store);
