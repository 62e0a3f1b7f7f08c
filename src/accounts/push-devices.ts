import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import type { PushAddress } from '../channels/push/send';
import { member, personChoice, pushDevice, session, store } from '../db/schema';
import type { Notices } from '../domain/notices';
import type { StaffLanguage } from '../words/words';
import { fromBase64url, randomId } from './ids';
import { readNotices } from './notices';

/** The browsers that people have asked to be told on. Each belongs to one session and ends with it. */

/** Of one person: the oldest goes for a new one. */
const MOST = 10;

const Base64url = (bytes: number) =>
  v.pipe(
    v.string(),
    v.maxLength(200),
    v.transform((text) => text.replace(/=+$/, '')),
    v.check((text) => fromBase64url(text)?.length === bytes),
  );

/** As `PushSubscription.toJSON` gives it. */
export const Subscription = v.object({
  endpoint: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
  keys: v.object({
    p256dh: v.pipe(
      Base64url(65),
      v.check((text) => fromBase64url(text)?.[0] === 4),
    ),
    auth: Base64url(16),
  }),
});
export type Subscription = v.InferOutput<typeof Subscription>;

export interface PushDevice {
  id: string;
  name: string;
  createdAt: number;
  /** Whether it is the one that asks. */
  here: boolean;
}

interface Owner {
  person: string;
  session: string;
}

export async function devicesOf(d1: D1Database, { person, session: own }: Owner): Promise<PushDevice[]> {
  const { id, name, createdAt, sessionId } = pushDevice;
  const rows = await drizzle(d1)
    .select({ id, name, createdAt, sessionId })
    .from(pushDevice)
    .innerJoin(session, alive)
    .where(eq(pushDevice.userId, person))
    .orderBy(asc(createdAt), asc(id));
  return rows.map(({ sessionId: of, ...device }) => ({ ...device, here: of === own }));
}

/** Of a session that has run out nothing is sent any more. */
const alive = and(eq(session.id, pushDevice.sessionId), sql`${session.expiresAt} > unixepoch() * 1000`);

/** The same browser again is the same device, whoever had it before. */
export async function addDevice(
  d1: D1Database,
  { person, session: sessionId }: Owner,
  { endpoint, keys }: Subscription,
  { name, language, now }: { name: string; language: StaffLanguage; now: number },
): Promise<void> {
  const values = { userId: person, sessionId, ...keys, name, language, createdAt: now };
  const db = drizzle(d1);
  const old = sql`SELECT id FROM push_device WHERE user_id = ${person} ORDER BY created_at DESC LIMIT -1 OFFSET ${MOST}`;
  await db.batch([
    db
      .insert(pushDevice)
      .values({ id: randomId(), endpoint, ...values })
      .onConflictDoUpdate({ target: pushDevice.endpoint, set: values }),
    db.delete(pushDevice).where(sql`id IN (${old})`),
  ]);
}

/** All of one session's, as they stand. */
export const devicesUnder = (d1: D1Database, sessionId: string) =>
  drizzle(d1).select().from(pushDevice).where(eq(pushDevice.sessionId, sessionId));

/** The same under a session that took the place of theirs: with the old one they were gone. */
export async function keepUnder(
  d1: D1Database,
  sessionId: string,
  devices: Awaited<ReturnType<typeof devicesUnder>>,
): Promise<void> {
  if (devices.length === 0) return;
  await drizzle(d1)
    .insert(pushDevice)
    .values(devices.map((device) => ({ ...device, sessionId })))
    .onConflictDoNothing();
}

/** @returns whether they had it */
export async function removeDevice(d1: D1Database, person: string, id: string): Promise<boolean> {
  const mine = and(eq(pushDevice.userId, person), eq(pushDevice.id, id));
  return (await drizzle(d1).delete(pushDevice).where(mine)).meta.changes > 0;
}

/** Subscriptions that their browsers have ended. */
export async function forgetDevices(d1: D1Database, ids: string[]): Promise<void> {
  if (ids.length > 0) await drizzle(d1).delete(pushDevice).where(inArray(pushDevice.id, ids));
}

const address = { endpoint: pushDevice.endpoint, p256dh: pushDevice.p256dh, auth: pushDevice.auth };

/** Null for one of somebody else's. */
export async function addressOf(d1: D1Database, person: string, id: string): Promise<PushAddress | null> {
  const mine = and(eq(pushDevice.userId, person), eq(pushDevice.id, id));
  return (await drizzle(d1).select(address).from(pushDevice).innerJoin(session, alive).where(mine).get()) ?? null;
}

export interface PushTarget extends PushAddress {
  id: string;
  person: string;
  notices: Notices;
  store: string;
  /** As the person has chosen, else as that browser asks for. */
  language: StaffLanguage;
}

/**
 * Where these people of a store can be told, and of what they want to be: only who belongs to it.
 * @param device only this one
 */
export async function targetsOf(
  d1: D1Database,
  storeId: string,
  people: readonly string[],
  device: string | null = null,
): Promise<PushTarget[]> {
  if (people.length === 0) return [];
  // One parameter, however many they are: D1 takes a hundred.
  const among = sql`${member.userId} IN (SELECT value FROM json_each(${JSON.stringify(people)}))`;
  const rows = await drizzle(d1)
    .select({
      ...address,
      id: pushDevice.id,
      person: member.userId,
      notices: member.notices,
      store: store.name,
      chosen: personChoice.language,
      asked: pushDevice.language,
    })
    .from(member)
    .innerJoin(store, eq(store.id, member.storeId))
    .innerJoin(pushDevice, eq(pushDevice.userId, member.userId))
    .innerJoin(session, alive)
    .leftJoin(personChoice, eq(personChoice.userId, member.userId))
    .where(and(eq(member.storeId, storeId), among, ...(device === null ? [] : [eq(pushDevice.id, device)])));
  return rows.map(({ notices, chosen, asked, ...row }) => ({
    ...row,
    notices: readNotices(notices),
    language: chosen ?? asked ?? 'en',
  }));
}
