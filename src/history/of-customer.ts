import { isConversationOf } from '../accounts/ids';
import { storeToken } from '../assistant/knowledge/index-text';
import { conversationStub } from '../conversation/door';
import type { Held } from '../conversation/views/held';
import { deskStub } from '../desk/door';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { type Editor, noted } from '../settings/audit';
import { MOST } from './customer-wanted';
import { termsOf } from './search/words';

/** What is kept of one customer: found by their address, given away, erased. Every query is bound to the editor's store. */

export interface OfCustomer {
  conversation: string;
  customer: string;
  lang: string;
  startedAt: number;
  lastAt: number;
  messages: number;
  /**
   * How it is known to be theirs: they left the address here, wrote from the same browser, or were signed in as the same
   * customer of the shop's; or the address only stands
   * among the words, or in what the team keeps beside them, and may be somebody else's.
   */
  by: 'address' | 'same' | 'words';
  /** Somebody of the staff plays the customer. */
  test: boolean;
}

/** Of one browser: the conversation that it began with, and those that name that one. Or of one customer of the shop's. */
const THEIRS = `(coalesce(visitor, id) IN (SELECT coalesce(visitor, id) FROM conversation WHERE store_id = ?1 AND lower(email) = ?2)
  OR sub IN (SELECT sub FROM conversation WHERE store_id = ?1 AND lower(email) = ?2 AND sub IS NOT NULL))`;

/** Where an address was left, or stands among the words, the last words first. @returns `more`: whether there are further ones */
export async function conversationsOf(
  env: Env,
  store: string,
  email: string,
): Promise<{ found: OfCustomer[]; more: boolean }> {
  const phrase = termsOf(email).flat().join(' ');
  const { results } = await env.DB.prepare(
    `SELECT id AS conversation, customer, lang, started_at AS startedAt, last_at AS lastAt, messages,
       CASE WHEN lower(email) = ?2 THEN 'address' WHEN ${THEIRS} THEN 'same'
         ELSE 'words' END AS by, test IS NOT NULL AS test
     FROM conversation WHERE store_id = ?1 AND (lower(email) = ?2 OR ${THEIRS}
       OR instr(lower(coalesce(properties, '')), ?2) > 0
       OR row IN (SELECT rowid FROM conversation_search WHERE conversation_search MATCH ?3))
     ORDER BY last_at DESC LIMIT ${MOST + 1}`,
  )
    .bind(store, email, `store : "${storeToken(store)}" AND {who words} : "${phrase}"`)
    .all<Omit<OfCustomer, 'test'> & { test: number }>();
  const known = results.map(({ test, ...row }) => ({ ...row, test: test === 1 }));
  const live = await liveOf(env, store, email);
  const others = known.filter(({ conversation }) => !live.some((one) => one.conversation === conversation));
  const all = [...live, ...others].sort((a, b) => b.lastAt - a.lastAt);
  return { found: all.slice(0, MOST), more: all.length > MOST };
}

/** Those that go on at this moment, of which history may not know yet. */
async function liveOf(env: Env, store: string, email: string): Promise<OfCustomer[]> {
  const ids = await deskStub(env, store).withEmail();
  const held = await Promise.all(ids.map((id) => conversationStub(env, store, id).held()));
  return held.flatMap((one) => (one && one.contact?.address.toLowerCase() === email ? [shown(one as Held)] : []));
}

const shown = ({ conversation, customer, lang, startedAt, messages, test }: Held): OfCustomer => ({
  conversation,
  customer,
  lang,
  startedAt,
  lastAt: messages.at(-1)?.at ?? startedAt,
  messages: messages.filter(({ kind }) => kind !== 'event' && kind !== 'note').length,
  by: 'address',
  test: test !== null,
});

/** All that is kept of these. @throws Refusal `not_found` where one is none of the store's, or is gone */
export async function givenAway(env: Env, store: string, ids: readonly string[]): Promise<Held[]> {
  await ofStoreOnly(store, ids);
  const held = await Promise.all(ids.map((id) => conversationStub(env, store, id).held()));
  return held.map((one) => {
    if (!one) throw new Refusal('not_found');
    return one as Held;
  });
}

async function ofStoreOnly(store: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) if (!(await isConversationOf(store, id))) throw new Refusal('not_found');
}

/**
 * Erases these, wherever something of them stands. That it was asked for is written first, with who asked: what breaks off
 * after that is finished later.
 * @returns how many of them are still to go, because something could not be reached
 * @throws Refusal `not_found`, and nothing is erased
 */
export async function eraseConversations(
  env: Env,
  editor: Editor,
  ids: readonly string[],
  now: number,
): Promise<{ left: number }> {
  const { store } = editor;
  const wanted = [...new Set(ids)];
  await ofStoreOnly(store, wanted);
  if (!(await areThere(env, store, wanted))) throw new Refusal('not_found');
  const json = JSON.stringify(wanted);
  const change = {
    area: 'privacy',
    of: { id: `erased-${now}`, name: '' },
    before: {},
    after: { conversations: wanted.length },
  } as const;
  await noted(env.DB, editor, change, {
    write: env.DB.prepare(
      `INSERT INTO erasure (store_id, conversation_id, at) SELECT ?1, value, ?3 FROM json_each(?2) WHERE true
       ON CONFLICT (store_id, conversation_id) DO NOTHING`,
    ).bind(store, json, now),
    now,
  });
  await deskStub(env, store).erase(store);
  const row = await env.DB.prepare(
    'SELECT count(*) AS n FROM erasure WHERE store_id = ?1 AND conversation_id IN (SELECT value FROM json_each(?2))',
  )
    .bind(store, json)
    .first<{ n: number }>();
  return { left: row?.n ?? 0 };
}

/** Whether something is kept of each: in history, or in its own storage only. */
async function areThere(env: Env, store: string, ids: readonly string[]): Promise<boolean> {
  const { results } = await env.DB.prepare(
    'SELECT id FROM conversation WHERE store_id = ?1 AND id IN (SELECT value FROM json_each(?2))',
  )
    .bind(store, JSON.stringify(ids))
    .all<{ id: string }>();
  const known = new Set(results.map(({ id }) => id));
  const others = ids.filter((id) => !known.has(id));
  const held = await Promise.all(others.map((id) => conversationStub(env, store, id).held()));
  return held.every((one) => one !== null);
}

export interface PrivacyState {
  /** Conversations that are to be erased and are not gone everywhere. */
  going: number;
  /** When old ones were looked for last, and how many went; null before the first time. */
  swept: { at: number; erased: number } | null;
}

/** How far erasing is. What broke off goes on. */
export async function privacyOf(env: Env, store: string): Promise<PrivacyState> {
  const row = await env.DB.prepare('SELECT count(*) AS n FROM erasure WHERE store_id = ?1')
    .bind(store)
    .first<{ n: number }>();
  const desk = deskStub(env, store);
  const going = row?.n ?? 0;
  if (going > 0) await desk.erase(store);
  return { going, swept: await desk.swept() };
}
