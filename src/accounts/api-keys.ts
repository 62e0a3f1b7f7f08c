import { asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { apiKey } from '../db/schema';
import { Refusal } from '../errors';
import { type Editor, noted } from '../settings/audit';
import { base64url, randomId } from './ids';

/** What programs of a store's get in by: keys with a name and with what they may do. They are shown once and kept as hashes. */

/** `knowledge`: import; `conversations`: read what was said, and what came of it. */
export const SCOPES = ['knowledge', 'conversations'] as const;
export type Scope = (typeof SCOPES)[number];

export const KeyWanted = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  scopes: v.pipe(
    v.array(v.picklist(SCOPES)),
    v.minLength(1),
    v.maxLength(SCOPES.length),
    v.transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope))),
  ),
});
export type KeyWanted = v.InferOutput<typeof KeyWanted>;

export interface KeyView extends KeyWanted {
  id: string;
  /** Its last characters. */
  ending: string;
  createdAt: number;
  createdBy: string;
  /** To the hour; null: never. */
  lastUsedAt: number | null;
}

/** Keys that a store can have. */
const MOST = 20;
const USED_EVERY = 3_600_000;
const SHAPE = /^key_[A-Za-z0-9_-]{43}$/;
const Scopes = v.fallback(v.pipe(v.string(), v.parseJson(), v.array(v.picklist(SCOPES))), []);

const hashOf = async (key: string): Promise<string> =>
  base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key)));

/** Oldest first. */
export async function keysOf(d1: D1Database, store: string): Promise<KeyView[]> {
  const rows = await drizzle(d1)
    .select()
    .from(apiKey)
    .where(eq(apiKey.storeId, store))
    .orderBy(asc(apiKey.createdAt), asc(apiKey.id));
  return rows.map(({ storeId: _, hash: __, scopes, ...row }) => ({ ...row, scopes: v.parse(Scopes, scopes) }));
}

/**
 * @returns its id, and the key itself, this once
 * @throws Refusal `too_many_keys`
 */
export async function addKey(d1: D1Database, editor: Editor, { name, scopes }: KeyWanted, now: number) {
  const id = randomId();
  const key = `key_${randomId(32)}`;
  const write = d1
    .prepare(
      `INSERT INTO api_key (store_id, id, name, scopes, hash, ending, created_at, created_by)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE (SELECT count(*) FROM api_key WHERE store_id = ?1) < ?9`,
    )
    .bind(editor.store, id, name, JSON.stringify(scopes), await hashOf(key), key.slice(-4), now, editor.name, MOST);
  const change = { area: 'keys', of: { id, name }, before: null, after: { name, scopes }, secrets: ['key'] } as const;
  const { meta } = await noted(d1, editor, change, { write, now });
  if (meta.changes === 0) throw new Refusal('too_many_keys');
  return { id, key };
}

/** From now on it opens nothing. @throws Refusal `not_found` */
export async function revokeKey(d1: D1Database, editor: Editor, id: string, now: number): Promise<void> {
  const known = (await keysOf(d1, editor.store)).find((one) => one.id === id);
  if (!known) throw new Refusal('not_found');
  const { name, scopes } = known;
  const write = d1.prepare('DELETE FROM api_key WHERE store_id = ?1 AND id = ?2').bind(editor.store, id);
  await noted(d1, editor, { area: 'keys', of: { id, name }, before: { name, scopes }, after: null }, { write, now });
}

export interface KnownKey {
  store: string;
  id: string;
  name: string;
  scopes: Scope[];
  lastUsedAt: number | null;
}

/** Whose key this is; null for what is nobody's. Hashes are compared, so the time says nothing. */
export async function keyOf(d1: D1Database, key: string): Promise<KnownKey | null> {
  if (!SHAPE.test(key)) return null;
  const row = await drizzle(d1)
    .select()
    .from(apiKey)
    .where(eq(apiKey.hash, await hashOf(key)))
    .get();
  if (!row) return null;
  const { storeId: store, id, name, scopes, lastUsedAt } = row;
  return { store, id, name, scopes: v.parse(Scopes, scopes), lastUsedAt };
}

/** That it was used: a row an hour. */
export async function noteUsed(d1: D1Database, { store, id, lastUsedAt }: KnownKey, now: number): Promise<void> {
  if (lastUsedAt !== null && now - lastUsedAt < USED_EVERY) return;
  await d1.prepare('UPDATE api_key SET last_used_at = ?3 WHERE store_id = ?1 AND id = ?2').bind(store, id, now).run();
}
