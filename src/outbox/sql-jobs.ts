import type { Jobs, OutboxRow } from './outbox';

interface Row extends Record<string, SqlStorageValue> {
  key: string;
  payload: string;
  version: number;
  attempts: number;
  due: number;
  parked: string | null;
}

/** Jobs as rows of a table of their own, read once a memory. */
export class SqlJobs implements Jobs {
  readonly #rows = new Map<string, OutboxRow>();
  /** What `all` answers, until something changes. */
  #all: readonly OutboxRow[] | null = null;

  /** @param table where they are kept, apart from those of other kinds */
  constructor(
    private readonly sql: SqlStorage,
    private readonly table: 'outbox' | 'push_outbox' | 'hook_outbox' | 'erase_outbox' = 'outbox',
  ) {
    sql.exec(`CREATE TABLE IF NOT EXISTS ${table} (
      key TEXT PRIMARY KEY, payload TEXT NOT NULL, version INTEGER NOT NULL,
      attempts INTEGER NOT NULL, due INTEGER NOT NULL, parked TEXT
    ) WITHOUT ROWID`);
    for (const row of sql.exec<Row>(`SELECT key, payload, version, attempts, due, parked FROM ${table}`)) {
      this.#rows.set(row.key, { ...row, payload: JSON.parse(row.payload) as unknown });
    }
  }

  all(): readonly OutboxRow[] {
    this.#all ??= [...this.#rows.values()];
    return this.#all;
  }

  put(job: Omit<OutboxRow, 'version'>): void {
    this.change({ ...job, version: (this.#rows.get(job.key)?.version ?? 0) + 1 });
  }

  change(job: OutboxRow): void {
    const { key, payload, version, attempts, due, parked } = job;
    this.sql.exec(
      `INSERT INTO ${this.table} (key, payload, version, attempts, due, parked) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
       ON CONFLICT (key) DO UPDATE SET payload = ?2, version = ?3, attempts = ?4, due = ?5, parked = ?6`,
      key,
      JSON.stringify(payload),
      version,
      attempts,
      due,
      parked,
    );
    this.#rows.set(key, job);
    this.#all = null;
  }

  settled({ key }: OutboxRow): void {
    this.remove(key);
  }

  remove(key: string): void {
    this.sql.exec(`DELETE FROM ${this.table} WHERE key = ?`, key);
    this.#rows.delete(key);
    this.#all = null;
  }
}
