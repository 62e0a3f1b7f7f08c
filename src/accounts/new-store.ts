import * as v from 'valibot';
import type { Env } from '../env';
import { noted } from '../settings/audit';
import { Zone } from '../settings/schema';
import { documentOf } from '../settings/store';
import { Language } from '../settings/values';
import { randomId } from './ids';
import { Name, type Person } from './person';
import { membershipOf, type StoreOfPerson } from './stores';

/** Every store after the first (setup.ts): whoever owns one may add another, and owns that too. */

export const StoreWanted = v.object({ name: Name, firstLanguage: Language, timeZone: Zone });
export type StoreWanted = v.InferOutput<typeof StoreWanted>;

/** What one person can own. */
export const MOST_STORES = 50;
/** What one person can add within an hour. */
export const AT_ONCE = 10;
const HOUR = 3_600_000;

export type Added = { ok: true; store: StoreOfPerson } | { ok: false; reason: Refused };
type Refused = 'forbidden' | 'too_many_stores' | 'too_fast';

/** The stores that a person, ?1, owns. */
const OWNED = `FROM member JOIN store ON store.id = member.store_id WHERE user_id = ?1 AND role = 'owner'`;

async function whyNot(d1: D1Database, person: Person, now: number): Promise<Refused | null> {
  const row = await d1
    .prepare(`SELECT count(*) AS owned, total(store.created_at > ?2) AS young ${OWNED}`)
    .bind(person.id, now - HOUR)
    .first<{ owned: number; young: number }>();
  const { owned = 0, young = 0 } = row ?? {};
  if (owned === 0) return 'forbidden';
  if (owned >= MOST_STORES) return 'too_many_stores';
  return young >= AT_ONCE ? 'too_fast' : null;
}

/** Its owner, its key and the first line in its list of changes come with it, or none of it does. */
export async function addStore(env: Env, person: Person, wanted: StoreWanted, now: number): Promise<Added> {
  const { name, firstLanguage, timeZone } = wanted;
  const id = randomId();
  // Counted where it is written: two at once make no store too many.
  const write = env.DB.prepare(
    `INSERT INTO store (id, key, name, created_at, time_zone, settings) SELECT ?3, ?4, ?5, ?6, ?7, ?8
     WHERE (SELECT count(*) BETWEEN 1 AND ${MOST_STORES - 1} AND total(store.created_at > ?2) < ${AT_ONCE} ${OWNED})`,
  ).bind(person.id, now - HOUR, id, randomId(12), name, now, timeZone, documentOf({ firstLanguage, timeZone }, now));
  const join = env.DB.prepare(
    `INSERT INTO member (store_id, user_id, role, created_at) SELECT id, ?2, 'owner', ?3 FROM store WHERE id = ?1`,
  ).bind(id, person.id, now);
  const editor = { store: id, id: person.id, name: person.name };
  const change = { area: 'store', before: null, after: { name, firstLanguage, timeZone } } as const;
  const { meta } = await noted(env.DB, editor, change, { write, also: [join], now });
  if (!meta.changes) return { ok: false, reason: (await whyNot(env.DB, person, now)) ?? 'too_fast' };
  const store = await membershipOf(env, person, id);
  if (!store) throw new Error('The store was not stored');
  return { ok: true, store };
}
