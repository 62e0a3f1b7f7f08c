import { and, eq, inArray } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { member, user } from '../../db/schema';
import { deskStub } from '../../desk/door';
import { publicName } from '../../domain/actor';
import type { Env } from '../../env';
import type { Delivery, Job, Outbox } from '../../outbox/outbox';
import { personOf } from '../../protocol/person';
import type { Room } from '../room';
import { reminderSummary } from '../views/desk';
import { customerName } from '../views/staff';

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
  const { store, conversation, test } = room.customer;
  const { from, text, mentions } = entry.body;
  const named = test ? mentions.filter((id) => id === test) : mentions;
  // A payload names nobody of another store.
  const people = await drizzle(env.DB)
    .select({ id: user.id, name: user.name })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.storeId, store), inArray(member.userId, named)));
  if (people.length === 0) return { is: 'done' };
  const desk = deskStub(env, store);
  const words = text.slice(0, EXCERPT);
  const { at } = entry;
  const customer = customerName(room.customer);
  const away = await desk.mentioned(
    people.map(({ id }) => id),
    { conversation, customer, by: personOf(from), text: words, at },
  );
  // Whoever has no dashboard open reads of it by email, where they have that on.
  const told = {
    ...reminderSummary(room.customer, room.state, room.known, { at, line: words }),
    by: publicName(from.name),
  };
  for (const person of people.filter(({ id }) => away.includes(id))) {
    const meant = { kind: 'person', ...personOf(person) } as const;
    await desk.alert({ conversation, handoff: seq, kind: 'mention', meant }, at, { ...told, requestedAt: at });
  }
  return { is: 'done' };
}
