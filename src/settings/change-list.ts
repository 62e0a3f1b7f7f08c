import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { audit } from '../db/schema';
import { AREAS, type Area, type FieldChange } from '../domain/changes';

/** The list of changes as people read it: a page at a time, the newest first. */

const PAGE = 30;
const Entry = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));

export const ChangesWanted = v.object({
  /** From here on backwards: the last entry that was shown. */
  before: v.optional(Entry),
  /** Of one person only, by id. */
  person: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  area: v.optional(v.picklist(AREAS)),
});
export type ChangesWanted = v.InferOutput<typeof ChangesWanted>;

export interface ChangeView {
  n: number;
  at: number;
  by: { id: string; name: string };
  area: Area;
  /** Which of the area's things; null: the area's own fields. */
  of: string | null;
  what: 'added' | 'changed' | 'removed';
  fields: FieldChange[];
}

/** @returns a page, and from where the next one goes on; null where this is the last */
export async function changesOf(
  d1: D1Database,
  store: string,
  { before, person, area }: ChangesWanted,
): Promise<{ changes: ChangeView[]; next: number | null }> {
  const rows = await drizzle(d1)
    .select()
    .from(audit)
    .where(
      and(
        eq(audit.storeId, store),
        before === undefined ? undefined : lt(audit.n, before),
        person === undefined ? undefined : eq(audit.actorId, person),
        area === undefined ? undefined : eq(audit.area, area),
      ),
    )
    .orderBy(desc(audit.n))
    .limit(PAGE + 1);
  const changes = rows.slice(0, PAGE).map(({ n, at, actorId, actorName, area, ofName, what, fields }) => ({
    n,
    at,
    by: { id: actorId, name: actorName },
    area,
    of: ofName || null,
    what,
    fields,
  }));
  return { changes, next: rows.length > PAGE ? (changes.at(-1)?.n ?? null) : null };
}

/** Everybody who ever changed something, by the name they had last; also who is not there any more. */
export const editorsOf = (d1: D1Database, store: string): Promise<{ id: string; name: string }[]> =>
  drizzle(d1)
    // SQLite takes the other columns from the row that has the maximum.
    .select({ id: audit.actorId, name: audit.actorName, last: sql<number>`max(${audit.n})` })
    .from(audit)
    .where(eq(audit.storeId, store))
    .groupBy(audit.actorId)
    .then((rows) => rows.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en')));
