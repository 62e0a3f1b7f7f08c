import type { QueueRow } from '../protocol/desk';

/** Everyone on duty is alerted once more of whoever waits too long: once a wait, over evictions too. */
export class Again {
  /** Since when those waited of whom it was said. */
  readonly #told = new Map<string, number>();

  constructor(private readonly sql: SqlStorage) {
    sql.exec('CREATE TABLE IF NOT EXISTS again (id TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID');
    for (const { id, since } of sql.exec<{ id: string; since: number }>('SELECT id, since FROM again')) {
      this.#told.set(id, since);
    }
  }

  /** @param after ms of waiting */
  nextDue(rows: readonly QueueRow[], after: number): number | null {
    const due = this.#untold(rows).map(({ since }) => since + after);
    return due.length === 0 ? null : Math.min(...due);
  }

  /** Those of whom it is to be said now: from here on it has been. */
  take(rows: readonly QueueRow[], after: number, now: number): string[] {
    for (const id of this.#told.keys()) {
      if (!rows.some((row) => row.id === id && row.status === 'pending')) this.#forget(id);
    }
    const due = this.#untold(rows).filter(({ since }) => since + after <= now);
    for (const { id, since } of due) {
      this.#told.set(id, since);
      this.sql.exec(
        'INSERT INTO again (id, since) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET since = ?2',
        id,
        since,
      );
    }
    return due.map(({ id }) => id);
  }

  #forget(id: string): void {
    this.#told.delete(id);
    this.sql.exec('DELETE FROM again WHERE id = ?', id);
  }

  #untold(rows: readonly QueueRow[]): { id: string; since: number }[] {
    return rows.flatMap(({ id, status, waitingSince: since }) =>
      status === 'pending' && since !== null && this.#told.get(id) !== since ? [{ id, since }] : [],
    );
  }
}
