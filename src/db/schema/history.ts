import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { StaffFacts } from '../../protocol/staff-facts';

// ── History: a projection of the conversations, written when something begins, ends or pauses ─────────────────────

export const conversation = sqliteTable(
  'conversation',
  {
    /** The rowid that the full-text index points to. */
    row: integer('row').primaryKey(),
    storeId: text('store_id').notNull(),
    id: text('id').notNull(),
    rev: integer('rev').notNull(),
    customer: text('customer').notNull(),
    lang: text('lang').notNull(),
    /** The conversation that this customer's browser began with, where this is a later one. */
    visitor: text('visitor'),
    /** Where an answer reaches the customer, where they left it. */
    email: text('email'),
    /** What the shop calls them, where it signed them in. */
    sub: text('sub'),
    startedAt: integer('started_at').notNull(),
    /** Of its last words, as history knows them: an index hangs on it, so it moves with the words only. */
    lastAt: integer('last_at').notNull(),
    messages: integer('messages').notNull(),
    /** What models read and wrote for it. */
    tokensIn: integer('tokens_in').notNull().default(0),
    tokensOut: integer('tokens_out').notNull().default(0),
    /** Who of the staff plays the customer: in no figure. Null for real ones. */
    test: text('test'),
    /** JSON: every message as staff see it, as of `rev`; null until the first pause or end. */
    transcript: text('transcript'),
    // What staff keep beside it (src/protocol/staff-facts.ts); null where there is nothing.
    tags: text('tags', { mode: 'json' }).$type<StaffFacts['tags']>(),
    properties: text('properties', { mode: 'json' }).$type<StaffFacts['properties']>(),
    tasks: text('tasks', { mode: 'json' }).$type<StaffFacts['tasks']>(),
  },
  (t) => [
    uniqueIndex('conversation_store_id').on(t.storeId, t.id),
    index('conversation_last_at').on(t.storeId, t.lastAt),
    // Both hold only those that have one: most conversations write no row here.
    index('conversation_tagged').on(t.storeId).where(sql`tags IS NOT NULL`),
    index('conversation_visitor').on(t.storeId, t.visitor).where(sql`visitor IS NOT NULL`),
    index('conversation_sub').on(t.storeId, t.sub).where(sql`sub IS NOT NULL`),
    index('conversation_email').on(t.storeId, t.email).where(sql`email IS NOT NULL`),
  ],
);

export const handoff = sqliteTable(
  'handoff',
  {
    storeId: text('store_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    n: integer('n').notNull(),
    rev: integer('rev').notNull(),
    status: text('status', { enum: ['pending', 'assigned', 'ended'] }).notNull(),
    reason: text('reason'),
    urgency: text('urgency', { enum: ['normal', 'urgent'] }).notNull(),
    source: text('source').notNull(),
    trigger: text('trigger').notNull(),
    requestedAt: integer('requested_at').notNull(),
    waitingSince: integer('waiting_since'),
    firstAssignedAt: integer('first_assigned_at'),
    firstReplyAt: integer('first_reply_at'),
    endedAt: integer('ended_at'),
    /** JSON: `[{ staff: { id, name }, at }]`, in order. */
    assignees: text('assignees').notNull(),
    /** Whom the rating is credited to: the last assignee. */
    lastAssignee: text('last_assignee'),
    outcome: text('outcome'),
    note: text('note').notNull(),
    rating: text('rating', { enum: ['up', 'down'] }),
    ratingSource: text('rating_source'),
    ratingComment: text('rating_comment'),
    ratedAt: integer('rated_at'),
    /** JSON: `[{ reason, trigger, at }]`, everything that was asked in it; off hours and emailed only. */
    asks: text('asks'),
    /** Since when the team owes a word, while it does. The index holds only those. */
    owedSince: integer('owed_since'),
    /** When that falls due; null where the store never opens. */
    dueAt: integer('due_at'),
    /** Whether somebody put it off until then. */
    snoozed: integer('snoozed', { mode: 'boolean' }),
    /** Who sees to it; null: whoever comes. */
    ownerId: text('owner_id'),
    ownerName: text('owner_name'),
    /** Two sentences on what led to it, written by a model; null where none was. */
    summary: text('summary'),
    /** How often it was reopened after a staff outcome. */
    reopened: integer('reopened').notNull().default(0),
    /** As its conversation's: in no figure. */
    test: text('test'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.conversationId, t.n] }),
    index('handoff_owed').on(t.storeId, t.owedSince).where(sql`owed_since IS NOT NULL`),
  ],
);

/** Call-backs that staff have set themselves and that are not done. A done one has no row. */
export const reminder = sqliteTable(
  'reminder',
  {
    storeId: text('store_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    n: integer('n').notNull(),
    at: integer('at').notNull(),
    line: text('line').notNull(),
    ownerId: text('owner_id'),
    ownerName: text('owner_name'),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.conversationId, t.n] })],
);

/**
 * What customers asked and the assistant could not answer: the merchant is shown it, grouped. Written with the words of the
 * conversation, and only where there is such a question.
 */
export const unanswered = sqliteTable(
  'unanswered',
  {
    storeId: text('store_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    /** Its place in the conversation. */
    seq: integer('seq').notNull(),
    text: text('text').notNull(),
    lang: text('lang').notNull(),
    at: integer('at').notNull(),
    /** `handoff`: a person was asked for over it. */
    why: text('why', { enum: ['unsure', 'handoff'] }).notNull(),
    /** Its informative words in one spelling, between spaces: what it is grouped by. */
    words: text('words').notNull(),
    /** When the merchant answered it, or found it not worth an answer. */
    settledAt: integer('settled_at'),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.conversationId, t.seq] }), index('unanswered_at').on(t.storeId, t.at)],
);
