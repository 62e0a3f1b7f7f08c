import { and, desc, eq, gt } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { session } from '../db/schema';

/** Where somebody is signed in: their own sessions, as they know them again. */

export interface SessionShown {
  id: string;
  /** As the browser named itself when it signed in; null for sessions from before that was kept. */
  agent: string | null;
  /** Epoch ms. */
  signedInAt: number;
  /** To a quarter of a day: how often a session that is used is prolonged (better-auth.ts). */
  usedAt: number;
}

const alive = (person: string) => and(eq(session.userId, person), gt(session.expiresAt, new Date()));

/** The one that was used last comes first. */
export async function sessionsOf(d1: D1Database, person: string): Promise<SessionShown[]> {
  const { id, userAgent: agent, createdAt, updatedAt } = session;
  const rows = await drizzle(d1)
    .select({ id, agent, createdAt, updatedAt })
    .from(session)
    .where(alive(person))
    .orderBy(desc(updatedAt), desc(createdAt), desc(id));
  return rows.map(({ createdAt: since, updatedAt: used, ...row }) => ({
    ...row,
    signedInAt: since.getTime(),
    usedAt: used.getTime(),
  }));
}

/** What better-auth ends a session by; null for one of somebody else’s. */
export async function tokenOf(d1: D1Database, person: string, id: string): Promise<string | null> {
  const row = await drizzle(d1)
    .select({ token: session.token })
    .from(session)
    .where(and(alive(person), eq(session.id, id)))
    .get();
  return row?.token ?? null;
}
