import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { store } from './stores';

/** Where a store's events go. Secrets are sealed (src/accounts/sealed.ts). What waits for them stands in the store's desk. */
export const hook = sqliteTable(
  'hook',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    url: text('url').notNull(),
    /** JSON: which events (src/protocol/hooks.ts). */
    events: text('events').notNull(),
    /** What calls are signed with; the one before it signs too for a while. */
    secret: text('secret').notNull(),
    secretAt: integer('secret_at').notNull(),
    secretBefore: text('secret_before'),
    createdAt: integer('created_at').notNull(),
    /** Since when nothing is sent, and why: somebody of the store, its own 410, or days without one success. */
    offAt: integer('off_at'),
    offWhy: text('off_why', { enum: ['merchant', 'gone', 'failing'] }),
    /** Since when nothing has got through; null while it does. */
    failingSince: integer('failing_since'),
    /** JSON: `{ at, why, status }`. */
    lastFailure: text('last_failure', { mode: 'json' }).$type<unknown>(),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.id] })],
);
