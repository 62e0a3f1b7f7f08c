import type { QueueRow } from '../protocol/desk';

/** How long the newest words of a row may be older in storage than in memory: they are written less often than shown. */
const KEEP_EVERY = 10 * 60_000;

/** How many rows that left are remembered. What is on its way is there within seconds. */
const REMEMBERED = 1_000;

/**
 * The store's live queue. Storage holds every row; a row that only has newer words is written at most every ten
 * minutes, and whenever it changes in what staff act on. What nobody has answered yet is such: whoever opens the
 * dashboard must find it, also where the queue was evicted since.
 */
export class Queue {
  readonly #rows = new Map<string, QueueRow>();
  /** The revs of rows that left: what was still on its way when they did must not bring them back. */
  readonly #left = new Map<string, number>();
  readonly #kept = new Map<string, { row: QueueRow; at: number }>();

  constructor(private readonly sql: SqlStorage) {
    sql.exec('CREATE TABLE IF NOT EXISTS row (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID');
    for (const { json } of sql.exec<{ json: string }>('SELECT json FROM row')) {
      const row = JSON.parse(json) as QueueRow;
      this.#rows.set(row.id, row);
      // A row's rev is about the time at which it was made.
      this.#kept.set(row.id, { row, at: row.rev });
    }
  }

  all(): QueueRow[] {
    return [...this.#rows.values()];
  }

  find(id: string): QueueRow | null {
    return this.#rows.get(id) ?? null;
  }

  /** Takes a row over, unless a newer one stands here. @returns whether anything changed */
  put(row: QueueRow, now: number): boolean {
    const before = this.#rows.get(row.id);
    if ((before?.rev ?? this.#left.get(row.id) ?? 0) >= row.rev) return false;
    this.#left.delete(row.id);
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

  /** Whatever rev it has: nothing of it comes back. @returns the rev that it went with; null where it did not stand here */
  forget(id: string, now: number): number | null {
    const rev = Math.max(now, this.#rows.get(id)?.rev ?? 0);
    return this.remove(id, rev) ? rev : null;
  }

  /** @returns whether it stood here */
  remove(id: string, rev: number): boolean {
    const before = this.#rows.get(id);
    if (!before || before.rev > rev) return false;
    this.#rows.delete(id);
    this.#left.set(id, rev);
    const [oldest] = this.#left.keys();
    if (this.#left.size > REMEMBERED && oldest !== undefined) this.#left.delete(oldest);
    this.#kept.delete(id);
    this.sql.exec('DELETE FROM row WHERE id = ?', id);
    return true;
  }
}

/** What staff act on: a change in it is never only in memory. */
const acts = (row: QueueRow): string => {
  const { status, handoff, reason, urgency, waitingSince, assignee, unread, last } = row;
  const { transfer, destination, owed, email, left, tasks } = row;
  const told = owed?.told === 'nobody' ? null : owed?.told;
  const words = status === 'pending' ? last?.seq : null;
  return JSON.stringify([
    status,
    handoff,
    reason,
    urgency,
    waitingSince,
    assignee?.id,
    status === 'assigned' && unread > 0,
    words,
    transfer,
    destination,
    told,
    email,
    // What was written before there was either says neither.
    status !== 'assistant' && (left ?? null) !== null,
    tasks ?? 0,
  ]);
};
