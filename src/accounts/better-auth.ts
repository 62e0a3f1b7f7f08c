import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { type BetterAuthOptions, betterAuth } from 'better-auth/minimal';
import { magicLink } from 'better-auth/plugins/magic-link';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { drizzle } from 'drizzle-orm/d1';
import * as schema from '../db/schema';
import type { Env } from '../env';
import type { StaffLanguage } from '../words/words';
import { hashLinkToken, LINK_MINUTES, newLinkToken } from './links';

/**
 * With `passkey-auth.ts` the only file that knows better-auth. It is large: import it with `import()` through `auth.ts`, so
 * that a visitor's request never loads it.
 */
export interface AuthOptions {
  /** Of the request: cookies are `Secure` where it is https. */
  origin: string;
  secret: string;
  /** @param language of the page where it was asked for */
  sendLink(email: string, token: string, language: StaffLanguage): void;
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
    enableTwoFactor(call: { headers: Headers; body: object }): Promise<{ totpURI: string; backupCodes: string[] }>;
    disableTwoFactor(call: { headers: Headers; body: object; asResponse: true }): Promise<Response>;
    generateBackupCodes(call: { headers: Headers; body: object }): Promise<{ backupCodes: string[] }>;
    verifyTOTP(call: { headers: Headers; body: { code: string }; asResponse: true }): Promise<Response>;
    verifyBackupCode(call: { headers: Headers; body: { code: string }; asResponse: true }): Promise<Response>;
  };
}

/**
 * A code after the link. The plugin asks for one after a password only; there is none here, so its own step follows the link
 * instead. No device is trusted: a link is asked for once a month.
 */
function secondStep() {
  const plugin = twoFactor({ issuer: 'Baton', allowPasswordless: true });
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: ({ path }: { path?: string | undefined }) => path === '/magic-link/verify',
  }));
  return { ...plugin, hooks: { after } };
}

/** One and the same for whatever makes sessions or reads them. */
export const commonOptions = (env: Env, { origin, secret }: Pick<AuthOptions, 'origin' | 'secret'>) =>
  ({
    appName: 'Baton',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    database: drizzleAdapter(drizzle(env.DB, { schema }), { provider: 'sqlite', schema }),
    // Prolonged four times a day of use, a row each: so exactly can be said when one was used last.
    session: { expiresIn: 30 * 86_400, updateAge: 6 * 3_600 },
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
  }) satisfies BetterAuthOptions;

export const buildAuth = (env: Env, { origin, secret, sendLink }: AuthOptions): Auth =>
  betterAuth({
    ...commonOptions(env, { origin, secret }),
    plugins: [
      magicLink({
        expiresIn: LINK_MINUTES * 60,
        disableSignUp: true,
        generateToken: newLinkToken,
        storeToken: { type: 'custom-hasher', hash: hashLinkToken },
        rateLimit: { window: 60, max: 10 },
        sendMagicLink: ({ email, token }, call) =>
          sendLink(email, token, call?.headers?.get('accept-language') === 'bg' ? 'bg' : 'en'),
      }),
      secondStep(),
    ],
  });
