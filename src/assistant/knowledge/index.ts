import { Refusal } from '../../errors';
import { readArticle } from './article';
import { type Fault, readFeed } from './feed';
import { idOf, type Product, productOf } from './product';
import { canonical, knownProducts, type StoredArticle, storedArticle, writeArticle, writeProducts } from './stored';
import { readText } from './text';

export type { Product } from './product';
export { articles, counts, productById, products } from './stored';

/** What an import did, in numbers of products or articles, and what it could not take. */
export interface ImportReport {
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  bad: Fault[];
}

/**
 * Makes a store's products those of a Google product feed (RSS 2.0 or Atom): new ones come in, others change, and those
 * that the feed no longer names go. Broken ones are listed; where the store has an older state of one, that stays. All or
 * nothing is written.
 * @param now epoch ms, for sale prices that hold for a time only
 * @throws Refusal `feed_unreadable` where the file is no product feed, `too_large` above 20 million characters
 */
export async function importProducts(
  db: D1Database,
  store: string,
  feed: string | ReadableStream,
  now = Date.now(),
): Promise<ImportReport> {
  const { items, faults, complete } = readFeed(await readText(feed));
  const bad = [...faults];
  const good = new Map<string, { product: Product; line: number }>();
  const kept = new Set<string>();
  for (const item of items) {
    const id = idOf(item);
    const first = id ? good.get(id) : undefined;
    const read = first && id ? { fault: { line: item.line, cause: twice(id, first.line) } } : productOf(item, now);
    if ('product' in read) good.set(read.product.id, { product: read.product, line: item.line });
    else {
      bad.push(read.fault);
      if (id) kept.add(id);
    }
  }

  const known = await knownProducts(db, store);
  const report = { added: 0, changed: 0, removed: 0, unchanged: 0, bad: bad.sort((a, b) => a.line - b.line) };
  const write: Product[] = [];
  for (const [id, { product }] of good) {
    const before = known.get(id);
    if (before === canonical(product)) report.unchanged++;
    else {
      if (before === undefined) report.added++;
      else report.changed++;
      write.push(product);
    }
  }
  // What is missing from half a file, or from one of which nothing could be read, is hardly gone from the shop.
  const trusted = complete && (good.size > 0 || items.length === 0);
  const gone = trusted ? [...known.keys()].filter((id) => !good.has(id) && !kept.has(id)) : [];
  report.removed = gone.length;
  await writeProducts(db, store, write, gone);
  return report;
}

/**
 * Takes in one Markdown article with front matter, in place of an older one of the same file name.
 * @throws Refusal `feed_unreadable` where the file is no text, `too_large` above 500,000 characters
 */
export async function importArticle(
  db: D1Database,
  store: string,
  fileName: string,
  markdown: string,
): Promise<ImportReport> {
  if (markdown.length > 500_000) throw new Refusal('too_large');
  const report: ImportReport = { added: 0, changed: 0, removed: 0, unchanged: 0, bad: [] };
  const read = readArticle(fileName, markdown);
  if ('faults' in read) return { ...report, bad: read.faults };
  const before: StoredArticle | null = await storedArticle(db, store, read.article.id);
  if (before?.markdown === read.article.markdown) return { ...report, unchanged: 1 };
  await writeArticle(db, store, read.article);
  return before ? { ...report, changed: 1 } : { ...report, added: 1 };
}

const twice = (id: string, line: number) => `The id “${id}” stands twice; it was taken from line ${line}.`;
