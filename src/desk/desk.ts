import { DurableObject } from 'cloudflare:workers';
import * as v from 'valibot';
import { actorOf, conversationStub } from '../conversation/door';
import type { KnownSettings } from '../conversation/records';
import { OneAlarm } from '../deadlines/one-alarm';
import type { StaffRef } from '../domain/actor';
import type { Gate } from '../domain/alerts';
import type { Attendance } from '../domain/duty';
import type { Env } from '../env';
import { CLOSE, ERRORS, type ErrorCode } from '../errors';
import { logLine } from '../log';
import { Allowance } from '../protocol/allowance';
import { SUBPROTOCOL } from '../protocol/common';
import { DeskFrame, type Mention, type OnDuty, type QueueRow, type ToDesk } from '../protocol/desk';
import type { HookEvent } from '../protocol/hooks';
import { parseFrame, whyNot } from '../protocol/parse';
import { personOf } from '../protocol/person';
import type { Target } from '../protocol/staff';
import { owedOf } from '../settings/follow-ups';
import { type AlertSummary, Alerts, type ParkedAlert } from './alerts';
import { Duty } from './duty';
import { Estimates, type PickUpOf } from './estimate';
import { HookCalls, type ParkedCall } from './hooks';
import { Mentions } from './mentions';
import { Presence } from './presence';
import { Pushes } from './pushes';
import { Queue } from './queue';

type AlertKind = 'off_hours' | 'unanswered' | 'follow_up' | 'reminder' | 'mention';

/** The platform tries an alarm again six times and then forgets it; before that the next one is set by hand. */
const LAST_RETRY = 4;
const AGAIN_AFTER = 30_000;
/** RFC 6455 section 7.4.1, registered as "service restart": whoever is closed with it dials again. */
const COME_AGAIN = 1012;

/** Of what is owed, the newest hear of new settings at once; others read them when they fall due. */
const MOST_OWED = 40;

const Attachment = v.object({
  v: v.literal(1),
  id: v.string(),
  name: v.string(),
  session: v.optional(v.string()),
});

/** Where a store's staff sit: the live queue, and who is on duty. Everything in it can be rebuilt from the conversations. */
export class Desk extends DurableObject<Env> {
  readonly #queue: Queue;
  readonly #duty: Duty;
  readonly #estimates: Estimates;
  readonly #alerts: Alerts;
  readonly #pushes: Pushes;
  readonly #hooks: HookCalls;
  readonly #presence: Presence;
  readonly #mentions: Mentions;
  readonly #alarm: OneAlarm;
  readonly #allowance = new Allowance();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#queue = new Queue(ctx.storage.sql);
    this.#duty = new Duty(ctx.storage.sql);
    this.#estimates = new Estimates(ctx.storage.kv);
    this.#mentions = new Mentions(ctx.storage.sql);
    this.#alerts = new Alerts({
      sql: ctx.storage.sql,
      env,
      store: ctx.id.name,
      rows: () => this.#queue.all(),
      summary: async (store, conversation) => conversationStub(env, store, conversation).summary(),
      remind: (now) => this.#pushes.again(now),
    });
    this.#pushes = new Pushes({
      sql: ctx.storage.sql,
      env,
      duty: this.#duty,
      rows: () => this.#queue.all(),
      store: () => this.#alerts.store,
      origin: () => this.#alerts.origin,
    });
    this.#hooks = new HookCalls({
      sql: ctx.storage.sql,
      kv: ctx.storage.kv,
      env,
      store: () => this.#alerts.store,
      origin: () => this.#alerts.origin,
    });
    const conversation = (id: string) => conversationStub(env, this.#alerts.store, id);
    this.#presence = new Presence({
      duty: this.#duty,
      rows: () => this.#queue.all(),
      rules: () => {
        const { goneAfter, dutyEndsAfter } = this.#alerts.rules;
        return { goneAfter: goneAfter * 60_000, dutyEndsAfter: dutyEndsAfter * 3_600_000 };
      },
      tell: async (id, staff, goneSince) => conversation(id).presence(staff, goneSince),
      alone: async ({ id, handoff }) => {
        if (handoff !== null) await conversation(id).alone(handoff);
      },
      showDuty: () => this.#showDuty(),
    });
    this.#alarm = new OneAlarm(ctx.storage);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
    void ctx.blockConcurrencyWhile(async () => {
      await this.#alarm.load();
      // Whoever vanished together with the last memory has left no word.
      const now = Date.now();
      for (const { id, leftAt } of this.#duty.all()) if (leftAt === null && !this.#isHere(id)) this.#duty.left(id, now);
      // Whatever woke it: what is due has an alarm, also where the platform lost one.
      this.#arm();
    });
  }

  /**
   * A conversation has changed. Idempotent, and safe out of order.
   * @returns what a waiting customer can be told: minutes or no figure, and whether anybody on duty is there
   */
  update(row: QueueRow, pickUp: PickUpOf | null = null): { estimate: number | null; somebodyHere: boolean } {
    const now = Date.now();
    // Before anything is due: what is answered here need not be told as well.
    const somebodyHere = this.#presence.answered(row, now);
    this.#take(row, now);
    if (pickUp) this.#estimates.learn(row.id, pickUp);
    return { estimate: this.#estimates.now(now), somebodyHere };
  }

  /** Newer words of a conversation, for the list only. */
  preview(row: QueueRow): void {
    this.#take(row, Date.now());
  }

  /** A customer composes. Nothing is kept of it. */
  typing(id: string): void {
    if (this.#queue.find(id)) this.#broadcast({ type: 'typing', id });
  }

  #take(row: QueueRow, now: number): void {
    const before = this.#queue.find(row.id);
    if (this.#queue.put(row, now)) {
      this.#alerts.changed(before, row, now);
      this.#pushes.changed(before, row, now);
      this.#broadcast({ type: 'row', row });
      this.ctx.waitUntil(this.#presence.changed(before, row));
      this.#kick();
    }
  }

  /**
   * These people are named in a private note. Told again it is the same one.
   * @returns those of them who have no dashboard open
   */
  mentioned(people: string[], mention: Mention): string[] {
    const now = Date.now();
    for (const id of people) {
      if (!this.#mentions.put(id, mention, now)) continue;
      this.#showMentions(id);
      // A reminder falls due by an alert of its own.
      if (!mention.reminder) this.#pushes.mentioned(id, mention, now);
    }
    this.#kick();
    return people.filter((id) => !this.#isHere(id));
  }

  #showMentions(id: string): void {
    const frame: ToDesk = { type: 'mentions', mentions: this.#mentions.of(id) };
    this.#tell(this.ctx.getWebSockets(`staff:${id}`), frame);
  }

  /** Who is on duty and what holds alerts back, for whoever asks what would happen. Changes nothing. */
  standing(at: number): { onDuty: Attendance[]; gate: Gate; estimate: number | null } {
    const onDuty = this.#duty.on().map(({ id, leftAt }) => ({ id, leftAt }));
    return { onDuty, gate: this.#alerts.gate, estimate: this.#estimates.now(at) };
  }

  /** Whether somebody of the staff plays a customer in the queue. */
  isPlayed(): boolean {
    return this.#queue.all().some(({ test }) => test !== undefined);
  }

  /** Whether this person wants to be told. */
  isOnDuty(id: string): boolean {
    return this.#duty.find(id)?.on ?? false;
  }

  /**
   * Signing out ends duty, on every device. Each of their dashboards has to show once more who it is: those that are still
   * signed in are back in a moment, the others say that they are not.
   */
  signedOut(id: string): void {
    if (this.#duty.set(id, false, Date.now())) this.#showDuty();
    for (const socket of this.ctx.getWebSockets(`staff:${id}`)) socket.close(COME_AGAIN, 'signed_out');
    this.#kick();
  }

  /**
   * Somebody belongs to the store no more: off duty, and every socket of theirs is closed at once, here and in the
   * conversations.
   * @param recent conversations beside those in the queue that they may have open
   */
  async expel(store: string, id: string, recent: readonly string[]): Promise<void> {
    const now = Date.now();
    if (this.#duty.set(id, false, now)) this.#showDuty();
    for (const socket of this.ctx.getWebSockets(`staff:${id}`)) socket.close(CLOSE.forbidden, 'forbidden');
    // Their chats go back as those of anybody who has gone, also where their browser never answers the closing.
    this.ctx.waitUntil(this.#presence.left(id, now));
    this.#kick();
    await this.#everywhere(store, recent, (conversation) => conversation.expel(id));
  }

  /** Sessions of theirs have ended elsewhere: what those have open is closed. Duty is the person's, and goes on. */
  async cut(store: string, id: string, sessions: readonly string[], recent: readonly string[]): Promise<void> {
    const ended = this.ctx.getWebSockets(`staff:${id}`).filter((socket) => {
      const { session } = this.#attached(socket) ?? {};
      return session !== undefined && sessions.includes(session);
    });
    for (const socket of ended) socket.close(CLOSE.unauthorized, 'unauthorized');
    if (ended.length > 0 && !this.#isHere(id)) this.ctx.waitUntil(this.#presence.left(id, Date.now()));
    this.#kick();
    await this.#everywhere(store, recent, (conversation) => conversation.cut(sessions));
  }

  /** Somebody has another name: their colleagues and their customers read it from now on. */
  async renamed(store: string, staff: StaffRef, recent: readonly string[]): Promise<void> {
    for (const socket of this.ctx.getWebSockets(`staff:${staff.id}`)) {
      const attached = this.#attached(socket);
      if (attached) socket.serializeAttachment({ ...attached, name: staff.name });
    }
    if (this.#duty.rename(staff)) this.#showDuty();
    await this.#everywhere(store, recent, (conversation) => conversation.renamed(staff));
  }

  /** In whatever stands in the queue, and in what somebody may have open beside it. */
  async #everywhere(
    store: string,
    recent: readonly string[],
    tell: (conversation: ReturnType<typeof conversationStub>) => Promise<unknown>,
  ): Promise<void> {
    const concerned = new Set([...this.#queue.all().map((row) => row.id), ...recent]);
    await Promise.allSettled([...concerned].map((one) => tell(conversationStub(this.env, store, one))));
  }

  /** The store's settings have changed: whoever is in the queue hears of it at once. */
  async settingsChanged(store: string, known: KnownSettings): Promise<void> {
    this.#alerts.settings(known);
    this.#kick();
    // What is owed stands in no queue, and its due-time is the store's too.
    const owed = await owedOf(this.env.DB, store, MOST_OWED).catch(() => []);
    const concerned = new Set([...this.#queue.all().map(({ id }) => id), ...owed]);
    await Promise.allSettled([...concerned].map((id) => conversationStub(this.env, store, id).settingsChanged(known)));
  }

  /** A conversation has nothing to show in the queue any more. */
  remove(id: string, rev: number, pickUp: PickUpOf | null = null): void {
    if (pickUp) this.#estimates.learn(id, pickUp);
    const before = this.#queue.find(id);
    if (!this.#queue.remove(id, rev)) return;
    const now = Date.now();
    this.#alerts.changed(before, null, now);
    this.#pushes.changed(before, null, now);
    this.#broadcast({ type: 'gone', id, rev });
    this.#kick();
  }

  /** Nobody waits in the queue, and the team is emailed all the same: urgent off hours, nobody came, or something fell due. */
  alert(
    about: { conversation: string; handoff: number; kind: AlertKind; meant?: Target; only?: string },
    at: number,
    summary: AlertSummary,
  ): void {
    const now = Date.now();
    if (about.kind === 'off_hours') this.#alerts.offHours(about, summary, now);
    else {
      const { kind } = about;
      const isNews = this.#alerts.owed({ ...about, kind }, at, summary, now);
      // Whoever a note names was told of it already, by `mentioned`.
      if (isNews && kind !== 'mention') this.#pushes.owed({ ...about, kind }, summary, now);
    }
    this.#kick();
  }

  /** A conversation goes to the store's email destination. `again`: more was asked since the first time. */
  summary(
    about: { conversation: string; handoff: number; only?: string },
    where: { to: string; email: string | null; again: boolean },
    summary: AlertSummary,
  ): void {
    this.#alerts.summary(about, where, summary, Date.now());
    this.#kick();
  }

  /** What the mail API did not take, newest first. */
  parkedAlerts(): ParkedAlert[] {
    return this.#alerts.parked();
  }

  /** Sends it once more. @returns whether there was such a message */
  retryAlert(key: string): boolean {
    const again = this.#alerts.retry(key, Date.now());
    this.#kick();
    return again;
  }

  /** Something happened that the store's hooks want to hear of. Told again, it is the same. */
  hook(event: HookEvent): void {
    this.#hooks.take(event, Date.now());
    this.#kick();
  }

  /** What the hooks did not take, newest first. */
  parkedHooks(): ParkedCall[] {
    return this.#hooks.parked();
  }

  /** Calls once more. @returns whether there was such a call */
  retryHook(key: string): boolean {
    const again = this.#hooks.retry(key, Date.now());
    this.#kick();
    return again;
  }

  /** A hook was removed: nothing that waits for it is kept. */
  dropHook(id: string): void {
    this.#hooks.drop(id);
  }

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    const now = Date.now();
    this.#alarm.fired();
    try {
      await this.#due();
      this.#arm();
      logLine({ at: 'alarm', object: 'desk', outcome: 'ok', ms: Date.now() - now });
    } catch (error) {
      logLine({ at: 'alarm', object: 'desk', outcome: 'failed', ms: Date.now() - now });
      if ((info?.retryCount ?? 0) < LAST_RETRY) throw error;
      this.#alarm.arm(now, [now + AGAIN_AFTER]);
    }
  }

  /** Delivers in the background what is due; what fails stays due, and has an alarm. */
  #kick(): void {
    this.ctx.waitUntil(this.#due().then(() => this.#arm()));
    this.#arm();
  }

  async #due(): Promise<void> {
    // Nobody else waits for what merchants' servers take their time to answer.
    this.ctx.waitUntil(this.#hooks.due().then(() => this.#arm()));
    await Promise.all([this.#presence.due(Date.now()), this.#alerts.due(), this.#pushes.due()]);
  }

  #arm(): void {
    const now = Date.now();
    this.#alarm.arm(now, [
      this.#alerts.nextDue(),
      this.#presence.nextDue(now),
      this.#pushes.nextDue(),
      this.#hooks.nextDue(),
    ]);
  }

  /** A WebSocket upgrade of a staff member whom the Worker has verified. */
  override fetch(request: Request): Response {
    const actor = actorOf(request);
    if (actor?.type !== 'staff') return new Response(null, { status: 400 });
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [`staff:${actor.id}`]);
    const { id, name, session } = actor;
    server.serializeAttachment({ v: 1, id, name, ...(session && { session }) });
    this.#alerts.seenAt(new URL(request.url).origin, actor.store);
    const before = this.#duty.arrived(actor, Date.now());
    if (before && before.leftAt !== null) this.ctx.waitUntil(this.#presence.back(actor.id));
    this.#showDuty();
    this.#kick();
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
      if (this.#duty.set(me.id, frame.output.on, now)) this.#showDuty();
      return this.#kick();
    }
    if (frame.output.type === 'mention_seen') {
      if (this.#mentions.seen(me.id, frame.output.conversation)) this.#showMentions(me.id);
      return;
    }
    const mentions = this.#mentions.of(me.id);
    send(socket, { type: 'welcome', me: personOf(me), rows: this.#queue.all(), duty: this.#onDuty(), mentions, now });
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // 1005 and 1006 may be reported but never sent (RFC 6455 section 7.4.1).
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
    this.#left(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#left(socket);
  }

  #left(socket: WebSocket): void {
    const id = this.#who(socket)?.id;
    if (id !== undefined && !this.#isHere(id, socket)) {
      this.ctx.waitUntil(this.#presence.left(id, Date.now()));
      this.#kick();
    }
    this.#showDuty(socket);
  }

  #isHere(id: string, left?: WebSocket): boolean {
    const sockets = this.ctx.getWebSockets(`staff:${id}`);
    return sockets.some((socket) => socket !== left && socket.readyState === WebSocket.OPEN);
  }

  #who(socket: WebSocket): StaffRef | null {
    return this.#attached(socket);
  }

  #attached(socket: WebSocket): v.InferOutput<typeof Attachment> | null {
    const parsed = v.safeParse(Attachment, socket.deserializeAttachment());
    return parsed.success ? parsed.output : null;
  }

  #onDuty(left?: WebSocket): OnDuty[] {
    return this.#duty.on().map(({ id, name, since }) => {
      return { ...personOf({ id, name }), since, here: this.#isHere(id, left) };
    });
  }

  #showDuty(left?: WebSocket): void {
    this.#broadcast({ type: 'duty', duty: this.#onDuty(left) });
  }

  #broadcast(frame: ToDesk): void {
    this.#tell(this.ctx.getWebSockets(), frame);
  }

  #tell(sockets: WebSocket[], frame: ToDesk): void {
    const text = JSON.stringify(frame);
    for (const socket of sockets) {
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
