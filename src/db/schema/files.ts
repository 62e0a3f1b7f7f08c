import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How many bytes of files a store took on its newest day: one row each, whatever becomes of the files. */
export const fileDay = sqliteTable('file_day', {
  storeId: text('store_id').primaryKey(),
  /** Days since the epoch, UTC. */
  day: integer('day').notNull(),
  bytes: integer('bytes').notNull(),
});
