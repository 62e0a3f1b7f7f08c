import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** D1: what spans or outlives conversations. Migrations are generated from this file (`npm run db:generate`). */

// ── Accounts. `user` to `rateLimit` are better-auth's core schema, by its own names. ───────────────────────────────

export const user = sqliteTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
  image: text('image'),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
});

export const session = sqliteTable(
  'session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('session_user').on(t.userId)],
);

export const account = sqliteTable('account', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: integer('access_token_expires_at', { mode: 'timestamp_ms' }),
  refreshTokenExpiresAt: integer('refresh_token_expires_at', { mode: 'timestamp_ms' }),
  scope: text('scope'),
  password: text('password'),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
});

export const verification = sqliteTable(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('verification_identifier').on(t.identifier)],
);

export const rateLimit = sqliteTable('rate_limit', {
  id: text('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  lastRequest: integer('last_request').notNull(),
});

// ── Stores and their people ───────────────────────────────────────────────────────────────────────────────────────

export const store = sqliteTable('store', {
  id: text('id').primaryKey(),
  /** What stands in the shop's script tag. Public. */
  key: text('key').notNull().unique(),
  name: text('name').notNull(),
  /** `#rrggbb`; every other colour is derived from it. */
  accent: text('accent').notNull().default('#0b6077'),
  /** The assistant's first words; null: the widget's own, in the customer's language. */
  greeting: text('greeting'),
  /** IANA. What the shop was set up with; the calendar's own stands in the settings. */
  timeZone: text('time_zone').notNull().default('UTC'),
  /** JSON: what differs from the defaults (src/settings/schema.ts). Null until somebody changes something. */
  settings: text('settings', { mode: 'json' }).$type<Record<string, unknown>>(),
  createdAt: integer('created_at').notNull(),
});

export const member = sqliteTable(
  'member',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['owner', 'admin', 'agent'] }).notNull(),
    /** Whether this store's alerts go to this person by email. */
    emailAlerts: integer('email_alerts', { mode: 'boolean' }).notNull().default(true),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.userId] }), index('member_user').on(t.userId)],
);

/** A group of a store's people that a chat can be handed to. */
export const team = sqliteTable(
  'team',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    name: text('name').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.id] })],
);

export const teamMember = sqliteTable(
  'team_member',
  {
    storeId: text('store_id').notNull(),
    teamId: text('team_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.teamId, t.userId] }),
    foreignKey({ columns: [t.storeId, t.teamId], foreignColumns: [team.storeId, team.id] }).onDelete('cascade'),
  ],
);

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

// ── Mail between staff and customers ──────────────────────────────────────────────────────────────────────────────

/** Which conversation a reply address belongs to. Written when the first mail of a conversation goes out. */
export const mailThread = sqliteTable('mail_thread', {
  /** What stands in the address, beside a signature of its own. */
  id: text('id').primaryKey(),
  storeId: text('store_id')
    .notNull()
    .references(() => store.id, { onDelete: 'cascade' }),
  conversationId: text('conversation_id').notNull(),
  createdAt: integer('created_at').notNull(),
});

/** How much was mailed to addresses that nobody has confirmed: counted by address, store and network, as hashes. */
export const mailCap = sqliteTable(
  'mail_cap',
  {
    key: text('key').notNull(),
    /** When the counted hour or day began, epoch ms. */
    since: integer('since').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.since] })],
);

// ── Knowledge: what the built-in assistant answers from. Its full-text index is a table of its own (see migrations). ─

/**
 * Where knowledge came from: a feed, an export, a folder of articles. What is imported is visible from the version in which
 * it was added until the version in which it was removed; `version` is the one pointer that finishing an import moves.
 */
export const source = sqliteTable(
  'source',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    n: integer('n').notNull(),
    kind: text('kind', { enum: ['products', 'articles'] }).notNull(),
    name: text('name').notNull(),
    /** How the files were read last time: JSON, format and mapping. */
    reading: text('reading', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    version: integer('version').notNull().default(0),
    /** Products or articles of this version. */
    count: integer('count').notNull().default(0),
    importedAt: integer('imported_at'),
    /** Nothing of a removed source is found any more; its rows go in bounded steps. */
    removed: integer('removed', { mode: 'boolean' }).notNull().default(false),
    /** The import that is under way, which writes `version` + 1. */
    importId: text('import_id'),
    importBegan: integer('import_began'),
    /** The chunk that is to come next: one that comes again changes nothing. */
    nextChunk: integer('next_chunk').notNull().default(0),
    /** Rows that this import has written so far. */
    rowsWritten: integer('rows_written').notNull().default(0),
    /** JSON: what the last import did. */
    report: text('report', { mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.n] })],
);

export const product = sqliteTable(
  'product',
  {
    /** The rowid that the full-text index points to. */
    row: integer('row').primaryKey(),
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    /** `n` of its source. */
    source: integer('source').notNull(),
    id: text('id').notNull(),
    since: integer('since').notNull(),
    until: integer('until'),
    /** Of all that an import says of it: tells whether it changed. */
    hash: text('hash').notNull(),
    /** What it costs now, in whole units of its currency: what limits are compared with. */
    amount: real('amount'),
    availability: text('availability', { enum: ['in_stock', 'out_of_stock', 'preorder', 'backorder'] }).notNull(),
    /** Minor units of `currency`. */
    price: integer('price'),
    salePrice: integer('sale_price'),
    currency: text('currency'),
    groupId: text('group_id'),
    brand: text('brand'),
    category: text('category'),
    colour: text('colour'),
    mpn: text('mpn'),
    gtin: text('gtin'),
    title: text('title').notNull(),
    url: text('url').notNull(),
    image: text('image'),
    // What is long comes last: whatever only looks at the rest does not read it.
    description: text('description').notNull(),
    /** JSON: `[{ name, value }]`. */
    details: text('details', { mode: 'json' }).$type<{ name: string; value: string }[]>().notNull(),
  },
  (t) => [uniqueIndex('product_store_id').on(t.storeId, t.source, t.id, t.since)],
);

export const article = sqliteTable(
  'article',
  {
    row: integer('row').primaryKey(),
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    source: integer('source').notNull(),
    id: text('id').notNull(),
    since: integer('since').notNull(),
    until: integer('until'),
    hash: text('hash').notNull(),
    title: text('title').notNull(),
    /** Empty where it has no page of its own. */
    url: text('url').notNull(),
    updatedAt: text('updated_at'),
    /** As it was read: Markdown, HTML, or the answer to a question. */
    markdown: text('markdown').notNull(),
    /** Of an answer that was written in the dashboard; null where nobody said. */
    lang: text('lang'),
  },
  (t) => [uniqueIndex('article_store_id').on(t.storeId, t.source, t.id, t.since)],
);

/** One section of an article: what search finds, and what is quoted. */
export const passage = sqliteTable(
  'passage',
  {
    row: integer('row').primaryKey(),
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    /** `row` of its article. */
    article: integer('article').notNull(),
    heading: text('heading').notNull(),
    text: text('text').notNull(),
  },
  (t) => [index('passage_article').on(t.article)],
);

/** The words of a source's names and titles, by first letter: what a mistyped word may have meant. */
export const vocabulary = sqliteTable(
  'vocabulary',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    source: integer('source').notNull(),
    /** The first letter, folded. */
    letter: text('letter').notNull(),
    /** Folded, between spaces. */
    words: text('words').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.letter, t.source] })],
);

// ── History: a projection of the conversations, written when something begins, ends or pauses ─────────────────────

export const conversation = sqliteTable(
  'conversation',
  {
    storeId: text('store_id').notNull(),
    id: text('id').notNull(),
    rev: integer('rev').notNull(),
    customer: text('customer').notNull(),
    lang: text('lang').notNull(),
    /** Where an answer reaches the customer, where they left it. */
    email: text('email'),
    startedAt: integer('started_at').notNull(),
    lastAt: integer('last_at').notNull(),
    messages: integer('messages').notNull(),
    /** What models read and wrote for it. */
    tokensIn: integer('tokens_in').notNull().default(0),
    tokensOut: integer('tokens_out').notNull().default(0),
    /** JSON: every message as staff see it, as of `rev`; null until the first pause or end. */
    transcript: text('transcript'),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.id] })],
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
    /** Two sentences on what led to it, written by a model; null where none was. */
    summary: text('summary'),
    /** How often it was reopened after a staff outcome. */
    reopened: integer('reopened').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.conversationId, t.n] }),
    index('handoff_owed').on(t.storeId, t.owedSince).where(sql`owed_since IS NOT NULL`),
  ],
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
