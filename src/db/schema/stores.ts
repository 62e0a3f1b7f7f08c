import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { user } from './accounts';

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
  /** JSON: `{ at, events }`, what the store's hooks that are on want to hear of. Null until there was one. */
  hooks: text('hooks'),
  /** JSON: what its managers said of the first steps that no fact shows (src/domain/first-run.ts). */
  firstRun: text('first_run'),
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
    /** JSON: what this person is told of here, and how (src/accounts/notices.ts). Null until they change something. */
    notices: text('notices', { mode: 'json' }).$type<unknown>(),
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

/** On which sites the chat was opened, and the last day of it: at most one write a day and site. */
export const siteSeen = sqliteTable(
  'site_seen',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    /** `https://shop.example` */
    site: text('site').notNull(),
    /** The first time on that day (UTC), epoch ms. */
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storeId, t.site] })],
);

// ── Mail between staff and customers ──────────────────────────────────────────────────────────────────────────────

/** Which conversation a reply address belongs to. Written when the first mail of a conversation goes out. */
export const mailThread = sqliteTable(
  'mail_thread',
  {
    /** What stands in the address, beside a signature of its own. */
    id: text('id').primaryKey(),
    storeId: text('store_id')
      .notNull()
      .references(() => store.id, { onDelete: 'cascade' }),
    conversationId: text('conversation_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('mail_thread_conversation').on(t.storeId, t.conversationId)],
);

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
