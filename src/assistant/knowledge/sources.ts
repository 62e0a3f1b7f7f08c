import { and, asc, desc, eq, ne, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { source } from '../../db/schema';
import { Refusal } from '../../errors';
import { type Change, type Editor, noted } from '../../settings/audit';
import { MOST_SOURCES } from './limits';
import type { Begin, Reading, Report } from './rows';

/** Where a store's knowledge comes from. Every function is bound to one store. */

export type Kind = 'products' | 'articles';

/** How the answers that were written in the dashboard are "read": no file has this format, and no import touches them. */
export const WRITTEN = 'written';
/** A source that files come to. */
const imported: SQL = ne(sql`${source.reading} ->> 'format'`, WRITTEN);

/** A source as staff see it. */
export interface SourceView {
  n: number;
  kind: Kind;
  name: string;
  reading: Reading;
  count: number;
  /** Epoch ms; null before its first import has finished. */
  importedAt: number | null;
  report: Report | null;
  /** An import that has begun and not finished: nothing of it is found yet. */
  unfinished: { began: number; rowsWritten: number } | null;
}

export async function sources(db: D1Database, store: string): Promise<SourceView[]> {
  const found = await drizzle(db)
    .select()
    .from(source)
    .where(and(eq(source.storeId, store), eq(source.removed, false), imported))
    .orderBy(desc(source.kind), asc(source.n));
  return found.map((row) => ({
    n: row.n,
    kind: row.kind,
    name: row.name,
    // Both were written by us, through the schemas in rows.ts.
    reading: row.reading as Reading,
    count: row.count,
    importedAt: row.importedAt,
    report: row.report as Report | null,
    unfinished: row.importId === null ? null : { began: row.importBegan ?? 0, rowsWritten: row.rowsWritten },
  }));
}

/** An import that is under way. */
export interface Session {
  source: number;
  import: string;
  /** The version that it writes. */
  version: number;
}

/**
 * Begins an import, or takes up again the one that this source has: what it stored already need not come again. Whoever
 * had it open before can write no more.
 * @throws Refusal `not_found` for a source that is not there, or of another kind; `too_many_sources`
 */
export async function begin(db: D1Database, store: string, wanted: Begin, now: number): Promise<Session> {
  const id = crypto.randomUUID();
  const reading = JSON.stringify(wanted.reading);
  const statement =
    wanted.source === null
      ? db
          .prepare(
            `INSERT INTO source (store_id, n, kind, name, reading, import_id, import_began)
             SELECT ?1, coalesce(max(n), 0) + 1, ?2, ?3, ?4, ?5, ?6 FROM source WHERE store_id = ?1
             HAVING sum(removed = 0 AND reading ->> 'format' <> '${WRITTEN}') < ${MOST_SOURCES} OR count(*) = 0 RETURNING n, version`,
          )
          .bind(store, wanted.kind, wanted.name, reading, id, now)
      : db
          .prepare(
            `UPDATE source SET name = ?4, reading = ?5, next_chunk = 0,
               rows_written = CASE WHEN import_id IS NULL THEN 0 ELSE rows_written END,
               import_began = CASE WHEN import_id IS NULL THEN ?7 ELSE import_began END, import_id = ?6
             WHERE store_id = ?1 AND n = ?2 AND kind = ?3 AND removed = 0
               AND reading ->> 'format' <> '${WRITTEN}' RETURNING n, version`,
          )
          .bind(store, wanted.source, wanted.kind, wanted.name, reading, id, now);
  const begun = await statement.first<{ n: number; version: number }>();
  if (!begun) throw new Refusal(wanted.source === null ? 'too_many_sources' : 'not_found');
  return { source: begun.n, import: id, version: begun.version + 1 };
}

/**
 * The import that a request speaks of.
 * @throws Refusal `import_over` where another one has taken its place, or none is under way
 */
export async function sessionOf(
  db: D1Database,
  store: string,
  n: number,
  id: string,
): Promise<Session & { kind: Kind; nextChunk: number }> {
  const found = await drizzle(db)
    .select({ kind: source.kind, version: source.version, nextChunk: source.nextChunk })
    .from(source)
    .where(and(eq(source.storeId, store), eq(source.n, n), eq(source.importId, id), eq(source.removed, false)))
    .get();
  if (!found) throw new Refusal('import_over');
  return { source: n, import: id, kind: found.kind, version: found.version + 1, nextChunk: found.nextChunk };
}

/** What the list of changes calls a source. */
export async function namedSource(db: D1Database, store: string, n: number): Promise<{ id: string; name: string }> {
  const mine = and(eq(source.storeId, store), eq(source.n, n));
  const found = await drizzle(db).select({ name: source.name }).from(source).where(mine).get();
  return { id: String(n), name: found?.name ?? '' };
}

/**
 * Gives up an import: what it stored goes by `clean`, and with it a source that never had a finished one.
 * @returns whether there was such a source
 */
export async function discard(db: D1Database, editor: Editor, n: number, now: number): Promise<boolean> {
  const set = { importId: null, nextChunk: 0, removed: sql`${source.version} = 0` };
  return ends(db, editor, n, { set, before: { import: 'begun' }, after: { import: 'given up' } }, now);
}

/** From now on nothing of it is found. Its rows go by `clean`. @returns whether there was such a source */
export async function removeSource(db: D1Database, editor: Editor, n: number, now: number): Promise<boolean> {
  const set = { removed: true, importId: null, count: 0 };
  return ends(db, editor, n, { set, before: {}, after: null }, now);
}

async function ends(
  db: D1Database,
  editor: Editor,
  n: number,
  { set, ...change }: Pick<Change, 'before' | 'after'> & { set: Partial<Record<'removed', boolean | SQL>> & object },
  now: number,
): Promise<boolean> {
  const mine = and(eq(source.storeId, editor.store), eq(source.n, n), eq(source.removed, false), imported);
  const { sql: text, params } = drizzle(db).update(source).set(set).where(mine).toSQL();
  const write = db.prepare(text).bind(...params);
  const of = await namedSource(db, editor.store, n);
  const { meta } = await noted(db, editor, { area: 'knowledge', of, ...change }, { write, now });
  return meta.changes > 0;
}
