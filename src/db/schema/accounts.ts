import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// ── Accounts. `user` to `passkey` are better-auth's core schema, by its own names. ───────────────────────────────

export const user = sqliteTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
  image: text('image'),
  /** Whether a code is asked for after the link. */
  twoFactorEnabled: integer('two_factor_enabled', { mode: 'boolean' }).notNull().default(false),
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

/** The second step of signing in; secret and backup codes are encrypted by better-auth. */
export const twoFactor = sqliteTable(
  'two_factor',
  {
    id: text('id').primaryKey(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** False until the first code was right. */
    verified: integer('verified', { mode: 'boolean' }).notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: integer('locked_until', { mode: 'timestamp_ms' }),
  },
  (t) => [index('two_factor_user').on(t.userId)],
);

/** A key of somebody's own device, or of their password manager (WebAuthn); here is its public half. */
export const passkey = sqliteTable(
  'passkey',
  {
    id: text('id').primaryKey(),
    /** "iCloud Keychain", "Windows, Chrome", or as they call it. */
    name: text('name'),
    publicKey: text('public_key').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** As the browser names it. Once only, over all people: by it alone is known who signs in. */
    credentialID: text('credential_id').notNull().unique(),
    counter: integer('counter').notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: integer('backed_up', { mode: 'boolean' }).notNull(),
    transports: text('transports'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }),
    /** Which make of authenticator it is. */
    aaguid: text('aaguid'),
    /** Ours: when somebody signed in with it last, epoch ms. */
    usedAt: integer('used_at'),
  },
  (t) => [index('passkey_user').on(t.userId)],
);

/** How somebody likes to work, on whatever device they sign in. */
export const personChoice = sqliteTable('person_choice', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  /** What sends a reply: Enter, or Ctrl (⌘) with it. */
  sendWith: text('send_with', { enum: ['ctrl_enter', 'enter'] }).notNull(),
  /** Whether one letter alone does something in the dashboard (WCAG 2.1.4). */
  singleKeys: integer('single_keys', { mode: 'boolean' }).notNull().default(true),
  /** Of the dashboard; null: as the browser asks for. */
  language: text('language', { enum: ['en', 'bg'] }),
  /** JSON: languages that they speak, as tags; colleagues see them where a chat is handed on. */
  speaks: text('speaks', { mode: 'json' }).$type<string[]>(),
});

/** A browser that shows notices although no page of ours is open (Web Push). It ends with the session that asked for it. */
export const pushDevice = sqliteTable(
  'push_device',
  {
    id: text('id').primaryKey(),
    /** One address a browser: whoever signs in there next takes it over. */
    endpoint: text('endpoint').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    sessionId: text('session_id')
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    /** What a message to it is sealed with (RFC 8291): its public key, and a secret that it shares with us. */
    p256dh: text('p256dh').notNull(),
    auth: text('auth').notNull(),
    /** "iPhone, Safari". */
    name: text('name').notNull(),
    /** What its browser asks for; null for those from before that was kept. */
    language: text('language', { enum: ['en', 'bg'] }),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('push_device_user').on(t.userId), index('push_device_session').on(t.sessionId)],
);
