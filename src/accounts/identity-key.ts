import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { identityKey } from '../db/schema';
import type { Env } from '../env';
import { type Change, type Editor, noted } from '../settings/audit';
import { randomId } from './ids';
import { secretOf } from './readiness';
import { seal } from './sealed';
import { BOTH_HOLD, openSecrets } from './signing-secret';

/** What a store's server signs in its customers with: made here, shown once, kept sealed. */

export interface IdentityView {
  /** When it was made; null: nobody can be signed in. */
  setAt: number | null;
  /** Until when the one before it is taken too; null where it is not. */
  beforeUntil: number | null;
}

const purpose = (store: string) => `identity/${store}`;
/** In the list of changes it stands among the keys, and no other page is told that it is stale. */
const CHANGED: Change = {
  area: 'keys',
  of: { id: 'identity', name: '' },
  before: {},
  after: {},
  secrets: ['identitySecret'],
};
/** As long as SHA-256 is wide (RFC 7518 section 3.2). */
const BYTES = 32;

const rowOf = (d1: D1Database, store: string) =>
  drizzle(d1).select().from(identityKey).where(eq(identityKey.storeId, store)).get();

export async function identityOf(d1: D1Database, store: string, now: number): Promise<IdentityView> {
  const row = await rowOf(d1, store);
  const until = row?.secretBefore ? row.secretAt + BOTH_HOLD : 0;
  return { setAt: row?.secretAt ?? null, beforeUntil: until > now ? until : null };
}

/** Those that hold now, the newest first; none where the store signs nobody in. */
export async function identitySecrets(env: Env, store: string, now: number): Promise<string[]> {
  const row = await rowOf(env.DB, store);
  return row ? openSecrets(env, purpose(store), row, now) : [];
}

/** A new one; the one before it holds for another day. @returns it, this once */
export async function newIdentitySecret(env: Env, editor: Editor, now: number): Promise<string> {
  const secret = `idn_${randomId(BYTES)}`;
  const sealed = await seal(secretOf(env), purpose(editor.store), secret);
  const write = env.DB.prepare(
    `INSERT INTO identity_key (store_id, secret, secret_at) VALUES (?1, ?2, ?3)
     ON CONFLICT (store_id) DO UPDATE SET secret_before = secret, secret = excluded.secret, secret_at = excluded.secret_at`,
  ).bind(editor.store, sealed, now);
  await noted(env.DB, editor, CHANGED, { write, now });
  return secret;
}

/** The one before holds no longer: it may have got into wrong hands. */
export async function endSecretBefore(env: Env, editor: Editor, now: number): Promise<void> {
  const write = env.DB.prepare(
    'UPDATE identity_key SET secret_before = NULL WHERE store_id = ?1 AND secret_before IS NOT NULL',
  ).bind(editor.store);
  await noted(env.DB, editor, CHANGED, { write, now });
}

/** Nobody can be signed in any more. */
export async function removeIdentity(env: Env, editor: Editor, now: number): Promise<void> {
  const write = env.DB.prepare('DELETE FROM identity_key WHERE store_id = ?1').bind(editor.store);
  await noted(env.DB, editor, CHANGED, { write, now });
}
