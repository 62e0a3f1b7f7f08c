import { and, desc, eq, gt, inArray, notExists, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { alias } from 'drizzle-orm/sqlite-core';
import { conversation, handoff } from '../db/schema';

/** Whom the team still owes a word: handoffs that ended without the customer being helped there and then. */

const OWED = ['off_hours', 'unanswered', 'emailed', 'follow_up'] as const;
/** Set by a person who talked to the customer: what was owed before is settled, or owed anew. */
const TALKED = ['resolved', 'escalated', 'follow_up'] as const;
const MOST = 500;

/** Newest first. `at`: when it arose, epoch ms. */
export async function followUpsOf(db: D1Database, store: string) {
  const later = alias(handoff, 'later');
  const sameConversation = and(eq(later.storeId, handoff.storeId), eq(later.conversationId, handoff.conversationId));
  const talkedSince = drizzle(db)
    .select({ n: later.n })
    .from(later)
    .where(and(sameConversation, gt(later.n, handoff.n), inArray(later.outcome, TALKED)));
  const arose = sql<number>`coalesce(${handoff.endedAt}, ${handoff.requestedAt})`;
  return drizzle(db)
    .select({
      conversation: handoff.conversationId,
      n: handoff.n,
      customer: conversation.customer,
      lang: conversation.lang,
      outcome: sql<(typeof OWED)[number]>`${handoff.outcome}`,
      reason: handoff.reason,
      urgency: handoff.urgency,
      trigger: handoff.trigger,
      at: arose,
    })
    .from(handoff)
    .innerJoin(
      conversation,
      and(eq(conversation.storeId, handoff.storeId), eq(conversation.id, handoff.conversationId)),
    )
    .where(and(eq(handoff.storeId, store), inArray(handoff.outcome, OWED), notExists(talkedSince)))
    .orderBy(desc(arose), desc(handoff.n))
    .limit(MOST);
}
