import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { unanswered } from '../../db/schema';
import { Refusal } from '../../errors';
import { type Change, type Editor, noted } from '../../settings/audit';
import { readSettings } from '../../settings/store';
import { type Question, SURE } from '../assistant';
import { catalogAssistant } from '../catalog/catalog';
import { type Asked, type Group, grouped } from './group';
import { keptOf } from './keeping';

/** What customers asked and the assistant could not answer, as the merchant is shown it. Bound to one store. */

/** Names a group by one of its questions. */
export interface Place {
  conversation: string;
  seq: number;
}

export interface MissingView {
  of: Place;
  question: string;
  lang: string;
  /** How often it was asked since it was last settled, and how often a person was asked for over it. */
  times: number;
  handoffs: number;
  /** Epoch ms. */
  lastAt: number;
  langs: string[];
  others: string[];
  /** The last conversations in which it was asked. */
  conversations: { id: string; at: number }[];
  /** When the merchant settled it before, epoch ms; null: never. */
  settledAt: number | null;
}

/** What was settled comes back when it was asked so often since. */
const COMES_BACK = 3;
const SHOWN = 30;
const CONVERSATIONS = 5;

/** @returns the biggest groups, and how many there are in all */
export async function missing(
  db: D1Database,
  store: string,
  now: number,
): Promise<{ groups: MissingView[]; all: number }> {
  const groups = (await groupsOf(db, store, now)).flatMap((group) => viewOf(group) ?? []);
  groups.sort((a, b) => b.times - a.times || b.lastAt - a.lastAt);
  return { groups: groups.slice(0, SHOWN), all: groups.length };
}

async function groupsOf(db: D1Database, store: string, now: number): Promise<Group[]> {
  const rows = await keptOf(db, store, now);
  return grouped(
    rows.map(
      ({ conversationId: conversation, words, seq, text, lang, at, why, settledAt }): Asked => ({
        conversation,
        seq,
        text,
        lang,
        at,
        why,
        words: words.split(' '),
        settledAt,
      }),
    ),
  );
}

/** Null for what the merchant has settled and hardly anybody has asked since. */
function viewOf({ typical, asked, others }: Group): MissingView | null {
  const open = asked.filter((one) => one.settledAt === null);
  const [last] = open;
  if (!last || (open.length < asked.length && open.length < COMES_BACK)) return null;
  const conversations = new Map(open.toReversed().map(({ conversation, at }) => [conversation, at]));
  const { conversation, seq, text, lang } = typical;
  return {
    of: { conversation, seq },
    question: text,
    lang,
    times: open.length,
    handoffs: open.filter(({ why }) => why === 'handoff').length,
    lastAt: last.at,
    langs: [...new Set(open.map((one) => one.lang))],
    others,
    conversations: [...conversations]
      .map(([id, at]) => ({ id, at }))
      .slice(-CONVERSATIONS)
      .reverse(),
    settledAt: asked.reduce<number | null>((latest, one) => Math.max(latest ?? 0, one.settledAt ?? 0) || null, null),
  };
}

/**
 * Settles the group of a question that is not worth an answer.
 * @throws Refusal `not_found` where there is no such question any more
 */
export async function settle(db: D1Database, editor: Editor, of: Place, now: number): Promise<void> {
  const found = await settling(db, editor.store, of, now);
  if (!found) throw new Refusal('not_found');
  const change: Change = {
    area: 'knowledge',
    of: { id: `${of.conversation}/${of.seq}`, name: found.question },
    before: { worthAnAnswer: true },
    after: { worthAnAnswer: false },
  };
  await noted(db, editor, change, { write: found.write, now });
}

/** Settles the group of a question, where it is still there. */
export async function settleIfThere(db: D1Database, store: string, of: Place, now: number): Promise<void> {
  await (await settling(db, store, of, now))?.write.run();
}

async function settling(
  db: D1Database,
  store: string,
  of: Place,
  now: number,
): Promise<{ write: D1PreparedStatement; question: string } | null> {
  const same = ({ conversation, seq }: Place) => conversation === of.conversation && seq === of.seq;
  const group = (await groupsOf(db, store, now)).find(({ asked }) => asked.some(same));
  if (!group) return null;
  const places = group.asked.map(({ conversation, seq }) => [conversation, seq]);
  const write = db
    .prepare(
      `UPDATE unanswered SET settled_at = ?3 WHERE store_id = ?1 AND settled_at IS NULL
       AND (conversation_id, seq) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?2))`,
    )
    .bind(store, JSON.stringify(places), now);
  return { write, question: group.typical.text };
}

/** Which of these questions the built-in assistant would be sure of today. @returns in the same order */
export async function answeredNow(db: D1Database, store: string, questions: readonly Place[]): Promise<boolean[]> {
  const places = JSON.stringify(questions.map(({ conversation, seq }) => [conversation, seq]));
  const rows = await drizzle(db)
    .select()
    .from(unanswered)
    .where(
      and(
        eq(unanswered.storeId, store),
        sql`(${unanswered.conversationId}, ${unanswered.seq}) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${places}))`,
      ),
    );
  const { settings } = await readSettings(db, store);
  return Promise.all(
    questions.map(async ({ conversation, seq }) => {
      const asked = rows.find((row) => row.conversationId === conversation && row.seq === seq);
      if (!asked) return false;
      const { text, lang } = asked;
      const about = { conversation, settings, isOpen: true, opensAt: null, page: null, opened: [], email: false };
      const signal = new AbortController().signal;
      return isSure(db, { store, turn: 0, text, lang, history: [], about, signal });
    }),
  );
}

async function isSure(db: D1Database, question: Question): Promise<boolean> {
  for await (const part of catalogAssistant(db, question.store).answer(question))
    if (part.type === 'done') return part.confidence >= SURE && part.handoff === null;
  return false;
}
