import * as v from 'valibot';

/** Where a signed-in customer's conversation goes on, and what was signed out of it. Every statement names the store. */

const SignedOut = v.fallback(
  v.pipe(v.string(), v.parseJson(), v.array(v.object({ id: v.string(), until: v.number() }))),
  [],
);
/** Signed out at once: nobody has so many devices. */
const MOST = 40;
/** Milliseconds. No token of a signed-in customer holds for longer: a day, and what clocks may differ. */
export const LONGEST = 25 * 3_600_000;

export interface KnownCustomer {
  conversation: string;
  /** Ids of devices, and of the shop's tokens, that open nothing any more. */
  out: string[];
  /** When they signed out last, on whatever device, epoch ms; 0: not lately. */
  outAt: number;
}

export async function customerOf(
  d1: D1Database,
  store: string,
  sub: string,
  now: number,
): Promise<KnownCustomer | null> {
  const row = await d1
    .prepare('SELECT conversation_id AS conversation, signed_out AS out FROM customer WHERE store_id = ?1 AND sub = ?2')
    .bind(store, sub)
    .first<{ conversation: string; out: string | null }>();
  if (!row) return null;
  const out = v.parse(SignedOut, row.out).filter(({ until }) => until > now);
  const outAt = Math.max(0, ...out.map(({ until }) => until - LONGEST));
  return { conversation: row.conversation, out: out.map(({ id }) => id), outAt };
}

/** Their first sign-in. Of two at the same instant one wins. @returns whose conversation it is then */
export async function firstConversation(
  d1: D1Database,
  store: string,
  sub: string,
  conversation: string,
  now: number,
): Promise<string> {
  const [, found] = await d1.batch<{ conversation: string }>([
    d1
      .prepare(
        'INSERT INTO customer (store_id, sub, conversation_id, created_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING',
      )
      .bind(store, sub, conversation, now),
    d1
      .prepare('SELECT conversation_id AS conversation FROM customer WHERE store_id = ?1 AND sub = ?2')
      .bind(store, sub),
  ]);
  return found?.results[0]?.conversation ?? conversation;
}

/** From now on they go on there. */
export async function goOnIn(d1: D1Database, store: string, sub: string, conversation: string): Promise<void> {
  await d1
    .prepare('UPDATE customer SET conversation_id = ?3 WHERE store_id = ?1 AND sub = ?2')
    .bind(store, sub, conversation)
    .run();
}

/** What was begun by somebody anonymous is theirs. */
export async function bindConversation(
  d1: D1Database,
  store: string,
  conversation: string,
  sub: string,
): Promise<void> {
  await d1
    .prepare(
      'INSERT INTO bound_conversation (store_id, conversation_id, sub) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING',
    )
    .bind(store, conversation, sub)
    .run();
}

/** Whether it is somebody's who has to sign in for it. */
export async function isBound(d1: D1Database, store: string, conversation: string): Promise<boolean> {
  const row = await d1
    .prepare('SELECT 1 FROM bound_conversation WHERE store_id = ?1 AND conversation_id = ?2')
    .bind(store, conversation)
    .first();
  return row !== null;
}

/** @param ids of a device, and of the token that was used there; they are forgotten when nothing of them would hold any more */
export async function signOutOf(
  d1: D1Database,
  { store, sub }: { store: string; sub: string },
  ids: readonly string[],
  now: number,
): Promise<void> {
  await d1
    .prepare(
      `UPDATE customer SET signed_out = (
         SELECT json_group_array(json_object('id', id, 'until', until)) FROM (
           SELECT value ->> 'id' AS id, value ->> 'until' AS until FROM json_each(coalesce(signed_out, '[]'))
           WHERE value ->> 'until' > ?4
           UNION SELECT value, ?5 FROM json_each(?3)
           ORDER BY until DESC LIMIT ${MOST}))
       WHERE store_id = ?1 AND sub = ?2`,
    )
    .bind(store, sub, JSON.stringify(ids), now, now + LONGEST)
    .run();
}
