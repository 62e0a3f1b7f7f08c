import type { Reading } from '../rows.ts';
import { type Article, articleOf, readMarkdown } from './article.ts';
import { textOf } from './bytes.ts';
import { guessMapping, itemOf, type Mapping, NEEDED, withId } from './columns.ts';
import { pairColumns, type Recognised, recognise } from './formats.ts';
import { readHtml } from './html.ts';
import { isObject, readJson } from './json.ts';
import { plainText } from './plain.ts';
import { idOf, type Product, productOf } from './product.ts';
import { shopify } from './shopify.ts';
import { delimiterOf, readTable, type TableRow } from './table.ts';
import { type Fault, type Notes, Unreadable } from './unreadable.ts';
import { woocommerce } from './woocommerce.ts';
import { inEnglish } from './woocommerce-heads.ts';
import { type FeedItem, readFeed } from './xml.ts';

/** Files of knowledge, wherever they are: a `File` in a browser, a file on a disk, a string in a test. */
export interface KnowledgeFile {
  name: string;
  /** Read once for each call. */
  stream(): ReadableStream<Uint8Array>;
}

/** One product or article of a file, or what is wrong with it. */
export type Read = { line: number; id: string | null } & ({ row: Product | Article } | { cause: string });

/** What a file is, from its beginning. @throws Unreadable */
export async function inspect(file: KnowledgeFile, encoding?: string): Promise<Recognised & { encoding: string }> {
  const text = await textOf(file.stream(), encoding);
  try {
    return { ...(await recognise(text.head, file.name)), encoding: text.encoding };
  } finally {
    await text.pieces[Symbol.asyncIterator]().return?.();
  }
}

/**
 * Reads a file as it comes, holding no more than a piece of it.
 * @param notes is filled in while reading, and true at the end
 * @param now epoch ms, for sale prices that hold for a time only
 * @throws Unreadable
 */
export async function* readRows(
  file: KnowledgeFile,
  reading: Reading,
  notes: Notes,
  now: number,
): AsyncGenerator<Read> {
  const { head, pieces } = await textOf(file.stream(), reading.encoding);
  const lenient = !reading.format.startsWith('google');
  const product = (found: FeedItem | Fault): Read => {
    if (!('fields' in found)) return { line: found.line, id: null, cause: found.cause };
    const id = idOf(found);
    const read = productOf(found, now, { currency: reading.currency, lenient });
    return 'product' in read
      ? { line: found.line, id: read.product.id, row: read.product }
      : { line: read.fault.line, id, cause: read.fault.cause };
  };
  switch (reading.format) {
    case 'google':
      for await (const found of readFeed(pieces, notes)) yield product(found);
      return;
    case 'json':
      for await (const found of readJson(pieces, head, notes)) {
        yield product('value' in found ? jsonItem(found.line, found.value, reading.mapping) : found);
      }
      return;
    case 'markdown':
    case 'html':
      yield articleRead(await wholeArticle(file.name, pieces, reading.format));
      return;
    case 'questions':
      yield* pairs(readTable(pieces, delimiterOf(head), notes));
      return;
    default:
      for await (const found of tableItems(readTable(pieces, delimiterOf(head), notes), reading, notes))
        yield product(found);
  }
}

async function* tableItems(
  rows: AsyncIterable<TableRow | Fault>,
  reading: Reading,
  notes: Notes,
): AsyncGenerator<FeedItem | Fault> {
  let take: ((row: TableRow) => FeedItem | null) | null = null;
  for await (const row of rows) {
    if ('cause' in row) yield row;
    else if (take === null)
      take = takerOf(
        row.cells.map((cell) => cell.trim()),
        reading,
        notes,
      );
    else {
      const item = take(row);
      if (item) yield item;
    }
  }
}

/** What makes an item of a row, by the heads of its columns. */
function takerOf(heads: string[], { format, mapping, site }: Reading, notes: Notes) {
  const names = format === 'woocommerce' ? inEnglish(heads) : heads;
  const at = new Map(names.map((head, n) => [head.toLowerCase(), n]));
  const cell = (row: TableRow, ...names: string[]) => {
    for (const name of names) {
      const text = row.cells[at.get(name.toLowerCase()) ?? -1]?.trim();
      if (text) return text;
    }
    return '';
  };
  const left = () => {
    notes.left++;
  };
  if (format === 'shopify' || format === 'woocommerce') {
    if (!site) throw new Unreadable('This export holds no links. Say where the shop is, such as https://shop.example.');
    return format === 'shopify' ? shopify(cell, site, left) : woocommerce(cell, site, left);
  }
  if (format === 'google-tsv') return (row: TableRow) => googleItem(heads, row);
  const known = mapping ? withId(mapping) : guessMapping(heads);
  for (const field of NEEDED)
    if (!known[field])
      throw new Unreadable(
        `No column is the ${field === 'link' ? 'link to the product’s page' : field}. Say which one it is.`,
      );
  return (row: TableRow) => itemOf(row.line, (head) => cell(row, head), known);
}

/** `product detail` comes as section:name:value, several between commas. */
function googleItem(heads: string[], row: TableRow): FeedItem {
  const fields: FeedItem['fields'] = new Map();
  const details: FeedItem['details'] = [];
  for (const [n, head] of heads.entries()) {
    const text = row.cells[n]?.trim();
    const name = head
      .toLowerCase()
      .replace(/^g:/, '')
      .replace(/[\s-]+/g, '_');
    if (!text || fields.has(name)) continue;
    if (name !== 'product_detail') fields.set(name, { line: row.line, text });
    else
      for (const one of text.split(',')) {
        const [section = '', label = '', ...value] = one.split(':');
        details.push({ name: (value.length > 0 ? label : section).trim(), value: (value.join(':') || label).trim() });
      }
  }
  return { line: row.line, fields, details, faults: [] };
}

const JSON_MAPPINGS = new Map<string, Mapping>();

/** A JSON object by its keys; what lies one deeper (`price.amount`, `images[0].src`) is taken from there. */
function jsonItem(line: number, value: Record<string, unknown>, chosen: Mapping | undefined): FeedItem {
  const keys = Object.keys(value);
  const signature = keys.join('\n');
  if (JSON_MAPPINGS.size > 200) JSON_MAPPINGS.clear();
  const mapping = chosen ? withId(chosen) : (JSON_MAPPINGS.get(signature) ?? guessMapping(keys));
  if (!chosen) JSON_MAPPINGS.set(signature, mapping);
  const item = itemOf(line, (key) => textIn(value[key]), mapping);
  const price = item.fields.get('price');
  const currency = textIn(value.currency ?? value.priceCurrency ?? (isObject(value.price) ? value.price.currency : ''));
  for (const field of [price, item.fields.get('sale_price')])
    if (field && currency && /^[\d.,\s]+$/.test(field.text)) field.text = `${field.text} ${currency}`;
  return item;
}

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return textIn(value[0]);
  if (!isObject(value)) return '';
  return textIn(value.amount ?? value.value ?? value.name ?? value.title ?? value.src ?? value.url ?? '');
}

const LONGEST_ARTICLE = 500_000;

async function wholeArticle(name: string, pieces: AsyncIterable<string>, format: 'markdown' | 'html') {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length > LONGEST_ARTICLE) break;
  }
  return format === 'html' ? readHtml(name, text) : readMarkdown(name, text);
}

function articleRead(read: ReturnType<typeof readMarkdown>): Read {
  if ('article' in read) return { line: 1, id: read.article.id, row: read.article };
  const line = Math.min(...read.faults.map((fault) => fault.line));
  return { line, id: null, cause: read.faults.map(({ cause }) => cause).join(' ') };
}

/** One article of each pair, known by its question. */
async function* pairs(rows: AsyncIterable<TableRow | Fault>): AsyncGenerator<Read> {
  let at: ReturnType<typeof pairColumns> | null = null;
  for await (const row of rows) {
    if ('cause' in row) yield { line: row.line, id: null, cause: row.cause };
    else if (at === null) at = pairColumns(row.cells.map((cell) => cell.trim()));
    else {
      const question = plainText(row.cells[at.question] ?? '');
      const answer = plainText(row.cells[at.answer] ?? '');
      const missing = question === '' ? 'It has no question.' : answer === '' ? 'It has no answer.' : null;
      if (missing) yield { line: row.line, id: null, cause: missing };
      else yield { ...pairRead(question, answer, row.cells[at.url]), line: row.line };
    }
  }
}

function pairRead(question: string, answer: string, url: string | undefined): Read {
  return articleRead(
    articleOf({
      fileName: question
        .replaceAll(/[/\\]/g, ' ')
        .replace(/^[^\p{L}\p{N}]+/u, '')
        .slice(0, 100),
      text: answer,
      title: { line: 1, text: question },
      url: url ? { line: 1, text: url } : undefined,
      updated: undefined,
      bodyAt: 0,
      passages: (title) => [{ heading: title, text: answer }],
    }),
  );
}
