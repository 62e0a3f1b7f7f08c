import * as v from 'valibot';
import { ROLES } from '../domain/actor';
import { VerifiedCustomer } from '../protocol/verified';
import { base64url, fromBase64url } from './ids';

/**
 * Tokens that we sign and that only we read: `claims.signature`, both base64url, so that one can stand in a subprotocol.
 * Each kind has a key of its own, so that a token of one kind is never taken for another.
 */

const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/**
 * Whom the shop signed in. `device`: made at its first sign-in, so that signing out there ends all that was opened there;
 * `by`: the shop's token, by its hash, where it was one.
 */
const SignedIn = v.object({ ...VerifiedCustomer.entries, device: Id, by: v.optional(Id) });
export type SignedIn = v.InferOutput<typeof SignedIn>;

const KINDS = {
  visitor: {
    days: 90,
    /** `visitor`: the conversation that this browser began with, where it has begun another since; `test`: who of the staff plays this customer. */
    claims: v.object({
      store: Id,
      conversation: Id,
      visitor: v.optional(Id),
      test: v.optional(Id),
      signedIn: v.optional(SignedIn),
      exp: v.number(),
    }),
  },
  /** In mail to a confirmed address: opens the conversation once, on whatever device. */
  return: {
    days: 14,
    claims: v.object({ store: Id, conversation: Id, address: Id, id: Id, exp: v.number() }),
  },
  /** Lets somebody of the staff begin a conversation as a customer, on the simulated shop page. */
  test: {
    days: 10 / 1_440,
    claims: v.object({ store: Id, key: Id, name: v.string(), staff: Id, exp: v.number() }),
  },
  ticket: {
    days: 60 / 86_400,
    claims: v.object({
      type: v.literal('staff'),
      store: Id,
      id: Id,
      name: v.pipe(v.string(), v.maxLength(200)),
      role: v.picklist(ROLES),
      session: v.optional(Id),
      exp: v.number(),
    }),
  },
  /** In every alert, to end them: for one person and one store, and good for nothing else. Mails are kept long. */
  unsubscribe: {
    days: 400,
    claims: v.object({ store: Id, user: Id, exp: v.number() }),
  },
  /** In a link to one file of one conversation. */
  file: {
    days: 1 / 24,
    claims: v.object({ store: Id, conversation: Id, file: Id, exp: v.number() }),
  },
  /** In mail to a customer: that this address is theirs, or wants no more of it. About one conversation. */
  contact: {
    days: 60,
    claims: v.object({ store: Id, conversation: Id, address: Id, exp: v.number() }),
  },
} as const;

export type TokenKind = keyof typeof KINDS;
export type Claims<K extends TokenKind> = v.InferOutput<(typeof KINDS)[K]['claims']>;

/** Larger than any token that we make: what is longer is not even decoded. */
const MAX_TOKEN = 2_400;
const bytes = (text: string) => new TextEncoder().encode(text);

const source = (secret: string) =>
  crypto.subtle.importKey('raw', bytes(secret), 'HKDF', false, ['deriveKey', 'deriveBits']);
const salted = (purpose: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: bytes('baton'), info: bytes(purpose) });

/** A secret of its own for another library, so that a leak there says nothing about our tokens (RFC 5869). */
export async function derivedSecret(secret: string, purpose: string): Promise<string> {
  return base64url(await crypto.subtle.deriveBits(salted(purpose), await source(secret), 256));
}

/** One a purpose; only ever those of the secret that is in force. */
const keys = new Map<string, { secret: string; key: CryptoKey }>();

/** For HMAC with SHA-256, and for one purpose only: what is signed for it proves nothing elsewhere. */
export async function signingKey(secret: string, purpose: `token/${TokenKind}` | `mail/${string}`): Promise<CryptoKey> {
  const known = keys.get(purpose);
  if (known?.secret === secret) return known.key;
  const algorithm = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const key = await crypto.subtle.deriveKey(salted(purpose), await source(secret), algorithm, false, [
    'sign',
    'verify',
  ]);
  keys.set(purpose, { secret, key });
  return key;
}

const keyOf = (secret: string, kind: TokenKind): Promise<CryptoKey> => signingKey(secret, `token/${kind}`);

/** @param now epoch ms; visitors' tokens hold for 90 days, tickets for 60 s, those for tests for ten minutes, unsubscribe links for 400 days, contacts for 60, ways back for 14, files for an hour; `until`: another end */
export async function sealToken<K extends TokenKind>(
  secret: string,
  kind: K,
  claims: Omit<Claims<K>, 'exp'>,
  now: number,
  until?: number,
): Promise<string> {
  const exp = until ?? now + KINDS[kind].days * 86_400_000;
  const payload = base64url(bytes(JSON.stringify({ ...claims, exp })));
  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret, kind), bytes(payload));
  return `${payload}.${base64url(signature)}`;
}

/** The claims, or null for whatever is forged, of another kind, or past its time: from outside these are one. */
export async function openToken<K extends TokenKind>(
  secret: string,
  kind: K,
  token: string,
  now: number,
): Promise<Claims<K> | null> {
  if (token.length > MAX_TOKEN) return null;
  const [payload, mac, ...rest] = token.split('.');
  if (!payload || !mac || rest.length > 0) return null;
  const signature = fromBase64url(mac);
  const body = fromBase64url(payload);
  if (!signature || !body) return null;
  // `verify` compares in constant time.
  if (!(await crypto.subtle.verify('HMAC', await keyOf(secret, kind), signature, bytes(payload)))) return null;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), KINDS[kind].claims), new TextDecoder().decode(body));
  if (!parsed.success || parsed.output.exp <= now) return null;
  return parsed.output as Claims<K>;
}

/** Whether two secrets are the same, in a time that says nothing about where they differ. */
export async function sameSecret(given: string, expected: string): Promise<boolean> {
  const hash = (text: string) => crypto.subtle.digest('SHA-256', bytes(text));
  const [a, b] = await Promise.all([hash(given), hash(expected)]);
  return crypto.subtle.timingSafeEqual(a, b);
}
