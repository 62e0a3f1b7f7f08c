import { mailer } from '../../channels/mail/resend';
import { foreignWindow, queued, release, sent, withdraw } from '../../domain/alerts';
import { type Delivery, inTime, type Job, type Outbox } from '../../outbox/outbox';
import type { Target } from '../../protocol/staff';
import { type AlertedStore, alertedStore } from '../team';
import type { Surroundings } from './alerts';
import { compose, type Item } from './compose';
import { type About, type Email, isDecided, KEY, MAIL, type Message, why } from './email';
import { closeKey, openKey, readKey } from './key';
import type { AlertsMemory } from './memory';
import type { Owed } from './owed';
import { summaryOfRow } from './summary';

/** Idempotency keys live for 24 hours: the last try is made before that, the longest wait between two included. */
const GIVE_UP = 23.5 * 3_600_000;
const SLACK = 10 * 60_000;
/** An alert does not wait longer than this for what a conversation has to say of itself. */
const SUMMARY_WITHIN = 3_000;
/** So long what was given up is shown. */
const SHOWN = 30 * 86_400_000;
/** In the place of a person's id: the store's own address. */
const DESTINATION = 'destination';

/** Brings what was decided to whoever is owed it: an email becomes one message for each, and each goes to the mail API. */
export class AlertDelivery {
  constructor(
    private readonly around: Surroundings,
    private readonly outbox: Outbox,
    private readonly memory: AlertsMemory,
    private readonly owed: Owed,
  ) {}

  async deliver(job: Job): Promise<Delivery> {
    if (job.key === KEY) return this.#follow();
    if (isDecided(job.key)) return this.#address(job.payload as Email);
    return this.#send(job.key, job.payload as Message, job.attempts);
  }

  async #follow(): Promise<Delivery> {
    const { env } = this.around;
    const store = this.memory.store;
    const { window } = this.memory.gate;
    if (window?.queued && window.until > Date.now()) await openKey(env.KV, store, window);
    else await closeKey(env.KV, store);
    return { is: 'done' };
  }

  /** Makes an email into messages, one for each who is opted in now. D1 failing delays it, and loses nothing. */
  async #address(decided: Email): Promise<Delivery> {
    const { env } = this.around;
    const id = this.memory.store;
    const store = await alertedStore(env.DB, id, this.#meantFor(decided));
    const email = store ? playedBy(decided, store) : decided;
    if (store && email.summary && !email.about[0]?.only) {
      store.recipients = [{ id: DESTINATION, name: '', email: email.summary.to, language: store.language }];
    }
    // A reminder is its owner's own, and a note that names somebody theirs: where they want no mail, nobody gets it.
    const [first] = email.about;
    if (store && (first?.kind === 'reminder' || first?.kind === 'mention') && first.meant) {
      const { id: owner } = first.meant;
      store.recipients = store.recipients.filter((one) => one.id === owner);
    }
    if (store) this.memory.learn(store.settings);
    if (store && (await this.#heldBack(email.id))) return { is: 'done' };
    const { origin } = this.memory;
    // Without an address of our own there is nothing to link to, and no way to unsubscribe: the first dashboard brings it.
    if (store && store.recipients.length > 0 && !origin) return { is: 'retry' };
    const about = this.owed.current(email);
    const items = await Promise.all(about.map((one) => this.#item(one, email.kind)));
    const letters = store && origin ? await compose({ email, items, store: { id, ...store }, origin, env }) : [];
    const now = Date.now();
    // From here on nothing is awaited: whoever was claimed meanwhile is known, and stays so until all is written.
    if (letters.length === 0 || !this.owed.is(about)) {
      this.withdraw(email.id, now);
      return { is: 'done' };
    }
    const short = about.map(({ conversation, handoff, kind }) => ({ conversation, handoff, kind }));
    for (const letter of letters) {
      const message = { ...letter, email: email.id, about: short, firstAt: now };
      this.outbox.put<Message>(`${MAIL}${email.id}/${letter.user}`, now, (waiting) => waiting ?? message);
    }
    if (this.memory.gate.window?.email === email.id) {
      this.memory.gate = queued(this.memory.gate, email.id, now);
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
    if (this.memory.gate.window?.email !== email) return false;
    const seen = await readKey(this.around.env.KV, this.memory.store);
    const held = seen && foreignWindow(this.memory.gate, seen, email, Date.now());
    if (held) this.memory.gate = held;
    return Boolean(held);
  }

  async #send(key: string, message: Message, attempts: number): Promise<Delivery> {
    const { env } = this.around;
    const cancelled = (): Delivery => {
      this.settled(message.email, key, Date.now());
      return { is: 'done' };
    };
    if (!this.owed.is(message.about)) return cancelled();
    if (attempts > 0) {
      // Somebody who unsubscribed while it waited gets none.
      const team = await alertedStore(env.DB, this.memory.store);
      const optedIn = team?.recipients.some(({ id }) => id === message.user) || message.user === DESTINATION;
      if (!optedIn) return cancelled();
    }
    const result = await mailer(env).send(message.mail, key);
    const now = Date.now();
    if (result.is === 'sent') {
      const others = this.outbox.waiting(`${MAIL}${message.email}/`).some((other) => other.key !== key);
      if (others) this.memory.gate = sent(this.memory.gate, message.email);
      return { is: 'done' };
    }
    if (result.is === 'refused') return this.#park(key, message, why(result), now);
    if (!this.owed.is(message.about)) return cancelled();
    const left = message.firstAt + GIVE_UP - now;
    if (left <= 0) return this.#park(key, message, why(result), now);
    const after = result.is === 'retry' ? result.after : null;
    if (after === null) return { is: 'retry' };
    // Never at once, and not all at the same moment; never after the key has been forgotten.
    return { is: 'retry', after: Math.min(Math.max(after, 1_000) * (1 + Math.random() / 10), left + SLACK) };
  }

  #park(key: string, message: Message, reason: string, now: number): Delivery {
    this.settled(message.email, key, now);
    this.outbox.forget(now - SHOWN);
    return { is: 'park', why: reason };
  }

  async #item(about: About, kind: Email['kind']): Promise<Item> {
    const { summary } = this.around;
    const row = this.around.rows().find(({ id }) => id === about.conversation);
    const known = about.summary ?? (row && summaryOfRow(row, Date.now()));
    // A list needs no more than the queue knows; and where the conversation cannot be asked, that has to do.
    const asked =
      kind !== 'gathered' && kind !== 'reminder' && !about.summary
        ? await inTime(summary(this.memory.store, about.conversation), SUMMARY_WITHIN).catch(() => null)
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

  /** Nobody was to get this email: as if it had never been decided. */
  withdraw(email: string, now: number): void {
    this.memory.gate = withdraw(this.memory.gate, email, now);
  }

  /** A message of this email was cancelled or parked. If it was the last and nobody has any, its window goes with it. */
  settled(email: string, key: string, now: number): void {
    const others = this.outbox.waiting(`${MAIL}${email}/`).some((other) => other.key !== key);
    const gate = release(this.memory.gate, email, now);
    if (others || gate === this.memory.gate) return;
    this.memory.gate = gate;
    this.#mirror(now);
  }

  /** Lets the key outside follow the gate. */
  #mirror(now: number): void {
    this.outbox.put<null>(KEY, now, () => null);
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
