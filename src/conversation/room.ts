import type { Assistant, Handover } from '../assistant/assistant';
import type { OneAlarm } from '../deadlines/one-alarm';
import type { StaffRef } from '../domain/actor';
import type { Command, RefusalReason } from '../domain/command';
import type { Circumstances } from '../domain/deadlines';
import { decide } from '../domain/decide';
import { type Hours, type Lifecycle, openHandoff } from '../domain/handoff';
import type { Policy } from '../domain/policy';
import type { Reason } from '../domain/reasons';
import type { Env } from '../env';
import type { Outbox } from '../outbox/outbox';
import type { StoreSettings } from '../settings/schema';
import type { AnswerMessage } from './answering/answer-message';
import { Answering } from './answering/answering';
import { callFor } from './answering/bot-calls';
import { InWords } from './answering/in-words';
import { Asking } from './asking';
import { carryOut, concernsDesk } from './carrying-out';
import { Hooks } from './deliveries/hooks';
import { Drafts } from './drafts';
import { hoursAt, policyOf } from './hours';
import { Identity } from './identity';
import { Mailing } from './mail/mailing';
import { Opening } from './opening';
import { Settings } from './settings';
import type { Sockets } from './sockets/sockets';
import type { Body, Customer, Entry } from './storage/records';
import type { ConversationStore } from './storage/store';
import { Timing } from './timing';
import { Turns } from './turns';
import { Uploads } from './uploads';
import { Showing } from './views/showing';
import type { Known } from './views/so-far';

export interface Append {
  cid: string;
  body: Body;
}

interface Posting {
  implied?: Lifecycle | undefined;
  writer?: WebSocket | undefined;
  owes?: ((entry: Entry) => void) | undefined;
}

export type Applied = { ok: true; entries: Entry[] } | { ok: false; reason: RefusalReason; by?: StaffRef };

/**
 * One conversation at work: every change goes decide → persist → publish, with no await in between, so two claims at
 * the same instant need no lock.
 */
export class Room {
  readonly answering: Answering;
  readonly asking: Asking;
  readonly mailing: Mailing;
  readonly turns: Turns;
  readonly showing: Showing;
  readonly inWords: InWords;
  readonly opening: Opening;
  readonly timing: Timing;
  readonly drafts: Drafts;
  readonly hooks: Hooks;
  readonly identity: Identity;
  readonly uploads: Uploads;
  readonly settings: Settings;
  #awake = false;

  constructor(
    private readonly ctx: DurableObjectState,
    readonly env: Env,
    readonly store: ConversationStore,
    readonly sockets: Sockets,
    readonly outbox: Outbox,
    alarm: OneAlarm,
    assistant: (store: string, settings: StoreSettings) => Assistant,
  ) {
    this.turns = new Turns(() => store.entries);
    this.answering = new Answering(this, store, sockets, assistant);
    this.asking = new Asking(this, env);
    this.mailing = new Mailing(this);
    this.showing = new Showing(this);
    this.inWords = new InWords(this);
    this.opening = new Opening(store, sockets);
    this.timing = new Timing(this, alarm);
    this.drafts = new Drafts(ctx.storage);
    this.hooks = new Hooks(this);
    this.identity = new Identity(this, ctx.storage.kv);
    this.uploads = new Uploads(ctx.storage, () => store.entries);
    this.settings = new Settings(this);
  }

  get state(): Lifecycle {
    return this.store.lifecycle.state;
  }

  /** First event in this memory: what an eviction interrupted goes on. */
  wake(now: number): void {
    if (this.#awake) return;
    this.#awake = true;
    if (!this.store.exists) return;
    // A new message that was to reopen a handoff still does; otherwise the assistant goes on.
    if (!this.asking.reopen(now)) this.answering.resume();
    this.timing.kick(now);
  }

  /** Somebody waits for a person, or talks to one. */
  get isHandedOver(): boolean {
    return openHandoff(this.state) !== null;
  }

  // ── Persist and publish ─────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Appends messages as one transaction and shows them to everybody.
   * @param implied a state that these messages themselves tell; `writer`: see `Showing.show`; `owes`: what is to be done
   * about an entry outside, put into the outbox with it
   */
  post(appends: Append[], now: number, { implied, writer, owes }: Posting = {}): Entry[] {
    const entries = this.transaction(() => {
      if (implied) this.store.implied({ rev: this.store.lifecycle.rev, state: implied });
      const written = appends.map((a) => this.#append(a, now));
      for (const entry of written) owes?.(entry);
      return written;
    });
    for (const entry of entries) this.showing.show(entry, writer);
    if (owes) this.timing.arm(now);
    else this.timing.armAfterWords(now);
    this.showing.preview(now);
    return entries;
  }

  /**
   * Decides a command; where it is taken, all that it brings is stored as one transaction and then shown.
   * @param around messages that belong to it: `first` before its system message, `last` after
   */
  apply(command: Command, now: number, around: { first?: Append[]; last?: Append[] } = {}): Applied {
    this.timing.prompted(now);
    const decision = decide(this.state, command, now, this.policy(now), this.circumstances);
    if (!decision.ok) return decision;
    const before = this.state;
    const entries = this.transaction(() => {
      const written = (around.first ?? []).map((a) => this.#append(a, now));
      for (const effect of decision.effects) {
        const append = carryOut(this, effect, decision.next, now);
        if (append) written.push(this.#append(append, now));
      }
      written.push(...(around.last ?? []).map((a) => this.#append(a, now)));
      if (concernsDesk(command, before, decision.next)) this.outbox.put<null>('desk', now, () => null);
      // This row is written anyway.
      this.opening.keep(this.sockets.customers());
      this.store.lifecycle = { rev: this.showing.nextRev(now), state: decision.next };
      this.hooks.changed(before, now);
      return written;
    });
    for (const entry of entries) this.showing.show(entry);
    this.showing.publishState(now);
    this.timing.arm(now);
    this.timing.kick(now);
    return { ok: true, entries };
  }

  transaction<T>(change: () => T): T {
    try {
      return this.store.transaction(change);
    } catch (error) {
      this.turns.forget();
      throw error;
    }
  }

  #append({ cid, body }: Append, now: number): Entry {
    const { entry, isNew } = this.store.append(cid, this.opening.marked(body), now);
    if (isNew) this.turns.see(entry);
    return entry;
  }

  /** Known from the first message on; nobody of the staff gets here before that. */
  get customer(): Customer {
    const customer = this.store.customer;
    if (!customer) throw new Error('No conversation yet');
    return customer;
  }

  // ── The store's settings ────────────────────────────────────────────────────────────────────────────────────────

  policy(now: number): Policy {
    return policyOf(this.settings.now, now, openHandoff(this.state)?.status === 'pending');
  }

  hours(now: number): Hours {
    return hoursAt(this.settings.now, now);
  }

  get storeSettings(): StoreSettings {
    return this.settings.now;
  }

  get replyAfter(): number {
    return this.settings.now.replyByEmailAfter * 1_000;
  }

  /** What the messages, and not the handoffs, say of who waits. */
  get circumstances(): Circumstances {
    return this.turns.circumstances(this.state, this.mailing.reachable !== null);
  }

  /** What came before a handoff, as it is told with it. */
  get known(): Known {
    const { entries, inWords: told } = this.store;
    return { entries, told, opened: this.opening.all };
  }

  // ── What the assistant at work asks for ─────────────────────────────────────────────────────────────────────────

  background(work: Promise<void>): void {
    this.ctx.waitUntil(work);
  }

  answered(message: AnswerMessage, now: number): void {
    this.post([message], now);
  }

  handOver({ reason, trigger, urgency, summary }: Handover, message: AnswerMessage | null, now: number): void {
    this.inWords.with(summary, () => {
      this.asking.request({ source: 'assistant', reason, trigger, urgency }, now, message ? [message] : []);
    });
  }

  callBot(questions: readonly number[]): void {
    callFor(this, questions, Date.now());
  }

  ruled(reason: Reason | null, text: string, unsure?: number): Reason | null {
    return this.asking.ruled(reason, text, unsure);
  }

  /** A message that the assistant need not answer, because it brings back the person. */
  reopens(now: number): boolean {
    return this.asking.reopens(now);
  }

  /** An open request can become more urgent by what is written. */
  raise(text: string): void {
    this.asking.byWords(text, this.customer.lang);
  }
}
