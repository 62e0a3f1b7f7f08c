import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { conversation, handoff, reminder } from '../db/schema';

/** Whom the team still owes a word: what ended without the customer being helped there and then, until somebody speaks to them. */

const MOST = 500;

/** Newest first. `at`: since when it is owed; `dueAt`: null where the store never opens. Epoch ms. */
export async function followUpsOf(db: D1Database, store: string) {
  return drizzle(db)
    .select({
      conversation: handoff.conversationId,
      n: handoff.n,
      customer: conversation.customer,
      lang: conversation.lang,
      email: conversation.email,
      /** What it ended with; also `resolved` and the like, where the customer wrote again by email. */
      outcome: sql<
        'off_hours' | 'unanswered' | 'emailed' | 'follow_up' | 'resolved' | 'escalated' | 'cancelled' | 'abandoned'
      >`${handoff.outcome}`,
      reason: handoff.reason,
      urgency: handoff.urgency,
      trigger: handoff.trigger,
      at: sql<number>`${handoff.owedSince}`,
      dueAt: handoff.dueAt,
      /** Whether somebody put it off until then. */
      snoozed: sql<boolean>`coalesce(${handoff.snoozed}, 0)`.mapWith(Boolean),
      ownerId: handoff.ownerId,
      ownerName: handoff.ownerName,
    })
    .from(handoff)
    .innerJoin(
      conversation,
      and(eq(conversation.storeId, handoff.storeId), eq(conversation.id, handoff.conversationId)),
    )
    .where(and(eq(handoff.storeId, store), isNotNull(handoff.owedSince)))
    .orderBy(desc(handoff.owedSince), desc(handoff.n))
    .limit(MOST);
}

/** Call-backs that are not done, the soonest first. */
export async function remindersOf(db: D1Database, store: string) {
  return drizzle(db)
    .select({
      conversation: reminder.conversationId,
      n: reminder.n,
      customer: conversation.customer,
      lang: conversation.lang,
      email: conversation.email,
      at: reminder.at,
      line: reminder.line,
      ownerId: reminder.ownerId,
      ownerName: reminder.ownerName,
    })
    .from(reminder)
    .innerJoin(
      conversation,
      and(eq(conversation.storeId, reminder.storeId), eq(conversation.id, reminder.conversationId)),
    )
    .where(eq(reminder.storeId, store))
    .orderBy(asc(reminder.at), asc(reminder.n))
    .limit(MOST);
}

/** The conversations in which something is owed, newest first. */
export async function owedOf(db: D1Database, store: string, most: number): Promise<string[]> {
  const rows = await drizzle(db)
    .select({ id: handoff.conversationId })
    .from(handoff)
    .where(and(eq(handoff.storeId, store), isNotNull(handoff.owedSince)))
    .orderBy(desc(handoff.owedSince))
    .limit(most);
  return rows.map(({ id }) => id);
}
