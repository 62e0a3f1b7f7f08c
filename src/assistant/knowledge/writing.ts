import { type Change, type Editor, noted } from '../../settings/audit';
import { passageIndex, productIndex, storeToken } from './index-text';
import type { ArticleRow, Finish, ProductRow } from './rows';
import { type Kind, namedSource, type Session } from './sources';

/** What imports write. Every statement names the store, and holds only while its import is the one under way. */

/** What a source knows of one id: the hash that is visible now, and the one that the import has stored. */
export type Known = [id: string, now: string | null, next: string | null];

const KNOWN_PAGE = 5_000;

/**
 * What the source knows already, in pages by id: what need not be sent again.
 * @param after the last id of the page before, empty for the first
 */
export async function known(db: D1Database, store: string, kind: Kind, session: Session, after: string) {
  const table = tableOf(kind);
  const { results } = await db
    .prepare(
      `SELECT id, max(CASE WHEN since < ?4 AND (until IS NULL OR until >= ?4) THEN hash END) AS now,
         max(CASE WHEN until IS NULL THEN hash END) AS next
       FROM ${table} WHERE store_id = ?1 AND source = ?2 AND id > ?3 GROUP BY id ORDER BY id LIMIT ${KNOWN_PAGE}`,
    )
    .bind(store, session.source, after, session.version)
    .all<{ id: string; now: string | null; next: string | null }>();
  return {
    known: results.map(({ id, now, next }): Known => [id, now, next]),
    after: results.length < KNOWN_PAGE ? null : (results.at(-1)?.id ?? null),
  };
}

const tableOf = (kind: Kind) => (kind === 'products' ? 'product' : 'article');

export interface Chunk<Row> {
  number: number;
  rows: Row[];
  /** Ids that the file no longer names. */
  gone: string[];
}

/** Its parameters are the first four of every statement of a chunk. */
const UNDER_WAY = `EXISTS (SELECT 1 FROM source WHERE store_id = ?1 AND n = ?2 AND import_id = ?3 AND next_chunk = ?4
  AND removed = 0)`;

/**
 * Stores a chunk, as one transaction. One that is stored already changes nothing.
 * @returns the rows written, as the platform counts them
 */
export async function writeChunk(
  db: D1Database,
  store: string,
  session: Session,
  content: ({ kind: 'products' } & Chunk<ProductRow>) | ({ kind: 'articles' } & Chunk<ArticleRow>),
): Promise<number> {
  const table = tableOf(content.kind);
  const run = (sql: string, ...values: unknown[]) =>
    db.prepare(sql).bind(store, session.source, session.import, content.number, ...values);
  const ids = JSON.stringify([...content.rows.map(({ id }) => id), ...content.gone]);
  // By their place in the index: left to itself, the database would read the whole source for each chunk.
  const named = `FROM json_each(?6) j CROSS JOIN ${table} x ON x.store_id = ?1 AND x.source = ?2 AND x.id = j.value`;
  const results = await db.batch([
    // What the same import stored of them before, where it was broken off and the file has changed since.
    run(
      `DELETE FROM ${table} WHERE row IN (SELECT x.row ${named} AND x.since = ?5 WHERE ${UNDER_WAY})`,
      session.version,
      ids,
    ),
    run(
      `UPDATE ${table} SET until = ?5 WHERE row IN (SELECT x.row ${named} AND x.until IS NULL WHERE ${UNDER_WAY})`,
      session.version,
      ids,
    ),
    ...(content.rows.length === 0
      ? []
      : content.kind === 'products'
        ? productStatements(run, store, session.version, content.rows)
        : articleStatements(run, store, session.version, content.rows)),
    run(`UPDATE source SET next_chunk = ?4 + 1 WHERE store_id = ?1 AND n = ?2 AND import_id = ?3 AND next_chunk = ?4`),
  ]);
  const written = results.reduce((sum, { meta }) => sum + meta.rows_written, 0);
  if (written > 0) await countRows(db, store, session, written);
  return written;
}

/** For whoever asks how far it is. One row more, which is counted too. */
const countRows = (db: D1Database, store: string, session: Session, written: number) =>
  db
    .prepare('UPDATE source SET rows_written = rows_written + ?3 WHERE store_id = ?1 AND n = ?2')
    .bind(store, session.source, written + 1)
    .run();

type Run = (sql: string, ...values: unknown[]) => D1PreparedStatement;

const productStatements = (run: Run, store: string, version: number, rows: ProductRow[]): D1PreparedStatement[] => [
  run(
    `INSERT INTO product (store_id, source, id, since, hash, amount, availability, price, sale_price, currency, group_id,
       brand, category, colour, mpn, gtin, title, url, image, description, details)
     SELECT ?1, ?2, value ->> 'id', ?5, value ->> 'hash', value ->> 'amount', value ->> 'availability', value ->> 'price',
       value ->> 'salePrice', value ->> 'currency', value ->> 'groupId', value ->> 'brand', value ->> 'category',
       value ->> 'colour', value ->> 'mpn', value ->> 'gtin', value ->> 'title', value ->> 'url', value ->> 'image',
       value ->> 'description', value -> 'details'
     FROM json_each(?6) WHERE ${UNDER_WAY} ORDER BY key`,
    version,
    JSON.stringify(rows.map((row) => ({ ...row, amount: amountOf(row) }))),
  ),
  run(
    `INSERT INTO product_search (rowid, store, title, brand, category, colour, codes, details, description)
     SELECT p.row, ?7, value ->> 'title', value ->> 'brand', value ->> 'category', value ->> 'colour', value ->> 'codes',
       value ->> 'details', value ->> 'description'
     FROM json_each(?6) CROSS JOIN product p
       ON p.store_id = ?1 AND p.source = ?2 AND p.id = value ->> 'id' AND p.since = ?5
     WHERE ${UNDER_WAY} ORDER BY p.row`,
    version,
    JSON.stringify(rows.map(productIndex)),
    storeToken(store),
  ),
];

/** @param when what must hold; `?1` to `?4` are those of `UNDER_WAY` */
export const articleStatements = (
  run: Run,
  store: string,
  version: number,
  rows: ArticleRow[],
  when = UNDER_WAY,
): D1PreparedStatement[] => [
  run(
    `INSERT INTO article (store_id, source, id, since, hash, title, url, updated_at, markdown)
     SELECT ?1, ?2, value ->> 'id', ?5, value ->> 'hash', value ->> 'title', value ->> 'url', value ->> 'updatedAt',
       value ->> 'markdown' FROM json_each(?6) WHERE ${when} ORDER BY key`,
    version,
    JSON.stringify(rows),
  ),
  run(
    `INSERT INTO passage (store_id, article, heading, text)
     SELECT ?1, a.row, p.value ->> 'heading', p.value ->> 'text'
     FROM json_each(?6) r CROSS JOIN article a
       ON a.store_id = ?1 AND a.source = ?2 AND a.id = r.value ->> 'id' AND a.since = ?5,
       json_each(r.value, '$.passages') p
     WHERE ${when} ORDER BY a.row, p.key`,
    version,
    JSON.stringify(rows.map(({ id, passages }) => ({ id, passages }))),
  ),
  run(
    `INSERT INTO passage_search (rowid, store, article, heading, body)
     SELECT p.row, ?7, value ->> 'article', value ->> 'heading', value ->> 'body'
     FROM json_each(?6) CROSS JOIN article a
       ON a.store_id = ?1 AND a.source = ?2 AND a.id = value ->> 'id' AND a.since = ?5
     JOIN passage p ON p.article = a.row
       AND (SELECT count(*) FROM passage before WHERE before.article = a.row AND before.row < p.row) = value ->> 'at'
     WHERE ${when} ORDER BY p.row`,
    version,
    JSON.stringify(rows.flatMap(passageIndex)),
    storeToken(store),
  ),
];

/** What it costs now, in whole units. */
function amountOf({ price, salePrice, currency }: ProductRow): number | null {
  const minor = salePrice ?? price;
  return minor === null || currency === null ? null : minor / 10 ** decimalsOf(currency);
}

const DECIMALS = new Map<string, number>();
/** How many decimals a currency has (ISO 4217). Asked of the platform once each: that takes its time. */
function decimalsOf(currency: string): number {
  const known = DECIMALS.get(currency);
  if (known !== undefined) return known;
  const asked =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  DECIMALS.set(currency, asked);
  return asked;
}

/** Makes what was stored the present version: one statement moves the pointer, and all of it is found at once. */
export async function finish(
  db: D1Database,
  store: string,
  kind: Kind,
  session: Session,
  { report, vocabulary, partial }: Finish,
  { editor, now }: { editor: Editor | null; now: number },
): Promise<void> {
  const write = db
    .prepare(
      `UPDATE source SET version = ?4, import_id = NULL, next_chunk = 0, imported_at = ?5, report = ?6,
         count = (SELECT count(*) FROM ${tableOf(kind)} WHERE store_id = ?1 AND source = ?2 AND until IS NULL)
       WHERE store_id = ?1 AND n = ?2 AND import_id = ?3`,
    )
    .bind(store, session.source, session.import, session.version, now, JSON.stringify(report));
  const also = vocabularyStatements(db, store, session.source, { vocabulary, partial });
  if (!editor) {
    await db.batch([...also, write]);
    return;
  }
  const { files, added, changed, removed } = report;
  const change: Change = {
    area: 'knowledge',
    of: await namedSource(db, store, session.source),
    before: session.version === 1 ? null : {},
    after: { files, added, changed, removed },
  };
  await noted(db, editor, change, { write, also, now });
}

/** Replaces the words by which a source's things are called, or adds to them. */
export function vocabularyStatements(
  db: D1Database,
  store: string,
  n: number,
  { vocabulary, partial }: Pick<Finish, 'vocabulary' | 'partial'>,
): D1PreparedStatement[] {
  const words = JSON.stringify(Object.entries(vocabulary).map(([letter, text]) => ({ letter, text })));
  return [
    ...(partial
      ? []
      : [
          db
            .prepare(
              `DELETE FROM vocabulary WHERE store_id = ?1 AND source = ?2
                 AND letter NOT IN (SELECT value ->> 'letter' FROM json_each(?3))`,
            )
            .bind(store, n, words),
        ]),
    db
      .prepare(
        `INSERT INTO vocabulary (store_id, source, letter, words)
         SELECT ?1, ?2, value ->> 'letter', value ->> 'text' FROM json_each(?3) WHERE true
         ON CONFLICT DO UPDATE SET words = CASE WHEN ?4 THEN substr(words || ' ' || excluded.words, -60000)
           ELSE excluded.words END WHERE words <> excluded.words`,
      )
      .bind(store, n, words, partial ? 1 : 0),
  ];
}

/** So many ids are looked at in one step. */
const CLEANED = 1_000;

/**
 * Removes, in one bounded step, what no version shows any more: what was replaced or has gone, what an import left that was
 * given up, and all of a source that was removed.
 * @param after where the step before stopped, empty for the first
 * @returns where this one stopped; null where it came to the end
 */
export async function clean(db: D1Database, store: string, n: number, after: string): Promise<string | null> {
  const state = await db
    .prepare('SELECT kind, version, removed, import_id AS open FROM source WHERE store_id = ?1 AND n = ?2')
    .bind(store, n)
    .first<{ kind: Kind; version: number; removed: number; open: string | null }>();
  if (!state) return null;
  const table = tableOf(state.kind);
  const { results } = await db
    .prepare(
      `SELECT id FROM ${table} WHERE store_id = ?1 AND source = ?2 AND id > ?3 GROUP BY id ORDER BY id LIMIT ${CLEANED}`,
    )
    .bind(store, n, after)
    .all<{ id: string }>();
  const last = results.at(-1)?.id;
  if (last === undefined) {
    if (state.removed) await forget(db, store, n);
    return null;
  }
  // Repeated in the statements themselves: an import may have begun or finished in between.
  const of = `FROM ${table} x JOIN source o ON o.store_id = x.store_id AND o.n = x.source
    WHERE x.store_id = ?1 AND x.source = ?2 AND x.id > ?3 AND x.id <= ?4`;
  await db.batch([
    db
      .prepare(
        `DELETE FROM ${table} WHERE row IN (SELECT x.row ${of}
           AND (o.removed = 1 OR x.until <= o.version OR (o.import_id IS NULL AND x.since > o.version)))`,
      )
      .bind(store, n, after, last),
    db
      .prepare(
        `UPDATE ${table} SET until = NULL WHERE row IN (SELECT x.row ${of}
           AND o.import_id IS NULL AND x.until > o.version)`,
      )
      .bind(store, n, after, last),
  ]);
  return last;
}

const forget = (db: D1Database, store: string, n: number) =>
  db.batch([
    db.prepare('DELETE FROM vocabulary WHERE store_id = ?1 AND source = ?2').bind(store, n),
    db.prepare('DELETE FROM source WHERE store_id = ?1 AND n = ?2 AND removed = 1').bind(store, n),
  ]);
