import type { Plan, Row, Store } from './importing.ts';
import { CHUNK } from './limits.ts';
import { hashOf } from './reading/hash.ts';
import { readRows } from './reading/read.ts';

/** What a plan found, sent in chunks. */

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
