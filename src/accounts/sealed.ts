import { base64url, fromBase64url } from './ids';
import { derivedSecret } from './tokens';

/**
 * A store's secrets at rest (a model's key, a webhook's secret): AES-GCM with 256 bits, under a key that only the Worker's
 * own secret gives. What is sealed for one purpose opens for no other.
 */

const IV = 12;
const bytes = (text: string) => new TextEncoder().encode(text);

async function keyOf(secret: string): Promise<CryptoKey> {
  const raw = fromBase64url(await derivedSecret(secret, 'sealed'));
  if (!raw) throw new Error('A derived secret is base64url');
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** @param purpose whose it is and what for; it is not kept in the result, and opening needs it again */
export async function seal(secret: string, purpose: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const algorithm = { name: 'AES-GCM', iv, additionalData: bytes(purpose) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, await keyOf(secret), bytes(text)));
  const whole = new Uint8Array(IV + sealed.length);
  whole.set(iv);
  whole.set(sealed, IV);
  return base64url(whole);
}

/** Null for what was changed, is another purpose's, or was sealed under another secret. */
export async function unseal(secret: string, purpose: string, sealed: string): Promise<string | null> {
  const whole = fromBase64url(sealed);
  if (!whole || whole.length <= IV) return null;
  const algorithm = { name: 'AES-GCM', iv: whole.slice(0, IV), additionalData: bytes(purpose) };
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, await keyOf(secret), whole.slice(IV)));
  } catch {
    return null;
  }
}
