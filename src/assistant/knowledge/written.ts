import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { article, passage, source } from '../../db/schema';
import { Refusal } from '../../errors';
import { type Change, type Editor, noted, revisionsOf } from '../../settings/audit';
import { folded } from '../catalog/words';
import { ANSWERS } from './limits';
import { hashOf } from './reading/hash';
import type { ArticleRow } from './rows';
import { WRITTEN } from './sources';
import { Vocabulary } from './vocabulary';
import { articleStatements, vocabularyStatements } from './writing';
import type { AnswerWanted } from './written-rows';

/**
 * Answers that people write in the dashboard: articles of a source of their own, which no file replaces. They are found
 * from the moment in which they are saved. Each wording of the question is a passage with the same answer.
 */

const NAME = 'Written here';
/** The one version that the source has. */
const VERSION = 1;

export interface WrittenAnswer extends AnswerWanted {
  id: string;
  /** `2026-03-31`. */
  updatedAt: string;
  /** Its newest entry in the list of changes. */
  seen: number;
}

/** All of a store's, the newest first. */
export async function writtenAnswers(d1: D1Database, store: string): Promise<WrittenAnswer[]> {
  const db = drizzle(d1);
  const n = await sourceOf(d1, store);
  if (n === null) return [];
  const mine = and(eq(article.storeId, store), eq(article.source, n));
  const [found, passages] = await db.batch([
    db.select().from(article).where(mine).orderBy(desc(article.row)),
    db
      .select({ article: passage.article, heading: passage.heading })
      .from(passage)
      .where(inArray(passage.article, db.select({ row: article.row }).from(article).where(mine)))
      .orderBy(asc(passage.row)),
  ]);
  const headings = Map.groupBy(passages, (one) => one.article);
  const places = found.map(({ id }) => ({ area: 'knowledge' as const, of: id }));
  const revisions = await revisionsOf(d1, store, places);
  return found.map(({ id, row, title, markdown, lang, updatedAt }, i) => ({
    id,
    question: title,
    others: (headings.get(row) ?? []).slice(1).map(({ heading }) => heading),
    answer: markdown,
    lang: lang ?? 'en',
    updatedAt: updatedAt ?? '',
    seen: revisions[i]?.n ?? 0,
  }));
}

async function sourceOf(d1: D1Database, store: string): Promise<number | null> {
  const found = await drizzle(d1)
    .select({ n: source.n })
    .from(source)
    .where(and(eq(source.storeId, store), eq(sql`${source.reading} ->> 'format'`, WRITTEN)))
    .get();
  return found?.n ?? null;
}

/** @param id which one it replaces; null: a new one. @throws Refusal `not_found`, `too_many_answers`, `changed_meanwhile` */
export async function writeAnswer(
  d1: D1Database,
  editor: Editor,
  id: string | null,
  { seen, ...wanted }: AnswerWanted & { seen?: number | undefined },
  now: number,
): Promise<{ id: string }> {
  const { store } = editor;
  const n = (await sourceOf(d1, store)) ?? (await opened(d1, store, now));
  const known = await titlesOf(d1, store, n);
  if (id !== null && !known.some((one) => one.id === id)) throw new Refusal('not_found');
  if (id === null && new Set(known.map((one) => one.id)).size >= ANSWERS.most) throw new Refusal('too_many_answers');
  const row = await rowOf(id ?? crypto.randomUUID(), wanted, now);
  const run = (statement: string, ...values: unknown[]) => d1.prepare(statement).bind(store, n, null, null, ...values);
  const titles = [...known.filter((one) => one.id !== row.id), ...headingsOf(row)];
  const find = async () => (await writtenAnswers(d1, store)).find((one) => one.id === row.id);
  const before = id === null ? undefined : await find();
  const articles = articleStatements(run, store, VERSION, [row], 'true');
  await noted(d1, editor, changeOf(row.id, before ?? null, wanted, seen), {
    write: d1.prepare('UPDATE source SET imported_at = ?3 WHERE store_id = ?1 AND n = ?2').bind(store, n, now),
    also: [
      removal(d1, store, n, row.id),
      ...articles,
      d1
        .prepare('UPDATE article SET lang = ?4 WHERE store_id = ?1 AND source = ?2 AND id = ?3')
        .bind(store, n, row.id, wanted.lang),
      ...vocabularyStatements(d1, store, n, { vocabulary: wordsOf(titles), partial: false }),
      counted(d1, store, n, now),
    ],
    now,
    current: find,
  });
  return { id: row.id };
}

/** @throws Refusal `not_found` */
export async function removeAnswer(d1: D1Database, editor: Editor, id: string, now: number): Promise<void> {
  const { store } = editor;
  const n = await sourceOf(d1, store);
  const known = n === null ? [] : await titlesOf(d1, store, n);
  if (n === null || !known.some((one) => one.id === id)) throw new Refusal('not_found');
  const vocabulary = wordsOf(known.filter((one) => one.id !== id));
  const before = (await writtenAnswers(d1, store)).find((one) => one.id === id) ?? null;
  await noted(d1, editor, changeOf(id, before, null), {
    write: removal(d1, store, n, id),
    also: [...vocabularyStatements(d1, store, n, { vocabulary, partial: false }), counted(d1, store, n, now)],
    now,
  });
}

function changeOf(id: string, before: AnswerWanted | null, after: AnswerWanted | null, seen?: number): Change {
  const said = (one: AnswerWanted | null) =>
    one && { question: one.question, others: one.others, answer: one.answer, lang: one.lang };
  const name = (after ?? before)?.question ?? '';
  return { area: 'knowledge', of: { id, name }, before: said(before), after: said(after), seen };
}

async function rowOf(id: string, { question: title, others, answer }: AnswerWanted, now: number): Promise<ArticleRow> {
  const said = (text: string) => folded(text).join(' ');
  const wordings = new Map([title, ...others].map((heading) => [said(heading), heading]));
  const passages = [...wordings.values()].map((heading) => ({ heading, text: answer }));
  // As it was typed first: a later wording with the same words is the same one.
  if (passages[0]) passages[0].heading = title;
  const article = {
    id,
    title,
    url: '',
    updatedAt: new Date(now).toISOString().slice(0, 10),
    markdown: answer,
    passages,
  };
  return { ...article, hash: await hashOf(article) };
}

/** Makes the source, once. */
async function opened(d1: D1Database, store: string, now: number): Promise<number> {
  await d1
    .prepare(
      `INSERT INTO source (store_id, n, kind, name, reading, version, imported_at)
       SELECT ?1, coalesce(max(n), 0) + 1, 'articles', ?2, json_object('format', ?3), ${VERSION}, ?4
       FROM source WHERE store_id = ?1 HAVING coalesce(sum(reading ->> 'format' = ?3), 0) = 0`,
    )
    .bind(store, NAME, WRITTEN, now)
    .run();
  const n = await sourceOf(d1, store);
  if (n === null) throw new Error('The source of written answers is not there');
  return n;
}

interface Titled {
  id: string;
  title: string;
}

const titlesOf = (d1: D1Database, store: string, n: number): Promise<Titled[]> =>
  drizzle(d1)
    .select({ id: article.id, title: passage.heading })
    .from(article)
    .innerJoin(passage, eq(passage.article, article.row))
    .where(and(eq(article.storeId, store), eq(article.source, n)));

const headingsOf = ({ id, passages }: ArticleRow): Titled[] => passages.map(({ heading: title }) => ({ id, title }));

function wordsOf(titles: readonly Titled[]): Record<string, string> {
  const words = new Vocabulary();
  for (const { title } of titles) words.add({ title });
  return words.byLetter();
}

/** Its passages, and what stands of them in the index, go with it (migrations/0006_knowledge_sources.sql). */
const removal = (d1: D1Database, store: string, n: number, id: string): D1PreparedStatement =>
  d1.prepare('DELETE FROM article WHERE store_id = ?1 AND source = ?2 AND id = ?3').bind(store, n, id);

const counted = (d1: D1Database, store: string, n: number, now: number): D1PreparedStatement =>
  d1
    .prepare(
      `UPDATE source SET imported_at = ?3, count = (SELECT count(*) FROM article WHERE store_id = ?1 AND source = ?2)
       WHERE store_id = ?1 AND n = ?2`,
    )
    .bind(store, n, now);
