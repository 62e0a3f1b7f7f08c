import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { indexText, storeToken } from '../assistant/knowledge/index-text';
import type { Unanswered } from '../assistant/missing/keeping';
import { conversation, handoff } from '../db/schema';
import { type Handoff, type Reminder, ratingSource } from '../domain/handoff';
import type { StaffMessage } from '../protocol/staff';
import type { StaffFacts } from '../protocol/staff-facts';

/** Where a request for a person came from: what the page told, and nobody verified. Rules are tried on it. */
export interface Situation {
  /** The page's address. */
  page: string | null;
  /** In the cart's own currency. */
  cart: number | null;
  properties: { name: string; value: string | number | boolean }[];
}

export type PastMessage = StaffMessage & { situation?: Situation };

/** One conversation as its object knows it at `rev`. */
export interface Snapshot {
  store: string;
  id: string;
  rev: number;
  customer: string;
  lang: string;
  /** The conversation that this customer's browser began with, where this is a later one. */
  visitor?: string | undefined;
  /** Where an answer reaches the customer, where they left it. */
  email: string | null;
  /** Whom the shop says they are; missing for everybody anonymous. */
  sub?: string | undefined;
  startedAt: number;
  lastAt: number;
  messages: number;
  /** Only the handoffs that changed. */
  handoffs: Handoff[];
  /** Every ending note there is. */
  endings: string[];
  /** What led to a handoff, in the assistant's words, by its number. */
  inWords: Readonly<Record<number, { text: string }>>;
  /** Tokens. */
  usage: { in: number; out: number };
  /** Null: the words stay as history has them. */
  transcript: PastMessage[] | null;
  /** What staff keep beside it; null where they never did. */
  facts: StaffFacts | null;
  /** The questions that the assistant could not answer. */
  unanswered: Unanswered[];
  /** The call-backs that are not done; null: history has them as they are. */
  reminders: Reminder[] | null;
  /** Who of the staff plays the customer; missing for real ones. */
  test?: string | null | undefined;
  /** When what is owed since an instant falls due. */
  dueAt(since: number): number | null;
}

/**
 * Writes a conversation into history. Idempotent, and safe out of order: a row of a newer `rev` is never replaced by an
 * older one.
 * @throws when D1 cannot be reached or is not migrated; the caller tries again
 */
export async function project(d1: D1Database, snapshot: Snapshot): Promise<void> {
  const db = drizzle(d1);
  const { store: storeId, id, rev, customer, lang, email, startedAt, lastAt, messages } = snapshot;
  const transcript = snapshot.transcript && JSON.stringify(snapshot.transcript);
  const { test = null, visitor = null, sub = null } = snapshot;
  const { in: tokensIn, out: tokensOut } = snapshot.usage;
  const head = { rev, customer, lang, email, sub, messages, tokensIn, tokensOut, test, ...factsOf(snapshot.facts) };
  const rows = snapshot.handoffs.map((h) => handoffRow(snapshot, h));
  const asked = snapshot.unanswered.length > 0 ? await unansweredStatements(d1, snapshot) : [];
  const history = [
    db
      .insert(conversation)
      .values({ storeId, id, visitor, startedAt, lastAt, transcript, ...head })
      .onConflictDoUpdate({
        target: [conversation.storeId, conversation.id],
        set: transcript === null ? head : { ...head, lastAt, transcript },
        setWhere: sql`${conversation.rev} < ${rev}`,
      }),
    ...rows.map(({ storeId: _s, conversationId: _c, n: _n, ...set }, i) =>
      db
        .insert(handoff)
        .values(rows[i] as (typeof rows)[number])
        .onConflictDoUpdate({
          target: [handoff.storeId, handoff.conversationId, handoff.n],
          set,
          setWhere: sql`${handoff.rev} < ${rev}`,
        }),
    ),
    ...asked,
  ].map((query) => {
    // Drizzle's own batch takes none but its own statements, and knows no virtual table.
    const { sql: text, params } = query.toSQL();
    return d1.prepare(text).bind(...params);
  });
  await d1.batch([
    ...history,
    ...(snapshot.transcript ? [indexed(d1, snapshot, snapshot.transcript)] : []),
    ...(snapshot.reminders ? reminding(d1, snapshot, test ? [] : snapshot.reminders) : []),
  ]);
}

/** As long as what is indexed of one conversation gets: the newest words stay. */
const INDEXED = 400_000;

/** One document a conversation, in the place of the one before: one row. Only where this delivery is the newest. */
function indexed(
  d1: D1Database,
  { store, id, rev, customer, email, endings }: Snapshot,
  transcript: StaffMessage[],
): D1PreparedStatement {
  const filesOf = (one: StaffMessage) => ('files' in one && one.files ? one.files : []).map(({ name }) => name);
  const said = transcript.flatMap((one) => (one.kind === 'event' ? [] : [one.text, ...filesOf(one)]));
  return d1
    .prepare(
      `INSERT OR REPLACE INTO conversation_search (rowid, store, who, words)
      SELECT row, ?1, ?2, ?3 FROM conversation WHERE store_id = ?4 AND id = ?5 AND rev = ?6`,
    )
    .bind(
      storeToken(store),
      indexText(customer, email),
      indexText(...endings, ...said).slice(-INDEXED),
      ...[store, id, rev],
    );
}

/** In the place of those before. Only where this delivery is the newest. */
function reminding(d1: D1Database, { store, id, rev }: Snapshot, reminders: Reminder[]): D1PreparedStatement[] {
  const isNewest = 'EXISTS (SELECT 1 FROM conversation WHERE store_id = ?1 AND id = ?2 AND rev = ?3)';
  return [
    d1
      .prepare(`DELETE FROM reminder WHERE store_id = ?1 AND conversation_id = ?2 AND ${isNewest}`)
      .bind(store, id, rev),
    d1
      .prepare(
        `INSERT INTO reminder (store_id, conversation_id, n, at, line, owner_id, owner_name)
        SELECT ?1, ?2, value ->> 'n', value ->> 'at', value ->> 'line', value -> 'owner' ->> 'id', value -> 'owner' ->> 'name'
        FROM json_each(?4) WHERE ${isNewest}`,
      )
      .bind(store, id, rev, JSON.stringify(reminders)),
  ];
}

/** What reads words is loaded with the first question that found nothing. */
async function unansweredStatements(d1: D1Database, { store, id, lang, unanswered }: Snapshot) {
  const { keeping } = await import('../assistant/missing/keeping');
  return keeping(d1, store, { conversation: id, lang, unanswered }, Date.now());
}

/** Empty lists are none, so that an index holds only those that have some. */
const factsOf = (facts: StaffFacts | null) =>
  facts && {
    tags: facts.tags.length > 0 ? facts.tags : null,
    properties: facts.properties.length > 0 ? facts.properties : null,
    tasks: facts.tasks.length > 0 ? facts.tasks : null,
  };

function handoffRow({ store: storeId, id: conversationId, rev, dueAt, inWords, test }: Snapshot, h: Handoff) {
  const ended = h.status === 'ended' ? h : null;
  const given = ended?.rating.is === 'given' ? ended.rating : null;
  // What a test is owed stands in no list.
  const followUp = test ? null : (ended?.followUp ?? null);
  const asks = ended?.away?.asks ?? ended?.emailed?.asks ?? null;
  return {
    storeId,
    conversationId,
    n: h.n,
    rev,
    status: h.status,
    reason: h.reason,
    urgency: h.urgency,
    source: h.source,
    trigger: h.trigger,
    requestedAt: h.requestedAt,
    waitingSince: h.waitingSince,
    firstAssignedAt: h.assignees[0]?.at ?? null,
    firstReplyAt: h.firstReplyAt,
    endedAt: ended?.endedAt ?? null,
    assignees: JSON.stringify(h.assignees),
    lastAssignee: h.assignees.at(-1)?.staff.id ?? null,
    outcome: ended?.outcome ?? null,
    note: ended?.note ?? '',
    rating: given?.thumb ?? null,
    ratingSource: ended && given ? ratingSource(ended.outcome) : null,
    ratingComment: given?.comment ?? null,
    ratedAt: given?.at ?? null,
    asks: asks ? JSON.stringify(asks) : null,
    owedSince: followUp?.since ?? null,
    dueAt: followUp ? (followUp.until ?? dueAt(followUp.since)) : null,
    snoozed: followUp?.until !== undefined || null,
    ownerId: followUp?.owner?.id ?? null,
    ownerName: followUp?.owner?.name ?? null,
    summary: inWords[h.n]?.text ?? null,
    reopened: h.reopened,
    test: test ?? null,
  } satisfies typeof handoff.$inferInsert;
}
