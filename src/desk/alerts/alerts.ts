import { randomId } from '../../accounts/ids';
import { admit, type Gate, reminderDue } from '../../domain/alerts';
import type { Env } from '../../env';
import { Outbox } from '../../outbox/outbox';
import { SqlJobs } from '../../outbox/sql-jobs';
import type { QueueRow } from '../../protocol/desk';
import type { Versioned } from '../../settings/store';
import { AlertDelivery } from './delivery';
import { type About, aboutRow, EMAIL, type Email, MAIL, type Message, type ParkedAlert, sameHandoff } from './email';
import { AlertsMemory } from './memory';
import { Owed } from './owed';
import type { AlertSummary } from './summary';

export type { ParkedAlert } from './email';
export type { AlertSummary } from './summary';

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

/** One handoff; `only`: who alone hears of it. */
type OfHandoff = Pick<About, 'conversation' | 'handoff' | 'only'>;
/**
 * Who of the team is emailed about whom. A store's handoffs pass here one after another; the decisions are made without
 * an await, and what they ask for waits in the outbox until the mail API took it.
 */
export class Alerts {
  readonly #outbox: Outbox;
  readonly #memory: AlertsMemory;
  readonly #owed: Owed;
  readonly #delivery: AlertDelivery;

  constructor(private readonly around: Surroundings) {
    this.#memory = new AlertsMemory(around);
    this.#owed = new Owed(around.rows);
    this.#outbox = new Outbox(new SqlJobs(around.sql), (job) => this.#delivery.deliver(job));
    this.#delivery = new AlertDelivery(around, this.#outbox, this.#memory, this.#owed);
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

  /** Whose desk this is. @throws before anybody has said so */
  get store(): string {
    return this.#memory.store;
  }

  /** Where links lead; null before anybody has opened a dashboard. */
  get origin(): string | null {
    return this.#memory.origin;
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
      const about = this.#owed.real().map(aboutRow);
      this.#put({ id: randomId(), kind: 'reminder', about }, now);
      this.around.remind(now);
    }
    // What is decided is delivered in steps, and each asks for the next one.
    while ((await this.#outbox.run(Date.now())) > 0);
  }

  #reminderAt(): number | null {
    const { gate, settings } = this.#memory;
    const since = this.#owed.real().flatMap((row) => row.waitingSince ?? []);
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

  /** A conversation was erased: no email that waits, or could not be sent, says anything of it. Call it after the queue knows. */
  forget(conversation: string, now: number): void {
    for (const { key, payload } of this.#outbox.waiting<Email>(EMAIL)) {
      const others = payload.about.filter((one) => one.conversation !== conversation);
      if (others.length === payload.about.length) continue;
      if (others.length > 0) this.#outbox.rewrite(key, { ...payload, about: others });
      else this.#delivery.withdraw(payload.id, now);
    }
    const ofIt = ({ about }: Pick<Message, 'about'>) => about.some((one) => one.conversation === conversation);
    const messages = this.#outbox.waiting<Message>(MAIL).filter(({ payload }) => ofIt(payload));
    const isWords = (key: string) => key.startsWith(EMAIL) || key.startsWith(MAIL);
    this.#outbox.erase(({ key, payload }) => isWords(key) && ofIt(payload as Email | Message));
    for (const { key, payload } of messages) this.#delivery.settled(payload.email, key, now);
    this.#memory.forget(conversation);
  }

  /** Takes back all that nobody is owed any more. What is on its way this moment is looked at when it lands. */
  #drop(now: number): void {
    for (const { key, payload } of this.#outbox.waiting<Email>(EMAIL)) {
      if (!this.#owed.is(payload.about) && this.#outbox.cancel(key)) this.#delivery.withdraw(payload.id, now);
    }
    for (const { key, payload } of this.#outbox.waiting<Message>(MAIL)) {
      if (!this.#owed.is(payload.about) && this.#outbox.cancel(key)) this.#delivery.settled(payload.email, key, now);
    }
  }
}
