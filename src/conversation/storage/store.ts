import type { OutboxRow } from '../../outbox/outbox';
import {
  type Body,
  type Contact,
  type Customer,
  type Dossier,
  type Entry,
  isHidden,
  type KnownSettings,
  senderOf,
} from './records';
import { Rows } from './rows';

/** The conversation's own storage: the truth that D1 and the desk follow. How it is read and written stands in rows. */

/** More than these become rows of their own, so that the one row stays small. */
const MOST_EVENTS = 100;

/** What was said and what is known, as everybody asks for it. */
export class ConversationStore {
  readonly #rows: Rows;

  constructor(storage: ConstructorParameters<typeof Rows>[0]) {
    this.#rows = new Rows(storage);
  }

  /** Whether anything was ever written here. */
  get exists(): boolean {
    return this.#rows.about !== null;
  }

  /** Whether all of it was erased. */
  get erased(): boolean {
    return this.#rows.erased;
  }

  /** Nothing of it is kept, and nothing is written any more. */
  erase(now: number): Promise<void> {
    return this.#rows.erase(now);
  }

  /** The last place, and the last of the customer's. */
  get last(): { seq: number; pub: number } {
    const { entries } = this;
    return { seq: entries.at(-1)?.seq ?? 0, pub: entries.findLast(({ pub }) => pub !== null)?.pub ?? 0 };
  }

  /** Everything that was ever said here, in order. Read once a memory: that costs a thousandth of an index row each. */
  get entries(): readonly Entry[] {
    return this.exists ? this.#rows.log.entries : [];
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
      else this.#rows.put(entry);
      this.#rows.log.add(entry);
    });
    return { entry, isNew: true };
  }

  #happened(entry: Entry): void {
    const { events } = this.#rows.dossier;
    const full = events.length >= MOST_EVENTS;
    if (full) this.#rows.put(...events);
    this.#rows.change({ events: full ? [entry] : [...events, entry] });
  }

  /** @param sender `customer`, `assistant`, `event` or `staff:{id}`: each has ids of its own */
  find(sender: string, cid: string): Entry | null {
    return this.exists ? this.#rows.log.find(sender, cid) : null;
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
    return this.#rows.about?.customer ?? null;
  }
  set customer(customer: Customer) {
    this.#rows.describe({ v: 1, settings: null, ...this.#rows.about, customer });
  }

  get settings(): KnownSettings | null {
    return this.#rows.about?.settings ?? null;
  }
  set settings(settings: KnownSettings) {
    if (this.#rows.about) this.#rows.describe({ ...this.#rows.about, settings });
  }

  get lifecycle(): Dossier['lifecycle'] {
    return this.#rows.dossier.lifecycle;
  }
  set lifecycle(lifecycle: Dossier['lifecycle']) {
    this.#rows.change({ lifecycle });
  }

  /** A state that the messages tell already: it is read out of them again, and costs no row. */
  implied(lifecycle: Dossier['lifecycle']): void {
    this.#rows.imply({ lifecycle });
  }

  get seen(): Dossier['seen'] {
    return this.#rows.dossier.seen;
  }
  set seen(seen: Dossier['seen']) {
    this.#rows.change({ seen });
  }

  get contact(): Contact | null {
    return this.#rows.dossier.contact;
  }
  set contact(contact: Contact) {
    this.#rows.change({ contact });
  }

  get mailed(): number {
    return this.#rows.dossier.mailed;
  }
  set mailed(mailed: number) {
    this.#rows.change({ mailed });
  }

  get copies(): Dossier['copies'] {
    return this.#rows.dossier.copies;
  }
  set copies(copies: Dossier['copies']) {
    this.#rows.change({ copies });
  }

  get retried(): number {
    return this.#rows.dossier.retried;
  }
  set retried(retried: number) {
    this.#rows.change({ retried });
  }

  get gaveWay(): number[] {
    return this.#rows.dossier.gaveWay;
  }
  set gaveWay(gaveWay: number[]) {
    this.#rows.change({ gaveWay });
  }

  get inWords(): Dossier['inWords'] {
    return this.#rows.dossier.inWords;
  }
  set inWords(inWords: Dossier['inWords']) {
    this.#rows.change({ inWords });
  }

  get opened(): Dossier['opened'] {
    return this.#rows.dossier.opened;
  }
  set opened(opened: Dossier['opened']) {
    this.#rows.change({ opened });
  }

  get asked(): Dossier['asked'] {
    return this.#rows.dossier.asked;
  }
  set asked(asked: Dossier['asked']) {
    this.#rows.change({ asked });
  }

  get botHeard(): number {
    return this.#rows.dossier.botHeard;
  }
  set botHeard(botHeard: number) {
    this.#rows.change({ botHeard });
  }

  get paused(): number {
    return this.#rows.dossier.paused;
  }
  set paused(paused: number) {
    this.#rows.change({ paused });
  }

  get facts(): Dossier['facts'] {
    return this.#rows.dossier.facts;
  }
  set facts(facts: Dossier['facts']) {
    this.#rows.change({ facts });
  }

  get jobs(): readonly OutboxRow[] {
    return this.#rows.dossier.jobs;
  }

  /** Every version is another, also where a job of this key was settled before. */
  putJob(job: Omit<OutboxRow, 'version'>): void {
    const version = this.#rows.dossier.jobsMade + 1;
    this.#rows.change({ jobs: [...without(this.#rows.dossier.jobs, job.key), { ...job, version }], jobsMade: version });
  }

  /** The same job, of which something else is known now. */
  changeJob(job: OutboxRow): void {
    this.#rows.change({ jobs: this.#rows.dossier.jobs.map((one) => (one.key === job.key ? job : one)) });
  }

  /** @param soon whether somebody else knows that it is settled, so that the next change may bring it to storage */
  dropJob(key: string, soon = false): void {
    const jobs = without(this.#rows.dossier.jobs, key);
    if (!soon) this.#rows.change({ jobs });
    else this.#rows.later({ jobs });
  }

  /** Writes what was left to the next change. */
  catchUp(): void {
    this.#rows.catchUp();
  }

  /** All that `change` brings is written together when it is whole. Where it breaks off, nothing of it was. */
  transaction<T>(change: () => T): T {
    return this.#rows.transaction(change);
  }
}

const without = (jobs: readonly OutboxRow[], key: string): OutboxRow[] => jobs.filter((job) => job.key !== key);
