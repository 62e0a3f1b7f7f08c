import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { savedReply, user } from '../db/schema';
import type { StaffActor } from '../domain/actor';
import type { Texts } from '../domain/saved-replies';
import type { ErrorCode } from '../errors';
import { type Change, noted } from '../settings/audit';
import { REPLIES } from './limits';
import { isSound, type ReplyWanted } from './wanted';

/**
 * Saved replies of a store: everybody's, which owners and admins write, and each person's own, which nobody else sees.
 * Every query is bound to the store and the person of the verified actor.
 */

export interface SavedReply {
  id: string;
  name: string;
  shared: boolean;
  texts: Texts;
  /** Its newest entry in the list of changes; 0 for what is somebody's own. */
  seen: number;
  /** How often it was sent. */
  uses: number;
  updatedAt: number;
  /** Who changed it last; null where they have no account any more. */
  updatedBy: string | null;
}

type Done = { ok: true; id: string } | { ok: false; reason: ErrorCode };
const refused = (reason: ErrorCode): Done => ({ ok: false, reason });

const mayShare = ({ role }: StaffActor): boolean => role !== 'agent';
const visible = ({ store, id }: StaffActor) =>
  and(eq(savedReply.storeId, store), or(isNull(savedReply.ownerId), eq(savedReply.ownerId, id)));

/** All that this person finds, by short name, their own first. */
export async function savedReplies(d1: D1Database, actor: StaffActor): Promise<SavedReply[]> {
  const { id, name, ownerId, texts, uses, updatedAt } = savedReply;
  const seen = sql<number>`coalesce((SELECT max(n) FROM audit WHERE audit.store_id = ${savedReply.storeId}
    AND area = 'replies' AND of_id = ${savedReply.id}), 0)`;
  const rows = await drizzle(d1)
    .select({ id, name, ownerId, texts, seen, uses, updatedAt, updatedBy: user.name })
    .from(savedReply)
    .leftJoin(user, eq(user.id, savedReply.updatedBy))
    .where(visible(actor))
    .orderBy(asc(name));
  return rows
    .map(({ ownerId: owner, ...reply }) => ({ ...reply, shared: owner === null }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }) || Number(a.shared) - Number(b.shared));
}

/** A new one. @param now epoch ms */
export async function addReply(d1: D1Database, actor: StaffActor, wanted: ReplyWanted, now: number): Promise<Done> {
  if (wanted.shared && !mayShare(actor)) return refused('forbidden');
  if (!isSound(wanted)) return refused('no_fallback');
  const id = crypto.randomUUID();
  const owner = wanted.shared ? null : actor.id;
  // Name and number are looked at where it is written: two may be added at the same instant.
  const write = d1
    .prepare(
      `INSERT INTO saved_reply (store_id, id, owner_id, name, texts, created_by, created_at, updated_by, updated_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6, ?7
       WHERE (SELECT count(*) FROM saved_reply WHERE store_id = ?1 AND owner_id IS ?3) < ?8
         AND NOT EXISTS (SELECT 1 FROM saved_reply WHERE store_id = ?1 AND owner_id IS ?3 AND name = ?4)`,
    )
    .bind(
      actor.store,
      id,
      owner,
      wanted.name,
      JSON.stringify(wanted.texts),
      actor.id,
      now,
      wanted.shared ? REPLIES.shared : REPLIES.own,
    );
  const { meta } = await noted(d1, actor, changeOf(id, null, wanted), { write, now });
  if (meta.changes > 0) return { ok: true, id };
  return refused((await isTaken(d1, actor, id, wanted)) ? 'reply_exists' : 'too_many_replies');
}

/** What the store's list of changes says of it. What is somebody's own stands in no list. */
function changeOf(
  id: string,
  before: Pick<SavedReply, 'name' | 'shared' | 'texts'> | null,
  after: ReplyWanted | null,
  seen?: number,
): Change | [] {
  const shared = (one: typeof before) => (one?.shared ? { name: one.name, texts: one.texts } : null);
  const [was, is] = [shared(before), shared(after)];
  return was || is ? { area: 'replies', of: { id, name: `/${(is ?? was)?.name}` }, before: was, after: is, seen } : [];
}

async function isTaken(d1: D1Database, actor: StaffActor, id: string, { name, shared }: ReplyWanted): Promise<boolean> {
  const found = await d1
    .prepare('SELECT 1 FROM saved_reply WHERE store_id = ?1 AND owner_id IS ?2 AND name = ?3 AND id <> ?4')
    .bind(actor.store, shared ? null : actor.id, name, id)
    .first();
  return found !== null;
}

/** Whether this person may change or remove it; others' own ones do not exist for them. */
function whyNot(actor: StaffActor, found: SavedReply | undefined): ErrorCode | null {
  if (!found) return 'not_found';
  return found.shared && !mayShare(actor) ? 'forbidden' : null;
}

/**
 * Replaces one, also who finds it.
 * @param now epoch ms
 * @throws Refusal `changed_meanwhile` where a newer one stands there than was seen
 */
export async function changeReply(
  d1: D1Database,
  actor: StaffActor,
  id: string,
  { seen, ...wanted }: ReplyWanted & { seen?: number | undefined },
  now: number,
): Promise<Done> {
  const find = async () => (await savedReplies(d1, actor)).find((one) => one.id === id);
  const known = await find();
  const reason = whyNot(actor, known) ?? (wanted.shared && !mayShare(actor) ? 'forbidden' : null);
  if (reason || !known) return refused(reason ?? 'not_found');
  if (!isSound(wanted)) return refused('no_fallback');
  const write = d1
    .prepare(
      `UPDATE saved_reply SET owner_id = ?3, name = ?4, texts = ?5, updated_by = ?6, updated_at = ?7
       WHERE store_id = ?1 AND id = ?2 AND (owner_id IS NULL OR owner_id = ?6)
         AND NOT EXISTS (SELECT 1 FROM saved_reply WHERE store_id = ?1 AND owner_id IS ?3 AND name = ?4 AND id <> ?2)
         AND (owner_id IS ?3 OR (SELECT count(*) FROM saved_reply WHERE store_id = ?1 AND owner_id IS ?3) < ?8)`,
    )
    .bind(
      actor.store,
      id,
      wanted.shared ? null : actor.id,
      wanted.name,
      JSON.stringify(wanted.texts),
      actor.id,
      now,
      wanted.shared ? REPLIES.shared : REPLIES.own,
    );
  const { meta } = await noted(d1, actor, changeOf(id, known, wanted, seen), { write, now, current: find });
  if (meta.changes > 0) return { ok: true, id };
  return refused((await isTaken(d1, actor, id, wanted)) ? 'reply_exists' : 'too_many_replies');
}

export async function removeReply(d1: D1Database, actor: StaffActor, id: string, now: number): Promise<Done> {
  const known = (await savedReplies(d1, actor)).find((one) => one.id === id);
  const reason = whyNot(actor, known);
  if (reason || !known) return refused(reason ?? 'not_found');
  const write = d1
    .prepare('DELETE FROM saved_reply WHERE store_id = ?1 AND id = ?2 AND (owner_id IS NULL OR owner_id = ?3)')
    .bind(actor.store, id, actor.id);
  await noted(d1, actor, changeOf(id, known, null), { write, now });
  return { ok: true, id };
}

/** Counts what was sent. What does not exist any more counts nowhere. */
export async function countUses(
  d1: D1Database,
  { store, id: person }: StaffActor,
  uses: readonly { id: string; times: number }[],
): Promise<void> {
  if (uses.length === 0) return;
  const statement = d1.prepare(
    `UPDATE saved_reply SET uses = uses + ?4
     WHERE store_id = ?1 AND id = ?2 AND (owner_id IS NULL OR owner_id = ?3)`,
  );
  await d1.batch(uses.map(({ id, times }) => statement.bind(store, id, person, times)));
}
