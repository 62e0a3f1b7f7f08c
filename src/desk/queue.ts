import type { QueueRow } from '../protocol/desk';

/** How long the newest words of a row may be older in storage than in memory: they are written less often than shown. */
const KEEP_EVERY = 30_000;

/**
 * The store's live queue. Storage holds every row; a row that only has newer words is written at most every half a
 * minute, and whenever it changes in what staff act on.
 */
export class Queue {
  readonly #rows = new Map<string, QueueRow>();
  readonly #kept = new Map<string, { row: QueueRow; at: number }>();

  constructor(private readonly sql: SqlStorage) {
    sql.exec('CREATE TABLE IF NOT EXISTS row (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID');
    for (const { json } of sql.exec<{ json: string }>('SELECT json FROM row')) {
      const row = JSON.parse(json) as QueueRow;
      this.#rows.set(row.id, row);
      this.#kept.set(row.id, { row, at: 0 });
    }
  }

  all(): QueueRow[] {
    return [...this.#rows.values()];
  }

  /** Takes a row over, unless a newer one stands here. @returns whether anything changed */
  put(row: QueueRow, now: number): boolean {
    const before = this.#rows.get(row.id);
    if (before && before.rev >= row.rev) return false;
    this.#rows.set(row.id, row);
    const kept = this.#kept.get(row.id);
    if (!kept || acts(kept.row) !== acts(row) || now - kept.at >= KEEP_EVERY) {
      this.sql.exec(
        'INSERT INTO row (id, json) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET json = ?2',
        row.id,
        JSON.stringify(row),
      );
      this.#kept.set(row.id, { row, at: now });
    }
    return true;
  }

  /** @returns whether it stood here */
  remove(id: string, rev: number): boolean {
    const before = this.#rows.get(id);
    if (!before || before.rev > rev) return false;
    this.#rows.delete(id);
    this.#kept.delete(id);
    this.sql.exec('DELETE FROM row WHERE id = ?', id);
    return true;
  }
}

/** What staff act on: a change in it is never only in memory. */
const acts = ({ status, handoff, reason, urgency, waitingSince, assignee, unread }: QueueRow): string =>
  JSON.stringify([status, handoff, reason, urgency, waitingSince, assignee?.id, unread > 0]);
