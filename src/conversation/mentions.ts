import { and, eq, inArray } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { member } from '../db/schema';
import { deskStub } from '../desk/door';
import type { Env } from '../env';
import type { Delivery, Job, Outbox } from '../outbox/outbox';
import { personOf } from '../protocol/person';
import type { Room } from './room';
import { guestName } from './views';

/** Colleagues who are named in a private note hear of it through the desk, which keeps it until they have looked. */

export const MENTION = 'mention/';
/** Characters of the note that they read before they open it. */
const EXCERPT = 160;

export const oweMention = (outbox: Outbox, seq: number, now: number): void =>
  outbox.put<null>(`${MENTION}${seq}`, now, () => null);

export async function deliverMention(job: Job, room: Room, env: Env): Promise<Delivery> {
  const seq = Number(job.key.slice(MENTION.length));
  const entry = room.store.entries.find((one) => one.seq === seq);
  if (entry?.body.kind !== 'note' || !entry.body.mentions) return { is: 'done' };
  const { store, conversation } = room.customer;
  const { from, text, mentions } = entry.body;
  // A payload names nobody of another store.
  const people = await drizzle(env.DB)
    .select({ id: member.userId })
    .from(member)
    .where(and(eq(member.storeId, store), inArray(member.userId, mentions)));
  if (people.length === 0) return { is: 'done' };
  await deskStub(env, store).mentioned(
    people.map(({ id }) => id),
    { conversation, customer: guestName(conversation), by: personOf(from), text: text.slice(0, EXCERPT), at: entry.at },
  );
  return { is: 'done' };
}
