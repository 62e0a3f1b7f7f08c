import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { user } from './accounts';
import { store } from './stores';

// ── Texts that staff use again ────────────────────────────────────────────────────────────────────────────────────

export const savedReply = sqliteTable(
  'saved_reply',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    /** Whose it is; null: everybody's. */
    ownerId: text('owner_id').references(() => user.id, { onDelete: 'cascade' }),
    /** What is typed behind the slash. */
    name: text('name').notNull(),
    /** JSON: by language. */
    texts: text('texts', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    uses: integer('uses').notNull().default(0),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.id] })],
);
