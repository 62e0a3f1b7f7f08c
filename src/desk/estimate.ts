import { estimate, MOST, type PickUp, WITHIN } from '../domain/estimate';

/** What the latest handoff of a conversation says; a null takes back what it said before (it was cancelled after all). */
export interface PickUpOf {
  n: number;
  pickUp: PickUp | null;
}

/** The store's last pick-ups, kept where every request passes, so that an estimate needs no query elsewhere. */
export class Estimates {
  constructor(private readonly sql: SqlStorage) {
    sql.exec(`CREATE TABLE IF NOT EXISTS pick_up (
      conversation TEXT NOT NULL, n INTEGER NOT NULL, requested_at INTEGER NOT NULL, assigned_at INTEGER NOT NULL,
      PRIMARY KEY (conversation, n)
    ) WITHOUT ROWID`);
  }

  learn(conversation: string, { n, pickUp }: PickUpOf): void {
    const known = this.sql.exec('SELECT 1 FROM pick_up WHERE conversation = ? AND n = ?', conversation, n).toArray();
    if (pickUp && known.length === 0) {
      const { requestedAt, assignedAt } = pickUp;
      this.sql.exec('INSERT INTO pick_up VALUES (?, ?, ?, ?)', conversation, n, requestedAt, assignedAt);
      this.#forget(assignedAt);
    } else if (!pickUp && known.length > 0) {
      this.sql.exec('DELETE FROM pick_up WHERE conversation = ? AND n = ?', conversation, n);
    }
  }

  /** Minutes; null where there are too few to say. */
  now(now: number): number | null {
    const rows = this.sql.exec<{ requestedAt: number; assignedAt: number }>(
      'SELECT requested_at AS requestedAt, assigned_at AS assignedAt FROM pick_up',
    );
    return estimate(rows.toArray(), now);
  }

  /** Some more than count are kept, because a cancelled one is taken back. */
  #forget(now: number): void {
    this.sql.exec(
      `DELETE FROM pick_up WHERE assigned_at < ? OR assigned_at <=
        (SELECT assigned_at FROM pick_up ORDER BY assigned_at DESC LIMIT 1 OFFSET ?)`,
      now - WITHIN,
      2 * MOST,
    );
  }
}
