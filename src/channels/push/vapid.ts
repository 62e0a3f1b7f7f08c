import { sign } from 'hono/jwt';
import { base64url, fromBase64url } from '../../accounts/ids';
import { derivedSecret } from '../../accounts/tokens';

/**
 * Who we are to push services (RFC 8292): a P-256 key that follows from the Worker's one secret. So nobody has to make,
 * keep or copy one; with another secret browsers are asked to subscribe anew, as everybody has to sign in anew.
 */

/** The order of P-256's group: a private key is above zero and below it. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
/** PKCS #8 around a private key of P-256 that comes without its public one (RFC 5208, 5915). */
const PKCS8 = '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420';
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
/** Seconds. A push service takes at most 24 hours. */
const HOLDS = 12 * 3_600;

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

interface Identity {
  /** The uncompressed point, base64url: what a browser subscribes with. */
  publicKey: string;
  privateKey: CryptoKey;
}

/** That of the secret which is in force. Never one in the making: whoever makes it can go down, and with it what others await. */
let known: { secret: string; identity: Identity } | null = null;

async function identityOf(secret: string): Promise<Identity> {
  if (known?.secret === secret) return known.identity;
  const identity = await makeIdentity(secret);
  known = { secret, identity };
  return identity;
}

async function makeIdentity(secret: string): Promise<Identity> {
  const bytes = await scalar(secret);
  const privateKey = await crypto.subtle.importKey('pkcs8', bytesOf(PKCS8 + hexOf(bytes)), P256, true, ['sign']);
  const { x = '', y = '' } = (await crypto.subtle.exportKey('jwk', privateKey)) as JsonWebKey;
  const point = [...(fromBase64url(x) ?? []), ...(fromBase64url(y) ?? [])];
  return { publicKey: base64url(Uint8Array.of(4, ...point)), privateKey };
}

/** 256 bits that are a key of the curve: one in four thousand million is not, and the next is taken. */
async function scalar(secret: string): Promise<Uint8Array<ArrayBuffer>> {
  for (let nth = 0; ; nth++) {
    const bytes = fromBase64url(await derivedSecret(secret, `push/${nth}`));
    if (!bytes) throw new Error('A derived secret is base64url');
    const number = BigInt(`0x${hexOf(bytes)}`);
    if (number > 0n && number < ORDER) return bytes;
  }
}

/** What browsers subscribe with, so that nobody else can push to them. */
export const pushKey = async (secret: string): Promise<string> => (await identityOf(secret)).publicKey;

/**
 * The `Authorization` of one message.
 * @param contact a URL of ours, for a push service that has something to say to us
 */
export async function vapid(secret: string, endpoint: string, contact: string, now: number): Promise<string> {
  const { publicKey, privateKey } = await identityOf(secret);
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now / 1_000) + HOLDS, sub: contact };
  return `vapid t=${await sign(claims, privateKey, 'ES256')}, k=${publicKey}`;
}
