import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FieldChange } from '../../domain/changes';
import { AREAS } from '../../domain/changes';
import { store } from './stores';

// ── Who changed what in a store's settings ────────────────────────────────────────────────────────────────────────

/** Written with the change itself, and never changed. The newest entry of an area, or of a thing in it, is its revision. */
export const audit = sqliteTable(
  'audit',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    n: integer('n').notNull(),
    at: integer('at').notNull(),
    /** Who, by the name they had: an entry outlives them. */
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    area: text('area', { enum: AREAS }).notNull(),
    /** Which of the area's things, a team say; empty: the area's own fields. */
    ofId: text('of_id').notNull(),
    ofName: text('of_name').notNull(),
    what: text('what', { enum: ['added', 'changed', 'removed'] }).notNull(),
    /** JSON: what differs, field by field. Never a secret. */
    fields: text('fields', { mode: 'json' }).$type<FieldChange[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.n] }), index('audit_of').on(t.storeId, t.area, t.ofId, t.n)],
);
