import { DurableObject } from 'cloudflare:workers';
import { actorOf } from '../conversation/door';
import type { KnownSettings } from '../conversation/storage/records';
import type { StaffRef } from '../domain/actor';
import type { Gate } from '../domain/alerts';
import type { Attendance } from '../domain/duty';
import type { Env } from '../env';
import { logLine } from '../log';
import { SUBPROTOCOL } from '../protocol/common';
import type { Mention, QueueRow } from '../protocol/desk';
import type { HookEvent } from '../protocol/hooks';
import { owedOf } from '../settings/follow-ups';
import type { AlertSummary, ParkedAlert } from './alerts/alerts';
import type { Swept } from './erasing';
import type { PickUpOf } from './estimate';
import { said } from './frames';
import type { ParkedCall } from './hooks';
import type { Alerted } from './queueing';
import { Room } from './room';

/** The platform tries an alarm again six times and then forgets it; before that the next one is set by hand. */
const LAST_RETRY = 4;
const AGAIN_AFTER = 30_000;

/** Of what is owed, the newest hear of new settings at once; others read them when they fall due. */
const MOST_OWED = 40;

/**
 * Where a store's staff sit: the live queue, and who is on duty. Everything in it can be rebuilt from the conversations.
 * These are the calls that it answers; what each does stands in the parts of its room.
 */
export class Desk extends DurableObject<Env> {
  readonly #room: Room;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#room = new Room(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
    void ctx.blockConcurrencyWhile(() => this.#room.wake());
  }

  // ── What conversations tell ─────────────────────────────────────────────────────────────────────────────────────

  /**
   * A conversation has changed. Idempotent, and safe out of order.
   * @returns what a waiting customer can be told: minutes or no figure, and whether anybody on duty is there
   */
  update(row: QueueRow, pickUp: PickUpOf | null = null): { estimate: number | null; somebodyHere: boolean } {
    return this.#room.queueing.update(row, pickUp);
  }

  /** Newer words of a conversation, for the list only. */
  preview(row: QueueRow): void {
    this.#room.queueing.take(row, Date.now());
  }

  /** A customer composes. Nothing is kept of it. */
  typing(id: string): void {
    if (this.#room.queue.find(id)) this.#room.dashboards.broadcast({ type: 'typing', id });
  }

  /** A conversation has nothing to show in the queue any more. */
  remove(id: string, rev: number, pickUp: PickUpOf | null = null): void {
    this.#room.queueing.remove(id, rev, pickUp);
  }

  /**
   * These people are named in a private note. Told again it is the same one.
   * @returns those of them who have no dashboard open
   */
  mentioned(people: string[], mention: Mention): string[] {
    return this.#room.people.mentioned(people, mention);
  }

  /** Nobody waits in the queue, and the team is emailed all the same: urgent off hours, nobody came, or something fell due. */
  alert(about: Alerted, at: number, summary: AlertSummary): void {
    this.#room.queueing.alert(about, at, summary);
  }

  /** A conversation goes to the store's email destination. `again`: more was asked since the first time. */
  summary(
    about: { conversation: string; handoff: number; only?: string },
    where: { to: string; email: string | null; again: boolean },
    summary: AlertSummary,
  ): void {
    this.#room.alerts.summary(about, where, summary, Date.now());
    this.#room.kick();
  }

  /** Something happened that the store's hooks want to hear of. Told again, it is the same. */
  hook(event: HookEvent): void {
    this.#room.hooks.take(event, Date.now());
    this.#room.kick();
  }

  // ── What others ask ─────────────────────────────────────────────────────────────────────────────────────────────

  /** Who is on duty and what holds alerts back, for whoever asks what would happen. Changes nothing. */
  standing(at: number): { onDuty: Attendance[]; gate: Gate; estimate: number | null } {
    const { duty, alerts, estimates } = this.#room;
    const onDuty = duty.on().map(({ id, leftAt }) => ({ id, leftAt }));
    return { onDuty, gate: alerts.gate, estimate: estimates.now(at) };
  }

  /** Whether somebody of the staff plays a customer in the queue. */
  isPlayed(): boolean {
    return this.#room.queue.all().some(({ test }) => test !== undefined);
  }

  /** Whether this person wants to be told. */
  isOnDuty(id: string): boolean {
    return this.#room.duty.find(id)?.on ?? false;
  }

  /** Conversations in the queue whose customer has left an address, the newest few. */
  withEmail(): string[] {
    return this.#room.queue
      .all()
      .flatMap(({ id, email }) => (email ? [id] : []))
      .slice(-MOST_OWED);
  }

  // ── What becomes of the staff ───────────────────────────────────────────────────────────────────────────────────

  /**
   * Signing out ends duty, on every device. Each of their dashboards has to show once more who it is: those that are still
   * signed in are back in a moment, the others say that they are not.
   */
  signedOut(id: string): void {
    this.#room.people.signedOut(id);
  }

  /**
   * Somebody belongs to the store no more: off duty, and every socket of theirs is closed at once, here and in the
   * conversations.
   * @param recent conversations beside those in the queue that they may have open
   */
  expel(store: string, id: string, recent: readonly string[]): Promise<void> {
    return this.#room.people.expel(store, id, recent);
  }

  /** Sessions of theirs have ended elsewhere: what those have open is closed. Duty is the person's, and goes on. */
  cut(store: string, id: string, sessions: readonly string[], recent: readonly string[]): Promise<void> {
    return this.#room.people.cut(store, id, sessions, recent);
  }

  /** Somebody has another name: their colleagues and their customers read it from now on. */
  renamed(store: string, staff: StaffRef, recent: readonly string[]): Promise<void> {
    return this.#room.people.renamed(store, staff, recent);
  }

  // ── What the store decides ──────────────────────────────────────────────────────────────────────────────────────

  /** The store's settings have changed: whoever is in the queue hears of it at once. */
  async settingsChanged(store: string, known: KnownSettings): Promise<void> {
    this.#room.alerts.settings(known);
    this.#room.erasing.planned(store, known, Date.now());
    this.#room.kick();
    // What is owed stands in no queue, and its due-time is the store's too.
    const owed = await owedOf(this.env.DB, store, MOST_OWED).catch(() => []);
    await this.#room.everywhere(store, owed, (conversation) => conversation.settingsChanged(known));
  }

  /** Conversations are to be erased: which ones stands in D1. Answers when they are gone, or when that failed for now. */
  async erase(store: string): Promise<void> {
    const { erasing } = this.#room;
    erasing.begin(store, Date.now());
    this.#room.arm();
    await erasing.done();
    this.#room.arm();
  }

  /** What the sweep of old conversations did last; null before the first one. */
  swept(): Swept | null {
    return this.#room.erasing.swept;
  }

  /** What the mail API did not take, newest first. */
  parkedAlerts(): ParkedAlert[] {
    return this.#room.alerts.parked();
  }

  /** Sends it once more. @returns whether there was such a message */
  retryAlert(key: string): boolean {
    const again = this.#room.alerts.retry(key, Date.now());
    this.#room.kick();
    return again;
  }

  /** What the hooks did not take, newest first. */
  parkedHooks(): ParkedCall[] {
    return this.#room.hooks.parked();
  }

  /** Calls once more. @returns whether there was such a call */
  retryHook(key: string): boolean {
    const again = this.#room.hooks.retry(key, Date.now());
    this.#room.kick();
    return again;
  }

  /** A hook was removed: nothing that waits for it is kept. */
  dropHook(id: string): void {
    this.#room.hooks.drop(id);
  }

  // ── The platform's own ──────────────────────────────────────────────────────────────────────────────────────────

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    const now = Date.now();
    this.#room.alarm.fired();
    try {
      await this.#room.due();
      this.#room.arm();
      logLine({ at: 'alarm', object: 'desk', outcome: 'ok', ms: Date.now() - now });
    } catch (error) {
      logLine({ at: 'alarm', object: 'desk', outcome: 'failed', ms: Date.now() - now });
      if ((info?.retryCount ?? 0) < LAST_RETRY) throw error;
      this.#room.alarm.arm(now, [now + AGAIN_AFTER]);
    }
  }

  /** A WebSocket upgrade of a staff member whom the Worker has verified. */
  override fetch(request: Request): Response {
    const actor = actorOf(request);
    if (actor?.type !== 'staff') return new Response(null, { status: 400 });
    const { 0: client, 1: server } = new WebSocketPair();
    this.#room.dashboards.accept(server, actor);
    this.#room.alerts.seenAt(new URL(request.url).origin, actor.store);
    this.#room.people.arrived(actor);
    return new Response(null, { status: 101, webSocket: client, headers: { 'sec-websocket-protocol': SUBPROTOCOL } });
  }

  override webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): void {
    said(this.#room, socket, data, Date.now());
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // 1005 and 1006 may be reported but never sent (RFC 6455 section 7.4.1).
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
    this.#room.people.left(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#room.people.left(socket);
  }
}
