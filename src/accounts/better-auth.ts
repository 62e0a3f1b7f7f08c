import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { magicLink } from 'better-auth/plugins/magic-link';
import { drizzle } from 'drizzle-orm/d1';
import * as schema from '../db/schema';
import type { Env } from '../env';
import { hashLinkToken, LINK_MINUTES, newLinkToken } from './links';

/**
 * The only file that knows better-auth. It is large: import it with `import()` through `auth.ts`, so that a visitor's
 * request never loads it.
 */
export interface AuthOptions {
  /** Of the request: cookies are `Secure` where it is https. */
  origin: string;
  secret: string;
  sendLink(email: string, token: string): void;
}

/** What we ask of it. */
export interface Auth {
  /** Resolves when it is ready. */
  $context: Promise<unknown>;
  /** Its own HTTP side, which counts requests against the rate limit. Not mounted: `auth.ts` calls it. */
  handler(request: Request): Promise<Response>;
  api: {
    magicLinkVerify(call: { query: { token: string }; headers: Headers; asResponse: true }): Promise<Response>;
    getSession(call: { headers: Headers; returnHeaders: true }): Promise<{ headers: Headers; response: unknown }>;
    signOut(call: { headers: Headers; returnHeaders: true }): Promise<{ headers: Headers }>;
    revokeSession(call: { headers: Headers; body: { token: string } }): Promise<unknown>;
    revokeOtherSessions(call: { headers: Headers }): Promise<unknown>;
  };
}

export const buildAuth = (env: Env, { origin, secret, sendLink }: AuthOptions): Auth =>
  betterAuth({
    appName: 'Baton',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    database: drizzleAdapter(drizzle(env.DB, { schema }), { provider: 'sqlite', schema }),
    // Prolonged once an hour of use: so exactly can be said when one was used last.
    session: { expiresIn: 30 * 86_400, updateAge: 3_600 },
    // D1 counts, so that a limit holds wherever the request lands.
    rateLimit: { enabled: true, storage: 'database' },
    advanced: {
      cookiePrefix: 'baton',
      ipAddress: { ipAddressHeaders: ['cf-connecting-ip'] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    telemetry: { enabled: false },
    // Its lines carry addresses and inner messages; `app.ts` logs the outcome of every request.
    logger: { disabled: true },
    plugins: [
      magicLink({
        expiresIn: LINK_MINUTES * 60,
        disableSignUp: true,
        generateToken: newLinkToken,
        storeToken: { type: 'custom-hasher', hash: hashLinkToken },
        rateLimit: { window: 60, max: 10 },
        sendMagicLink: ({ email, token }) => sendLink(email, token),
      }),
    ],
  });
