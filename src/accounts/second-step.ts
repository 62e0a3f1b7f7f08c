import { and, eq, gt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { twoFactor, user, verification } from '../db/schema';
import type { Env } from '../env';
import { authFor, ofBrowser, onlyCookie } from './auth';
import { randomId } from './ids';
import { hashLinkToken } from './links';

/**
 * The second step of signing in: a code of an app (TOTP, RFC 6238), or one of ten backup codes. better-auth keeps the secret
 * and compares; here every code is good for once, and whoever guesses is stopped wherever it is asked for.
 */

/** better-auth takes the code before and after as well: three times 30 s. */
const CODE_HOLDS = 3 * 60_000;
const MOST_WRONG = 10;
const LOCKED_FOR = 15 * 60_000;

export type Wrong = 'wrong_code' | 'code_locked' | 'unauthorized';
export type Checked = { ok: true; cookies: string[] } | { ok: false; reason: Wrong };

/** Where somebody is asked: while they sign in, or signed in, as whom. */
type Asked = { is: 'signing-in' } | { is: 'signed-in'; person: string };

export async function isOn(d1: D1Database, person: string): Promise<boolean> {
  const row = await drizzle(d1).select({ on: user.twoFactorEnabled }).from(user).where(eq(user.id, person)).get();
  return row?.on ?? false;
}

/** A new secret, which counts for nothing until its first code was right. Only where none is in force. */
export async function beginSecondStep(env: Env, origin: string, headers: Headers, person: string) {
  const auth = await authFor(env, origin);
  // One that was begun, or turned off by hand, must not lend its standing to the new one.
  await drizzle(env.DB).delete(twoFactor).where(eq(twoFactor.userId, person));
  const { totpURI: uri, backupCodes } = await auth.api.enableTwoFactor({ headers: onlyCookie(headers), body: {} });
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', backupCodes };
}

/** @returns the cookies of the session that takes the place of the one that asks */
export async function endSecondStep(env: Env, origin: string, headers: Headers): Promise<string[]> {
  const auth = await authFor(env, origin);
  const answer = await auth.api.disableTwoFactor({ headers: entering(headers), body: {}, asResponse: true });
  if (!answer.ok) throw new Error('The second step could not be turned off');
  return answer.headers.getSetCookie();
}

/** Ten new ones: those before are worth nothing from then on. */
export async function newBackupCodes(env: Env, origin: string, headers: Headers): Promise<string[]> {
  const auth = await authFor(env, origin);
  return (await auth.api.generateBackupCodes({ headers: onlyCookie(headers), body: {} })).backupCodes;
}

/** Cookies, and what the new session is known by. */
function entering(headers: Headers): Headers {
  const both = ofBrowser(headers);
  both.set('cookie', headers.get('cookie') ?? '');
  return both;
}

/**
 * Takes a code, of the app or a backup code. Each is good for once, and ten wrong ones in a row lock for a quarter of an hour.
 * @param now epoch ms
 */
export async function checkCode(
  env: Env,
  origin: string,
  headers: Headers,
  { asked, code, now }: { asked: Asked; code: string; now: number },
): Promise<Checked> {
  const person = asked.is === 'signed-in' ? asked.person : await whoSignsIn(env.DB, headers, now);
  if (!person) return { ok: false, reason: 'unauthorized' };
  if (await isLocked(env.DB, person, now)) return { ok: false, reason: 'code_locked' };
  const typed = code.replace(/\s/g, '');
  const ofApp = /^\d{6}$/.test(typed);
  if (ofApp && !(await firstUse(env.DB, person, typed, now))) return { ok: false, reason: 'wrong_code' };
  const auth = await authFor(env, origin);
  const call = { headers: entering(headers), body: { code: typed }, asResponse: true } as const;
  const answer = await (ofApp ? auth.api.verifyTOTP(call) : auth.api.verifyBackupCode(call));
  if (answer.ok) {
    if (asked.is === 'signed-in') await count(env.DB, person, 'right', now);
    return { ok: true, cookies: answer.headers.getSetCookie() };
  }
  // While somebody signs in it counts itself, and by each link besides: five.
  if (asked.is === 'signed-in') await count(env.DB, person, 'wrong', now);
  const { code: why } = await answer.json<{ code?: string }>().catch(() => ({ code: '' }));
  if (why === 'ACCOUNT_TEMPORARILY_LOCKED') return { ok: false, reason: 'code_locked' };
  const over = why === 'INVALID_TWO_FACTOR_COOKIE' || why === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE';
  return { ok: false, reason: over ? 'unauthorized' : 'wrong_code' };
}

/** Whose link was spent. The cookie is looked up here and verified by better-auth, before anything comes of it. */
async function whoSignsIn(d1: D1Database, headers: Headers, now: number): Promise<string | null> {
  const cookie = /baton\.two_factor=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '';
  const identifier = decodeURIComponent(cookie).split('.')[0] ?? '';
  const row = await drizzle(d1)
    .select({ person: verification.value })
    .from(verification)
    .where(and(eq(verification.identifier, identifier), gt(verification.expiresAt, new Date(now))))
    .get();
  return row?.person ?? null;
}

async function isLocked(d1: D1Database, person: string, now: number): Promise<boolean> {
  const locked = and(eq(twoFactor.userId, person), gt(twoFactor.lockedUntil, new Date(now)));
  return (await drizzle(d1).$count(twoFactor, locked)) > 0;
}

/** In one statement: of two requests with the same code one is the first. */
async function firstUse(d1: D1Database, person: string, code: string, now: number): Promise<boolean> {
  const { meta } = await d1
    .prepare(
      `INSERT INTO verification (id, identifier, value, expires_at, created_at, updated_at)
       SELECT ?1, ?2, 'null', ?4, ?3, ?3
       WHERE NOT EXISTS (SELECT 1 FROM verification WHERE identifier = ?2 AND expires_at > ?3)`,
    )
    .bind(randomId(), `code-${await hashLinkToken(`${person}/${code}`)}`, now, now + CODE_HOLDS)
    .run();
  return meta.changes > 0;
}

async function count(d1: D1Database, person: string, as: 'right' | 'wrong', now: number): Promise<void> {
  const next = sql`${twoFactor.failedVerificationCount} + 1`;
  const until = sql`CASE WHEN ${next} >= ${MOST_WRONG} THEN ${now + LOCKED_FOR} ELSE ${twoFactor.lockedUntil} END`;
  await drizzle(d1)
    .update(twoFactor)
    .set(
      as === 'right'
        ? { failedVerificationCount: 0, lockedUntil: null }
        : { failedVerificationCount: next, lockedUntil: until },
    )
    .where(eq(twoFactor.userId, person));
}
