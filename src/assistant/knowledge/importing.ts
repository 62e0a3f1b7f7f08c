import { CHUNK } from './limits.ts';
import { hashOf } from './reading/hash.ts';
import { type KnowledgeFile, readRows } from './reading/read.ts';
import type { Notes } from './reading/unreadable.ts';
import type { ArticleRow, Begin, Finish, ProductRow, Reading, Report } from './rows.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * An import, led from where the files are: read them once and compare with what the store knows, say what that would do,
 * then send what is new or has changed (see sending), and nothing else. Broken off, it is taken up by the same calls.
 */

/** The store's side, over HTTP or in the same process. Refusals are thrown. */
export interface Store {
  begin(wanted: Begin): Promise<{ source: number; import: string }>;
  known(
    session: Session,
    after: string,
  ): Promise<{ known: [string, string | null, string | null][]; after: string | null }>;
  chunk(session: Session, n: number, chunk: { rows: Row[]; gone: string[] }): Promise<{ rowsWritten: number }>;
  finish(session: Session, finish: Finish): Promise<unknown>;
  clean(source: number, after: string): Promise<{ after: string | null }>;
}
export interface Session {
  source: number;
  import: string;
}
export type Row = ProductRow | ArticleRow;

export interface Plan {
  session: Session;
  report: Report;
  /** Drafts and hidden products, left out on purpose. */
  left: number;
  /** Ids of what is to be sent. */
  wanted: Set<string>;
  gone: string[];
  /** Something of it was stored already, by an import that was broken off. */
  resumed: boolean;
  /** What was there before: more than a third of it going is asked about first. */
  before: number;
  /** About so many rows of the database will be written. */
  rows: number;
  vocabulary: Finish['vocabulary'];
  partial: boolean;
  files: readonly KnowledgeFile[];
  reading: Reading;
  now: number;
  /** Every bad row, up to a bound. */
  faults: { file: string; line: number; cause: string }[];
}

/** Measured (test/assistant/knowledge-import.test.ts): rows that the database writes for one product or article. */
export const ROWS = {
  products: { added: 3, changed: 6, removed: 3 },
  /** With the four passages that an article has by and large. */
  articles: { added: 14, changed: 24, removed: 10 },
};
/** What the free plan of Cloudflare's D1 writes in a day. */
export const FREE_ROWS_A_DAY = 100_000;
/** Bad rows that are kept to be shown; all are counted. */
const MOST_FAULTS = 10_000;

export interface Wanted {
  files: readonly KnowledgeFile[];
  begin: Begin;
  /** What the files no longer name stays: for a few articles among many. */
  keep?: boolean;
  now: number;
}

/**
 * Reads the files once and says what importing them would do. Nothing is changed but that the import is open.
 * @throws Unreadable, or what `store` throws
 */
export async function plan(store: Store, wanted: Wanted, progress: (rows: number) => void = () => {}): Promise<Plan> {
  const { files, begin, now, keep = false } = wanted;
  // Before anything is opened at the store, it should be known that the files can be read.
  for (const file of files)
    for await (const _ of readRows(file, begin.reading, { complete: true, left: 0 }, now)) break;
  const session = await store.begin(begin);
  const { next, before } = await everythingKnown(store, session);
  const seen = new Map<string, string>();
  const bad = new Set<string>();
  const words = new Vocabulary();
  const result = { added: 0, changed: 0, unchanged: 0 };
  const made: Plan = {
    session,
    report: { files: files.map(({ name }) => name).slice(0, 20), ...result, removed: 0, bad: 0, faults: [] },
    left: 0,
    wanted: new Set(),
    gone: [],
    resumed: differs(next, before),
    before: before.size,
    rows: 0,
    vocabulary: {},
    partial: keep,
    files,
    reading: begin.reading,
    now,
    faults: [],
  };
  const fault = (file: KnowledgeFile, line: number, cause: string) => {
    made.report.bad++;
    if (made.faults.length < MOST_FAULTS) made.faults.push({ file: file.name, line, cause });
  };
  let complete = true;
  let count = 0;
  for (const file of files) {
    const notes: Notes = { complete: true, left: 0 };
    for await (const read of readRows(file, begin.reading, notes, now)) {
      if (++count % 500 === 0) progress(count);
      const first = read.id === null ? undefined : seen.get(read.id);
      if (!('row' in read)) {
        fault(file, read.line, read.cause);
        if (read.id !== null && first === undefined) bad.add(read.id);
      } else if (first !== undefined)
        fault(file, read.line, `The id “${read.row.id}” stands twice; it was taken from ${first}.`);
      else {
        seen.set(read.row.id, files.length > 1 ? file.name : `line ${read.line}`);
        words.add(read.row);
        const hash = await hashOf(read.row);
        const known = before.get(read.row.id);
        if (known === undefined) made.report.added++;
        else if (known === hash) made.report.unchanged++;
        else made.report.changed++;
        if (next.get(read.row.id) !== hash) made.wanted.add(read.row.id);
      }
    }
    complete &&= notes.complete;
    made.left += notes.left;
  }
  progress(count);
  // What is missing from half a file, or from one of which nothing could be read, is hardly gone from the shop.
  const trusted = complete && !keep && (seen.size > 0 || count === 0);
  const stays = (id: string) => seen.has(id) || bad.has(id);
  if (trusted) made.gone = [...next.keys()].filter((id) => !stays(id));
  made.report.removed = trusted ? [...before.keys()].filter((id) => !stays(id)).length : 0;
  made.report.faults = made.faults.sort((a, b) => a.line - b.line).slice(0, 100);
  made.vocabulary = words.byLetter();
  made.rows = rowsOf(made, begin.kind, [...made.wanted].filter((id) => before.has(id)).length);
  return made;
}

function rowsOf({ wanted, gone }: Plan, kind: Begin['kind'], changed: number): number {
  const { added, changed: change, removed } = ROWS[kind];
  const rows = (wanted.size - changed) * added + changed * change + gone.length * removed;
  // Words, sources, and one line for each chunk.
  return rows === 0 ? 0 : rows + 60 + Math.ceil(wanted.size / CHUNK.rows);
}

const differs = (next: Map<string, string>, before: Map<string, string>): boolean =>
  next.size !== before.size || [...next].some(([id, hash]) => before.get(id) !== hash);

async function everythingKnown(store: Store, session: Session) {
  const next = new Map<string, string>();
  const before = new Map<string, string>();
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<Store['known']>> = await store.known(session, after);
    for (const [id, now, staged] of page.known) {
      if (now !== null) before.set(id, now);
      if (staged !== null) next.set(id, staged);
    }
    after = page.after;
  }
  return { next, before };
}

/** More than a third of what was there would go: rather a wrong file than a sale of the shop. */
export const needsConsent = ({ report, before }: Plan): boolean => report.removed * 3 > before;
