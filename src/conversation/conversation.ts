import { DurableObject } from 'cloudflare:workers';
import { assistantFor } from '../assistant';
import type { Assistant } from '../assistant/assistant';
import type { InboundMail, MailInAnswer } from '../channels/mail/contract';
import { OneAlarm } from '../deadlines/one-alarm';
import type { AlertSummary } from '../desk/alerts-summary';
import type { StaffRef } from '../domain/actor';
import type { Command } from '../domain/command';
import { latest } from '../domain/handoff';
import type { Env } from '../env';
import { CLOSE, type ErrorCode } from '../errors';
import { logLine } from '../log';
import { Outbox } from '../outbox/outbox';
import { SUBPROTOCOL } from '../protocol/common';
import { CustomerFrame } from '../protocol/customer';
import { frameParser, parseFrame, whyNot } from '../protocol/parse';
import { StaffFrame } from '../protocol/staff';
import type { StoreSettings } from '../settings/schema';
import { type BotCommand, type BotResult, botSays } from './bot-door';
import { alertSummary } from './desk-views';
import { actorOf, conversationOf } from './door';
import { deliver } from './effects';
import { customerFrame, staffFrame } from './frames';
import { ConversationJobs } from './jobs';
import { type ConversationRecord, recordOf } from './record';
import type { KnownSettings } from './records';
import { Room } from './room';
import { Sockets } from './sockets';
import { ConversationStore } from './store';

type TendResult = { ok: true } | { ok: false; code: ErrorCode };

/** The platform tries an alarm again six times and then forgets it; before that the next one is set by hand. */
const LAST_RETRY = 4;
const AGAIN_AFTER = 30_000;

const parseCustomer = frameParser(CustomerFrame);
const parseStaff = frameParser(StaffFrame);

/** One conversation: its messages, its handoffs, its sockets, its deadlines. Every handler: parse, decide, persist, publish. */
export class Conversation extends DurableObject<Env> {
  readonly #alarm: OneAlarm;
  readonly #sockets: Sockets;
  readonly #jobs: ConversationJobs;
  readonly #room: Room;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const store = new ConversationStore(ctx.storage);
    this.#alarm = new OneAlarm(ctx.storage);
    this.#sockets = new Sockets(ctx);
    this.#jobs = new ConversationJobs(store, this.#sockets);
    const outbox = new Outbox(this.#jobs, (job) => deliver(job, this.#room, env));
    this.#room = new Room(ctx, env, store, this.#sockets, outbox, this.#alarm, (id, settings) =>
      this.assistant(id, settings),
    );
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
    void ctx.blockConcurrencyWhile(() => this.#alarm.load());
  }

  /** The store's first responder. */
  protected assistant(_store: string, settings: StoreSettings): Assistant {
    return assistantFor(this.env, settings);
  }

  /** A handoff as the team's alert tells it, the latest unless one is named; null where there is none. */
  summary(handoff?: number): AlertSummary | null {
    const { store, state, known } = this.#room;
    const n = handoff ?? latest(state)?.n;
    return store.customer && n !== undefined ? alertSummary(store.customer, state, known, n) : null;
  }

  /** Staff see to something later. Answers when history knows, so that a list read afterwards tells it. */
  async tend(command: Command & { do: 'remind' | 'tend' | 'check_in' }): Promise<TendResult> {
    if (!this.#room.store.exists) return { ok: false, code: 'not_found' };
    const now = Date.now();
    this.#room.wake(now);
    const applied = this.#room.apply(command, now);
    if (!applied.ok) return { ok: false, code: applied.reason === 'not_due' ? 'not_allowed_now' : applied.reason };
    await this.#room.outbox.landed('history');
    return { ok: true };
  }

  /** Everything that staff may read of it, for whoever takes it away; null where nothing was ever said. */
  record(): ConversationRecord | null {
    return this.#room.store.exists ? recordOf(this.#room, Date.now()) : null;
  }

  /** The store's settings have changed while this conversation stands in the queue. */
  settingsChanged(known: KnownSettings): void {
    this.#room.adoptSettings(known, Date.now());
  }

  /** The desk says that whoever has this chat has had no dashboard open since then, or has one again. */
  presence(staff: string, goneSince: number | null): void {
    if (!this.#room.store.exists) return;
    const now = Date.now();
    this.#room.wake(now);
    if (this.#room.apply({ do: 'presence', staff, goneSince }, now).ok)
      this.#room.background(this.#room.timing.due(now));
  }

  /** The desk says that nobody on duty is there any more to see who waits. */
  alone(handoff: number): void {
    if (this.#room.store.exists) this.#room.apply({ do: 'alone', handoff }, Date.now());
  }

  /** Somebody belongs to the store no more: what they have open here is closed. */
  expel(staff: string): void {
    this.#sockets.expel(staff);
  }

  /** These sessions have ended: what they have open here is closed. */
  cut(sessions: readonly string[]): void {
    this.#sockets.cut(sessions);
  }

  /** Somebody of the store has another name. What they said stays under the name that it was read with. */
  renamed(staff: StaffRef): void {
    this.#sockets.rename(staff);
    if (!this.#room.store.exists) return;
    const now = Date.now();
    this.#room.wake(now);
    this.#room.apply({ do: 'renamed', staff }, now);
  }

  /** An answer by email, whose address was verified. */
  mailIn(mail: InboundMail): MailInAnswer {
    const now = Date.now();
    this.#room.wake(now);
    return this.#room.mailing.take(mail, now);
  }

  /** By a click on a link that only this address was sent. @param hash `addressHash` of it */
  confirmContact(hash: string): Promise<boolean> {
    return this.#room.mailing.confirm(hash);
  }

  /** No more mail to this address. @param hash `addressHash` of it */
  stopMail(hash: string): Promise<boolean> {
    return this.#room.mailing.stop(hash);
  }

  /** The merchant's own bot, whom the Worker has verified, answers or asks for a person. */
  bot(command: BotCommand): BotResult {
    if (!this.#room.store.exists) return { ok: false, code: 'not_found' };
    const now = Date.now();
    this.#room.wake(now);
    return botSays(this.#room, command, now);
  }

  /** A WebSocket upgrade of an actor whom the Worker has verified. */
  override async fetch(request: Request): Promise<Response> {
    const actor = actorOf(request);
    const conversation = conversationOf(request);
    if (!actor || !conversation) return new Response(null, { status: 400 });
    // Read with every connection, so that a request finds them there; the first one waits for them, a moment at most.
    const reading = this.#room.loadSettings(actor.store);
    if (this.#room.knowsSettings) this.ctx.waitUntil(reading);
    else await reading;
    const { 0: client, 1: server } = new WebSocketPair();
    if (actor.type === 'staff' && !this.#room.store.exists) {
      // Not for hibernation: what such a socket is told before this answer has left never arrives.
      server.accept();
      server.close(CLOSE.notFound, 'not_found');
    } else this.#sockets.accept(server, actor, { conversation, origin: new URL(request.url).origin });
    return new Response(null, { status: 101, webSocket: client, headers: { 'sec-websocket-protocol': SUBPROTOCOL } });
  }

  override webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): void {
    const now = Date.now();
    const from = this.#sockets.read(socket);
    if (!from) return socket.close(CLOSE.unsupportedVersion, 'unsupported_version');
    const admitted = this.#sockets.allowance.admits(socket, now);
    const json = parseFrame(data);
    if ('refused' in json) return this.#sockets.refuse(socket, admitted ? json.refused : 'too_fast');
    if (!admitted) return this.#sockets.refuse(socket, 'too_fast', { id: idOf(json.value) });
    this.#room.wake(now);
    if (from.as === 'customer') {
      const frame = parseCustomer(json.value);
      if (frame.success) customerFrame(this.#room, socket, from, frame.output, now);
      else this.#sockets.refuse(socket, whyNot(frame.issues), { id: idOf(json.value) });
    } else {
      const frame = parseStaff(json.value);
      if (frame.success) staffFrame(this.#room, socket, from, frame.output, now);
      else this.#sockets.refuse(socket, whyNot(frame.issues), { id: idOf(json.value) });
    }
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    this.#left(socket);
    // 1005 and 1006 may be reported but never sent (RFC 6455 section 7.4.1).
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
  }

  override webSocketError(socket: WebSocket): void {
    this.#left(socket);
  }

  /** What this socket had read outlives it; the other side sees that it has gone. */
  #left(socket: WebSocket): void {
    const { store, showing, opening } = this.#room;
    const left = this.#sockets.read(socket);
    if (!left || !store.exists) return;
    this.#sockets.keepNotes(left);
    store.transaction(() => {
      showing.keepSeen(left);
      if (left.as === 'customer') opening.keep([left]);
      if (this.#sockets.isEmpty(socket)) this.#jobs.keep();
    });
    showing.presenceChanged(Date.now());
    if (left.as !== 'customer') return;
    showing.publishToStaff(Date.now());
    // Staff's words may have to follow them by email.
    this.#room.timing.arm(Date.now());
  }

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    const now = Date.now();
    this.#alarm.fired();
    try {
      this.#room.wake(now);
      await this.#room.timing.refresh(now);
      await this.#room.timing.due(now);
      logLine({ at: 'alarm', object: 'conversation', outcome: 'ok', ms: Date.now() - now });
    } catch (error) {
      logLine({ at: 'alarm', object: 'conversation', outcome: 'failed', ms: Date.now() - now });
      if ((info?.retryCount ?? 0) < LAST_RETRY) throw error;
      this.#alarm.arm(now, [now + AGAIN_AFTER]);
    }
  }
}

/** So that a refusal names the message that it is about. */
function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && id.length <= 40 ? id : undefined;
}
