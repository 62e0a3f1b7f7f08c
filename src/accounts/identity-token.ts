import * as v from 'valibot';
import type { Env } from '../env';
import { VerifiedCustomer } from '../protocol/verified';
import { identitySecrets } from './identity-key';
import { base64url } from './ids';

/** What a shop's server says of its customer: a JSON Web Token (RFC 7519), HS256 with the store's secret. */

/** Clocks of servers differ a little. */
const SKEW = 60;
/** A token that leaks is good for no longer. */
const LONGEST = 24 * 3_600;

const Seconds = v.pipe(v.number(), v.finite());
/** Empty is what templates write for "none". */
const Said = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(v.union([v.literal(''), schema])));

const Payload = v.object({
  // Many shops number their customers.
  sub: v.pipe(
    v.union([v.string(), v.pipe(v.number(), v.safeInteger(), v.transform(String))]),
    VerifiedCustomer.entries.sub,
  ),
  exp: Seconds,
  nbf: v.optional(Seconds),
  iat: v.optional(Seconds),
  name: Said(VerifiedCustomer.entries.name.wrapped),
  email: Said(VerifiedCustomer.entries.email.wrapped),
  /** As OpenID Connect has it: false where the shop has not verified the address itself. */
  email_verified: v.optional(v.boolean()),
});

/** Why a token is not taken. To customers all but `expired` are one; a merchant is told which. */
export type Untaken =
  | 'no_secret'
  | 'unreadable'
  | 'algorithm'
  | 'audience'
  | 'signature'
  | 'claims'
  | 'too_long'
  | 'early'
  | 'expired';

export type Taken =
  | { ok: true; customer: VerifiedCustomer; until: number; id: string; made: number | undefined }
  | { ok: false; why: Untaken };

const WHY: Record<string, Untaken> = {
  JwtAlgorithmMismatch: 'algorithm',
  JwtHeaderInvalid: 'algorithm',
  JwtTokenAudience: 'audience',
  JwtPayloadRequiresAud: 'audience',
  JwtTokenSignatureMismatched: 'signature',
};

/** @param store `key`: what the token has to be meant for, as it stands in the script tag. @returns `until`, and when it was `made` if it says so, in ms */
export async function takeToken(
  env: Env,
  store: { id: string; key: string },
  token: string,
  now: number,
): Promise<Taken> {
  const [secrets, { verify }] = await Promise.all([identitySecrets(env, store.id, now), import('hono/jwt')]);
  // Times are looked at below, with some patience for clocks.
  const how = { alg: 'HS256', aud: store.key, exp: false, nbf: false, iat: false } as const;
  let why: Untaken = 'no_secret';
  for (const secret of secrets) {
    try {
      return taken(await verify(token, secret, how), await idOf(token), now);
    } catch (error) {
      why = WHY[error instanceof Error ? error.name : ''] ?? 'unreadable';
    }
  }
  return { ok: false, why };
}

function taken(payload: unknown, id: string, now: number): Taken {
  const said = v.safeParse(Payload, payload);
  if (!said.success) return { ok: false, why: 'claims' };
  const { sub, exp, nbf, iat, name, email, email_verified: isVerified = true } = said.output;
  const seconds = now / 1_000;
  if (exp <= seconds - SKEW) return { ok: false, why: 'expired' };
  if (exp > seconds + LONGEST + SKEW) return { ok: false, why: 'too_long' };
  if (Math.max(nbf ?? 0, iat ?? 0) > seconds + SKEW) return { ok: false, why: 'early' };
  const customer = { sub, ...(name && { name }), ...(email && isVerified && { email }) };
  return { ok: true, customer, until: (exp + SKEW) * 1_000, id, made: iat === undefined ? iat : iat * 1_000 };
}

/** By which a token is known without being kept: by what is signed, because one signature can be spelt in several ways. */
async function idOf(token: string): Promise<string> {
  const signed = token.slice(0, token.lastIndexOf('.'));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signed));
  return base64url(digest.slice(0, 16));
}
