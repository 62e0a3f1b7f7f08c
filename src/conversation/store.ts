import type { OutboxRow } from '../outbox/outbox';
import { Log } from './log';
import { presentOf } from './present';
import {
  type About,
  type Body,
  type Contact,
  type Customer,
  type Dossier,
  type Entry,
  isHidden,
  type KnownSettings,
  NEW,
  senderOf,
} from './records';

/** The conversation's own storage: the truth that D1 and the desk follow. */

/** More than these become rows of their own, so that the one row stays small. */
const MOST_EVENTS = 100;

const ABOUT = 'about';
const DOSSIER = 'dossier';
const MESSAGE = 'message/';
/** Keys sort as their places do. */
const messageKey = (seq: number): string => MESSAGE + String(seq).padStart(10, '0');

/**
 * A row a message, one for all else that changes, and one for what hardly does. All of it is in memory from the first
 * look on, and everything that one change brings is written together when the change is whole: then it needs no way
 * back but to read again.
 */
export class ConversationStore {
  #about: About | null | undefined;
  #dossier: Dossier | null = null;
  #log: Log | null = null;
  #depth = 0;
  #dirty = { about: false, dossier: false };
  /** Whether memory has what storage will have with the next change only. */
  #behind = false;
  #unwritten: Entry[] = [];

  constructor(private readonly storage: Pick<DurableObjectStorage, 'kv' | 'transactionSync'>) {}

  /** Whether anything was ever written here. */
  get exists(): boolean {
    return this.#stored !== null;
  }

  get #stored(): About | null {
    if (this.#about === undefined) this.#about = this.storage.kv.get<About>(ABOUT) ?? null;
    return this.#about;
  }

  /** The last place, and the last of the customer's. */
  get last(): { seq: number; pub: number } {
    const { entries } = this;
    return { seq: entries.at(-1)?.seq ?? 0, pub: entries.findLast(({ pub }) => pub !== null)?.pub ?? 0 };
  }

  /** Everything that was ever said here, in order. Read once a memory: that costs a thousandth of an index row each. */
  get entries(): readonly Entry[] {
    return this.exists ? this.#read.entries : [];
  }

  get #read(): Log {
    this.#log ??= new Log(
      [...this.storage.kv.list<Entry>({ prefix: MESSAGE })].map(([, entry]) => entry),
      this.#kept.events,
    );
    return this.#log;
  }

  /**
   * Appends a message: one row, and none for what the lifecycle says. The same sender and id again appends nothing and
   * returns what stands there.
   */
  append(cid: string, body: Body, now: number): { entry: Entry; isNew: boolean } {
    const before = this.find(senderOf(body), cid);
    if (before) return { entry: before, isNew: false };
    const { seq, pub } = this.last;
    const entry: Entry = { seq: seq + 1, pub: isHidden(body) ? null : pub + 1, at: now, cid, body };
    this.transaction(() => {
      if (body.kind === 'event') this.#happened(entry);
      else this.#unwritten.push(entry);
      this.#read.add(entry);
    });
    return { entry, isNew: true };
  }

  #happened(entry: Entry): void {
    const { events } = this.#kept;
    const full = events.length >= MOST_EVENTS;
    if (full) this.#unwritten.push(...events);
    this.#change({ events: full ? [entry] : [...events, entry] });
  }

  /** @param sender `customer`, `assistant`, `event` or `staff:{id}`: each has ids of its own */
  find(sender: string, cid: string): Entry | null {
    return this.exists ? this.#read.find(sender, cid) : null;
  }

  /** Everything after a place, in order. */
  after(seq: number): readonly Entry[] {
    return seq === 0 ? this.entries : this.entries.slice(seq);
  }

  /** The same in the customer's places: private notes are not in it. */
  afterPublic(pub: number): Entry[] {
    return this.entries.filter((entry) => entry.pub !== null && entry.pub > pub);
  }

  /** The last public place at or before a place. */
  publicPlace(seq: number): number {
    if (seq === 0) return 0;
    return this.entries.findLast((entry) => entry.seq <= seq && entry.pub !== null)?.pub ?? 0;
  }

  /** The place of a public place. */
  placeOf(pub: number): number {
    if (pub === 0) return 0;
    return this.entries.findLast((entry) => entry.pub !== null && entry.pub <= pub)?.seq ?? 0;
  }

  // ── What is known ───────────────────────────────────────────────────────────────────────────────────────────────

  get customer(): Customer | null {
    return this.#stored?.customer ?? null;
  }
  set customer(customer: Customer) {
    this.#describe({ v: 1, settings: null, ...this.#stored, customer });
  }

  get settings(): KnownSettings | null {
    return this.#stored?.settings ?? null;
  }
  set settings(settings: KnownSettings) {
    if (this.#stored) this.#describe({ ...this.#stored, settings });
  }

  get lifecycle(): Dossier['lifecycle'] {
    return this.#kept.lifecycle;
  }
  set lifecycle(lifecycle: Dossier['lifecycle']) {
    this.#change({ lifecycle });
  }

  /** A state that the messages tell already: it is read out of them again, and costs no row. */
  implied(lifecycle: Dossier['lifecycle']): void {
    this.#dossier = { ...this.#kept, lifecycle };
  }

  get seen(): Dossier['seen'] {
    return this.#kept.seen;
  }
  set seen(seen: Dossier['seen']) {
    this.#change({ seen });
  }

  get contact(): Contact | null {
    return this.#kept.contact;
  }
  set contact(contact: Contact) {
    this.#change({ contact });
  }

  get mailed(): number {
    return this.#kept.mailed;
  }
  set mailed(mailed: number) {
    this.#change({ mailed });
  }

  get retried(): number {
    return this.#kept.retried;
  }
  set retried(retried: number) {
    this.#change({ retried });
  }

  get gaveWay(): number[] {
    return this.#kept.gaveWay;
  }
  set gaveWay(gaveWay: number[]) {
    this.#change({ gaveWay });
  }

  get inWords(): Dossier['inWords'] {
    return this.#kept.inWords;
  }
  set inWords(inWords: Dossier['inWords']) {
    this.#change({ inWords });
  }

  get opened(): Dossier['opened'] {
    return this.#kept.opened;
  }
  set opened(opened: Dossier['opened']) {
    this.#change({ opened });
  }

  get asked(): Dossier['asked'] {
    return this.#kept.asked;
  }
  set asked(asked: Dossier['asked']) {
    this.#change({ asked });
  }

  get botHeard(): number {
    return this.#kept.botHeard;
  }
  set botHeard(botHeard: number) {
    this.#change({ botHeard });
  }

  get paused(): number {
    return this.#kept.paused;
  }
  set paused(paused: number) {
    this.#change({ paused });
  }

  get facts(): Dossier['facts'] {
    return this.#kept.facts;
  }
  set facts(facts: Dossier['facts']) {
    this.#change({ facts });
  }

  get jobs(): readonly OutboxRow[] {
    return this.#kept.jobs;
  }

  /** Every version is another, also where a job of this key was settled before. */
  putJob(job: Omit<OutboxRow, 'version'>): void {
    const version = this.#kept.jobsMade + 1;
    this.#change({ jobs: [...without(this.#kept.jobs, job.key), { ...job, version }], jobsMade: version });
  }

  /** The same job, of which something else is known now. */
  changeJob(job: OutboxRow): void {
    this.#change({ jobs: this.#kept.jobs.map((one) => (one.key === job.key ? job : one)) });
  }

  /** @param soon whether somebody else knows that it is settled, so that the next change may bring it to storage */
  dropJob(key: string, soon = false): void {
    const jobs = without(this.#kept.jobs, key);
    if (!soon) this.#change({ jobs });
    else {
      this.#dossier = { ...this.#kept, jobs };
      this.#behind = true;
    }
  }

  // ── Reading and writing ─────────────────────────────────────────────────────────────────────────────────────────

  get #kept(): Dossier {
    if (!this.#dossier) {
      const stored = this.exists ? this.storage.kv.get<Dossier>(DOSSIER) : undefined;
      this.#dossier = { ...NEW, ...stored };
      if (stored) this.#dossier.lifecycle = presentOf(stored.lifecycle, () => this.entries);
    }
    return this.#dossier;
  }

  #change(some: Partial<Dossier>): void {
    this.transaction(() => {
      this.#dossier = { ...this.#kept, ...some };
      this.#dirty.dossier = true;
    });
  }

  #describe(about: About): void {
    this.transaction(() => {
      this.#about = about;
      this.#dirty.about = true;
    });
  }

  /** Writes what was left to the next change. */
  catchUp(): void {
    if (this.#behind) this.#change({});
  }

  /** All that `change` brings is written together when it is whole. Where it breaks off, nothing of it was. */
  transaction<T>(change: () => T): T {
    if (this.#depth > 0) return change();
    this.#depth += 1;
    try {
      const result = change();
      this.#write();
      return result;
    } catch (error) {
      this.#forget();
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  #write(): void {
    const { kv } = this.storage;
    const writes: (() => void)[] = this.#unwritten.map((entry) => () => kv.put(messageKey(entry.seq), entry));
    const about = this.#about;
    const dossier = this.#dossier;
    if (this.#dirty.about) writes.push(() => kv.put(ABOUT, about));
    if (this.#dirty.dossier) writes.push(() => kv.put(DOSSIER, dossier));
    if (writes.length === 1) writes[0]?.();
    else if (writes.length > 1) {
      this.storage.transactionSync(() => {
        for (const write of writes) write();
      });
    }
    if (this.#dirty.dossier) this.#behind = false;
    this.#unwritten = [];
    this.#dirty = { about: false, dossier: false };
  }

  /** Memory is read from storage again. */
  #forget(): void {
    this.#about = undefined;
    this.#dossier = null;
    this.#log = null;
    this.#behind = false;
    this.#unwritten = [];
    this.#dirty = { about: false, dossier: false };
  }
}

const without = (jobs: readonly OutboxRow[], key: string): OutboxRow[] => jobs.filter((job) => job.key !== key);
