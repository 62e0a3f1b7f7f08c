import { DurableObject } from 'cloudflare:workers';
import * as v from 'valibot';
import { actorOf } from '../conversation/door';
import { personOf } from '../conversation/views';
import type { StaffRef } from '../domain/actor';
import type { Env } from '../env';
import { CLOSE, ERRORS, type ErrorCode } from '../errors';
import { Allowance } from '../protocol/allowance';
import { SUBPROTOCOL } from '../protocol/common';
import { DeskFrame, type OnDuty, type QueueRow, type ToDesk } from '../protocol/desk';
import { parseFrame, whyNot } from '../protocol/parse';
import { Duty } from './duty';
import { Queue } from './queue';

const Attachment = v.object({ v: v.literal(1), id: v.string(), name: v.string() });

/** Where a store's staff sit: the live queue, and who is on duty. Everything in it can be rebuilt from the conversations. */
export class Desk extends DurableObject<Env> {
  readonly #queue: Queue;
  readonly #duty: Duty;
  readonly #allowance = new Allowance();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#queue = new Queue(ctx.storage.sql);
    this.#duty = new Duty(ctx.storage.sql);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  }

  /** A conversation has changed. Idempotent, and safe out of order. */
  update(row: QueueRow): void {
    if (this.#queue.put(row, Date.now())) this.#broadcast({ type: 'row', row });
  }

  /** A conversation has nothing to show in the queue any more. */
  remove(id: string, rev: number): void {
    if (this.#queue.remove(id, rev)) this.#broadcast({ type: 'gone', id, rev });
  }

  /** A WebSocket upgrade of a staff member whom the Worker has verified. */
  override fetch(request: Request): Response {
    const actor = actorOf(request);
    if (actor?.type !== 'staff') return new Response(null, { status: 400 });
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [`staff:${actor.id}`]);
    server.serializeAttachment({ v: 1, id: actor.id, name: actor.name });
    this.#duty.arrived(actor, Date.now());
    this.#showDuty();
    return new Response(null, { status: 101, webSocket: client, headers: { 'sec-websocket-protocol': SUBPROTOCOL } });
  }

  override webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): void {
    const now = Date.now();
    const me = this.#who(socket);
    if (!me) return socket.close(CLOSE.unsupportedVersion, 'unsupported_version');
    if (!this.#allowance.admits(socket, now)) return refuse(socket, 'too_fast');
    const json = parseFrame(data);
    if ('refused' in json) return refuse(socket, json.refused);
    const frame = v.safeParse(DeskFrame, json.value);
    if (!frame.success) return refuse(socket, whyNot(frame.issues));
    if (frame.output.type === 'duty') {
      if (this.#duty.set(me, frame.output.on, now)) this.#showDuty();
      return;
    }
    send(socket, { type: 'welcome', me: personOf(me), rows: this.#queue.all(), duty: this.#onDuty(), now });
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // 1005 and 1006 may be reported but never sent (RFC 6455 section 7.4.1).
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
    this.#showDuty(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#showDuty(socket);
  }

  #who(socket: WebSocket): StaffRef | null {
    const parsed = v.safeParse(Attachment, socket.deserializeAttachment());
    return parsed.success ? parsed.output : null;
  }

  #onDuty(left?: WebSocket): OnDuty[] {
    return this.#duty.on().map(({ staff, since }) => {
      const here = this.ctx.getWebSockets(`staff:${staff.id}`).some((socket) => socket !== left);
      return { ...personOf(staff), since, here };
    });
  }

  #showDuty(left?: WebSocket): void {
    this.#broadcast({ type: 'duty', duty: this.#onDuty(left) });
  }

  #broadcast(frame: ToDesk): void {
    const text = JSON.stringify(frame);
    for (const socket of this.ctx.getWebSockets()) {
      try {
        socket.send(text);
      } catch {
        // Closing at this moment: its dashboard starts anew with a welcome.
      }
    }
  }
}

function send(socket: WebSocket, frame: ToDesk): void {
  socket.send(JSON.stringify(frame));
}

const refuse = (socket: WebSocket, code: ErrorCode): void =>
  send(socket, { type: 'error', code, message: ERRORS[code] });
