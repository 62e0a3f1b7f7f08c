import { and, asc, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { member, personChoice, pushDevice, store, teamMember, user } from '../db/schema';
import { emailedTo } from '../domain/alerts';
import type { Target } from '../protocol/staff';
import { readSettings, type Versioned } from '../settings/store';
import { STAFF_LANGUAGES, type StaffLanguage } from '../words/words';

/** Who of a store's team wants its alerts by email. Every query names the store and the person it is for. */

export interface Recipient {
  id: string;
  name: string;
  email: string;
  language: StaffLanguage;
}

export interface AlertedStore {
  name: string;
  /** What is spoken to whoever has not said: the store's first language where we speak it, else English. */
  language: StaffLanguage;
  settings: Versioned;
  recipients: Recipient[];
}

/** What the browser asked for in which somebody turned notices on last; whoever has chosen a language does not need it. */
const ASKED = sql<StaffLanguage | null>`(SELECT ${pushDevice.language} FROM ${pushDevice}
  WHERE ${pushDevice.userId} = ${user.id} AND ${pushDevice.language} IS NOT NULL
  ORDER BY ${pushDevice.createdAt} DESC LIMIT 1)`;

/**
 * The store, and everyone who is opted in at this moment; null where there is no such store.
 * @param meant whom of the team it is asked of: where none of them is opted in, everybody who is
 * @throws when D1 fails
 */
export async function alertedStore(
  d1: D1Database,
  storeId: string,
  meant: Target | null = null,
): Promise<AlertedStore | null> {
  const db = drizzle(d1);
  const team = db.batch([
    db.select({ name: store.name }).from(store).where(eq(store.id, storeId)),
    db
      .select({ id: user.id, name: user.name, email: user.email, chosen: personChoice.language, asked: ASKED })
      .from(member)
      .innerJoin(user, eq(user.id, member.userId))
      .leftJoin(personChoice, eq(personChoice.userId, member.userId))
      .where(and(eq(member.storeId, storeId), eq(member.emailAlerts, true)))
      .orderBy(asc(member.createdAt), asc(user.id)),
  ]);
  const [[stores, people], settings] = await Promise.all([team, readSettings(d1, storeId)]);
  const found = stores[0];
  if (!found) return null;
  const first = settings.settings.firstLanguage.split('-')[0];
  const language = STAFF_LANGUAGES.find((one) => one === first) ?? 'en';
  const recipients = people.map(({ chosen, asked, ...one }) => ({ ...one, language: chosen ?? asked ?? language }));
  const whom = meant ? await meantIds(d1, storeId, meant) : [];
  return { ...found, language, settings, recipients: [...emailedTo(recipients, whom)] };
}

/** The ids of whom a chat is meant for. */
export async function meantIds(d1: D1Database, storeId: string, meant: Pick<Target, 'kind' | 'id'>): Promise<string[]> {
  if (meant.kind === 'person') return [meant.id];
  const { storeId: ofStore, teamId, userId } = teamMember;
  const rows = await drizzle(d1)
    .select({ userId })
    .from(teamMember)
    .where(and(eq(ofStore, storeId), eq(teamId, meant.id)));
  return rows.map((row) => row.userId);
}

/** How many of a store's team would get an alert now. */
export async function optedIn(d1: D1Database, storeId: string): Promise<number> {
  return drizzle(d1).$count(member, and(eq(member.storeId, storeId), eq(member.emailAlerts, true)));
}

export interface StoreAlerts {
  id: string;
  name: string;
  emailAlerts: boolean;
}

/** A person's own switches, one a store, by the store's name. */
export function switchesOf(d1: D1Database, person: string): Promise<StoreAlerts[]> {
  return drizzle(d1)
    .select({ id: store.id, name: store.name, emailAlerts: member.emailAlerts })
    .from(member)
    .innerJoin(store, eq(store.id, member.storeId))
    .where(eq(member.userId, person))
    .orderBy(asc(store.name), asc(store.id));
}

/** Turns one person's switch for one store. @returns whether they belong to it */
export async function setSwitch(
  d1: D1Database,
  { store: storeId, person, on }: { store: string; person: string; on: boolean },
): Promise<boolean> {
  const { meta } = await drizzle(d1)
    .update(member)
    .set({ emailAlerts: on })
    .where(and(eq(member.storeId, storeId), eq(member.userId, person)));
  return meta.changes > 0;
}
