import { waitUntil } from 'cloudflare:workers';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { mailConfig } from '../channels/mail/resend';
import { sendNow } from '../channels/mail/send-now';
import { passkey, session } from '../db/schema';
import type { Env } from '../env';
import type { StaffLanguage } from '../words/words';
import { keptAuth, ofBrowser } from './auth';
import { languageOf } from './language';
import type { PasskeyAuth } from './passkey-auth';
import { Name } from './person';

/**
 * Signing in with what the device keeps (WebAuthn level 3). better-auth makes the challenges, each good for one answer within
 * five minutes, and checks what comes back; here is whose a passkey is and what becomes of it.
 */

const MOST = 20;
/** Whoever finds a page open must not leave a key of their own behind: adding one wants a sign-in of today. */
export const FRESH_SECONDS = 86_400;

const Bytes = v.pipe(v.string(), v.maxLength(12_000), v.regex(/^[A-Za-z0-9_-]+$/));
/** At most 1,023 bytes (WebAuthn, "credential ID"). */
const CredentialId = v.pipe(Bytes, v.maxLength(1_364));
const credential = { id: CredentialId, rawId: CredentialId, type: v.literal('public-key') };

/** What a browser makes of a new passkey, as `PublicKeyCredential.toJSON` gives it. */
export const NewPasskey = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    transports: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z-]{1,20}$/))), v.maxLength(10))),
  }),
});

/** What it signs with one. */
export const Signed = v.object({
  ...credential,
  response: v.object({ clientDataJSON: Bytes, authenticatorData: Bytes, signature: Bytes }),
});

export type Signed = v.InferOutput<typeof Signed>;

export const PasskeyName = v.object({ name: Name });

interface Told {
  name: string;
  email: string;
  language: StaffLanguage;
}

export interface PasskeyShown {
  id: string;
  name: string | null;
  /** Epoch ms; null where it was never used. */
  madeAt: number | null;
  usedAt: number | null;
}

export type Refused = 'sign_in_again' | 'challenge_over' | 'passkey_refused' | 'too_many_passkeys';
export type Outcome<T> = ({ ok: true; cookies: string[] } & T) | { ok: false; reason: Refused };

const authFor = keptAuth<PasskeyAuth>(async (env, origin, secret) => {
  const { buildPasskeyAuth } = await import('./passkey-auth');
  return buildPasskeyAuth(env, { origin, secret });
});

/** Where passkeys are made and used: a browser keeps each for one host. */
export const passkeyOrigin = (env: Env, origin: string): string => env.BATON_ORIGIN?.replace(/\/+$/, '') ?? origin;

/** Whether somebody signed in lately enough to add one. @param now epoch ms */
export async function isFresh(d1: D1Database, id: string, now: number): Promise<boolean> {
  const row = await drizzle(d1).select({ at: session.createdAt }).from(session).where(eq(session.id, id)).get();
  return row !== undefined && now - row.at.getTime() < FRESH_SECONDS * 1_000;
}

/** The oldest first. */
export async function passkeysOf(d1: D1Database, person: string): Promise<PasskeyShown[]> {
  const { id, name, createdAt, usedAt } = passkey;
  const rows = await drizzle(d1)
    .select({ id, name, createdAt, usedAt })
    .from(passkey)
    .where(eq(passkey.userId, person))
    .orderBy(asc(createdAt), asc(id));
  return rows.map(({ createdAt: made, ...row }) => ({ ...row, madeAt: made?.getTime() ?? null }));
}

/** @returns what the browser is asked to make, for the person whose session the headers carry */
export async function beginPasskey(env: Env, origin: string, headers: Headers, person: string) {
  if ((await passkeysOf(env.DB, person)).length >= MOST) return refused('too_many_passkeys');
  const auth = await authFor(env, passkeyOrigin(env, origin));
  const call = { headers: entering(headers), query: {}, asResponse: true } as const;
  return begun(await auth.api.generatePasskeyRegistrationOptions(call));
}

/**
 * They are told of it by mail, where there is any: it lets in for good.
 * @param device what it is called where its maker does not say
 * @param told whom, and in which language where they have not chosen one
 */
export async function addPasskey(
  env: Env,
  origin: string,
  headers: Headers,
  { made, device, told }: { made: v.InferOutput<typeof NewPasskey>; device: string | undefined; told: Told },
): Promise<Outcome<object>> {
  const auth = await authFor(env, passkeyOrigin(env, origin));
  const call = { headers: entering(headers), body: { response: made }, asResponse: true } as const;
  const answer = await auth.api.verifyPasskeyRegistration(call);
  if (!answer.ok) return refused(await reasonOf(answer));
  if (device) {
    const unnamed = and(eq(passkey.credentialID, made.id), isNull(passkey.name));
    await drizzle(env.DB).update(passkey).set({ name: device }).where(unnamed);
  }
  waitUntil(mailAdded(env, origin, made.id, told));
  return { ok: true, cookies: answer.headers.getSetCookie() };
}

async function mailAdded(env: Env, origin: string, credential: string, { name, email, language }: Told): Promise<void> {
  const { id, name: called } = passkey;
  const row = await drizzle(env.DB)
    .select({ id, called })
    .from(passkey)
    .where(eq(passkey.credentialID, credential))
    .get();
  if (!row || !mailConfig(env)) return;
  const { passkeyAddedMail } = await import('../channels/mail/passkey-added');
  const mail = await passkeyAddedMail({
    to: email,
    name,
    passkey: row.called ?? 'Passkey',
    url: `${origin}/dashboard/`,
    language: (await languageOf(env, email)) ?? language,
  });
  await sendNow(env, mail, {
    template: 'passkey_added',
    idempotencyKey: `passkey/${row.id}`,
    patience: 'few-tries',
  });
}

/** @returns whether it is theirs */
export async function renamePasskey(d1: D1Database, person: string, id: string, name: string): Promise<boolean> {
  const { meta } = await drizzle(d1).update(passkey).set({ name }).where(theirs(person, id));
  return meta.changes > 0;
}

/** Whoever signed in with it stays so. @returns whether it was theirs */
export async function removePasskey(d1: D1Database, person: string, id: string): Promise<boolean> {
  const { meta } = await drizzle(d1).delete(passkey).where(theirs(person, id));
  return meta.changes > 0;
}

const theirs = (person: string, id: string) => and(eq(passkey.userId, person), eq(passkey.id, id));

/** The same for everybody: who it is, the device says. */
export async function beginSignIn(env: Env, origin: string) {
  const auth = await authFor(env, passkeyOrigin(env, origin));
  const headers = new Headers();
  const answer = await begun(await auth.api.generatePasskeyAuthenticationOptions({ headers, asResponse: true }));
  return answer.ok ? { ...answer, options: { ...answer.options, userVerification: 'required' } } : answer;
}

/** No code is asked for after it: the device is one step, and that it knows its user the other. @param now epoch ms */
export async function signInByPasskey(
  env: Env,
  origin: string,
  headers: Headers,
  { signed, now }: { signed: Signed; now: number },
): Promise<Outcome<object>> {
  const auth = await authFor(env, passkeyOrigin(env, origin));
  const call = {
    headers: entering(headers),
    body: { response: { ...signed, clientExtensionResults: {} } },
    asResponse: true,
  } as const;
  const answer = await auth.api.verifyPasskeyAuthentication(call);
  if (!answer.ok) return refused(await reasonOf(answer));
  await drizzle(env.DB).update(passkey).set({ usedAt: now }).where(eq(passkey.credentialID, signed.id));
  return { ok: true, cookies: answer.headers.getSetCookie() };
}

/** Cookies, and what a new session is known by. */
function entering(headers: Headers): Headers {
  const both = ofBrowser(headers);
  both.set('cookie', headers.get('cookie') ?? '');
  return both;
}

const refused = (reason: Refused) => ({ ok: false, reason }) as const;

async function begun(answer: Response): Promise<Outcome<{ options: Record<string, unknown> }>> {
  if (!answer.ok) return refused(await reasonOf(answer));
  return { ok: true, cookies: answer.headers.getSetCookie(), options: await answer.json() };
}

/** Whether a key is known, or a signature is wrong, is one from outside. */
async function reasonOf(answer: Response): Promise<Refused> {
  const { code } = await answer.json<{ code?: string }>().catch(() => ({ code: '' }));
  if (code === 'SESSION_NOT_FRESH') return 'sign_in_again';
  return code === 'CHALLENGE_NOT_FOUND' ? 'challenge_over' : 'passkey_refused';
}
