import { randomId } from '../accounts/ids';
import { mailer } from '../channels/mail/resend';
import { admit, foreignWindow, type Gate, queued, release, reminderDue, sent, withdraw } from '../domain/alerts';
import type { Env } from '../env';
import { type Delivery, inTime, type Job, Outbox } from '../outbox/outbox';
import { SqlJobs } from '../outbox/sql-jobs';
import type { QueueRow } from '../protocol/desk';
import type { Target } from '../protocol/staff';
import type { Versioned } from '../settings/store';
import { compose, type Item } from './alerts-compose';
import { type About, aboutRow, type Email, type Message, type ParkedAlert, sameHandoff, why } from './alerts-email';
import { closeKey, openKey, readKey } from './alerts-key';
import { AlertsMemory } from './alerts-memory';
import { type AlertSummary, summaryOfRow } from './alerts-summary';
import { type AlertedStore, alertedStore } from './team';

export type { ParkedAlert } from './alerts-email';
export type { AlertSummary } from './alerts-summary';

/** What the alerts need of their desk. */
export interface Surroundings {
  sql: SqlStorage;
  env: Env;
  /** The store whose desk this is, where the platform tells it. */
  store: string | undefined;
  rows(): QueueRow[];
  /** Asks a conversation what to say of it. */
  summary(store: string, conversation: string): Promise<AlertSummary | null>;
  /** The reminder is due: everybody on duty is alerted again. */
  remind(now: number): void;
}

/** Idempotency keys live for 24 hours: the last try is made before that, the longest wait between two included. */
const GIVE_UP = 23.5 * 3_600_000;
const SLACK = 10 * 60_000;
/** An alert does not wait longer than this for what a conversation has to say of itself. */
const SUMMARY_WITHIN = 3_000;
/** So long what was given up is shown. */
const SHOWN = 30 * 86_400_000;
const EMAIL = 'email/';
const MAIL = 'mail/';
const KEY = 'key';
/** One handoff; `only`: who alone hears of it. */
type OfHandoff = Pick<About, 'conversation' | 'handoff' | 'only'>;
/** In the place of a person's id: the store's own address. */
const DESTINATION = 'destination';

/**
 * Who of the team is emailed about whom. A store's handoffs pass here one after another; the decisions are made without
 * an await, and what they ask for waits in the outbox until the mail API took it.
 */
export class Alerts {
  readonly #outbox: Outbox;
  readonly #memory: AlertsMemory;

  constructor(private readonly around: Surroundings) {
    this.#memory = new AlertsMemory(around.sql);
    this.#outbox = new Outbox(new SqlJobs(around.sql), (job) => this.#deliver(job));
  }

  // ── What the desk tells ─────────────────────────────────────────────────────────────────────────────────────────

  /** A row of the queue was `before` and is `row`; null where it does not stand there. Call it after the queue knows. */
  changed(before: QueueRow | null, row: QueueRow | null, now: number): void {
    const waited = before?.status === 'pending';
    if (waited && (row?.status !== 'pending' || row.handoff !== before.handoff)) this.#drop(now);
    if (row?.status !== 'pending' || row.handoff === null) return;
    const again = !waited || row.handoff !== before.handoff || row.waitingSince !== before.waitingSince;
    const raised = row.urgency === 'urgent' && before?.urgency !== 'urgent';
    if (!again && !raised) return;
    this.#admit(aboutRow(row), row.urgency, now);
  }

  /** An urgent request outside hours. Told again within the hour, it is the same one. */
  offHours(about: OfHandoff, summary: AlertSummary, now: number): void {
    const id = `off-hours-${about.conversation}-${about.handoff}`;
    if (this.#memory.gate.urgent.some(({ email }) => email === id)) return;
    this.#admit({ ...about, kind: 'off_hours', summary }, 'urgent', now, id);
  }

  /**
   * Nobody came, or what was owed fell due: everybody who is opted in reads of it, once. It neither asks nor moves the
   * gate. `at`: when it arose; told again, it is the same one.
   * @returns whether it is news
   */
  owed(about: Omit<About, 'summary'>, at: number, summary: AlertSummary, now: number): boolean {
    // A note may name several people, and each has an email of their own.
    const whose = about.kind === 'mention' && about.meant ? `-${about.meant.id}` : '';
    const id = `${about.kind}-${about.conversation}-${about.handoff}-${at}${whose}`;
    const isNews = this.#memory.isNews(id, now);
    if (isNews) this.#put({ id, kind: 'alert', about: [{ ...about, summary }] }, now);
    return isNews;
  }

  /** A conversation goes to the store's email destination. */
  summary(
    about: OfHandoff,
    where: { to: string; email: string | null; again: boolean },
    summary: AlertSummary,
    now: number,
  ): void {
    const id = `summary-${about.conversation}-${about.handoff}-${where.again ? 2 : 1}`;
    if (!this.#memory.isNews(id, now)) return;
    this.#put({ id, kind: 'summary', about: [{ ...about, kind: 'emailed', summary }], summary: where }, now);
  }

  /** A page of ours that a verified staff member opened: where links lead. */
  seenAt(origin: string, store: string): void {
    this.#memory.home = { origin, store };
  }

  /** When reminders are due, and in which time zone times are written. */
  settings(known: Versioned): void {
    this.#memory.learn(known);
  }

  /** What of the store's settings the desk goes by. */
  get rules(): AlertsMemory['settings'] {
    return this.#memory.settings;
  }

  /** What holds emails back. */
  get gate(): Gate {
    return this.#memory.gate;
  }

  nextDue(): number | null {
    const due = [this.#outbox.nextDue(0), this.#reminderAt()].filter((at) => at !== null);
    return due.length === 0 ? null : Math.min(...due);
  }

  /** Everything that is due: the reminder, and what waits to be sent. Never throws for a delivery that failed. */
  async due(): Promise<void> {
    const now = Date.now();
    const reminder = this.#reminderAt();
    if (reminder !== null && reminder <= now) {
      this.#memory.gate = { ...this.#memory.gate, reminded: now };
      const about = this.#real().map(aboutRow);
      this.#put({ id: randomId(), kind: 'reminder', about }, now);
      this.around.remind(now);
    }
    // What is decided is delivered in steps, and each asks for the next one.
    while ((await this.#outbox.run(Date.now())) > 0);
  }

  #reminderAt(): number | null {
    const { gate, settings } = this.#memory;
    const since = this.#real().flatMap((row) => row.waitingSince ?? []);
    return reminderDue(gate, since, settings.alertAgainAfter * 60_000);
  }

  parked(): ParkedAlert[] {
    return this.#outbox
      .parked<Message>(MAIL)
      .map(({ key, payload, why, at }) => ({ key, to: payload.mail.to, subject: payload.mail.subject, why, at }));
  }

  /** @returns whether there was such a message */
  retry(key: string, now: number): boolean {
    const parked = this.#outbox.parked<Message>(MAIL).find((message) => message.key === key);
    if (!parked) return false;
    this.#outbox.rewrite(key, { ...parked.payload, firstAt: now });
    return this.#outbox.retry(key, now);
  }

  #admit(about: About, urgency: QueueRow['urgency'], now: number, id = randomId()): void {
    // A test neither asks nor moves the gate: it keeps no email about a real customer back, and none keeps its own.
    if (about.only) return this.#put({ id, kind: 'alert', about: [about] }, now);
    const { verdict, next } = admit(this.#memory.gate, {
      urgency,
      email: id,
      now,
      most: this.#memory.settings.urgentEmailsAnHour,
    });
    this.#memory.gate = next;
    if (verdict === 'send') this.#put({ id, kind: 'alert', about: [about] }, now);
    if (verdict === 'gather' && next.gathering !== null) {
      this.#outbox.put<Email>(`${EMAIL}gathered-${next.gathering}`, next.gathering, (waiting) => ({
        id: waiting?.id ?? id,
        kind: 'gathered',
        about: [...(waiting?.about ?? []).filter((other) => !sameHandoff(other, about)), about],
      }));
    }
  }

  #put(email: Email, now: number): void {
    this.#outbox.put<Email>(EMAIL + email.id, now, () => email);
  }

  /** Takes back all that nobody is owed any more. What is on its way this moment is looked at when it lands. */
  #drop(now: number): void {
    for (const { key, payload } of this.#outbox.waiting<Email>(EMAIL)) {
      if (!this.#owed(payload.about) && this.#outbox.cancel(key)) this.#withdraw(payload.id, now);
    }
    for (const { key, payload } of this.#outbox.waiting<Message>(MAIL)) {
      if (!this.#owed(payload.about) && this.#outbox.cancel(key)) this.#settled(payload.email, key, now);
    }
  }

  #waiting(): QueueRow[] {
    return this.around.rows().filter((row) => row.status === 'pending' && row.handoff !== null);
  }

  /** Without those whom staff play. */
  #real(): QueueRow[] {
    return this.#waiting().filter((row) => !row.test);
  }

  #owed(about: readonly Pick<About, 'conversation' | 'handoff' | 'kind'>[]): boolean {
    const waiting = this.#waiting();
    return about.some((one) => one.kind !== 'waiting' || waiting.some((row) => sameHandoff(aboutRow(row), one)));
  }

  /** Nobody was to get this email: as if it had never been decided. */
  #withdraw(email: string, now: number): void {
    this.#memory.gate = withdraw(this.#memory.gate, email, now);
  }

  /** A message of this email was cancelled or parked. If it was the last and nobody has any, its window goes with it. */
  #settled(email: string, key: string, now: number): void {
    const others = this.#outbox.waiting(`${MAIL}${email}/`).some((other) => other.key !== key);
    const gate = release(this.#memory.gate, email, now);
    if (others || gate === this.#memory.gate) return;
    this.#memory.gate = gate;
    this.#mirror(now);
  }

  /** Lets the key outside follow the gate. */
  #mirror(now: number): void {
    this.#outbox.put<null>(KEY, now, () => null);
  }

  /** Whose desk this is. @throws before anybody has said so */
  get store(): string {
    const store = this.around.store ?? this.#memory.home?.store;
    if (store === undefined) throw new Error('Nobody has said whose desk this is');
    return store;
  }

  /** Where links lead; null before anybody has opened a dashboard. */
  get origin(): string | null {
    return this.around.env.BATON_ORIGIN?.replace(/\/+$/, '') ?? this.#memory.home?.origin ?? null;
  }

  // ── Delivering ──────────────────────────────────────────────────────────────────────────────────────────────────

  async #deliver(job: Job): Promise<Delivery> {
    if (job.key === KEY) return this.#follow();
    if (job.key.startsWith(EMAIL)) return this.#address(job.payload as Email);
    return this.#send(job.key, job.payload as Message, job.attempts);
  }

  async #follow(): Promise<Delivery> {
    const { env } = this.around;
    const store = this.store;
    const { window } = this.#memory.gate;
    if (window?.queued && window.until > Date.now()) await openKey(env.KV, store, window);
    else await closeKey(env.KV, store);
    return { is: 'done' };
  }

  /** Makes an email into messages, one for each who is opted in now. D1 failing delays it, and loses nothing. */
  async #address(decided: Email): Promise<Delivery> {
    const { env } = this.around;
    const id = this.store;
    const store = await alertedStore(env.DB, id, this.#meantFor(decided));
    const email = store ? playedBy(decided, store) : decided;
    if (store && email.summary && !email.about[0]?.only) {
      store.recipients = [{ id: DESTINATION, name: '', email: email.summary.to }];
    }
    // A reminder is its owner's own, and a note that names somebody theirs: where they want no mail, nobody gets it.
    const [first] = email.about;
    if (store && (first?.kind === 'reminder' || first?.kind === 'mention') && first.meant) {
      const { id: owner } = first.meant;
      store.recipients = store.recipients.filter((one) => one.id === owner);
    }
    if (store) this.#memory.learn(store.settings);
    if (store && (await this.#heldBack(email.id))) return { is: 'done' };
    const { origin } = this;
    // Without an address of our own there is nothing to link to, and no way to unsubscribe: the first dashboard brings it.
    if (store && store.recipients.length > 0 && !origin) return { is: 'retry' };
    const about = this.#current(email);
    const items = await Promise.all(about.map((one) => this.#item(one, email.kind)));
    const letters = store && origin ? await compose({ email, items, store: { id, ...store }, origin, env }) : [];
    const now = Date.now();
    // From here on nothing is awaited: whoever was claimed meanwhile is known, and stays so until all is written.
    if (letters.length === 0 || !this.#owed(about)) {
      this.#withdraw(email.id, now);
      return { is: 'done' };
    }
    const short = about.map(({ conversation, handoff, kind }) => ({ conversation, handoff, kind }));
    for (const letter of letters) {
      const message = { ...letter, email: email.id, about: short, firstAt: now };
      this.#outbox.put<Message>(`${MAIL}${email.id}/${letter.user}`, now, (waiting) => waiting ?? message);
    }
    if (this.#memory.gate.window?.email === email.id) {
      this.#memory.gate = queued(this.#memory.gate, email.id, now);
      this.#mirror(now);
    }
    return { is: 'done' };
  }

  /** Whom of the team it is asked of, where that is not everybody. A list is everybody's, and so is what is owed later. */
  #meantFor({ kind, about: [about] }: Email): Target | null {
    if (kind !== 'alert' || !about || about.only) return null;
    if (about.kind !== 'waiting') return about.meant ?? null;
    return this.around.rows().find(({ id }) => id === about.conversation)?.destination ?? null;
  }

  /** Whether the key outside speaks of a window that this memory lost. */
  async #heldBack(email: string): Promise<boolean> {
    if (this.#memory.gate.window?.email !== email) return false;
    const seen = await readKey(this.around.env.KV, this.store);
    const held = seen && foreignWindow(this.#memory.gate, seen, email, Date.now());
    if (held) this.#memory.gate = held;
    return Boolean(held);
  }

  /** Whom it is about at this moment: a reminder lists everybody who waits. */
  #current(email: Email): About[] {
    const about = email.kind === 'reminder' ? this.#real().map(aboutRow) : email.about;
    return about.filter((one) => this.#owed([one]));
  }

  async #item(about: About, kind: Email['kind']): Promise<Item> {
    const { summary } = this.around;
    const row = this.around.rows().find(({ id }) => id === about.conversation);
    const known = about.summary ?? (row && summaryOfRow(row, Date.now()));
    // A list needs no more than the queue knows; and where the conversation cannot be asked, that has to do.
    const asked =
      kind !== 'gathered' && kind !== 'reminder' && !about.summary
        ? await inTime(summary(this.store, about.conversation), SUMMARY_WITHIN).catch(() => null)
        : null;
    const said = asked ?? known;
    if (!said) throw new Error('Nothing is known of a handoff');
    return {
      ...said,
      conversation: about.conversation,
      kind: about.kind,
      since: row?.waitingSince ?? said.requestedAt,
    };
  }

  async #send(key: string, message: Message, attempts: number): Promise<Delivery> {
    const { env } = this.around;
    const cancelled = (): Delivery => {
      this.#settled(message.email, key, Date.now());
      return { is: 'done' };
    };
    if (!this.#owed(message.about)) return cancelled();
    if (attempts > 0) {
      // Somebody who unsubscribed while it waited gets none.
      const team = await alertedStore(env.DB, this.store);
      const optedIn = team?.recipients.some(({ id }) => id === message.user) || message.user === DESTINATION;
      if (!optedIn) return cancelled();
    }
    const result = await mailer(env).send(message.mail, key);
    const now = Date.now();
    if (result.is === 'sent') {
      const others = this.#outbox.waiting(`${MAIL}${message.email}/`).some((other) => other.key !== key);
      if (others) this.#memory.gate = sent(this.#memory.gate, message.email);
      return { is: 'done' };
    }
    if (result.is === 'refused') return this.#park(key, message, why(result), now);
    if (!this.#owed(message.about)) return cancelled();
    const left = message.firstAt + GIVE_UP - now;
    if (left <= 0) return this.#park(key, message, why(result), now);
    const after = result.is === 'retry' ? result.after : null;
    if (after === null) return { is: 'retry' };
    // Never at once, and not all at the same moment; never after the key has been forgotten.
    return { is: 'retry', after: Math.min(Math.max(after, 1_000) * (1 + Math.random() / 10), left + SLACK) };
  }

  #park(key: string, message: Message, reason: string, now: number): Delivery {
    this.#settled(message.email, key, now);
    this.#outbox.forget(now - SHOWN);
    return { is: 'park', why: reason };
  }
}

/** Of a test all that goes out, a summary too, goes to who plays it, where they want mail. */
function playedBy(email: Email, store: AlertedStore): Email {
  const only = email.about[0]?.only;
  if (!only) return email;
  store.recipients = store.recipients.filter(({ id }) => id === only);
  const to = store.recipients[0]?.email;
  return email.summary && to ? { ...email, summary: { ...email.summary, to } } : email;
}
