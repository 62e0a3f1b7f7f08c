import type { MAX_TEXT as MaxText, PROTOCOL, TOKEN_PREFIX as TokenPrefix } from '../../protocol/common';
import type { GOT_EVERY as GotEvery } from '../../protocol/window';

// Restated here only: importing the values would bring the schemas' library into the page. Their types hold them to
// the originals, so a change there is a compile error here.
const VERSION: (typeof PROTOCOL)['version'] = 1;

const SUBPROTOCOL = `baton.v${VERSION}`;
const TOKEN_PREFIX: typeof TokenPrefix = 'token.';
/** After so many frames the server hears that they came. */
export const GOT_EVERY: typeof GotEvery = 64;
/** Characters of one message. */
export const MAX_TEXT: typeof MaxText = 4_000;

/** WebSocket close codes after which trying again is no use (`CLOSE` of the server's errors). */
export const CLOSED = { forbidden: 4403, erased: 4410, notFound: 4404, unsupportedVersion: 4426 } as const;

/** A fresh client id: what is sent twice with the same one is one message. */
export const clientId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Reads one frame. A cast, on the guarantee that the server of our own origin speaks the protocol version that the
 * subprotocol agreed on; receivers ignore a `type` they do not know. Null for what is no JSON object with a type.
 */
export function readFrame<Frame extends { type: string }>(data: unknown): Frame | null {
  if (typeof data !== 'string') return null;
  try {
    const frame: unknown = JSON.parse(data);
    return typeof frame === 'object' && frame !== null && 'type' in frame ? (frame as Frame) : null;
  } catch {
    return null;
  }
}

/** The token travels as a subprotocol, never in the address. */
export function connect(path: string, ticket: string): WebSocket {
  const url = new URL(path, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return new WebSocket(url, [SUBPROTOCOL, TOKEN_PREFIX + ticket]);
}
