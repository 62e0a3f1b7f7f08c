import { Log } from './log';
import { presentOf } from './present';
import { type About, type Dossier, type Entry, NEW } from './records';

const ABOUT = 'about';
const DOSSIER = 'dossier';
const MESSAGE = 'message/';
/** What stands in the place of everything where a conversation was erased, so that nobody writes into it again. */
interface Erased {
  v: 1;
  /** Epoch ms. */
  erased: number;
}
/** Keys sort as their places do. */
const messageKey = (seq: number): string => MESSAGE + String(seq).padStart(10, '0');

/**
 * A row a message, one for all else that changes, and one for what hardly does. All of it is in memory from the first
 * look on, and everything that one change brings is written together when the change is whole: then it needs no way
 * back but to read again.
 */
export class Rows {
  #about: About | null | undefined;
  #dossier: Dossier | null = null;
  #log: Log | null = null;
  #depth = 0;
  #dirty = { about: false, dossier: false };
  /** Whether memory has what storage will have with the next change only. */
  #behind = false;
  #unwritten: Entry[] = [];
  #erased = false;

  constructor(
    private readonly storage: Pick<DurableObjectStorage, 'kv' | 'transactionSync' | 'deleteAll' | 'deleteAlarm'>,
  ) {}

  /** Null where nothing was ever written, or all of it was erased. */
  get about(): About | null {
    if (this.#about === undefined) {
      const stored = this.storage.kv.get<About | Erased>(ABOUT) ?? null;
      this.#erased = stored !== null && 'erased' in stored;
      this.#about = stored === null || 'erased' in stored ? null : stored;
    }
    return this.#about;
  }

  /** Whether there was something once, and nothing may come again. */
  get erased(): boolean {
    return this.about === null && this.#erased;
  }

  /** Empties the storage. Whoever is still at work on it from before writes nothing any more. */
  async erase(now: number): Promise<void> {
    // Without an await in between all of it is written together: there is no moment at which a part is left.
    const gone = [this.storage.deleteAll(), this.storage.deleteAlarm()];
    this.storage.kv.put<Erased>(ABOUT, { v: 1, erased: now });
    this.#forget();
    this.#erased = true;
    await Promise.all(gone);
  }

  get dossier(): Dossier {
    if (!this.#dossier) {
      const stored = this.about ? this.storage.kv.get<Dossier>(DOSSIER) : undefined;
      this.#dossier = { ...NEW, ...stored };
      if (stored) this.#dossier.lifecycle = presentOf(stored.lifecycle, () => this.log.entries);
    }
    return this.#dossier;
  }

  /** Read once a memory: that costs a thousandth of an index row for each message. */
  get log(): Log {
    this.#log ??= new Log(
      [...this.storage.kv.list<Entry>({ prefix: MESSAGE })].map(([, entry]) => entry),
      this.dossier.events,
    );
    return this.#log;
  }

  change(some: Partial<Dossier>): void {
    this.transaction(() => {
      this.#dossier = { ...this.dossier, ...some };
      this.#dirty.dossier = true;
    });
  }

  describe(about: About): void {
    this.transaction(() => {
      this.#about = about;
      this.#dirty.about = true;
    });
  }

  /** Rows of their own, within a transaction. */
  put(...entries: Entry[]): void {
    this.#unwritten.push(...entries);
  }

  /** Known in this memory; the next one reads it out of something else. */
  imply(some: Partial<Dossier>): void {
    this.#dossier = { ...this.dossier, ...some };
  }

  /** Known in this memory, and written with the next change. */
  later(some: Partial<Dossier>): void {
    this.imply(some);
    this.#behind = true;
  }

  /** Writes what was left to the next change. */
  catchUp(): void {
    if (this.#behind) this.change({});
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
    if (this.#erased) return this.#forget();
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
