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

interface Row {
  key: string;
  payload: string;
  version: number;
  attempts: number;
  due: number;
}

const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 10 * 60_000;
const TIMEOUT = 20_000;

export const OUTBOX_TABLE = `CREATE TABLE outbox (
  key TEXT PRIMARY KEY, payload TEXT NOT NULL, version INTEGER NOT NULL,
  attempts INTEGER NOT NULL, due INTEGER NOT NULL, parked TEXT
) WITHOUT ROWID`;

export class Outbox {
  /** Keys in flight in this memory, so that a wake in the middle does not send them twice. */
  readonly #flying = new Set<string>();

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
   * When the next attempt is due; null where nothing waits.
   * @param grace ms by which a first attempt may be late, because the caller makes it itself right away
   */
  nextDue(grace: number): number | null {
    return this.sql
      .exec<{ due: number | null }>(
        'SELECT min(due + CASE attempts WHEN 0 THEN ? ELSE 0 END) AS due FROM outbox WHERE parked IS NULL',
        grace,
      )
      .one().due;
  }

  /** Delivers all that is due, in order of its due-time. Never throws for a delivery that failed. */
  async run(now: number): Promise<void> {
    const due = this.sql.exec<Row & Record<string, SqlStorageValue>>(
      'SELECT key, payload, version, attempts, due FROM outbox WHERE parked IS NULL AND due <= ? ORDER BY due',
      now,
    );
    const rows = due.toArray().filter((row) => !this.#flying.has(row.key));
    await Promise.all(rows.map((row) => this.#attempt(row, now)));
  }

  async #attempt(first: Row, now: number): Promise<void> {
    this.#flying.add(first.key);
    try {
      let row: Row | null = first;
      for (let at = now; row; at = row?.due ?? at) {
        row = this.#settle(row, await this.#try(row), at) ? null : this.#renewed(row.key);
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
  #settle({ key, version, attempts }: Row, result: Delivery, now: number): boolean {
    if (result.is === 'done') {
      return this.sql.exec('DELETE FROM outbox WHERE key = ? AND version = ?', key, version).rowsWritten > 0;
    }
    if (result.is === 'park') {
      const park = 'UPDATE outbox SET parked = ? WHERE key = ? AND version = ?';
      return this.sql.exec(park, result.why, key, version).rowsWritten > 0;
    }
    const due = now + (result.after ?? delay(attempts + 1));
    const again = 'UPDATE outbox SET attempts = ?, due = ? WHERE key = ? AND version = ?';
    return this.sql.exec(again, attempts + 1, due, key, version).rowsWritten > 0;
  }

  /** Whoever renewed it found it in flight and left it alone, so nobody else comes for it before the alarm. */
  #renewed(key: string): Row | null {
    const query = 'SELECT key, payload, version, attempts, due FROM outbox WHERE key = ? AND parked IS NULL';
    return this.sql.exec<Row & Record<string, SqlStorageValue>>(query, key).toArray()[0] ?? null;
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
