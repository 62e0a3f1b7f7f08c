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
   * @returns how many it tried; none where all that is due is in flight already
   */
  async run(now: number): Promise<number> {
    const due = this.sql.exec<Row>(
      'SELECT key, payload, version, attempts, due FROM outbox WHERE parked IS NULL AND due <= ? ORDER BY due',
      now,
    );
    const rows = due.toArray().filter((row) => !this.#flying.has(row.key));
    await Promise.all(rows.map((row) => this.#attempt(row, now)));
    return rows.length;
  }

  async #attempt(first: Row, now: number): Promise<void> {
    try {
      let row: Row | null = first;
      for (let at = now; row; at = row?.due ?? at) {
        this.#flying.set(row.key, at + LANDED);
        const begun = Date.now();
        const result = await this.#try(row);
        // Waits count from the end of an attempt: one that hung has taken its time already.
        row = this.#settle(row, result, at + Date.now() - begun) ? null : this.#renewed(row.key);
      }
    } finally {
      this.#flying.delete(first.key);
    }
  }

  async #try({ key, payload, attempts }: Row): Promise<Delivery> {
    try {
      return await inTime(this.deliver({ key, payload: JSON.parse(payload) as unknown, attempts }));
    } catch {
      return { is: 'retry' };
    }
  }

  /** @returns false where the job was renewed while this version of it was on its way: then that one is still owed */
  #settle({ key, version, attempts }: Row, result: Delivery, landed: number): boolean {
    if (result.is === 'done') {
      return this.sql.exec('DELETE FROM outbox WHERE key = ? AND version = ?', key, version).rowsWritten > 0;
    }
    if (result.is === 'park') {
      const park = 'UPDATE outbox SET parked = ?, due = ? WHERE key = ? AND version = ?';
      return this.sql.exec(park, result.why, landed, key, version).rowsWritten > 0;
    }
    const due = landed + (result.after ?? delay(attempts + 1));
    const again = 'UPDATE outbox SET attempts = ?, due = ? WHERE key = ? AND version = ?';
    return this.sql.exec(again, attempts + 1, due, key, version).rowsWritten > 0;
  }

  /** Whoever renewed it found it in flight and left it alone, so nobody else comes for it before the alarm. */
  #renewed(key: string): Row | null {
    const query = 'SELECT key, payload, version, attempts, due FROM outbox WHERE key = ? AND parked IS NULL';
    return this.sql.exec<Row>(query, key).toArray()[0] ?? null;
  }
}

/** Growing and jittered: 1 s, 2 s, 4 s … at most ten minutes, each between half and the whole of it. */
const delay = (attempts: number): number =>
  Math.round(Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2));

/** Only while a delivery is in flight, when the object is awake anyway. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('timed out')), TIMEOUT);
    });
    return await Promise.race([work, late]);
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}
