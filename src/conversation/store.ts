import type { StaffRef } from '../domain/actor';
import { type Handoff, isPrivate, type Lifecycle, type LifecycleEvent, NEW_LIFECYCLE } from '../domain/handoff';
import type { Reason } from '../domain/reasons';
import { OUTBOX_TABLE } from '../outbox/outbox';
import type { Card, Link } from '../protocol/common';
import type { AnswerFacts } from '../protocol/staff';
import type { StoreSettings } from '../settings/schema';

/** The conversation's own storage: the truth that D1 and the desk follow. */

export type Body =
  | {
      kind: 'customer';
      text: string;
      /** Where it came by email: from which address, and whether that is the customer's own. */
      mail?: { from: string; known: boolean; attachments: string[] };
    }
  | {
      kind: 'assistant';
      /** The place of the question that this answers. */
      re: number;
      answer: string;
      text: string;
      cards: Card[];
      links: Link[];
      facts: AnswerFacts | null;
      cut: { by: StaffRef | null } | null;
      /** It ended with the question whether to get a person, or to leave the question. */
      offer?: Offer;
      /** An email address is asked for below it. */
      asksEmail?: true;
      /** Answers that the customer can choose from. */
      replies?: string[];
    }
  | { kind: 'staff'; from: StaffRef; text: string }
  | { kind: 'note'; from: StaffRef; text: string }
  | { kind: 'event'; event: LifecycleEvent };

/** What the assistant offered, and why: to get a person, or outside hours to leave the question. */
export interface Offer {
  of: 'person' | 'question';
  reason: Reason;
}

export interface Entry {
  /** The place among everything. */
  seq: number;
  /** The place among what the customer may read; null for private notes and what else concerns staff only. */
  pub: number | null;
  at: number;
  /** The client id (customer, staff), the answer's id (assistant). */
  cid: string;
  body: Body;
}

/** What is known of the customer, kept from the first message on. */
export interface Customer {
  store: string;
  conversation: string;
  lang: string;
  tz: string | null;
  startedAt: number;
}

/** Where an answer reaches the customer by email. `typed`: nobody has shown yet that it is theirs. */
export interface Contact {
  address: string;
  state: 'typed' | 'confirmed' | 'stopped';
  /** How many different addresses were left. */
  changes: number;
  /** Where it was typed: a hash, or null where that is not known. */
  network: string | null;
  /** Where this server is reached: links in mail lead there. */
  origin: string | null;
}

/** One-row facts about the conversation. */
interface Facts {
  customer: Customer;
  lifecycle: { rev: number; state: Lifecycle };
  /** How far each side had read when its last socket closed: `customer` in public places, `staff` in places. */
  seen: { customer: number; staff: number };
  /** The question whose answer was asked for a second time. */
  retried: number;
  /** The questions that the store's own first responder could not answer, and the built-in one did. */
  gaveWay: number[];
  /** Up to which place the merchant's own bot was told what was said. */
  botHeard: number;
  /** Up to which place the conversation has paused: history has its words, and the queue let go of it. */
  paused: number;
  /** The store's settings as they were last heard of. */
  settings: KnownSettings;
  contact: Contact;
  /** Up to which public place staff's words have gone out by email, or were read before. */
  mailed: number;
}

export interface KnownSettings {
  version: number;
  settings: StoreSettings;
}

/** Append-only. A row of this table is the schema's version; nothing is created before the first message. */
const MIGRATIONS: string[][] = [
  [
    // Sender and client id are the key: one row a message, idempotency included.
    `CREATE TABLE message (
      sender TEXT NOT NULL, cid TEXT NOT NULL, seq INTEGER NOT NULL, pub INTEGER, at INTEGER NOT NULL,
      body TEXT NOT NULL, PRIMARY KEY (sender, cid)
    ) WITHOUT ROWID`,
    'CREATE TABLE fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
    OUTBOX_TABLE,
  ],
];

interface MessageRow extends Record<string, SqlStorageValue> {
  sender: string;
  cid: string;
  seq: number;
  pub: number | null;
  at: number;
  body: string;
}

export class ConversationStore {
  #version: number;
  readonly #facts = new Map<string, unknown>();
  #last: { seq: number; pub: number } | null = null;
  #lifecycle: Facts['lifecycle'] | null = null;

  constructor(private readonly sql: SqlStorage) {
    const tables = sql.exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'fact'").toArray();
    this.#version = tables.length === 0 ? 0 : (this.#fact<number>('schema') ?? 0);
    if (this.#version > 0) this.migrate();
  }

  /** Whether anything was ever written here. */
  get exists(): boolean {
    return this.#version > 0;
  }

  /** Brings the tables to the present version. */
  migrate(): void {
    if (this.#version === MIGRATIONS.length) return;
    for (const step of MIGRATIONS.slice(this.#version).flat()) this.sql.exec(step);
    this.#version = MIGRATIONS.length;
    this.#set('schema', this.#version);
  }

  get last(): { seq: number; pub: number } {
    if (!this.exists) return { seq: 0, pub: 0 };
    this.#last ??= this.sql
      .exec<{ seq: number; pub: number }>('SELECT ifnull(max(seq), 0) AS seq, ifnull(max(pub), 0) AS pub FROM message')
      .one();
    return this.#last;
  }

  /**
   * Appends a message: one row. The same sender and id again appends nothing and returns what stands there.
   * @param sender who may reuse an id only for the same message: `customer`, `assistant`, `event`, `staff:{id}`
   */
  append(sender: string, cid: string, body: Body, now: number): { entry: Entry; isNew: boolean } {
    const { seq, pub } = this.last;
    const entry: Entry = { seq: seq + 1, pub: isHidden(body) ? null : pub + 1, at: now, cid, body };
    const written = this.sql.exec(
      'INSERT INTO message (sender, cid, seq, pub, at, body) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      sender,
      cid,
      entry.seq,
      entry.pub,
      now,
      JSON.stringify(body),
    );
    if (written.rowsWritten === 0) return { entry: this.find(sender, cid)!, isNew: false };
    this.#last = { seq: entry.seq, pub: entry.pub ?? pub };
    return { entry, isNew: true };
  }

  find(sender: string, cid: string): Entry | null {
    if (!this.exists) return null;
    const row = this.sql
      .exec<MessageRow>('SELECT * FROM message WHERE sender = ? AND cid = ?', sender, cid)
      .toArray()[0];
    return row ? toEntry(row) : null;
  }

  /** Everything after a place, in order. A scan: reading a hundred rows costs a thousandth of writing an index row. */
  after(seq: number): Entry[] {
    if (!this.exists) return [];
    return this.sql.exec<MessageRow>('SELECT * FROM message WHERE seq > ? ORDER BY seq', seq).toArray().map(toEntry);
  }

  /** The same in the customer's places: private notes are not in it. */
  afterPublic(pub: number): Entry[] {
    if (!this.exists) return [];
    return this.sql.exec<MessageRow>('SELECT * FROM message WHERE pub > ? ORDER BY pub', pub).toArray().map(toEntry);
  }

  /** The last public place at or before a place. */
  publicPlace(seq: number): number {
    return this.#max('pub', 'seq', seq);
  }

  /** The place of a public place. */
  placeOf(pub: number): number {
    return this.#max('seq', 'pub', pub);
  }

  #max(what: 'seq' | 'pub', by: 'seq' | 'pub', upTo: number): number {
    if (!this.exists || upTo === 0) return 0;
    return this.sql.exec<{ n: number }>(`SELECT ifnull(max(${what}), 0) AS n FROM message WHERE ${by} <= ?`, upTo).one()
      .n;
  }

  get customer(): Customer | null {
    return this.exists ? this.#fact<Customer>('customer') : null;
  }
  set customer(customer: Customer) {
    this.#set('customer', customer);
  }

  get lifecycle(): Facts['lifecycle'] {
    if (!this.#lifecycle) {
      const stored = this.exists ? this.#fact<Facts['lifecycle']>('lifecycle') : null;
      this.#lifecycle = stored ? { rev: stored.rev, state: upToDate(stored.state) } : { rev: 0, state: NEW_LIFECYCLE };
    }
    return this.#lifecycle;
  }
  set lifecycle(next: Facts['lifecycle']) {
    this.#set('lifecycle', next);
    this.#lifecycle = next;
  }

  get seen(): Facts['seen'] {
    return (this.exists && this.#fact<Facts['seen']>('seen')) || { customer: 0, staff: 0 };
  }
  set seen(seen: Facts['seen']) {
    this.#set('seen', seen);
  }

  get settings(): KnownSettings | null {
    return this.exists ? this.#fact<KnownSettings>('settings') : null;
  }
  set settings(known: KnownSettings) {
    this.#set('settings', known);
  }

  get contact(): Contact | null {
    return this.exists ? this.#fact<Contact>('contact') : null;
  }
  set contact(contact: Contact) {
    this.#set('contact', contact);
  }

  get mailed(): number {
    return (this.exists && this.#fact<number>('mailed')) || 0;
  }
  set mailed(pub: number) {
    this.#set('mailed', pub);
  }

  get retried(): number {
    return (this.exists && this.#fact<number>('retried')) || 0;
  }
  set retried(question: number) {
    this.#set('retried', question);
  }

  get gaveWay(): number[] {
    return (this.exists && this.#fact<number[]>('gaveWay')) || [];
  }
  set gaveWay(questions: number[]) {
    this.#set('gaveWay', questions);
  }

  get botHeard(): number {
    return (this.exists && this.#fact<number>('botHeard')) || 0;
  }
  set botHeard(seq: number) {
    this.#set('botHeard', seq);
  }

  get paused(): number {
    return (this.exists && this.#fact<number>('paused')) || 0;
  }
  set paused(seq: number) {
    this.#set('paused', seq);
  }

  /** After a rolled-back transaction: memory is read from storage again. */
  forget(): void {
    this.#last = null;
    this.#lifecycle = null;
    this.#facts.clear();
  }

  /** Every message asks for several of these, so they are read once. Nobody changes one in place. */
  #fact<T>(key: string): T | null {
    if (!this.#facts.has(key)) {
      const row = this.sql.exec<{ value: string }>('SELECT value FROM fact WHERE key = ?', key).toArray()[0];
      this.#facts.set(key, row ? JSON.parse(row.value) : null);
    }
    return this.#facts.get(key) as T | null;
  }

  #set(key: keyof Facts | 'schema', value: unknown): void {
    this.#facts.set(key, value);
    this.sql.exec(
      'INSERT INTO fact (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2',
      key,
      JSON.stringify(value),
    );
  }
}

/** What has no place among what customers may read. */
const isHidden = (body: Body): boolean => body.kind === 'note' || (body.kind === 'event' && isPrivate(body.event));

const NOT_SAID = {
  ever: { destination: null, waitingSince: null, reopened: 0, rated: null },
  assigned: { transfer: null, goneSince: null, nudged: null },
  ended: { emailed: null, handbackUntil: null, followUp: null },
};

/** What was stored by an older version says nothing of what came later. */
const upToDate = ({ turn, handoffs }: Lifecycle): Lifecycle => ({
  turn,
  handoffs: handoffs.map((h) => {
    const since = { pending: {}, assigned: NOT_SAID.assigned, ended: NOT_SAID.ended }[h.status];
    return { ...NOT_SAID.ever, ...since, ...(h as Partial<Handoff>) } as Handoff;
  }),
});

/** Rows are written by this class only, so their shape is known. */
const toEntry = (row: MessageRow): Entry => ({
  seq: row.seq,
  pub: row.pub,
  at: row.at,
  cid: row.cid,
  body: JSON.parse(row.body) as Body,
});
