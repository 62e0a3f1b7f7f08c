/** Identifiers that nobody can guess, and that say by themselves to which store they belong. */

const encode = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

/** Bytes as base64url without padding (RFC 4648 section 5): safe in a URL and as a WebSocket subprotocol. */
export const base64url = (bytes: Uint8Array | ArrayBuffer): string =>
  encode(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));

/** Null for what is not base64url. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/** @param bytes 16 by default: 128 bits, which cannot be guessed nor collide */
export const randomId = (bytes = 16): string => encode(crypto.getRandomValues(new Uint8Array(bytes)));

const RANDOM = 22;

async function mark(store: string, random: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`conversation/${store}/${random}`));
  return base64url(digest.slice(0, 6));
}

/**
 * 128 random bits and a mark of the store. The mark is no secret: it lets the Worker see that an id is another store's
 * without waking an object or asking the database.
 */
export async function newConversationId(store: string): Promise<string> {
  const random = randomId();
  return random + (await mark(store, random));
}

/** Whether `newConversationId(store)` could have made this id. */
export async function isConversationOf(store: string, id: string): Promise<boolean> {
  return id.length === RANDOM + 8 && (await mark(store, id.slice(0, RANDOM))) === id.slice(RANDOM);
}
