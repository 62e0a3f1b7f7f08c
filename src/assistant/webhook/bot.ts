import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { base64url, randomId } from '../../accounts/ids';
import { newSigningSecret, openSecrets } from '../../accounts/signing-secret';
import { responder } from '../../db/schema';
import type { Env } from '../../env';
import { Refusal } from '../../errors';
import { unsafe } from '../../outbound/fetch';
import type { Signed } from '../../outbound/signed';
import { type Change, type Editor, noted, revisionsOf } from '../../settings/audit';

/** A store's own bot: where it is called, what calls are signed with, and the key that it answers with. */

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
  /** Its newest entry in the list of changes. */
  seen: number;
}

type Row = typeof responder.$inferSelect;
const secretFor = (store: string) => `bot-secret/${store}`;

async function rowOf(env: Env, store: string): Promise<Row | null> {
  return (await drizzle(env.DB).select().from(responder).where(eq(responder.storeId, store)).get()) ?? null;
}

function setting(env: Env, store: string, values: Partial<Omit<Row, 'storeId'>>): D1PreparedStatement {
  const { sql, params } = drizzle(env.DB)
    .insert(responder)
    .values({ storeId: store, ...values })
    .onConflictDoUpdate({ target: responder.storeId, set: values })
    .toSQL();
  return env.DB.prepare(sql).bind(...params);
}

/** What the list of changes calls it. */
const BOT = { id: 'bot', name: 'Your own bot' };
const changeOf = (change: Partial<Change>): Change => ({
  area: 'assistant',
  of: BOT,
  before: {},
  after: {},
  ...change,
});

export async function botView(env: Env, store: string): Promise<BotView> {
  const [row, [revision]] = await Promise.all([
    rowOf(env, store),
    revisionsOf(env.DB, store, [{ area: 'assistant', of: BOT.id }]),
  ]);
  return {
    seen: revision?.n ?? 0,
    url: row?.botUrl ?? null,
    secretSetAt: row?.botSecretAt ?? null,
    keySetAt: row?.botKeyAt ?? null,
    failures: v.parse(Failures, row?.botFailures ?? []),
  };
}

/**
 * @throws Refusal `url_refused` for an address that is not on the public internet; `changed_meanwhile` where there is a
 *   newer one than was seen
 */
export async function saveBot(
  env: Env,
  editor: Editor,
  { url, seen }: { url: string; seen?: number | undefined },
  now: number,
): Promise<void> {
  if (await unsafe(env, url).catch(() => 'unknown_name')) throw new Refusal('url_refused');
  const before = await rowOf(env, editor.store);
  const change = changeOf({ before: { url: before?.botUrl ?? null }, after: { url }, seen });
  const current = async () => ({ url: (await rowOf(env, editor.store))?.botUrl ?? null });
  const write = setting(env, editor.store, { botUrl: url, botFailures: [] });
  await noted(env.DB, editor, change, { write, now, current });
}

/** Makes a new signing secret; the one before holds for a day. @returns it, this once */
export async function newSecret(env: Env, editor: Editor, now: number): Promise<string> {
  const { store } = editor;
  const before = (await rowOf(env, store))?.botSecret ?? null;
  const { secret, sealed } = await newSigningSecret(env, secretFor(store));
  const write = setting(env, store, { botSecret: sealed, botSecretAt: now, botSecretBefore: before });
  await noted(env.DB, editor, changeOf({ secrets: ['signingSecret'] }), { write, now });
  return secret;
}

/** Makes a new key for answers; the one before is worth nothing from now on. @returns it, this once */
export async function newKey(env: Env, editor: Editor, now: number): Promise<string> {
  const key = `bot_${randomId(32)}`;
  const write = setting(env, editor.store, { botKeyHash: await hashOf(key), botKeyAt: now });
  await noted(env.DB, editor, changeOf({ secrets: ['key'] }), { write, now });
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
export async function readyBot(env: Env, store: string, now: number): Promise<Signed | null> {
  const row = await rowOf(env, store);
  if (!row?.botUrl || !row.botSecret) return null;
  const kept = { secret: row.botSecret, secretAt: row.botSecretAt, secretBefore: row.botSecretBefore };
  const secrets = await openSecrets(env, secretFor(store), kept, now);
  return secrets.length > 0 ? { url: row.botUrl, secrets } : null;
}

/** For the merchant to see; what it was about stays where it is. */
export async function noteFailure(env: Env, store: string, failure: BotFailure): Promise<void> {
  const { failures } = await botView(env, store);
  await setting(env, store, { botFailures: [failure, ...failures].slice(0, FAILURES) }).run();
}
