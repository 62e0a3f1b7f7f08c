import type { Editor } from '../../settings/audit';
import { plan, type Store } from './importing';
import type { KnowledgeFile } from './reading/read';
import type { ArticleRow, ProductRow, Reading, Report } from './rows';
import { carryOut } from './sending';
import { begin, discard, type Kind, removeSource, sessionOf, sources } from './sources';
import { clean, finish, known, writeChunk } from './writing';

export type { Product } from './reading/product';
export { articles, counts, productById, products } from './stored';
export { clean, discard, removeSource, sessionOf, sources };

/**
 * A store's side of an import, in the Worker itself: what the routes answer with.
 * @param editor who imports, for the list of changes; null where nobody does (a demo that is being filled)
 */
export function storeOf(db: D1Database, store: string, now: number, editor: Editor | null = null): Store {
  const open = (session: { source: number; import: string }) => sessionOf(db, store, session.source, session.import);
  return {
    begin: (wanted) => begin(db, store, wanted, now),
    async known(session, after) {
      const opened = await open(session);
      return known(db, store, opened.kind, opened, after);
    },
    async chunk(session, number, { rows, gone }) {
      const opened = await open(session);
      if (number < opened.nextChunk) return { rowsWritten: 0 };
      // The route's schema is the kind's own.
      const content =
        opened.kind === 'products'
          ? { kind: opened.kind, rows: rows as ProductRow[], number, gone }
          : { kind: opened.kind, rows: rows as ArticleRow[], number, gone };
      return { rowsWritten: await writeChunk(db, store, opened, content) };
    },
    async finish(session, how) {
      const opened = await open(session);
      await finish(db, store, opened.kind, opened, how, { editor, now });
    },
    clean: async (source, after) => ({ after: await clean(db, store, source, after) }),
  };
}

/** Imports files in this process, as a merchant would with all consents given. @throws Unreadable, Refusal */
async function importFiles(
  db: D1Database,
  store: string,
  files: KnowledgeFile[],
  { kind, reading, keep, now }: { kind: Kind; reading: Reading; keep: boolean; now: number },
): Promise<Omit<Report, 'files' | 'bad' | 'faults'> & { bad: { line: number; cause: string }[] }> {
  const [source = null] = (await sources(db, store)).filter((one) => one.kind === kind).map(({ n }) => n);
  const name = kind === 'products' ? 'Product feed' : 'Help articles';
  const door = storeOf(db, store, now);
  const made = await plan(door, { files, begin: { kind, source, name, reading }, keep, now });
  await carryOut(door, made);
  const { added, changed, removed, unchanged } = made.report;
  return { added, changed, removed, unchanged, bad: made.faults.map(({ line, cause }) => ({ line, cause })) };
}

const streamOf = (content: string | ReadableStream): ReadableStream<Uint8Array> =>
  typeof content === 'string' ? new Blob([content]).stream() : content;

/** Makes a store's first source of products those of a Google product feed. */
export const importProducts = (db: D1Database, store: string, feed: string, now = Date.now()) =>
  importFiles(db, store, [{ name: 'feed.xml', stream: () => streamOf(feed) }], {
    kind: 'products',
    reading: { format: 'google' },
    keep: false,
    now,
  });

/** Takes in one Markdown article, in place of an older one of the same file name. */
export const importArticle = (db: D1Database, store: string, fileName: string, markdown: string) =>
  importFiles(db, store, [{ name: fileName, stream: () => streamOf(markdown) }], {
    kind: 'articles',
    reading: { format: 'markdown' },
    keep: true,
    now: Date.now(),
  });
