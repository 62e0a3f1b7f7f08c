import * as v from 'valibot';
import { FIRST_MARKS, FIRST_STEPS, type FirstMarks, type FirstRun, firstRun } from '../domain/first-run';

/** How far a new store is: read from what it has, and what its managers said of the rest. */

export const Mark = v.object({
  step: v.picklist(FIRST_STEPS),
  /** Null: open again. */
  as: v.nullable(v.picklist(FIRST_MARKS)),
});
export type Mark = v.InferOutput<typeof Mark>;

const Marks = v.pipe(
  v.string(),
  v.parseJson(),
  v.partial(v.object(v.entriesFromList(FIRST_STEPS, v.picklist(FIRST_MARKS)))),
);

interface Row {
  renamed: number;
  hoursSaved: number;
  knows: number;
  seenOnSite: number;
  tried: number;
  marks: string | null;
}

/** @param plays whether somebody of the staff plays a customer at this moment: history hears of it later */
export async function firstRunOf(d1: D1Database, store: string, plays: boolean): Promise<FirstRun> {
  const row = await d1
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM audit a, json_each(a.fields) f
           WHERE a.store_id = ?1 AND a.area = 'store' AND f.value ->> 'field' = 'name') AS renamed,
         EXISTS (SELECT 1 FROM audit WHERE store_id = ?1 AND area = 'hours') AS hoursSaved,
         EXISTS (SELECT 1 FROM product WHERE store_id = ?1) OR EXISTS (SELECT 1 FROM article WHERE store_id = ?1) AS knows,
         EXISTS (SELECT 1 FROM conversation WHERE store_id = ?1 AND test IS NULL) AS seenOnSite,
         EXISTS (SELECT 1 FROM conversation WHERE store_id = ?1 AND test IS NOT NULL) AS tried,
         (SELECT first_run FROM store WHERE id = ?1) AS marks`,
    )
    .bind(store)
    .first<Row>();
  const facts = {
    renamed: row?.renamed === 1,
    hoursSaved: row?.hoursSaved === 1,
    knows: row?.knows === 1,
    seenOnSite: row?.seenOnSite === 1,
    tried: plays || row?.tried === 1,
  };
  return firstRun(facts, marksIn(row?.marks ?? null));
}

function marksIn(json: string | null): FirstMarks {
  const read = v.safeParse(Marks, json);
  return read.success ? (read.output as FirstMarks) : {};
}

export async function markStep(d1: D1Database, store: string, { step, as }: Mark): Promise<void> {
  const path = `$.${step}`;
  const kept = `CASE WHEN json_valid(first_run) THEN first_run ELSE '{}' END`;
  const change = as === null ? `json_remove(${kept}, ?2)` : `json_set(${kept}, ?2, ?3)`;
  const write = d1.prepare(`UPDATE store SET first_run = ${change} WHERE id = ?1`);
  await (as === null ? write.bind(store, path) : write.bind(store, path, as)).run();
}
