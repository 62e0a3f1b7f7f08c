/**
 * What must happen outside, written in the same transaction as the state that asks for it, and tried until it is done.
 * Its receivers are idempotent: a delivery whose answer was lost is made again.
 */

export type Delivery = { is: 'done' } | { is: 'retry'; after?: number } | { is: 'park'; why: string };

export interface Job {
  key: string;
  payload: unknown;
  attempts: number;
}

export interface Waiting<T> {
  key: string;
  payload: T;
}

export interface Parked<T> extends Waiting<T> {
  why: string;
  /** When it was given up. */
  at: number;
}

interface Row extends Record<string, SqlStorageValue> {
  key: string;
  payload: string;
  version: number;
  attempts: number;
  due: number;
}

const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 10 * 60_000;
const TIMEOUT = 20_000;
/** By then an attempt has come to its end, or its object has. */
const LANDED = TIMEOUT + 5_000;

export const OUTBOX_TABLE = `CREATE TABLE IF NOT EXISTS outbox (
  key TEXT PRIMARY KEY, payload TEXT NOT NULL, version INTEGER NOT NULL,
  attempts INTEGER NOT NULL, due INTEGER NOT NULL, parked TEXT
) WITHOUT ROWID`;

export class Outbox {
  /**
   * Keys in flight in this memory, so that a wake in the middle does not send them twice, and when they have landed at
   * the latest: until then they are nobody's to try, and the alarm need not ask.
   */
  readonly #flying = new Map<string, number>();

  constructor(
    private readonly sql: SqlStorage,
    private readonly deliver: (job: Job) => Promise<Delivery>,
  ) {}

  /**
   * Adds a job, or renews the one of this key that is still waiting (`merge` sees its payload). Call it within the
   * transaction of the state that asks for it.
   */
  put<T>(key: string, now: number, merge: (waiting: T | null) => T): void {
    const waiting = this.sql.exec<Pick<Row, 'payload'>>('SELECT payload FROM outbox WHERE key = ?', key).toArray()[0];
    const payload = JSON.stringify(merge(waiting ? (JSON.parse(waiting.payload) as T) : null));
    this.sql.exec(
      `INSERT INTO outbox (key, payload, version, attempts, due) VALUES (?1, ?2, 1, 0, ?3)
       ON CONFLICT (key) DO UPDATE SET payload = ?2, version = version + 1, attempts = 0, due = ?3, parked = NULL`,
      key,
      payload,
      now,
    );
  }

  /**
   * Puts other words into a job that waits, or is in flight, and leaves its attempts and its due-time alone: for a
   * receiver that settles at the first attempt what every later one has to say again.
   */
  rewrite(key: string, payload: unknown): void {
    this.sql.exec('UPDATE outbox SET payload = ? WHERE key = ?', JSON.stringify(payload), key);
  }

  /**
   * Takes a job back that nobody has begun to deliver.
   * @returns whether it is gone: what is in flight can arrive, and is left to its delivery
   */
  cancel(key: string): boolean {
    if (this.#flying.has(key)) return false;
    this.sql.exec('DELETE FROM outbox WHERE key = ? AND parked IS NULL', key);
    return true;
  }

  /** Whatever still waits or is in flight under keys that begin so. `T` is what was put there. */
  waiting<T>(prefix: string): Waiting<T>[] {
    return this.sql
      .exec<{ key: string; payload: string }>(
        'SELECT key, payload FROM outbox WHERE parked IS NULL AND substr(key, 1, ?2) = ?1 ORDER BY key',
        prefix,
        prefix.length,
      )
      .toArray()
      .map(({ key, payload }) => ({ key, payload: JSON.parse(payload) as T }));
  }

  /** What was given up, newest first. */
  parked<T>(prefix: string): Parked<T>[] {
    return this.sql
      .exec<{ key: string; payload: string; why: string; at: number }>(
        `SELECT key, payload, parked AS why, due AS at FROM outbox
         WHERE parked IS NOT NULL AND substr(key, 1, ?2) = ?1 ORDER BY due DESC, key`,
        prefix,
        prefix.length,
      )
      .toArray()
      .map(({ key, payload, why, at }) => ({ key, payload: JSON.parse(payload) as T, why, at }));
  }

  /** Tries again what was given up. @returns whether there was such a job */
  retry(key: string, now: number): boolean {
    const again = this.sql.exec(
      'UPDATE outbox SET parked = NULL, attempts = 0, due = ? WHERE key = ? AND parked IS NOT NULL',
      now,
      key,
    );
    return again.rowsWritten > 0;
  }

  /** Lets go of what was given up before a time. */
  forget(before: number): void {
    this.sql.exec('DELETE FROM outbox WHERE parked IS NOT NULL AND due < ?', before);
  }

  /**
   * When the next attempt is due; null where nothing waits.
   * @param grace ms by which a first attempt may be late, because the caller makes it itself right away
   */
  nextDue(grace: number): number | null {
    const rows = this.sql.exec<Pick<Row, 'key' | 'attempts' | 'due'>>(
      'SELECT key, attempts, due FROM outbox WHERE parked IS NULL',
    );
    let soonest: number | null = null;
    for (const { key, attempts, due } of rows) {
      const at = Math.max(due + (attempts === 0 ? grace : 0), this.#flying.get(key) ?? 0);
      if (soonest === null || at < soonest) soonest = at;
    }
    return soonest;
  }

  /**
   * Delivers all that is due, in order of its due-time. Never throws for a delivery that failed.
   * @returns how many deliveries it made: none where all that is due is on its way already
   */
  async run(now: number): Promise<number> {
    const due = this.sql.exec<Row>(
      'SELECT key, payload, version, attempts, due FROM outbox WHERE parked IS NULL AND due <= ? ORDER BY due',
      now,
    );
    const rows = due.toArray().filter((row) => !this.#flying.has(row.key));
    for (const row of rows) this.#flying.set(row.key, now + LANDED);
    await Promise.all(rows.map((row) => this.#attempt(row, now)));
    return rows.length;
  }

  async #attempt(row: Row, now: number): Promise<void> {
    let result: Delivery;
    const begun = Date.now();
    try {
      const job = { key: row.key, payload: JSON.parse(row.payload) as unknown, attempts: row.attempts };
      result = await inTime(this.deliver(job), TIMEOUT);
    } catch {
      result = { is: 'retry' };
    } finally {
      this.#flying.delete(row.key);
    }
    // Waits count from the end of an attempt: one that hung has taken its time already.
    const landed = now + Date.now() - begun;
    // Only this version is settled: where it was renewed meanwhile, the newer payload is due on its own account.
    const { rowsWritten } = this.#settle(row, result, landed);
    if (rowsWritten === 0) await this.#renewed(row.key, landed);
  }

  #settle({ key, version, attempts }: Row, result: Delivery, now: number): { rowsWritten: number } {
    if (result.is === 'done') return this.sql.exec('DELETE FROM outbox WHERE key = ? AND version = ?', key, version);
    if (result.is === 'park') {
      const park = 'UPDATE outbox SET parked = ?, due = ? WHERE key = ? AND version = ?';
      return this.sql.exec(park, result.why, now, key, version);
    }
    const due = now + (result.after ?? delay(attempts + 1));
    const again = 'UPDATE outbox SET attempts = ?, due = ? WHERE key = ? AND version = ?';
    return this.sql.exec(again, attempts + 1, due, key, version);
  }

  /** Whoever renewed it found it on its way, and left it to us. */
  async #renewed(key: string, now: number): Promise<void> {
    const row = this.sql
      .exec<Row>(
        'SELECT key, payload, version, attempts, due FROM outbox WHERE key = ? AND parked IS NULL AND due <= ?',
        key,
        Math.max(now, Date.now()),
      )
      .toArray()[0];
    if (!row || this.#flying.has(key)) return;
    this.#flying.set(key, now + LANDED);
    await this.#attempt(row, now);
  }
}

/** Growing and jittered: 1 s, 2 s, 4 s … at most ten minutes, each between half and the whole of it. */
const delay = (attempts: number): number =>
  Math.round(Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2));

/**
 * Leaves no timer behind, which would keep an object awake.
 * @throws what `work` throws, or when it takes longer than `ms`
 */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('timed out')), ms);
    });
    return await Promise.race([work, late]);
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}
