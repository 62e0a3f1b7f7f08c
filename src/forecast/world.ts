import { asc, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { readNotices } from '../accounts/notices';
import { teamsOf } from '../accounts/teams';
import { member, pushDevice, session, user } from '../db/schema';
import { deskStub } from '../desk/door';
import type { Gate } from '../domain/alerts';
import type { Attendance } from '../domain/duty';
import type { Notices } from '../domain/notices';
import type { Env } from '../env';
import type { StoreSettings } from '../settings/schema';
import { readSettings } from '../settings/store';

/** All that decides what becomes of a request, as it is in a store at this moment. */

export interface Colleague {
  id: string;
  name: string;
  email: string;
  /** Whether alerts go to them by email. */
  optedIn: boolean;
  notices: Notices;
  /** Whether a browser of theirs takes pushes. */
  hasDevice: boolean;
}

export interface World {
  settings: StoreSettings;
  people: Colleague[];
  teams: { id: string; people: string[] }[];
  onDuty: Attendance[];
  /** What holds emails to the team back. */
  gate: Gate;
  /** Minutes; null where there are too few to say. */
  estimate: number | null;
}

/** @param at when it is asked, epoch ms: what is known of waits grows old */
export async function worldOf(env: Env, store: string, at: number): Promise<World> {
  const [{ settings }, people, teams, standing] = await Promise.all([
    readSettings(env.DB, store),
    peopleOf(env.DB, store),
    teamsOf(env.DB, store),
    deskStub(env, store).standing(at),
  ]);
  return {
    settings,
    people,
    teams: teams.map(({ id, people: of }) => ({ id, people: of.map((p) => p.id) })),
    ...standing,
  };
}

async function peopleOf(d1: D1Database, store: string): Promise<Colleague[]> {
  const alive = sql`${session.expiresAt} > unixepoch() * 1000`;
  const device = sql<number>`EXISTS (SELECT 1 FROM ${pushDevice} JOIN ${session} ON ${session.id} = ${pushDevice.sessionId}
    WHERE ${pushDevice.userId} = ${user.id} AND ${alive})`;
  const rows = await drizzle(d1)
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      optedIn: member.emailAlerts,
      notices: member.notices,
      device,
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(member.storeId, store))
    .orderBy(asc(member.createdAt), asc(user.id));
  return rows.map(({ device: has, notices, ...row }) => ({
    ...row,
    notices: readNotices(notices),
    hasDevice: Boolean(has),
  }));
}
