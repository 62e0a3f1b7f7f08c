import * as v from 'valibot';
import type { StaffActor, StaffRef } from '../domain/actor';
import { CLOSE, ERRORS, type ErrorCode } from '../errors';
import { Allowance } from '../protocol/allowance';
import type { ToDesk } from '../protocol/desk';
import { Window } from '../protocol/window';

/** What a dashboard's socket knows of itself when the memory is lost. */
const Attachment = v.object({
  v: v.literal(1),
  id: v.string(),
  name: v.string(),
  session: v.optional(v.string()),
});

/** The open dashboards of a store's staff: who sits at which, and what is said to them. */
export class Dashboards {
  readonly allowance = new Allowance();
  readonly window = new Window();

  constructor(private readonly ctx: DurableObjectState) {}

  /** Takes in the socket of somebody whom the Worker has verified. */
  accept(socket: WebSocket, { id, name, session }: StaffActor): void {
    this.ctx.acceptWebSocket(socket, [`staff:${id}`]);
    socket.serializeAttachment({ v: 1, id, name, ...(session && { session }) });
  }

  /** Who sits at it; null where an older version wrote it down in a way that nobody reads any more. */
  who(socket: WebSocket): StaffRef | null {
    return attached(socket);
  }

  /** Whether somebody has a dashboard open, another one than that which is being closed. */
  isHere(id: string, left?: WebSocket): boolean {
    return this.#of(id).some((socket) => socket !== left && socket.readyState === WebSocket.OPEN);
  }

  /** Their colleagues read the new name from now on. */
  rename({ id, name }: StaffRef): void {
    for (const socket of this.#of(id)) {
      const known = attached(socket);
      if (known) socket.serializeAttachment({ ...known, name });
    }
  }

  /** Closes all of somebody's, or those of these sessions. @returns whether there was one */
  close(id: string, code: number, reason: string, sessions?: readonly string[]): boolean {
    const ended = this.#of(id).filter((socket) => {
      const session = attached(socket)?.session;
      return !sessions || (session !== undefined && sessions.includes(session));
    });
    for (const socket of ended) socket.close(code, reason);
    return ended.length > 0;
  }

  broadcast(frame: ToDesk): void {
    this.#tell(this.ctx.getWebSockets(), frame);
  }

  /** On every device of one person. */
  tell(id: string, frame: ToDesk): void {
    this.#tell(this.#of(id), frame);
  }

  /** To one of them. */
  answer(socket: WebSocket, frame: ToDesk): void {
    this.#tell([socket], frame);
  }

  refuse(socket: WebSocket, code: ErrorCode): void {
    this.answer(socket, { type: 'error', code, message: ERRORS[code] });
  }

  #tell(sockets: readonly WebSocket[], frame: ToDesk): void {
    const text = JSON.stringify(frame);
    for (const socket of sockets) {
      try {
        if (this.window.opens(socket)) socket.send(text);
        else socket.close(CLOSE.stalled, 'stalled');
      } catch {
        // Closing at this moment: its dashboard starts anew with a welcome.
      }
    }
  }

  #of(id: string): WebSocket[] {
    return this.ctx.getWebSockets(`staff:${id}`);
  }
}

function attached(socket: WebSocket): v.InferOutput<typeof Attachment> | null {
  const parsed = v.safeParse(Attachment, socket.deserializeAttachment());
  return parsed.success ? parsed.output : null;
}
