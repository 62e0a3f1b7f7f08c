import { CLOSE, type ErrorCode } from '../errors';
import type { Allowance } from './allowance';
import { parseFrame } from './parse';

/** RFC 6455 section 7.4.1: a message that is too big. */
const TOO_BIG = 1009;

/** Who listens at a socket. */
interface Listener {
  allowance: Allowance;
  /** Somebody was shown out for being too fast. */
  flooded?(now: number): void;
  refuse(socket: WebSocket, code: ErrorCode, about?: { id?: string | undefined }): void;
}

/**
 * The door of every socket: a frame's JSON, or null where it was refused. What is too large for any client of ours, and
 * whoever goes on too fast although told so, is closed with the reason; a client of ours comes back after a while.
 */
export function admitted(
  socket: WebSocket,
  data: string | ArrayBuffer,
  now: number,
  listener: Listener,
): { value: unknown } | null {
  // Closed a moment ago, and its frames were on their way.
  if (socket.readyState !== WebSocket.OPEN) return null;
  const { allowance } = listener;
  const admits = allowance.admits(socket, now);
  if (!admits && allowance.isFlooded(socket)) {
    socket.close(CLOSE.tooFast, 'too_fast');
    listener.flooded?.(now);
    return null;
  }
  const json = parseFrame(data);
  if ('refused' in json) {
    listener.refuse(socket, admits ? json.refused : 'too_fast');
    if (json.refused === 'too_large') socket.close(TOO_BIG, 'too_large');
    return null;
  }
  if (admits) return json;
  listener.refuse(socket, 'too_fast', { id: idOf(json.value) });
  return null;
}

/** So that a refusal names the message that it is about. */
export function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && id.length <= 40 ? id : undefined;
}
