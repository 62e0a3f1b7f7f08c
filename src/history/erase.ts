import { newConversationId } from '../accounts/ids';

/**
 * What history, and whatever else stands in D1, holds of single conversations, and how it goes. Which tables hold something
 * of a customer's is asked of every table there is by test/routes/privacy.test.ts: a new one stands here, or it fails.
 */

/** By which column each table that has rows of conversations calls them. */
const OF_CONVERSATIONS = {
  handoff: 'conversation_id',
  reminder: 'conversation_id',
  unanswered: 'conversation_id',
  mail_thread: 'conversation_id',
  bound_conversation: 'conversation_id',
  customer: 'conversation_id',
  conversation: 'id',
  erasure: 'conversation_id',
} as const;

/**
 * A customer's question stands in the list of changes where somebody found it not worth an answer: the entry stays, without
 * its words and its place. The same words may stand for the questions of others.
 */
const UNNAMED = [
  `UPDATE audit SET of_name = '' WHERE store_id = ?1 AND area = 'knowledge' AND of_id LIKE '%/%'
     AND of_name IN (SELECT text FROM unanswered WHERE store_id = ?1 AND conversation_id = ?2)`,
  `UPDATE audit SET of_name = '', of_id = 'erased' WHERE store_id = ?1 AND area = 'knowledge'
     AND of_id >= ?2 || '/' AND of_id < ?2 || '0'`,
];

/**
 * Whom the shop has signed in begins another one. Devices that were signed out a moment ago stay out: then only the
 * conversation is another one, `?3`.
 */
const GO_ON = `UPDATE customer SET conversation_id = ?3 WHERE store_id = ?1 AND conversation_id = ?2
     AND EXISTS (SELECT 1 FROM json_each(coalesce(signed_out, '[]')) WHERE value ->> 'until' > ?4)`;

/** All of it in one transaction; what words are found by goes with the conversation (a trigger). Again, it changes nothing. */
export async function eraseFromHistory(
  d1: D1Database,
  store: string,
  conversation: string,
  now: number,
): Promise<void> {
  await d1.batch([
    d1.prepare(GO_ON).bind(store, conversation, await newConversationId(store), now),
    ...UNNAMED.map((statement) => d1.prepare(statement).bind(store, conversation)),
    ...Object.entries(OF_CONVERSATIONS).map(([table, id]) =>
      d1.prepare(`DELETE FROM ${table} WHERE store_id = ?1 AND ${id} = ?2`).bind(store, conversation),
    ),
  ]);
}

/** Which conversations are to go, the first asked for first. */
export async function toErase(d1: D1Database, store: string, most: number): Promise<string[]> {
  const { results } = await d1
    .prepare('SELECT conversation_id AS id FROM erasure WHERE store_id = ?1 ORDER BY at, conversation_id LIMIT ?2')
    .bind(store, most)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/**
 * Conversations in which nothing was said since then, the oldest first. Whoever stands in the queue, or is to be called
 * back, is not over.
 * @param before epoch ms
 */
export async function quietSince(
  d1: D1Database,
  store: string,
  before: number,
  { besides, most }: { besides: readonly string[]; most: number },
): Promise<string[]> {
  const { results } = await d1
    .prepare(
      `SELECT id FROM conversation c WHERE store_id = ?1 AND last_at < ?2
         AND id NOT IN (SELECT value FROM json_each(?3))
         AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.store_id = ?1 AND r.conversation_id = c.id)
       ORDER BY last_at LIMIT ?4`,
    )
    .bind(store, before, JSON.stringify(besides), most)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}
