import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { base64url, randomId } from '../../accounts/ids';
import { secretOf } from '../../accounts/readiness';
import { seal, unseal } from '../../accounts/sealed';
import { responder } from '../../db/schema';
import type { Env } from '../../env';
import { Refusal } from '../../errors';
import { unsafe } from '../../outbound/fetch';

/** A store's own bot: where it is called, what calls are signed with, and the key that it answers with. */

/** The secret before signs too for so long, so that the bot can be given the new one in peace. */
const BOTH_SIGN = 24 * 3_600_000;
const FAILURES = 5;

/** A call that came to nothing. `late`: it was taken, and never answered. */
export const BotFailure = v.object({
  at: v.number(),
  why: v.picklist(['no_answer', 'status', 'refused_address', 'late']),
  status: v.optional(v.number()),
});
export type BotFailure = v.InferOutput<typeof BotFailure>;
const Failures = v.fallback(v.array(BotFailure), []);

/** As the dashboard is shown it: secrets are known by their dates. */
export interface BotView {
  url: string | null;
  secretSetAt: number | null;
  keySetAt: number | null;
  failures: BotFailure[];
}

/** Ready to be called. */
export interface Bot {
  url: string;
  /** Every one of them signs. */
  secrets: string[];
}

type Row = typeof responder.$inferSelect;
const secretFor = (store: string) => `bot-secret/${store}`;

async function rowOf(env: Env, store: string): Promise<Row | null> {
  return (await drizzle(env.DB).select().from(responder).where(eq(responder.storeId, store)).get()) ?? null;
}

async function set(env: Env, store: string, values: Partial<Omit<Row, 'storeId'>>): Promise<void> {
  const insert = drizzle(env.DB)
    .insert(responder)
    .values({ storeId: store, ...values });
  await insert.onConflictDoUpdate({ target: responder.storeId, set: values });
}

export async function botView(env: Env, store: string): Promise<BotView> {
  const row = await rowOf(env, store);
  return {
    url: row?.botUrl ?? null,
    secretSetAt: row?.botSecretAt ?? null,
    keySetAt: row?.botKeyAt ?? null,
    failures: v.parse(Failures, row?.botFailures ?? []),
  };
}

/** @throws Refusal `url_refused` for an address that is not on the public internet */
export async function saveBot(env: Env, store: string, url: string): Promise<void> {
  if (await unsafe(env, url).catch(() => 'unknown_name')) throw new Refusal('url_refused');
  await set(env, store, { botUrl: url, botFailures: [] });
}

/** Makes a new signing secret; the one before holds for a day. @returns it, this once */
export async function newSecret(env: Env, store: string, now: number): Promise<string> {
  const secret = `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;
  const before = (await rowOf(env, store))?.botSecret ?? null;
  const sealed = await seal(secretOf(env), secretFor(store), secret);
  await set(env, store, { botSecret: sealed, botSecretAt: now, botSecretBefore: before });
  return secret;
}

/** Makes a new key for answers; the one before is worth nothing from now on. @returns it, this once */
export async function newKey(env: Env, store: string, now: number): Promise<string> {
  const key = `bot_${randomId(32)}`;
  await set(env, store, { botKeyHash: await hashOf(key), botKeyAt: now });
  return key;
}

const hashOf = async (key: string): Promise<string> =>
  base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key)));

/** The store whose bot this is; null for a key that is nobody's. Hashes are compared, so the time says nothing. */
export async function storeOfKey(env: Env, key: string): Promise<string | null> {
  if (!/^bot_[A-Za-z0-9_-]{43}$/.test(key)) return null;
  const found = await drizzle(env.DB)
    .select({ store: responder.storeId })
    .from(responder)
    .where(eq(responder.botKeyHash, await hashOf(key)))
    .get();
  return found?.store ?? null;
}

/** Null where the store has no bot that can be called. */
export async function readyBot(env: Env, store: string, now: number): Promise<Bot | null> {
  const row = await rowOf(env, store);
  if (!row?.botUrl || !row.botSecret) return null;
  const isNew = row.botSecretAt !== null && now - row.botSecretAt < BOTH_SIGN;
  const sealed = [row.botSecret, isNew ? row.botSecretBefore : null];
  const opened = await Promise.all(sealed.map((one) => one && unseal(secretOf(env), secretFor(store), one)));
  const secrets = opened.flatMap((one) => one || []);
  return secrets.length > 0 ? { url: row.botUrl, secrets } : null;
}

/** For the merchant to see; what it was about stays where it is. */
export async function noteFailure(env: Env, store: string, failure: BotFailure): Promise<void> {
  const { failures } = await botView(env, store);
  await set(env, store, { botFailures: [failure, ...failures].slice(0, FAILURES) });
}
