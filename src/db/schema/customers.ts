import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { store } from './stores';

// ── Customers whom the shop has signed in. Who is anonymous stands nowhere but in their own token ────────────────────

/** What a store's server signs its customers' tokens with, sealed (src/accounts/sealed.ts). */
export const identityKey = sqliteTable('identity_key', {
  storeId: text('store_id')
    .primaryKey()
    .references(() => store.id, { onDelete: 'cascade' }),
  secret: text('secret').notNull(),
  secretAt: integer('secret_at').notNull(),
  /** The one before it, which is taken too for a while. */
  secretBefore: text('secret_before'),
});

/** Where a customer's conversation goes on, whatever device they sign in on. */
export const customer = sqliteTable(
  'customer',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    /** What the shop calls them. */
    sub: text('sub').notNull(),
    conversationId: text('conversation_id').notNull(),
    /** JSON: `[{ id, until }]`, devices that were signed out and tokens that were used there, while they would still hold. */
    signedOut: text('signed_out', { mode: 'json' }).$type<unknown>(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.sub] })],
);

/** Conversations that were begun by somebody anonymous who then signed in: no anonymous token is renewed for them. */
export const boundConversation = sqliteTable(
  'bound_conversation',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    conversationId: text('conversation_id').notNull(),
    sub: text('sub').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.conversationId] })],
);
