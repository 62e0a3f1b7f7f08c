import type { Outcome } from '../domain/handoff';
import type { Reason } from '../domain/reasons';
import { firstWords } from './first-words';

/** What came before a conversation, and which others there are. Every query is bound to the store that it is given. */

/** Of the same conversation, and of others, each. */
const MOST = 20;
const MOST_WORDS = 120;

/** One that is over. Epoch ms. */
export interface Past {
  conversation: string;
  /** Which request for a person of it this is; null where nobody ever asked for one. */
  n: number | null;
  at: number;
  /** What the customer said first, or what the request was about; empty where nothing is known. */
  words: string;
  reason: Reason | null;
  outcome: Outcome | null;
  rating: 'up' | 'down' | null;
  /** Who had it last; null: nobody of the staff. */
  by: string | null;
  /** It is this customer's beyond doubt: the same conversation, or the shop signed in the same person there. */
  theirs: boolean;
}
type Row = Omit<Past, 'theirs'> & { theirs: 0 | 1 };

const LAST_ASSIGNEE = `json_extract(h.assignees, '$[#-1].staff.name')`;

/**
 * The ended requests of a conversation, and the others of the same customer: those that the shop signed in, and those in which
 * the same email address was left, which says less. Newest first.
 */
export async function pastOf(db: D1Database, store: string, conversation: string): Promise<{ past: Past[] }> {
  const [here, elsewhere] = await db.batch<Row>([
    db
      .prepare(
        `SELECT h.conversation_id AS conversation, h.n, h.ended_at AS at, substr(h.trigger, 1, ?3) AS words, h.reason,
           h.outcome, h.rating, ${LAST_ASSIGNEE} AS by, 1 AS theirs
         FROM handoff h WHERE h.store_id = ?1 AND h.conversation_id = ?2 AND h.status = 'ended'
         ORDER BY h.n DESC LIMIT ${MOST}`,
      )
      .bind(store, conversation, MOST_WORDS),
    db
      .prepare(
        `SELECT c.id AS conversation, h.n, c.last_at AS at, h.reason, h.outcome, h.rating, ${LAST_ASSIGNEE} AS by,
           ${firstWords('c.transcript')} AS words,
           coalesce(c.sub = me.sub, 0) AS theirs
         FROM conversation me
         JOIN conversation c ON c.row IN (
           SELECT row FROM conversation WHERE store_id = me.store_id AND sub = me.sub UNION
           SELECT row FROM conversation WHERE store_id = me.store_id AND email = me.email)
         LEFT JOIN handoff h ON h.store_id = c.store_id AND h.conversation_id = c.id AND h.n =
           (SELECT max(n) FROM handoff WHERE store_id = c.store_id AND conversation_id = c.id)
         WHERE me.store_id = ?1 AND me.id = ?2 AND c.id <> ?2
         ORDER BY c.last_at DESC LIMIT ${MOST}`,
      )
      .bind(store, conversation),
  ]);
  const all = [...(here?.results ?? []), ...(elsewhere?.results ?? [])].sort((a, b) => b.at - a.at);
  return { past: all.map(({ theirs, ...one }) => ({ ...one, theirs: theirs === 1 })) };
}

const MOST_TAGS = 100;

/** The tags that staff have put on the store's conversations, the most used first. */
export async function tagsOf(db: D1Database, store: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT t.value AS tag FROM conversation c, json_each(c.tags) t WHERE c.store_id = ?1 AND c.tags IS NOT NULL AND c.test IS NULL
       GROUP BY t.value ORDER BY count(*) DESC, t.value LIMIT ${MOST_TAGS}`,
    )
    .bind(store)
    .all<{ tag: string }>();
  return results.map(({ tag }) => tag);
}

/** Each is an object that is woken: far fewer than one request may ask. */
const MOST_RECENT = 400;

/** The conversations that somebody may have open although they stand in no queue any more: those of late. */
export async function recentOf(db: D1Database, store: string): Promise<string[]> {
  const { results } = await db
    .prepare(`SELECT id FROM conversation WHERE store_id = ?1 ORDER BY last_at DESC LIMIT ${MOST_RECENT}`)
    .bind(store)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}
