import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { member } from '../db/schema';
import type { StaffActor } from '../domain/actor';
import { EVERYTHING, NOTICE_LEVELS, type Notices } from '../domain/notices';
import { Zone } from '../settings/schema';

/** What each person of a store wants to be told of there. */

const Level = v.picklist(NOTICE_LEVELS);
const Time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const NoticesWanted = v.object({
  kinds: v.object({ waiting: Level, chats: Level, transfers: Level, mentions: Level, follow_ups: Level }),
  quiet: v.nullable(v.object({ from: Time, to: Time, timeZone: Zone })),
  urgentInQuiet: v.boolean(),
  sounds: v.object({ waiting: v.boolean(), message: v.boolean() }),
});

/** What cannot be read, of an older version say, is as if nothing had been chosen. */
export function readNotices(stored: unknown): Notices {
  const parsed = v.safeParse(NoticesWanted, stored);
  return parsed.success ? parsed.output : EVERYTHING;
}

export async function keepNotices(d1: D1Database, actor: StaffActor, notices: Notices): Promise<void> {
  const mine = and(eq(member.storeId, actor.store), eq(member.userId, actor.id));
  await drizzle(d1).update(member).set({ notices }).where(mine);
}
