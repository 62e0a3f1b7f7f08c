import { and, asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { member, store } from '../db/schema';
import type { Role } from '../domain/actor';
import type { Notices } from '../domain/notices';
import type { Env } from '../env';
import { readNotices } from './notices';
import type { Person } from './person';

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
  greeting: string | null;
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
  const { id, name, accent, greeting } = store;
  const shop = await drizzle(env.DB).select({ id, name, accent, greeting }).from(store).where(eq(store.key, key)).get();
  if (!shop) return null;
  if (recent.size >= MOST) recent.clear();
  recent.set(key, { shop, until: now + FRESH });
  return shop;
}
