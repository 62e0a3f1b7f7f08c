import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { store } from './stores';

// ── Who answers first, where that is not the built-in assistant. Secrets are sealed (src/accounts/sealed.ts) ─────────

export const responder = sqliteTable(
  'responder',
  {
    storeId: text('store_id')
      .primaryKey()
      .references(() => store.id, { onDelete: 'cascade' }),
    modelKind: text('model_kind', { enum: ['openai', 'workers_ai'] }),
    /** Of an OpenAI-compatible API; null with Workers AI. */
    modelUrl: text('model_url'),
    modelName: text('model_name'),
    modelKey: text('model_key'),
    modelKeyAt: integer('model_key_at'),
    botUrl: text('bot_url'),
    /** What calls to the bot are signed with; the one before it signs too for a while. */
    botSecret: text('bot_secret'),
    botSecretAt: integer('bot_secret_at'),
    botSecretBefore: text('bot_secret_before'),
    /** SHA-256 of the key that the bot answers with. */
    botKeyHash: text('bot_key_hash'),
    botKeyAt: integer('bot_key_at'),
    /** JSON: the last calls that came to nothing, newest first. */
    botFailures: text('bot_failures', { mode: 'json' }).$type<unknown>(),
  },
  (t) => [uniqueIndex('responder_bot_key').on(t.botKeyHash)],
);

/** What a store's model has used, by the store's own days. */
export const modelUse = sqliteTable(
  'model_use',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    /** `2026-11-21`. */
    day: text('day').notNull(),
    tokensIn: integer('tokens_in').notNull(),
    tokensOut: integer('tokens_out').notNull(),
    /** When the day's limit was reached, epoch ms. */
    reachedAt: integer('reached_at'),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.day] })],
);
