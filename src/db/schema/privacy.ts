import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// ── What is to go, and has not gone everywhere yet ────────────────────────────────────────────────────────────────

/** Written with the entry that says who wanted it, and gone with the last of the conversation: what broke off is found here. */
export const erasure = sqliteTable(
  'erasure',
  {
    storeId: text('store_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.conversationId] })],
);
