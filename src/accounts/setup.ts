import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { member, store, user } from '../db/schema';
import type { Env } from '../env';
import { randomId } from './ids';
import { createLink } from './links';
import { Email, Name } from './person';
import { sameSecret } from './tokens';

/** How the first owner gets in, before any mail works: whoever knows SETUP_KEY. */

const SHORTEST_KEY = 16;

export const SetUp = v.object({
  key: v.pipe(v.string(), v.maxLength(200)),
  email: Email,
  name: v.optional(Name),
  store: v.optional(Name),
});
export type SetUp = v.InferOutput<typeof SetUp>;

export type SetUpResult =
  | { ok: true; token: string; store: { id: string; key: string; name: string } }
  /** `forbidden`: no key is set, the key is wrong, or it is right and the address is no owner's; from outside these are one. */
  | { ok: false; reason: 'forbidden' | 'bad_request' };

export async function hasStore(env: Env): Promise<boolean> {
  return (await drizzle(env.DB).select({ id: store.id }).from(store).limit(1)).length > 0;
}

const firstStoreOf = (env: Env, email: string) =>
  drizzle(env.DB)
    .select({ id: store.id, key: store.key, name: store.name })
    .from(member)
    .innerJoin(store, eq(store.id, member.storeId))
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(user.email, email), eq(member.role, 'owner')))
    .orderBy(store.createdAt)
    .get();

/**
 * Creates the first store with its owner, or lets an existing owner in.
 * @returns a link's token, to be spent at once
 */
export async function setUp(env: Env, request: SetUp, now: number): Promise<SetUpResult> {
  const key = env.SETUP_KEY ?? '';
  if (!(await sameSecret(request.key, key)) || key.length < SHORTEST_KEY) return { ok: false, reason: 'forbidden' };
  const { email, name, store: storeName } = request;
  if (!(await hasStore(env))) {
    if (!name || !storeName) return { ok: false, reason: 'bad_request' };
    await createFirst(env, { email, name, storeName }, now);
  }
  const found = await firstStoreOf(env, email);
  if (!found) return { ok: false, reason: 'forbidden' };
  return { ok: true, token: await createLink(env, email, 60_000, now), store: found };
}

/** One transaction, and its inserts ask again whether this is the first: two requests at once make one store. */
async function createFirst(env: Env, first: { email: string; name: string; storeName: string }, now: number) {
  const { email, name, storeName } = first;
  const id = randomId();
  // Plain SQL, because Drizzle's batch takes no raw statement, and its builder no INSERT … WHERE NOT EXISTS.
  await env.DB.batch([
    env.DB.prepare(
      'INSERT INTO user (id, name, email, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?4) ON CONFLICT (email) DO NOTHING',
    ).bind(randomId(), name, email, now),
    env.DB.prepare(
      'INSERT INTO store (id, key, name, created_at) SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM store)',
    ).bind(id, randomId(12), storeName, now),
    env.DB.prepare(
      `INSERT INTO member (store_id, user_id, role, created_at)
       SELECT store.id, user.id, 'owner', ?3 FROM store, user WHERE store.id = ?1 AND user.email = ?2`,
    ).bind(id, email, now),
  ]);
}
