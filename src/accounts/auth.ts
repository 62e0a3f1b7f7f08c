import { waitUntil } from 'cloudflare:workers';
import { and, eq, gt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { sendNow } from '../channels/mail/send-now';
import { user, verification } from '../db/schema';
import type { Env } from '../env';
import type { StaffLanguage } from '../words/words';
import type { Auth } from './better-auth';
import { languageOf } from './language';
import { hashLinkToken, LINK_MINUTES, linkState, linkUrl } from './links';
import type { Person } from './person';
import { secretOf } from './readiness';
import { derivedSecret } from './tokens';

/** Sign-in by a link in an email. better-auth is loaded on first use. */

/** Links to one address that are open at once; beyond it none is mailed, so that nobody's inbox can be flooded. */
const OPEN_LINKS = 10;

/** Of other rows the value is no JSON. */
const EMAIL_OF_LINK = sql`CASE WHEN json_valid(${verification.value}) THEN json_extract(${verification.value}, '$.email') END`;

/** Characters of a browser's name that are kept. */
const MOST_AGENT = 512;

/** Built on first use: one a database, origin and secret. */
export function keptAuth<T extends { $context: Promise<unknown> }>(
  build: (env: Env, origin: string, secret: string) => Promise<T>,
): (env: Env, origin: string) => Promise<T> {
  const built = new WeakMap<D1Database, Map<string, T>>();
  return async (env, origin) => {
    const secret = secretOf(env);
    const known = built.get(env.DB) ?? new Map<string, T>();
    built.set(env.DB, known);
    const name = `${origin} ${secret}`;
    const before = known.get(name);
    if (before) return before;
    const auth = await build(env, origin, await derivedSecret(secret, 'sessions'));
    await auth.$context;
    if (known.size >= 8) known.clear();
    known.set(name, auth);
    return auth;
  };
}

export const authFor = keptAuth<Auth>(async (env, origin, secret) => {
  const { buildAuth } = await import('./better-auth');
  // Not awaited: how long the answer takes must not say whether an address is known.
  return buildAuth(env, {
    origin,
    secret,
    sendLink: (email, token, language) => waitUntil(mailLink(env, origin, { email, token, language })),
  });
});

/** @param link its language is that of the page where it was asked for; what they have chosen themselves comes first */
async function mailLink(
  env: Env,
  origin: string,
  link: { email: string; token: string; language: StaffLanguage },
): Promise<void> {
  const { email, token } = link;
  const db = drizzle(env.DB);
  const person = await db.select({ name: user.name }).from(user).where(eq(user.email, email)).get();
  if (!person) return;
  const open = await db.$count(verification, and(eq(EMAIL_OF_LINK, email), gt(verification.expiresAt, new Date())));
  if (open > OPEN_LINKS) return;
  const { signInMail } = await import('../channels/mail/sign-in');
  const language = (await languageOf(env, email)) ?? link.language;
  const url = linkUrl(origin, token);
  const mail = signInMail({ to: email, name: person.name, url, minutes: LINK_MINUTES, language });
  const idempotencyKey = `sign-in/${await hashLinkToken(token)}`;
  await sendNow(env, await mail, { template: 'sign_in', idempotencyKey, patience: 'few-tries' });
}

/** @returns false when there were too many from one address; otherwise the same for known and unknown addresses */
export async function requestLink(
  env: Env,
  origin: string,
  email: string,
  { ip, language }: { ip: string | null; language: StaffLanguage },
): Promise<boolean> {
  const auth = await authFor(env, origin);
  const headers = new Headers({ 'content-type': 'application/json', 'accept-language': language });
  if (ip) headers.set('cf-connecting-ip', ip);
  const url = `${origin}/api/auth/sign-in/magic-link`;
  const answer = await auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify({ email }) }));
  if (answer.status === 429) return false;
  if (!answer.ok) throw new Error('The sign-in link could not be made');
  return true;
}

export type SignedIn =
  /** `asks`: not in yet, a code is asked for. */
  { ok: true; cookies: string[]; asks: 'nothing' | 'code' } | { ok: false; reason: 'link_used' | 'link_expired' };

/**
 * Spends a link. Two at once: better-auth deletes its row and gives the session to whoever deleted it.
 * @param headers of the request: the session keeps by what it was made, and nothing else
 */
export async function spendLink(
  env: Env,
  origin: string,
  token: string,
  headers: Headers,
  now: number,
): Promise<SignedIn> {
  const state = await linkState(env, token, now);
  if (state !== 'ready') return { ok: false, reason: state === 'used' ? 'link_used' : 'link_expired' };
  const auth = await authFor(env, origin);
  const known = ofBrowser(headers);
  const answer = await auth.api.magicLinkVerify({ query: { token }, headers: known, asResponse: true });
  // What fails is answered with a redirect that names the cause; here there is one: the row was gone.
  if (!answer.ok) return { ok: false, reason: 'link_used' };
  const { twoFactorRedirect } = v.parse(Entered, await answer.json());
  return { ok: true, cookies: answer.headers.getSetCookie(), asks: twoFactorRedirect ? 'code' : 'nothing' };
}

const Entered = v.object({ twoFactorRedirect: v.optional(v.boolean(), false) });
export const ofBrowser = (headers: Headers): Headers =>
  new Headers({ 'user-agent': headers.get('user-agent')?.slice(0, MOST_AGENT) ?? '' });

const Found = v.object({
  user: v.object({ id: v.string(), name: v.string(), email: v.string() }),
  session: v.object({ id: v.string() }),
});

export interface Session {
  id: string;
  person: Person;
  /** What the answer must set, when the session was prolonged. */
  cookies: string[];
}

/** Whose session a request carries, if any. */
export async function sessionOf(env: Env, origin: string, headers: Headers): Promise<Session | null> {
  if (!headers.get('cookie')?.includes('baton.session_token')) return null;
  const auth = await authFor(env, origin);
  const found = await auth.api.getSession({ headers: onlyCookie(headers), returnHeaders: true });
  const parsed = v.safeParse(Found, found.response);
  if (!parsed.success) return null;
  const { user: person, session } = parsed.output;
  return { id: session.id, person, cookies: found.headers.getSetCookie() };
}

/** @returns the cookies that the answer must clear */
export async function signOut(env: Env, origin: string, headers: Headers): Promise<string[]> {
  const auth = await authFor(env, origin);
  const { headers: answer } = await auth.api.signOut({ headers: onlyCookie(headers), returnHeaders: true });
  return answer.getSetCookie();
}

export const onlyCookie = (headers: Headers): Headers => new Headers({ cookie: headers.get('cookie') ?? '' });

/** Ends another sign-in of whoever asks. @param token of one that is theirs */
export async function endSession(env: Env, origin: string, headers: Headers, token: string): Promise<void> {
  const auth = await authFor(env, origin);
  await auth.api.revokeSession({ headers: onlyCookie(headers), body: { token } });
}

/** Ends every sign-in of whoever asks but this one. */
export async function endOtherSessions(env: Env, origin: string, headers: Headers): Promise<void> {
  const auth = await authFor(env, origin);
  await auth.api.revokeOtherSessions({ headers: onlyCookie(headers) });
}
