import { openHandoff } from '../domain/handoff';
import { DEFAULT_SETTINGS, type StoreSettings } from '../settings/schema';
import { readSettings } from '../settings/store';
import { oweHistory } from './deliveries/history';
import type { Room } from './room';
import type { KnownSettings } from './storage/records';

/** The store's settings as this conversation knows them: in memory, and from the first message on in its storage. */
export class Settings {
  #known: KnownSettings | null = null;
  /** The reading that somebody waits for. */
  #reading: Promise<void> | null = null;

  constructor(private readonly room: Room) {}

  get known(): KnownSettings | null {
    this.#known ??= this.room.store.settings;
    return this.#known;
  }

  get now(): StoreSettings {
    return this.known?.settings ?? DEFAULT_SETTINGS;
  }

  /**
   * Settings are read when a client connects; where a wake lost them before anything was stored, they are read again. What
   * waits for them happens in the order in which it was asked for.
   */
  whenReady(then: (now: number) => void): void {
    if (this.known && !this.#reading) return then(Date.now());
    this.#reading ??= this.load().finally(() => {
      this.#reading = null;
    });
    this.room.background(this.#reading.then(() => then(Date.now())));
  }

  /** Reads the store's settings. Where they cannot be had in time, everything goes on with what is known. */
  async load(store = this.room.store.customer?.store ?? this.room.sockets.store()): Promise<void> {
    if (!store) return;
    const read = await soon(readSettings(this.room.env.DB, store));
    if (read) this.adopt(read, Date.now());
  }

  /** Newer settings take effect at once, also for whoever waits. */
  adopt(read: KnownSettings, now: number): void {
    const { room } = this;
    if (!this.#take(read) || !room.store.exists) return;
    // Whoever waits reads the store's own words.
    if (openHandoff(room.state)?.status === 'pending') room.showing.publishToCustomers(now);
    // Lists show when something falls due.
    const owed = room.state.handoffs.flatMap((h) => (h.status === 'ended' && h.followUp ? [h.n] : []));
    if (owed.length > 0) room.transaction(() => oweHistory(room.outbox, owed, false, now));
    room.background(room.timing.due(now));
  }

  /** @returns whether they are newer than what was known */
  #take(read: KnownSettings): boolean {
    const { known } = this;
    const isNews = !known || known.version < read.version;
    const hooks = hooksAt(read) > hooksAt(known) ? read.hooks : known?.hooks;
    if (isNews || hooks !== known.hooks) this.#known = { ...(isNews ? read : known), ...(hooks && { hooks }) };
    this.keep();
    return isNews;
  }

  /** Writes them down where there is a place for it and they stand there no better. */
  keep(): void {
    const { store } = this.room;
    if (!store.exists || !this.#known) return;
    const stored = store.settings;
    const isOld = !stored || stored.version < this.#known.version || hooksAt(stored) < hooksAt(this.#known);
    if (isOld) store.settings = this.#known;
  }
}

const hooksAt = (known: KnownSettings | null): number => known?.hooks?.at ?? 0;

/** How long anything waits for settings: whoever asks for a person is not kept waiting for a table. */
const PATIENCE = 1_500;

/** What a promise brings soon; null when it fails or takes too long. */
export async function soon<T>(work: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  try {
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE);
    });
    return await Promise.race([work, late]);
  } catch {
    return null;
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}
