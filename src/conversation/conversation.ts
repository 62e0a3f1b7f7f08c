import { DurableObject } from 'cloudflare:workers';
import { assistantFor } from '../assistant';
import type { Assistant } from '../assistant/assistant';
import type { InboundMail, MailInAnswer } from '../channels/mail/contract';
import { OneAlarm } from '../deadlines/one-alarm';
import type { AlertSummary } from '../desk/alerts/summary';
import type { StaffRef } from '../domain/actor';
import type { Command } from '../domain/command';
import { latest } from '../domain/handoff';
import type { Env } from '../env';
import type { ErrorCode } from '../errors';
import type { Of } from '../files/kept';
import { logLine } from '../log';
import { Outbox } from '../outbox/outbox';
import type { CustomerMessage } from '../protocol/customer';
import type { VerifiedCustomer } from '../protocol/verified';
import type { StoreSettings } from '../settings/schema';
import { type BotCommand, type BotResult, botSays } from './answering/bot-door';
import { deliver } from './deliveries/deliver';
import { HISTORY } from './deliveries/history';
import { ConversationJobs } from './deliveries/jobs';
import { eraseAll } from './erasing';
import type { Adopted } from './identity';
import { Room } from './room';
import { connect, disconnect, receive } from './sockets/connections';
import { Sockets } from './sockets/sockets';
import type { KnownSettings } from './storage/records';
import { ConversationStore } from './storage/store';
import type { Upload } from './uploads';
import { alertSummary } from './views/desk';
import { type Held, heldBy } from './views/held';
import { type ConversationRecord, recordOf } from './views/record';

type TendResult = { ok: true } | { ok: false; code: ErrorCode };

/** The platform tries an alarm again six times and then forgets it; before that the next one is set by hand. */
const LAST_RETRY = 4;
const AGAIN_AFTER = 30_000;

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
    await this.#room.outbox.landed(HISTORY);
    return { ok: true };
  }

  /** Everything that staff may read of it, for whoever takes it away; null where nothing was ever said. */
  record(): ConversationRecord | null {
    return this.#room.store.exists ? recordOf(this.#room, Date.now()) : null;
  }

  /** Everything that its customer may read of it, for them to read again; null where nothing was ever said. */
  async forCustomer(): Promise<CustomerMessage[] | null> {
    const { store, showing } = this.#room;
    if (!store.exists) return null;
    // How staff are named is the store's to say.
    await this.#room.settings.load();
    const { lang } = this.#room.customer;
    return store.entries.flatMap((entry) => showing.forCustomer(entry, lang) ?? []);
  }

  /** What it holds of its customer, for whoever asks what is kept of them; null where nothing is. */
  held(): Held | null {
    return this.#room.store.exists ? heldBy(this.#room, Date.now()) : null;
  }

  /** Nothing of it is kept; see `eraseAll`. @returns whether it is gone */
  erase(quietSince?: number): Promise<boolean> {
    return eraseAll(this.#room, quietSince);
  }

  /** The store's settings have changed while this conversation stands in the queue. */
  settingsChanged(known: KnownSettings): void {
    this.#room.settings.adopt(known, Date.now());
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

  /** A file of this conversation's was checked, and is about to be kept. Staff add to what there is only. */
  promiseFile(of: Of, upload: Upload): 'ok' | ErrorCode {
    if (this.#room.store.erased) return 'erased';
    if (upload.by !== 'customer' && !this.#room.store.exists) return 'not_found';
    this.#room.wake(upload.at);
    const promised = this.#room.uploads.promise(of, upload);
    this.#room.timing.arm(upload.at);
    return promised;
  }

  /** Whether what was promised is wanted still. */
  holdsFile(id: string): boolean {
    return !this.#room.store.erased && this.#room.uploads.holds(id);
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

  /** Somebody who was anonymous here has signed in at the shop. */
  adopt(verified: VerifiedCustomer): Adopted {
    const now = Date.now();
    this.#room.wake(now);
    return this.#room.identity.adopt(verified, now);
  }

  standing(): Exclude<Adopted, 'taken'> {
    return this.#room.identity.standing();
  }

  /** A customer's device was signed out. @param until epoch ms, when nothing of it would hold any more */
  signOut(device: string, until: number): void {
    if (!this.#room.store.erased) this.#room.identity.signOut(device, until, Date.now());
  }

  /** By a link out of a mail, once. @param hash `addressHash` of where it went @returns whose it is; null where it leads nowhere */
  comeBack(hash: string, link: string, until: number): Promise<{ verified: VerifiedCustomer | null } | null> {
    return this.#room.identity.comeBack(hash, link, until, Date.now());
  }

  /** The merchant's own bot, whom the Worker has verified, answers or asks for a person. */
  bot(command: BotCommand): BotResult {
    if (!this.#room.store.exists) return { ok: false, code: 'not_found' };
    const now = Date.now();
    this.#room.wake(now);
    return botSays(this.#room, command, now);
  }

  /** A WebSocket upgrade of an actor whom the Worker has verified. */
  override fetch(request: Request): Promise<Response> {
    return connect(this.#room, request);
  }

  override webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): void {
    receive(this.#room, socket, data, Date.now());
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    disconnect(this.#room, socket, this.#jobs);
    // 1005 and 1006 may be reported but never sent (RFC 6455 section 7.4.1).
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
  }

  override webSocketError(socket: WebSocket): void {
    disconnect(this.#room, socket, this.#jobs);
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
