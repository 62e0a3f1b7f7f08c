import { and, asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { member, store } from '../db/schema';
import type { Role } from '../domain/actor';
import type { Notices } from '../domain/notices';
import type { Env } from '../env';
import { type Change, type Editor, noted } from '../settings/audit';
import type { StoreSettings } from '../settings/schema';
import { parsed } from '../settings/store';
import { Seen } from '../settings/values';
import { readNotices } from './notices';
import { Name, type Person } from './person';

/** Stores as staff and as visitors reach them: a person's through their membership, a shop's through its public key. */

export interface StoreOfPerson {
  id: string;
  key: string;
  name: string;
  accent: string;
  role: Role;
}

const shown = { id: store.id, key: store.key, name: store.name, accent: store.accent, role: member.role };

/** By name, each with what the person wants to be told of there. */
export async function storesOf(env: Env, person: Person): Promise<(StoreOfPerson & { notices: Notices })[]> {
  const rows = await drizzle(env.DB)
    .select({ ...shown, notices: member.notices })
    .from(member)
    .innerJoin(store, eq(store.id, member.storeId))
    .where(eq(member.userId, person.id))
    .orderBy(asc(store.name), asc(store.id));
  return rows.map(({ notices, ...row }) => ({ ...row, notices: readNotices(notices) }));
}

/** Null alike for a store that the person does not belong to and for one that does not exist. */
export async function membershipOf(env: Env, person: Person, storeId: string): Promise<StoreOfPerson | null> {
  const found = await drizzle(env.DB)
    .select(shown)
    .from(member)
    .innerJoin(store, eq(store.id, member.storeId))
    .where(and(eq(member.userId, person.id), eq(member.storeId, storeId)))
    .get();
  return found ?? null;
}

export interface Shop {
  id: string;
  name: string;
  accent: string;
  /** What it was set up with, in no language; null: the widget's own. */
  greeting: string | null;
  settings: Pick<
    StoreSettings,
    'greeting' | 'firstLanguage' | 'origins' | 'launcherLabel' | 'launcherIcon' | 'launcherHidden'
  >;
}

const FRESH = 30_000;
const MOST = 1_000;
const recent = new Map<string, { shop: Shop; until: number }>();

/**
 * The store behind a script tag's key. Kept in memory for half a minute, since every visitor of a shop asks for the same
 * one; what was not found is asked for again each time.
 */
export async function shopByKey(env: Env, key: string, now: number): Promise<Shop | null> {
  const known = recent.get(key);
  if (known && known.until > now) return known.shop;
  const row = await env.DB.prepare('SELECT id, name, accent, greeting, settings FROM store WHERE key = ?1')
    .bind(key)
    .first<Omit<Shop, 'settings'> & { settings: string | null }>();
  if (!row) return null;
  const shop = { ...row, settings: parsed(row.settings).settings };
  if (recent.size >= MOST) recent.clear();
  recent.set(key, { shop, until: now + FRESH });
  return shop;
}

/** What was changed shows at once where it was changed, and elsewhere within half a minute. */
export function forgetShop(id: string): void {
  for (const [key, { shop }] of recent) if (shop.id === id) recent.delete(key);
}

/** `seen`: the newest entry of the store's own in the list of changes. */
export const NameWanted = v.object({ name: Name, seen: v.optional(Seen) });
export type NameWanted = v.InferOutput<typeof NameWanted>;

/** What customers and staff know the store by. @throws Refusal `changed_meanwhile` where it has another since */
export async function renameStore(env: Env, editor: Editor, { name, seen }: NameWanted, now: number): Promise<void> {
  const find = () => drizzle(env.DB).select({ name: store.name }).from(store).where(eq(store.id, editor.store)).get();
  const write = env.DB.prepare('UPDATE store SET name = ?2 WHERE id = ?1').bind(editor.store, name);
  const change: Change = { area: 'store', before: (await find()) ?? {}, after: { name }, seen };
  await noted(env.DB, editor, change, { write, now, current: find });
  forgetShop(editor.store);
}

/** What stands in its script tag. */
export async function keyOfStore(env: Env, id: string): Promise<string> {
  const found = await drizzle(env.DB).select({ key: store.key }).from(store).where(eq(store.id, id)).get();
  return found?.key ?? '';
}
