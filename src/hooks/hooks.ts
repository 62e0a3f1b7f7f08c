import { and, asc, eq, isNull } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { randomId } from '../accounts/ids';
import { newSigningSecret, openSecrets } from '../accounts/signing-secret';
import { hook } from '../db/schema';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { unsafe } from '../outbound/fetch';
import type { Signed } from '../outbound/signed';
import { HOOK_EVENTS, type HookEventType, HookFailure, type HookWanted, MOST_HOOKS } from '../protocol/hooks';
import { type Change, type Editor, noted, revisionsOf } from '../settings/audit';

/** Where a store's events go, as its owners and admins named it. Every statement names the store. */

type Row = typeof hook.$inferSelect;

/** As the dashboard is shown it: the secret is known by its date. */
export interface HookView {
  id: string;
  url: string;
  events: HookEventType[];
  secretSetAt: number;
  /** Its newest entry in the list of changes. */
  seen: number;
  off: { at: number; why: NonNullable<Row['offWhy']> } | null;
  /** Since when nothing has got through, and what the last try came to; null while it does. */
  failing: { since: number; last: HookFailure | null } | null;
}

const Events = v.fallback(v.pipe(v.string(), v.parseJson(), v.array(v.picklist(HOOK_EVENTS))), []);
const Failure = v.fallback(v.nullable(HookFailure), null);
/** Who switched it off where nobody did. */
const ITSELF = { id: 'baton', name: 'Baton' };
const secretFor = (store: string, id: string) => `hook-secret/${store}/${id}`;
const eventsOf = ({ events }: Row): HookEventType[] => v.parse(Events, events);

const viewOf = (row: Row, seen: number): HookView => ({
  id: row.id,
  seen,
  url: row.url,
  events: eventsOf(row),
  secretSetAt: row.secretAt,
  off: row.offAt === null ? null : { at: row.offAt, why: row.offWhy ?? 'merchant' },
  failing: row.failingSince === null ? null : { since: row.failingSince, last: v.parse(Failure, row.lastFailure) },
});

/** Oldest first. */
export async function hooksOf(env: Env, store: string): Promise<HookView[]> {
  const rows = await drizzle(env.DB)
    .select()
    .from(hook)
    .where(eq(hook.storeId, store))
    .orderBy(asc(hook.createdAt), asc(hook.id));
  const places = rows.map(({ id }) => ({ area: 'hooks' as const, of: id }));
  const revisions = await revisionsOf(env.DB, store, places);
  return rows.map((row, i) => viewOf(row, revisions[i]?.n ?? 0));
}

const rowOf = (env: Env, store: string, id: string): Promise<Row | undefined> =>
  drizzle(env.DB)
    .select()
    .from(hook)
    .where(and(eq(hook.storeId, store), eq(hook.id, id)))
    .get();

/** What conversations have to know of it, in the statement's own transaction. */
const retell = (env: Env, store: string, now: number): D1PreparedStatement =>
  env.DB.prepare(
    `UPDATE store SET hooks = json_object(
       'at', max(cast(?2 AS INTEGER), 1 + coalesce(json_extract(hooks, '$.at'), 0)),
       'events', (SELECT json_group_array(DISTINCT value) FROM hook, json_each(hook.events)
                  WHERE hook.store_id = ?1 AND hook.off_at IS NULL))
     WHERE id = ?1`,
  ).bind(store, now);

/** Writes, with what conversations have to know of it, and notes who did. @returns whether there was anything to write */
async function change(
  env: Env,
  editor: Editor,
  what: Omit<Change, 'area'>,
  { write, now }: { write: D1PreparedStatement; now: number },
): Promise<boolean> {
  const { store } = editor;
  const { id = '' } = what.of ?? {};
  const current = async () => (await hooksOf(env, store)).find((one) => one.id === id) ?? null;
  const { meta } = await noted(
    env.DB,
    editor,
    { area: 'hooks', ...what },
    {
      write,
      also: [retell(env, store, now)],
      now,
      current,
    },
  );
  return meta.changes > 0;
}

/** As the list of changes tells it: by its host, which says no secret that a path may hold. */
const told = (id: string, url: string) => ({ id, name: new URL(url).host });

async function checked(env: Env, url: string): Promise<void> {
  if (await unsafe(env, url).catch(() => 'unknown_name')) throw new Refusal('url_refused');
}

async function known(env: Env, store: string, id: string): Promise<Row> {
  const row = await rowOf(env, store, id);
  if (!row) throw new Refusal('not_found');
  return row;
}

/**
 * @returns its id and its signing secret, this once
 * @throws Refusal `url_refused`, `too_many_hooks`
 */
export async function addHook(env: Env, editor: Editor, { url, events }: HookWanted, now: number) {
  const { store } = editor;
  await checked(env, url);
  const id = randomId();
  const { secret, sealed } = await newSigningSecret(env, secretFor(store, id));
  const write = env.DB.prepare(
    `INSERT INTO hook (store_id, id, url, events, secret, secret_at, created_at)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?6 WHERE (SELECT count(*) FROM hook WHERE store_id = ?1) < ?7`,
  ).bind(store, id, url, JSON.stringify(events), sealed, now, MOST_HOOKS);
  const what = { of: told(id, url), before: null, after: { url, events }, secrets: ['signing secret'] };
  if (!(await change(env, editor, what, { write, now }))) throw new Refusal('too_many_hooks');
  return { id, secret };
}

/** @throws Refusal `url_refused`, `not_found`, `changed_meanwhile` where there is a newer one than was seen */
export async function changeHook(
  env: Env,
  editor: Editor,
  id: string,
  { url, events, seen }: HookWanted & { seen?: number | undefined },
  now: number,
): Promise<void> {
  const { store } = editor;
  await checked(env, url);
  const row = await known(env, store, id);
  const write = env.DB.prepare(
    `UPDATE hook SET url = ?3, events = ?4, failing_since = NULL, last_failure = NULL WHERE store_id = ?1 AND id = ?2`,
  ).bind(store, id, url, JSON.stringify(events));
  const before = { url: row.url, events: eventsOf(row) };
  const what = { of: told(id, url), before, after: { url, events }, seen };
  if (!(await change(env, editor, what, { write, now }))) throw new Refusal('not_found');
}

/** @throws Refusal `not_found` */
export async function switchHook(env: Env, editor: Editor, id: string, on: boolean, now: number): Promise<void> {
  const { store } = editor;
  const row = await known(env, store, id);
  const write = env.DB.prepare(
    `UPDATE hook SET off_at = ?3, off_why = ?4, failing_since = NULL, last_failure = NULL
     WHERE store_id = ?1 AND id = ?2`,
  ).bind(store, id, on ? null : now, on ? null : 'merchant');
  const what = { of: told(id, row.url), before: { on: row.offAt === null }, after: { on } };
  if (!(await change(env, editor, what, { write, now }))) throw new Refusal('not_found');
}

/** @throws Refusal `not_found` */
export async function removeHook(env: Env, editor: Editor, id: string, now: number): Promise<void> {
  const { store } = editor;
  const row = await known(env, store, id);
  const write = env.DB.prepare('DELETE FROM hook WHERE store_id = ?1 AND id = ?2').bind(store, id);
  const what = { of: told(id, row.url), before: { url: row.url, events: eventsOf(row) }, after: null };
  if (!(await change(env, editor, what, { write, now }))) throw new Refusal('not_found');
}

/** Makes a new signing secret; the one before signs too for a day. @returns it, this once @throws Refusal `not_found` */
export async function newHookSecret(env: Env, editor: Editor, id: string, now: number): Promise<string> {
  const { store } = editor;
  const row = await known(env, store, id);
  const { secret, sealed } = await newSigningSecret(env, secretFor(store, id));
  const write = env.DB.prepare(
    'UPDATE hook SET secret_before = secret, secret = ?3, secret_at = ?4 WHERE store_id = ?1 AND id = ?2',
  ).bind(store, id, sealed, now);
  const what = { of: told(id, row.url), before: {}, after: {}, secrets: ['signing secret'] };
  if (!(await change(env, editor, what, { write, now }))) throw new Refusal('not_found');
  return secret;
}

// ── What delivering asks for ────────────────────────────────────────────────────────────────────────────────────────

/** Those that are on and want to hear of it. */
export async function hooksFor(env: Env, store: string, event: HookEventType): Promise<string[]> {
  const rows = await drizzle(env.DB)
    .select()
    .from(hook)
    .where(and(eq(hook.storeId, store), isNull(hook.offAt)));
  return rows.filter((row) => eventsOf(row).includes(event)).map(({ id }) => id);
}

/** A hook as it stands at this moment. */
export interface Callable extends Signed {
  off: boolean;
  failingSince: number | null;
}

/** Null where it was removed. */
export async function callable(env: Env, store: string, id: string, now: number): Promise<Callable | null> {
  const row = await rowOf(env, store, id);
  if (!row) return null;
  const { url, offAt, failingSince } = row;
  return { url, secrets: await openSecrets(env, secretFor(store, id), row, now), off: offAt !== null, failingSince };
}

/** Something got through: what went wrong before is over. */
export async function noteTaken(env: Env, store: string, id: string): Promise<void> {
  await env.DB.prepare('UPDATE hook SET failing_since = NULL, last_failure = NULL WHERE store_id = ?1 AND id = ?2')
    .bind(store, id)
    .run();
}

/** For the merchant to see. `off`: it is switched off with it. */
export async function noteFailed(
  env: Env,
  store: string,
  id: string,
  failure: HookFailure,
  off: 'gone' | 'failing' | null = null,
): Promise<void> {
  const json = JSON.stringify(failure);
  const write = env.DB.prepare(
    `UPDATE hook SET failing_since = coalesce(failing_since, ?3), last_failure = ?4,
       off_at = coalesce(off_at, CASE WHEN ?5 IS NULL THEN NULL ELSE ?3 END), off_why = coalesce(off_why, ?5)
     WHERE store_id = ?1 AND id = ?2`,
  ).bind(store, id, failure.at, json, off);
  const row = off && (await rowOf(env, store, id));
  if (!row) {
    await write.run();
    return;
  }
  const what = { of: told(id, row.url), before: { on: row.offAt === null }, after: { on: false } };
  await change(env, { store, ...ITSELF }, what, { write, now: failure.at });
}
