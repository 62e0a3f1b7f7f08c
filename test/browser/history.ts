import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { STATE } from './world';

/** D1 as the local runtime stores it: what the history says, past every cache of the pages. */
function database(): DatabaseSync {
  const files = readdirSync(STATE, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /[\\/]d1[\\/].*\.sqlite$/.test(file) && !file.endsWith('metadata.sqlite'),
  );
  if (files.length !== 1) throw new Error(`Expected one D1 database in the state, found ${files.length}`);
  return new DatabaseSync(join(STATE, files[0] ?? ''), { readOnly: true, timeout: 5_000 });
}

export interface HistoryRow {
  status: string;
  outcome: string | null;
  reason: string | null;
  source: string;
  note: string;
  rating: string | null;
  rating_source: string | null;
  rating_comment: string | null;
  transcript: string | null;
}

/** The latest handoff of a conversation, once the outbox has carried it there. */
export function historyOf(conversation: string): HistoryRow | undefined {
  const db = database();
  try {
    const row = db
      .prepare(
        `SELECT h.status, h.outcome, h.reason, h.source, h.note, h.rating, h.rating_source, h.rating_comment, c.transcript
         FROM handoff h LEFT JOIN conversation c ON c.store_id = h.store_id AND c.id = h.conversation_id
         WHERE h.conversation_id = ? ORDER BY h.n DESC LIMIT 1`,
      )
      .get(conversation);
    return row as HistoryRow | undefined;
  } finally {
    db.close();
  }
}
