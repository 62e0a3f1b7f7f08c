import * as v from 'valibot';
import { type Area, type FieldChange, fieldChanges, type Values } from '../domain/changes';
import { Refusal } from '../errors';

/**
 * Who changed what in a store's settings: one entry a change, written in the same transaction as the change itself. What is
 * changed passes `noted`, whatever it is. The newest entry of an area, or of one thing in it, is its revision: who saves
 * names the revision that they saw, and is refused when it is not the newest any more.
 */

/** Whoever changes something: a person, or what acts for one (an API key by its name). */
export interface Editor {
  store: string;
  id: string;
  name: string;
}

/** What somebody saw: the number of the newest entry, 0 before the first, and who made it when (epoch ms). */
export interface Revision {
  n: number;
  at: number;
  by: { id: string; name: string };
}

/** What a refusal `changed_meanwhile` carries beside its sentence. */
export interface Newer<T = unknown> {
  revision: Revision;
  /** As it is now; null where it is not there any more. */
  value: T | null;
}

export interface Change {
  area: Area;
  /** Which of the area's things (a team, a person); without it, the area's own fields. */
  of?: { id: string; name: string } | undefined;
  /** Null: it was not there, or is not there any more. */
  before: Values | null;
  after: Values | null;
  /** Secrets that were made, replaced or taken away, by what they are called: their values never come here. */
  secrets?: readonly string[];
  /** The revision that was seen; without one, whatever stands there is written over. */
  seen?: number | undefined;
}

export interface Write {
  /** What decides: an entry is left only where it changed a row. */
  write: D1PreparedStatement;
  /** What goes with it. */
  also?: readonly D1PreparedStatement[];
  /** Epoch ms. */
  now: number;
  /** What stands there now, for whoever is refused. */
  current?: () => Promise<unknown>;
}

/**
 * Writes, and notes who changed what, in one transaction. A change that changes nothing leaves no entry.
 * @returns what became of `write`, with the numbers of the entries
 * @throws Refusal `changed_meanwhile` with what is newer, and nothing is written
 */
export async function noted(
  d1: D1Database,
  editor: Editor,
  change: Change | readonly Change[],
  { write, also = [], now, current }: Write,
): Promise<D1Result & { entries: { area: Area; n: number }[] }> {
  const changes = [change].flat().flatMap((one) => entryOf(one) ?? []);
  const notes = changes.map((one) => note(d1, editor, one, now));
  try {
    const results = await d1.batch([write, ...notes, ...also]);
    const [first, ...others] = results;
    if (!first) throw new Error('A batch answers for each of its statements');
    const entries = changes.flatMap(({ area }, i) => numbersOf(others[i]).map((n) => ({ area, n })));
    return { ...first, entries };
  } catch (error) {
    // Which statement broke is not told. Where a revision is newer than what was seen, that was it.
    const newer = await newerThanSeen(d1, editor.store, changes);
    if (!newer) throw error;
    throw new Refusal('changed_meanwhile', { revision: newer, value: (await current?.()) ?? null } satisfies Newer);
  }
}

const Numbers = v.array(v.object({ n: v.number() }));
const numbersOf = (result: D1Result | undefined) => v.parse(Numbers, result?.results ?? []).map(({ n }) => n);

interface Entry extends Change {
  what: 'added' | 'changed' | 'removed';
  fields: FieldChange[];
}

function entryOf(change: Change): Entry | null {
  const { before, after, secrets = [] } = change;
  const what = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const hidden = secrets.map((field) => ({ field, secret: true as const }));
  const fields = [...fieldChanges(before, after), ...hidden];
  return what === 'changed' && fields.length === 0 ? null : { ...change, what, fields };
}

/** Where another revision is the newest, `at` is null, which the table refuses: nothing of the batch is written then. */
const note = (d1: D1Database, editor: Editor, { area, of, what, fields, seen }: Entry, now: number) =>
  d1
    .prepare(
      `INSERT INTO audit (store_id, n, at, actor_id, actor_name, area, of_id, of_name, what, fields)
       SELECT ?1, 1 + coalesce((SELECT max(n) FROM audit WHERE store_id = ?1), 0),
         CASE WHEN ?10 IS NULL OR ?10 = coalesce(
           (SELECT max(n) FROM audit WHERE store_id = ?1 AND area = ?5 AND of_id = ?6), 0) THEN ?2 END,
         ?3, ?4, ?5, ?6, ?7, ?8, ?9
       WHERE changes() > 0 RETURNING n`,
    )
    .bind(
      editor.store,
      now,
      editor.id,
      editor.name,
      area,
      of?.id ?? '',
      of?.name ?? '',
      what,
      JSON.stringify(fields),
      seen ?? null,
    );

async function newerThanSeen(d1: D1Database, store: string, changes: readonly Entry[]): Promise<Revision | null> {
  const checked = changes.filter(({ seen }) => seen !== undefined);
  const found = await revisionsOf(
    d1,
    store,
    checked.map(({ area, of }) => ({ area, of: of?.id ?? '' })),
  );
  const newer = checked.flatMap(({ seen }, i) => {
    const revision = found[i];
    return revision && revision.n !== seen ? [revision] : [];
  });
  return newer.sort((a, b) => b.n - a.n)[0] ?? null;
}

/** The newest entries of areas, or of things in them; null where there is none. In the order asked for, one round trip. */
export async function revisionsOf(
  d1: D1Database,
  store: string,
  places: readonly { area: Area; of: string }[],
): Promise<(Revision | null)[]> {
  if (places.length === 0) return [];
  const { results } = await d1
    .prepare(
      `SELECT place.key AS place, n, at, actor_id AS id, actor_name AS name
       FROM json_each(?2) place JOIN audit ON audit.store_id = ?1 AND audit.n =
         (SELECT max(n) FROM audit WHERE store_id = ?1 AND area = place.value ->> 'area' AND of_id = place.value ->> 'of')`,
    )
    .bind(store, JSON.stringify(places))
    .all<{ place: number; n: number; at: number; id: string; name: string }>();
  const found = new Map(results.map(({ place, n, at, id, name }) => [place, { n, at, by: { id, name } }]));
  return places.map((_, i) => found.get(i) ?? null);
}
