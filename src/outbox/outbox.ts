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
    for (const row of rows) this.#flying.add(row.key);
    await Promise.all(rows.map((row) => this.#attempt(row, now)));
  }

  async #attempt(row: Row, now: number): Promise<void> {
    let result: Delivery;
    try {
      const job = { key: row.key, payload: JSON.parse(row.payload) as unknown, attempts: row.attempts };
      result = await inTime(this.deliver(job));
    } catch {
      result = { is: 'retry' };
    } finally {
      this.#flying.delete(row.key);
    }
    // Renewed meanwhile: the newer payload is due on its own account, so only this version is settled.
    if (result.is === 'done') {
      this.sql.exec('DELETE FROM outbox WHERE key = ? AND version = ?', row.key, row.version);
    } else if (result.is === 'park') {
      this.sql.exec('UPDATE outbox SET parked = ? WHERE key = ? AND version = ?', result.why, row.key, row.version);
    } else {
      const attempts = row.attempts + 1;
      const due = now + (result.after ?? delay(attempts));
      this.sql.exec(
        'UPDATE outbox SET attempts = ?, due = ? WHERE key = ? AND version = ?',
        attempts,
        due,
        row.key,
        row.version,
      );
    }
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
