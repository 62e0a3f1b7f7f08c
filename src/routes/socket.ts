import { CLOSE, Refusal } from '../errors';
import { PROTOCOL, TOKEN_PREFIX } from '../protocol/common';

/** What every WebSocket upgrade has in common: version and token in the subprotocols, read before any object wakes. */

const VERSION = /^baton\.v(\d{1,6})$/;
/** RFC 6455 section 7.4.1: try again later. For a page that is newer than this server, in the minutes of a deployment. */
const TRY_AGAIN = 1013;

export type Offer =
  | { is: 'offer'; protocol: string; token: string }
  /** Already answered: the page speaks a version that this server does not. */
  | { is: 'answered'; response: Response };

/** A browser cannot read the body of a refused upgrade, so it is accepted and closed with a code that it can act on. */
function closed(protocol: string, code: number, reason: string): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.close(code, reason);
  return new Response(null, { status: 101, webSocket: client, headers: { 'sec-websocket-protocol': protocol } });
}

/** @throws Refusal `bad_request` for what is no upgrade of ours, `unauthorized` without a token */
export function offerOf(request: Request): Offer {
  const offered =
    request.headers
      .get('sec-websocket-protocol')
      ?.split(',')
      .map((name) => name.trim()) ?? [];
  const [protocol = '', credential = ''] = offered;
  const version = VERSION.exec(protocol)?.[1];
  if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket' || !version) throw new Refusal('bad_request');
  if (Number(version) < PROTOCOL.floor) {
    return { is: 'answered', response: closed(protocol, CLOSE.unsupportedVersion, 'unsupported_version') };
  }
  if (Number(version) > PROTOCOL.version)
    return { is: 'answered', response: closed(protocol, TRY_AGAIN, 'older_server') };
  if (!credential.startsWith(TOKEN_PREFIX)) throw new Refusal('unauthorized');
  return { is: 'offer', protocol, token: credential.slice(TOKEN_PREFIX.length) };
}

/** Names the version that was chosen, never the token: a browser drops a socket whose offer was not answered. */
export function chosen(response: Response, protocol: string): Response {
  if (response.status !== 101 || !response.webSocket) return response;
  const headers = new Headers(response.headers);
  headers.set('sec-websocket-protocol', protocol);
  return new Response(null, { status: 101, webSocket: response.webSocket, headers });
}
