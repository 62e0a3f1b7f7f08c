/** What this needs of an object's storage. */
export interface AlarmStorage {
  getAlarm(): Promise<number | null>;
  setAlarm(at: number): Promise<void>;
}

/** Longer ago than this, an alarm that still stands in memory was lost by the platform (it gives up after six tries). */
const LOST_AFTER = 60_000;

/**
 * Many due-times on the one alarm that an object has. It moves only when the new time is sooner: every move writes a
 * row, and an alarm that fires early costs less than one that moves with every message.
 */
export class OneAlarm {
  #at: number | null = null;

  constructor(private readonly storage: AlarmStorage) {}

  /** Once, before anything else: what survived in storage. */
  async load(): Promise<void> {
    this.#at = await this.storage.getAlarm();
  }

  /** The alarm has fired: nothing is set any more. */
  fired(): void {
    this.#at = null;
  }

  /** Whether it is set for a time that is still to come, so many ms from now at the latest. */
  firesWithin(now: number, ms: number): boolean {
    return this.#at !== null && this.#at >= now && this.#at <= now + ms;
  }

  /** Makes sure that the alarm fires at the soonest of these times, or before. `null`s are times that are not due. */
  arm(now: number, due: readonly (number | null)[]): void {
    const times = due.filter((at) => at !== null);
    if (times.length === 0) return;
    const soonest = Math.max(now, Math.min(...times));
    const lost = this.#at !== null && this.#at < now - LOST_AFTER;
    if (this.#at !== null && this.#at <= soonest && !lost) return;
    this.#at = soonest;
    // Not awaited: it commits together with the writes around it.
    void this.storage.setAlarm(soonest);
  }
}
