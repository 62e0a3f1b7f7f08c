import { type Info, parse } from 'csv-parse/browser/esm';
import { type Fault, type Notes, Unreadable } from './unreadable.ts';

/** A row of a table, by the line on which it begins. */
export interface TableRow {
  line: number;
  cells: string[];
}

/** More than any export has; a table of ten thousand columns is something else. */
const MOST_COLUMNS = 500;
/** A row with longer text has a quote that is never closed. */
const LONGEST_ROW = 1_000_000;

/** Comma, semicolon, tab or bar: what stands most often in the first line, outside quotes. */
export function delimiterOf(head: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(head.replace(/^\uFEFF/, ''))?.[0] ?? '';
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const counted = [',', ';', '\t', '|'].map((mark) => ({ mark, n: bare.split(mark).length }));
  return counted.reduce((a, b) => (b.n > a.n ? b : a)).mark;
}

/**
 * Reads a table (RFC 4180, with the usual liberties) as it comes: no more than a piece of it is held.
 * @throws Unreadable where it has more columns than any export
 */
export async function* readTable(
  pieces: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
  notes: Notes,
): AsyncGenerator<TableRow | Fault> {
  let rows: TableRow[] = [];
  let failed: unknown = null;
  let line = 1;
  const parser = parse({
    bom: true,
    info: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  parser.on('data', ({ record, info }: { record: string[]; info: Info }) => {
    if (record.length > MOST_COLUMNS) {
      failed ??= new Unreadable(`Its line ${line} has more than ${MOST_COLUMNS} columns, which no product export has.`);
    }
    rows.push({ line, cells: record });
    line = info.lines + 1;
  });
  parser.on('error', (error: unknown) => {
    failed ??= error;
  });
  const take = () => {
    const taken = rows;
    rows = [];
    return taken;
  };
  const ended = new Promise<void>((resolve) => {
    parser.on('end', resolve);
    parser.on('error', () => resolve());
  });
  for await (const piece of pieces) {
    const room = parser.write(piece);
    if (!room && failed === null) await new Promise((resolve) => parser.once('drain', resolve));
    if (failed instanceof Unreadable) throw failed;
    yield* take();
    if (failed !== null) break;
  }
  if (failed === null) {
    parser.end();
    await ended;
  }
  if (failed instanceof Unreadable) throw failed;
  yield* take();
  notes.complete = failed === null;
  if (failed !== null)
    yield {
      line,
      cause: 'A quote that begins near here is never closed: nothing behind it could be read, and nothing was removed.',
    };
}
