import * as v from 'valibot';
import type { Outcome } from '../domain/handoff';
import type { Reason, Urgency } from '../domain/reasons';

/**
 * A store's handoffs that are over, as its own programs read them. Those that still wait stand at the desk only, and tests
 * are in no list.
 */

export const HandoffsWanted = v.object({
  /** Where the page before ended. */
  before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number))),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(100)),
    '50',
  ),
});

export interface HandoffRow {
  conversation: string;
  n: number;
  reason: Reason | null;
  urgency: Urgency;
  source: string;
  trigger: string;
  requestedAt: number;
  firstReplyAt: number | null;
  endedAt: number;
  /** Who had it last. */
  assignee: string | null;
  outcome: Outcome;
  rating: 'up' | 'down' | null;
  /** Whether a word is still owed. */
  owed: boolean;
}

/** Newest first, by when they were asked for. `next`: what the next page comes before; null: this was the last. */
export async function handoffsOf(
  d1: D1Database,
  store: string,
  { before = Number.MAX_SAFE_INTEGER, limit }: v.InferOutput<typeof HandoffsWanted>,
): Promise<{ handoffs: HandoffRow[]; next: number | null }> {
  const { results } = await d1
    .prepare(
      `SELECT conversation_id AS conversation, n, reason, urgency, source, trigger, requested_at AS requestedAt,
         first_reply_at AS firstReplyAt, ended_at AS endedAt, json_extract(assignees, '$[#-1].staff.name') AS assignee,
         outcome, rating, owed_since IS NOT NULL AS owed
       FROM handoff WHERE store_id = ?1 AND status = 'ended' AND test IS NULL AND requested_at < ?2
       ORDER BY requested_at DESC, conversation_id, n LIMIT ?3`,
    )
    .bind(store, before, limit)
    .all<Omit<HandoffRow, 'owed'> & { owed: number }>();
  const handoffs = results.map((row) => ({ ...row, owed: row.owed === 1 }));
  const last = handoffs.at(-1);
  return { handoffs, next: last && handoffs.length === limit ? last.requestedAt : null };
}
