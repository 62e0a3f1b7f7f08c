import type { EarlierConversation } from '../protocol/customer';
import { firstWords } from './first-words';

/** Which conversations are a customer's own: what their token says, and nothing else of a request. */
export interface Whose {
  store: string;
  /** The one they are in. */
  conversation: string;
  /** The one their browser began with. */
  visitor: string;
  /** Whom the shop has signed in: then it is theirs on every device, and what somebody anonymous said here is not. */
  sub?: string | undefined;
}

const MOST = 20;

/** What was begun by somebody anonymous who signed in since opens to no anonymous token any more. */
const NOT_BOUND = `NOT EXISTS (SELECT 1 FROM bound_conversation b WHERE b.store_id = ?1 AND b.conversation_id = id)`;
const ANONYMOUS = `store_id = ?1 AND id <> ?2 AND (id = ?3 OR visitor = ?3) AND sub IS NULL AND ${NOT_BOUND}`;
const SIGNED_IN = 'store_id = ?1 AND id <> ?2 AND sub = ?3';

const theirs = ({ sub }: Whose) => (sub === undefined ? ANONYMOUS : SIGNED_IN);
const bound = ({ store, conversation, visitor, sub }: Whose) => [store, conversation, sub ?? visitor];

/** The conversations before this one, newest first. */
export async function earlierOf(db: D1Database, whose: Whose): Promise<EarlierConversation[]> {
  const { results } = await db
    .prepare(
      `SELECT id AS conversation, started_at AS startedAt, last_at AS lastAt,
         ${firstWords('transcript')} AS words
       FROM conversation WHERE ${theirs(whose)} ORDER BY last_at DESC LIMIT ${MOST}`,
    )
    .bind(...bound(whose))
    .all<EarlierConversation>();
  return results;
}

/** Whether this is one of them. */
export async function isEarlier(db: D1Database, whose: Whose, id: string): Promise<boolean> {
  const found = await db
    .prepare(`SELECT 1 FROM conversation WHERE ${theirs(whose)} AND id = ?4`)
    .bind(...bound(whose), id)
    .first();
  return found !== null;
}

/** Where whoever the shop has signed in may be connected, beside the one they are in; the newest first. */
export async function alsoSignedIn(db: D1Database, { store, conversation, sub }: Required<Omit<Whose, 'visitor'>>) {
  const { results } = await db
    .prepare(`SELECT id FROM conversation WHERE ${SIGNED_IN} ORDER BY last_at DESC LIMIT ${MOST}`)
    .bind(store, conversation, sub)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** What somebody anonymous has begun in one browser, the newest first: whoever signs in there takes it along. */
export async function begunAnonymously(db: D1Database, whose: Omit<Whose, 'sub'>): Promise<string[]> {
  const { results } = await db
    .prepare(`SELECT id FROM conversation WHERE ${ANONYMOUS} ORDER BY last_at DESC LIMIT ${MOST}`)
    .bind(...bound(whose))
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}
