import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { store } from './stores';

/** What programs of a store's get in by. A key itself is nowhere: only its hash is. */
export const apiKey = sqliteTable(
  'api_key',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    name: text('name').notNull(),
    /** JSON: what it may do (src/accounts/api-keys.ts). */
    scopes: text('scopes').notNull(),
    /** SHA-256 of it, base64url. */
    hash: text('hash').notNull(),
    /** Its last characters, to tell it by. */
    ending: text('ending').notNull(),
    createdAt: integer('created_at').notNull(),
    /** Who made it, by the name they had. */
    createdBy: text('created_by').notNull(),
    /** To the hour; null until then. */
    lastUsedAt: integer('last_used_at'),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.id] }), uniqueIndex('api_key_hash').on(t.hash)],
);
