import { env, runDurableObjectAlarm } from 'cloudflare:test';
import { drizzle } from 'drizzle-orm/d1';
import { vi } from 'vitest';
import { member, user } from '../../src/db/schema';
import { DEFAULT_SETTINGS, type StoreSettings } from '../../src/settings/schema';
import { readSettings, writeSettings } from '../../src/settings/store';
import { scene } from './client';

/** A store in D1 with its own settings, and a conversation of it. */

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The fifteenth of the month half a year from now: no test runs into it, also none that is played a year ahead. */
export const OPENS = `${new Date(Date.now() + 180 * DAY).toISOString().slice(5, 8)}15`;

/** Closed the whole year but for one hour. */
export const CLOSED: Partial<StoreSettings> = {
  timeZone: 'Europe/Sofia',
  closures: [{ from: '2020-01-01', to: '2020-12-31', yearly: true }],
  specialDays: [{ date: `2020-${OPENS}`, yearly: true, intervals: [{ opens: '09:00', closes: '10:00' }] }],
};

export const shop = (settings: Partial<StoreSettings> = {}) => openShop(scene(), settings);

export async function openShop(stage: ReturnType<typeof scene>, settings: Partial<StoreSettings>) {
  await env.DB.prepare('INSERT INTO store (id, key, name, created_at) VALUES (?1, ?1, ?1, 0)').bind(stage.store).run();
  const change = async (next: Partial<StoreSettings>) => {
    const { settings: all } = await readSettings(env.DB, stage.store);
    const written = await writeSettings(env.DB, stage.store, { ...all, ...next }, Date.now());
    await stage.desk.settingsChanged(stage.store, written);
    return written;
  };
  await writeSettings(env.DB, stage.store, { ...DEFAULT_SETTINGS, ...settings }, Date.now());
  return { ...stage, stage, change };
}

/** Somebody of a store, in D1. */
export async function hire(store: string, id: string, name: string, email = `${id}@staff.example`): Promise<void> {
  const at = new Date(0);
  const db = drizzle(env.DB);
  await db.insert(user).values({ id, name, email, createdAt: at, updatedAt: at }).onConflictDoNothing();
  await db.insert(member).values({ storeId: store, userId: id, role: 'agent', createdAt: 0 });
}

/** Lets time pass, and whatever was due by then happen. Restored by `vi.useRealTimers()`. */
export async function pass(stub: DurableObjectStub, ms: number): Promise<void> {
  const now = Date.now() + ms;
  if (!vi.isFakeTimers()) vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(now);
  await runDurableObjectAlarm(stub);
}
