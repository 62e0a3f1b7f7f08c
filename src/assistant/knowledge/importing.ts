import { folded } from '../catalog/words.ts';
import { CHUNK } from './limits.ts';
import { hashOf } from './reading/hash.ts';
import { type KnowledgeFile, readRows } from './reading/read.ts';
import type { Notes } from './reading/unreadable.ts';
import type { ArticleRow, Begin, Finish, ProductRow, Reading, Report } from './rows.ts';

/**
 * An import, led from where the files are: read them once and compare with what the store knows, say what that would do,
 * then send what is new or has changed, and nothing else. Broken off, it is taken up by the same calls.
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

/** Measured (test/assistant/knowledge-rows.test.ts): rows that the database writes for one product or article. */
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

export interface Progress {
  /** Products or articles sent, of how many. */
  sent: number;
  of: number;
  rowsWritten: number;
}

/**
 * Sends what a plan found, and makes it the present state in one step.
 * @param most stop after so many written rows, to go on another day
 * @returns false where it stopped before the end: what was sent is kept, and nothing of it is found yet
 */
export async function carryOut(
  store: Store,
  made: Plan,
  { progress = () => {}, most = Number.POSITIVE_INFINITY, signal }: Options = {},
): Promise<boolean> {
  const sender = new Sender(store, made, progress);
  for (const file of made.files) {
    for await (const read of readRows(file, made.reading, { complete: true, left: 0 }, made.now)) {
      if (!('row' in read) || !made.wanted.has(read.row.id) || sender.has(read.row.id)) continue;
      await sender.add({ ...read.row, hash: await hashOf(read.row) });
      if (sender.rowsWritten >= most || signal?.aborted) return false;
    }
  }
  for (const id of made.gone) {
    await sender.remove(id);
    if (sender.rowsWritten >= most || signal?.aborted) return false;
  }
  await sender.flush();
  const { report, vocabulary, partial } = made;
  await store.finish(made.session, { report, vocabulary, partial });
  await cleanUp(store, made.session.source);
  return true;
}

interface Options {
  progress?: (progress: Progress) => void;
  most?: number;
  signal?: AbortSignal;
}

/** Removes what nothing shows any more, step by step. */
export async function cleanUp(store: Pick<Store, 'clean'>, source: number): Promise<void> {
  for (let after: string | null = ''; after !== null; ) after = (await store.clean(source, after)).after;
}

/** Gathers rows into chunks and sends them by number. */
class Sender {
  rowsWritten = 0;
  private readonly sent = new Set<string>();
  private rows: Row[] = [];
  private gone: string[] = [];
  private size = 0;
  private number = 0;
  private readonly store: Store;
  private readonly made: Plan;
  private readonly progress: (progress: Progress) => void;

  constructor(store: Store, made: Plan, progress: (progress: Progress) => void) {
    this.store = store;
    this.made = made;
    this.progress = progress;
  }

  has(id: string): boolean {
    return this.sent.has(id);
  }

  async add(row: Row) {
    const size = JSON.stringify(row).length;
    if (this.rows.length >= CHUNK.rows || (this.rows.length > 0 && this.size + size > CHUNK.characters))
      await this.flush();
    this.rows.push(row);
    this.sent.add(row.id);
    this.size += size;
  }

  async remove(id: string) {
    if (this.gone.length >= CHUNK.gone) await this.flush();
    this.gone.push(id);
    this.sent.add(id);
  }

  async flush() {
    if (this.rows.length === 0 && this.gone.length === 0) return;
    const { rows, gone } = this;
    [this.rows, this.gone, this.size] = [[], [], 0];
    const { rowsWritten } = await this.store.chunk(this.made.session, this.number++, { rows, gone });
    this.rowsWritten += rowsWritten;
    const of = this.made.wanted.size + this.made.gone.length;
    this.progress({ sent: this.sent.size, of, rowsWritten: this.rowsWritten });
  }
}

/** A letter's words are one row of the database. */
const MOST_CHARACTERS = 50_000;

interface Named {
  title: string;
  brand?: string | null;
  category?: string | null;
  colour?: string | null;
  passages?: { heading: string }[];
}

/** The words by which things are called: what mistyped ones are compared with. */
export class Vocabulary {
  private readonly letters = new Map<string, Set<string>>();

  add(row: Named) {
    const names = [
      row.title,
      row.brand,
      row.category,
      row.colour,
      ...(row.passages ?? []).map(({ heading }) => heading),
    ];
    for (const word of folded(names.filter(Boolean).join(' · '))) {
      if (word.length < 4 || word.length > 24 || !/^\p{L}+$/u.test(word)) continue;
      const letter = String.fromCodePoint(word.codePointAt(0) ?? 0);
      const words = this.letters.get(letter) ?? new Set();
      this.letters.set(letter, words.add(word));
    }
  }

  byLetter(): Record<string, string> {
    return Object.fromEntries(
      [...this.letters].slice(0, 200).map(([letter, words]) => {
        const line = [...words].sort().join(' ');
        return [letter, line.length <= MOST_CHARACTERS ? line : line.slice(0, line.lastIndexOf(' ', MOST_CHARACTERS))];
      }),
    );
  }
}
