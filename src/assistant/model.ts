import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { secretOf } from '../accounts/readiness';
import { seal, unseal } from '../accounts/sealed';
import { modelUse, responder } from '../db/schema';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { unsafe } from '../outbound/fetch';
import { type Change, type Editor, noted, revisionsOf } from '../settings/audit';
import type { StoreSettings } from '../settings/schema';
import { Seen } from '../settings/values';

/** A store's language model: where it is, and how much of it was used today. Its key is written, and never read out. */

const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));

/** What a merchant can save. Without a key the one before stays, as long as it goes to the same server. */
export const ModelWanted = v.variant('kind', [
  v.object({
    kind: v.literal('openai'),
    /** Such as `https://api.openai.com/v1`. */
    url: v.pipe(v.string(), v.trim(), v.maxLength(500)),
    model: Name,
    key: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^[\x21-\x7e]{0,500}$/))),
    /** Which of its entries in the list of changes was the newest. */
    seen: v.optional(Seen),
  }),
  v.object({ kind: v.literal('workers_ai'), model: Name, seen: v.optional(Seen) }),
]);
export type ModelWanted = v.InferOutput<typeof ModelWanted>;

/** As the dashboard is shown it. */
export interface ModelView {
  model:
    | { kind: 'openai'; url: string; model: string; keySetAt: number | null }
    | { kind: 'workers_ai'; model: string }
    | null;
  /** Its newest entry in the list of changes. */
  seen: number;
  /** Whether the operator bound Workers AI. */
  workersAi: boolean;
  today: Use;
}

/** Tokens of one of the store's days; `reachedAt`: when the limit was, epoch ms. */
export interface Use {
  in: number;
  out: number;
  reachedAt: number | null;
}

/** Ready to be asked. */
export type Model =
  | { kind: 'openai'; url: string; model: string; key: string | null }
  | { kind: 'workers_ai'; model: string; binding: Ai };

type Row = typeof responder.$inferSelect;
const NOTHING_USED: Use = { in: 0, out: 0, reachedAt: null };

/** A key that was given for one server is of no use at another. */
const purposeOf = (store: string, url: string) => `model-key/${store}/${new URL(url).origin}`;

/** The day that it is in a store, `2026-11-21`. */
export const dayOf = (timeZone: string, now: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);

/** What the list of changes calls it. */
const MODEL = { id: 'model', name: 'Language model' };

export async function modelView(env: Env, store: string, timeZone: string, now: number): Promise<ModelView> {
  const [{ row, used }, [revision]] = await Promise.all([
    rowsOf(env, store, dayOf(timeZone, now)),
    revisionsOf(env.DB, store, [{ area: 'assistant', of: MODEL.id }]),
  ]);
  const model = row ? shownModel(row) : null;
  return { model, seen: revision?.n ?? 0, workersAi: env.AI !== undefined, today: used };
}

async function modelNow(env: Env, store: string): Promise<ModelView['model']> {
  const [row] = await drizzle(env.DB).select().from(responder).where(eq(responder.storeId, store));
  return row ? shownModel(row) : null;
}

function shownModel({ modelKind, modelUrl, modelName, modelKey, modelKeyAt }: Row): ModelView['model'] {
  if (modelKind === 'workers_ai' && modelName) return { kind: modelKind, model: modelName };
  if (modelKind !== 'openai' || !modelUrl || !modelName) return null;
  return { kind: 'openai', url: modelUrl, model: modelName, keySetAt: modelKey ? modelKeyAt : null };
}

async function rowsOf(env: Env, store: string, day: string): Promise<{ row: Row | null; used: Use }> {
  const db = drizzle(env.DB);
  const [[row = null], [used]] = await db.batch([
    db.select().from(responder).where(eq(responder.storeId, store)),
    db
      .select({ in: modelUse.tokensIn, out: modelUse.tokensOut, reachedAt: modelUse.reachedAt })
      .from(modelUse)
      .where(and(eq(modelUse.storeId, store), eq(modelUse.day, day))),
  ]);
  return { row, used: used ?? NOTHING_USED };
}

/**
 * Replaces a store's model. A key stays only where the server stays the same.
 * @throws Refusal `changed_meanwhile` where there is a newer one than was seen; `url_refused` for an address that is not on the public internet, `no_workers_ai` where it is not bound
 */
export async function saveModel(env: Env, editor: Editor, wanted: ModelWanted, now: number): Promise<void> {
  const { store } = editor;
  const [before] = await drizzle(env.DB).select().from(responder).where(eq(responder.storeId, store));
  if (wanted.kind === 'workers_ai') {
    if (!env.AI) throw new Refusal('no_workers_ai');
    const set = { modelKind: wanted.kind, modelUrl: null, modelName: wanted.model, modelKey: null, modelKeyAt: null };
    await keepModel(env, editor, { before, set, isKeySame: !before?.modelKey, seen: wanted.seen }, now);
    return;
  }
  const { kind, url, model, key, seen } = wanted;
  if (await unsafe(env, url).catch(() => 'unknown_name')) throw new Refusal('url_refused');
  const same = before?.modelUrl && new URL(before.modelUrl).origin === new URL(url).origin;
  const kept = same
    ? { modelKey: before.modelKey, modelKeyAt: before.modelKeyAt }
    : { modelKey: null, modelKeyAt: null };
  const modelKey = key ? await seal(secretOf(env), purposeOf(store, url), key) : null;
  const keys = key === undefined ? kept : { modelKey, modelKeyAt: modelKey === null ? null : now };
  const set = { modelKind: kind, modelUrl: url, modelName: model, ...keys };
  const isKeySame = key === undefined ? Boolean(same) || !before?.modelKey : !modelKey && !before?.modelKey;
  await keepModel(env, editor, { before, set, isKeySame, seen }, now);
}

type ModelColumns = Pick<Row, 'modelKind' | 'modelUrl' | 'modelName' | 'modelKey' | 'modelKeyAt'>;

async function keepModel(
  env: Env,
  editor: Editor,
  {
    before,
    set,
    isKeySame,
    seen,
  }: { before: ModelColumns | undefined; set: ModelColumns; isKeySame: boolean; seen?: number | undefined },
  now: number,
): Promise<void> {
  const said = ({ modelKind: kind, modelUrl: url, modelName: model }: ModelColumns) => ({ kind, url, model });
  const change: Change = {
    area: 'assistant',
    of: MODEL,
    before: before ? said(before) : {},
    after: said(set),
    secrets: isKeySame ? [] : ['key'],
    seen,
  };
  const { sql: text, params } = drizzle(env.DB)
    .insert(responder)
    .values({ storeId: editor.store, ...set })
    .onConflictDoUpdate({ target: responder.storeId, set })
    .toSQL();
  const write = env.DB.prepare(text).bind(...params);
  await noted(env.DB, editor, change, { write, now, current: () => modelNow(env, editor.store) });
}

/** Why no model can be asked now. */
export type NoModel = 'not_set' | 'limit_reached';

/** A store's model with its key; or why there is none. One round trip. */
export async function readyModel(
  env: Env,
  store: string,
  { timeZone, modelTokensADay: limit }: Pick<StoreSettings, 'timeZone' | 'modelTokensADay'>,
  now: number,
): Promise<Model | NoModel> {
  const { row, used } = await rowsOf(env, store, dayOf(timeZone, now));
  const model = row && (await openModel(env, store, row));
  if (!model) return 'not_set';
  return limit !== null && used.in + used.out >= limit ? 'limit_reached' : model;
}

async function openModel(env: Env, store: string, row: Row): Promise<Model | null> {
  const { modelKind: kind, modelName: model, modelUrl: url, modelKey } = row;
  if (kind === 'workers_ai' && model && env.AI) return { kind, model, binding: env.AI };
  if (kind !== 'openai' || !model || !url) return null;
  // A key that cannot be opened any more is as good as none: the server then says so.
  const key = modelKey && (await unseal(secretOf(env), purposeOf(store, url), modelKey));
  return { kind, url, model, key };
}

/** Adds what an answer used; the moment at which the day's limit is reached is kept. One statement. */
export async function countUse(
  db: D1Database,
  store: string,
  { timeZone, modelTokensADay: limit }: Pick<StoreSettings, 'timeZone' | 'modelTokensADay'>,
  used: { in: number; out: number },
  now: number,
): Promise<void> {
  if (used.in + used.out === 0) return;
  const isOver = limit !== null && used.in + used.out >= limit;
  const sum = sql`${modelUse.tokensIn} + ${modelUse.tokensOut} + ${used.in + used.out}`;
  await drizzle(db)
    .insert(modelUse)
    .values({
      storeId: store,
      day: dayOf(timeZone, now),
      tokensIn: used.in,
      tokensOut: used.out,
      reachedAt: isOver ? now : null,
    })
    .onConflictDoUpdate({
      target: [modelUse.storeId, modelUse.day],
      set: {
        tokensIn: sql`${modelUse.tokensIn} + ${used.in}`,
        tokensOut: sql`${modelUse.tokensOut} + ${used.out}`,
        ...(limit !== null && {
          // What was reached before the limit was raised is reached no more.
          reachedAt: sql`CASE WHEN ${sum} < ${limit} THEN NULL ELSE coalesce(${modelUse.reachedAt}, ${now}) END`,
        }),
      },
    });
}
