import type { Assistant, Handover } from '../assistant/assistant';
import type { OneAlarm } from '../deadlines/one-alarm';
import type { StaffRef } from '../domain/actor';
import { isEmailed } from '../domain/alerts';
import type { Command, RefusalReason } from '../domain/command';
import type { Circumstances } from '../domain/deadlines';
import { decide } from '../domain/decide';
import { type Hours, type Lifecycle, openHandoff } from '../domain/handoff';
import type { Policy } from '../domain/policy';
import type { Reason } from '../domain/reasons';
import type { Env } from '../env';
import type { Outbox } from '../outbox/outbox';
import type { HookEventType } from '../protocol/hooks';
import type { StoreSettings } from '../settings/schema';
import { readSettings } from '../settings/store';
import type { AnswerMessage } from './answer-message';
import { Answering } from './answering';
import { Asking } from './asking';
import { callFor } from './bot-calls';
import { Drafts } from './drafts';
import { Hooks } from './hooks';
import { hoursAt, policyOf } from './hours';
import { InWords } from './in-words';
import { Mailing } from './mailing';
import { Opening } from './opening';
import type { Body, Customer, Entry, KnownSettings } from './records';
import { oweReminder } from './reminding';
import { Settings, soon } from './settings';
import { Showing } from './showing';
import type { Known } from './so-far';
import type { Sockets } from './sockets';
import type { ConversationStore } from './store';
import { Timing } from './timing';
import { Turns } from './turns';

export interface Append {
  cid: string;
  body: Body;
}

interface Posting {
  implied?: Lifecycle | undefined;
  writer?: WebSocket;
  owes?: ((entry: Entry) => void) | undefined;
}

export type Applied = { ok: true; entries: Entry[] } | { ok: false; reason: RefusalReason; by?: StaffRef };

/** What `history` is asked to follow. */
export interface HistoryJob {
  handoffs: number[];
  transcript: boolean;
  /** Whether the call-backs have changed. */
  reminders?: boolean;
}

/** What the desk says of itself is no news to it, nor is what staff see to later. */
const NO_NEWS: readonly Command['do'][] = ['told', 'alone', 'presence', 'remind', 'tend', 'check_in'];

/** What a person is asked for by. */
const OPENS: readonly string[] = ['asked', 'away', 'emailed'];

/** What is asked off hours concerns nobody at the desk. */
const concernsDesk = (command: Command, before: Lifecycle, after: Lifecycle): boolean =>
  !NO_NEWS.includes(command.do) && (before.turn !== after.turn || openHandoff(after) !== null);

/** What the outbox owes: an email to the team, or a summary to the store's email destination. */
export interface AlertJob {
  /** When it arose: told twice, it is the same. */
  at: number;
  handoff: number;
  why: 'off_hours' | 'unanswered' | 'follow_up';
}
export interface SummaryJob {
  handoff: number;
  again: boolean;
}

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
  #awake = false;
  readonly #settings: Settings;

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
    this.#settings = new Settings(store);
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
    this.timing.arm(now);
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
    const changed = decision.next.handoffs.filter((h) => !before.handoffs.includes(h)).map((h) => h.n);
    const isOrWasEnded = (n: number) =>
      [before, decision.next].some(({ handoffs }) => handoffs.some((h) => h.n === n && h.status === 'ended'));
    const entries = this.transaction(() => {
      const written = (around.first ?? []).map((a) => this.#append(a, now));
      for (const effect of decision.effects) {
        if (effect.type === 'record') {
          const cid = `event-${this.store.last.seq + 1}`;
          if (OPENS.includes(effect.event.what) && 'handoff' in effect.event) {
            this.inWords.opened(effect.event.handoff, now);
            this.asking.opened(effect.event.handoff);
          }
          written.push(this.#append({ cid, body: { kind: 'event', event: effect.event } }, now));
        } else if (effect.type === 'alert') {
          const { handoff, why } = effect;
          if (isEmailed(why, this.#settings.now)) {
            this.outbox.put<AlertJob>(`alert/${why}/${handoff}`, now, () => ({ at: now, handoff, why }));
          }
        } else if (effect.type === 'summary') {
          const { handoff, again } = effect;
          this.outbox.put<SummaryJob>(`summary/${handoff}/${again ? 2 : 1}`, now, () => ({ handoff, again }));
        } else if (effect.type === 'project') {
          // The queue shows what is open; history is told how it ended, and what became of that.
          const reminders = before.reminders !== decision.next.reminders;
          if (reminders || changed.some(isOrWasEnded)) this.project(changed, effect.transcript, now, { reminders });
        } else if (effect.type === 'remind') oweReminder(this.outbox, effect.n, now);
        else if (effect.type === 'say') {
          const { id: cid, staff: from, text } = effect;
          written.push(this.#append({ cid, body: { kind: 'staff', from, text } }, now));
        } else {
          const cut = this.answering.cut(effect.by);
          if (cut) written.push(this.#append(cut, now));
        }
      }
      written.push(...(around.last ?? []).map((a) => this.#append(a, now)));
      if (concernsDesk(command, this.state, decision.next)) this.outbox.put<null>('desk', now, () => null);
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

  /** Asks history to follow, together with the state that asks for it. `handoffs`: the numbers of those that changed. */
  project(handoffs: number[], transcript: boolean, now: number, { reminders = false } = {}): void {
    this.outbox.put<HistoryJob>('history', now, (waiting) => ({
      handoffs: [...new Set([...(waiting?.handoffs ?? []), ...handoffs])],
      transcript: transcript || (waiting?.transcript ?? false),
      reminders: reminders || (waiting?.reminders ?? false),
    }));
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
    return policyOf(this.#settings.now, now, openHandoff(this.state)?.status === 'pending');
  }

  hours(now: number): Hours {
    return hoursAt(this.#settings.now, now);
  }

  isOpen(now: number): boolean {
    return this.hours(now).open;
  }

  get storeSettings(): StoreSettings {
    return this.#settings.now;
  }

  /** What the store's hooks want to hear of. */
  get hookEvents(): readonly HookEventType[] {
    return this.#settings.known?.hooks?.events ?? [];
  }

  get replyAfter(): number {
    return this.#settings.now.replyByEmailAfter * 1_000;
  }

  /** What the messages, and not the handoffs, say of who waits. */
  get circumstances(): Circumstances {
    return this.turns.circumstances(this.state, this.mailing.reachable !== null);
  }

  /** Settings are read when a client connects; where a wake lost them before anything was stored, they are read again. */
  whenReady(then: (now: number) => void): void {
    if (this.#settings.known) then(Date.now());
    else this.background(this.loadSettings().then(() => then(Date.now())));
  }

  /** Reads the store's settings. Where they cannot be had in time, everything goes on with what is known. */
  async loadSettings(store = this.store.customer?.store ?? this.sockets.store()): Promise<void> {
    if (!store) return;
    const read = await soon(readSettings(this.env.DB, store));
    if (read) this.adoptSettings(read, Date.now());
  }

  /** What came before a handoff, as it is told with it. */
  get known(): Known {
    const { entries, inWords: told } = this.store;
    return { entries, told, opened: this.opening.all };
  }

  /** Newer settings take effect at once, also for whoever waits. */
  adoptSettings(read: KnownSettings, now: number): void {
    if (!this.#settings.adopt(read) || !this.store.exists) return;
    // Lists show when something falls due.
    const owed = this.state.handoffs.flatMap((h) => (h.status === 'ended' && h.followUp ? [h.n] : []));
    if (owed.length > 0) this.transaction(() => this.project(owed, false, now));
    this.background(this.timing.due(now));
  }

  get knowsSettings(): boolean {
    return this.#settings.known !== null;
  }

  keepSettings(): void {
    this.#settings.keep();
  }

  /** What the desk answered to a wait. */
  told(handoff: number, estimate: number | null, somebodyHere: boolean, now: number): void {
    this.apply({ do: 'told', handoff, estimate, somebodyHere }, now);
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
