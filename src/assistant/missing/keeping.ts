import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { unanswered } from '../../db/schema';
import { weightyWords } from './words';

/** The questions that a store's assistant could not answer, as rows of the database. */

const DAY = 86_400_000;
/** How long, and how many of a store's: the newest. */
export const KEPT = { days: 90, questions: 5_000 };
/** Counting reads them all, so it is done with one conversation in so many. */
const COUNTED = 32;

/** A customer's question that the assistant could not answer. */
export interface Unanswered {
  /** Its place in the conversation. */
  seq: number;
  text: string;
  /** Epoch ms. */
  at: number;
  /** `handoff`: a person was asked for over it. */
  why: 'unsure' | 'handoff';
}

interface Wanted {
  conversation: string;
  /** BCP 47. */
  lang: string;
  unanswered: readonly Unanswered[];
}

/** When what is kept begins, epoch ms. */
export const keptSince = (now: number): number => now - KEPT.days * DAY;

/**
 * The statements that keep a conversation's questions. Told again they change nothing, but for those over which a person
 * was asked for since; what no word says anything about is left out.
 */
export function keeping(d1: D1Database, store: string, { conversation, lang, unanswered: asked }: Wanted, now: number) {
  const db = drizzle(d1);
  const since = keptSince(now);
  const rows = asked
    .filter(({ at }) => at > since)
    .map((one) => ({ ...one, words: weightyWords(one.text, lang).join(' ') }))
    .filter(({ words }) => words !== '');
  const [first] = rows;
  if (!first) return [];
  return [
    ...rows.map(({ seq, text, at, why, words }) =>
      db
        .insert(unanswered)
        .values({ storeId: store, conversationId: conversation, seq, text, lang, at, why, words })
        .onConflictDoUpdate({
          target: [unanswered.storeId, unanswered.conversationId, unanswered.seq],
          set: { why: 'handoff' },
          setWhere: sql`${unanswered.why} = 'unsure' AND excluded.why = 'handoff'`,
        }),
    ),
    db.delete(unanswered).where(and(eq(unanswered.storeId, store), lt(unanswered.at, since))),
    ...(first.at % COUNTED === 0 ? [withoutOldest(d1, store)] : []),
  ];
}

/** Lets go of what is beyond the newest. */
function withoutOldest(d1: D1Database, store: string) {
  const db = drizzle(d1);
  const last = db
    .select({ at: unanswered.at })
    .from(unanswered)
    .where(eq(unanswered.storeId, store))
    .orderBy(sql`${unanswered.at} DESC`)
    .limit(1)
    .offset(KEPT.questions);
  return db.delete(unanswered).where(and(eq(unanswered.storeId, store), sql`${unanswered.at} <= (${last})`));
}

/** All of a store's, the newest first. */
export const keptOf = (d1: D1Database, store: string, now: number) =>
  drizzle(d1)
    .select()
    .from(unanswered)
    .where(and(eq(unanswered.storeId, store), gt(unanswered.at, keptSince(now))))
    .orderBy(sql`${unanswered.at} DESC`)
    .limit(KEPT.questions);
