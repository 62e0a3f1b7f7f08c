import { understand } from '../../../src/assistant/catalog/question';
import { search } from '../../../src/assistant/catalog/search';
import { storeOf } from '../../../src/assistant/knowledge';
import { plan } from '../../../src/assistant/knowledge/importing';
import { kindOf } from '../../../src/assistant/knowledge/reading/formats';
import type { Reading } from '../../../src/assistant/knowledge/rows';
import { filtersOf } from '../../../src/assistant/knowledge/searching/filters';
import { carryOut } from '../../../src/assistant/knowledge/sending';
import type { Env } from '../../../src/env';

/** The built-in assistant's search by itself, as the Worker asks it: `POST /fill` imports a file, `/search` answers one question. */

const STORE = 'the-bench-store';

async function fill(db: D1Database, url: URL, body: string): Promise<unknown> {
  await db.prepare('INSERT OR IGNORE INTO store (id, key, name, created_at) VALUES (?1, ?1, ?1, 0)').bind(STORE).run();
  const format = url.searchParams.get('format') as Reading['format'];
  const door = storeOf(db, STORE, Date.now());
  const file = { name: 'bench', stream: () => new Blob([body]).stream() };
  const source = format === 'google-tsv' ? 1 : 2;
  const begin = {
    kind: kindOf(format),
    source: Number(url.searchParams.get('source')) ? source : null,
    name: 'bench',
    reading: { format },
  };
  const made = await plan(door, { files: [file], begin, keep: true, now: Date.now() });
  await carryOut(door, made);
  return made.report;
}

/** What D1 read for it, by every statement. */
async function answer(db: D1Database, question: string): Promise<unknown> {
  let read = 0;
  let trips = 0;
  const add = (results: D1Result[]) => {
    trips++;
    for (const { meta } of results) read += meta.rows_read;
    return results;
  };
  const metered = new Proxy(db, {
    get: (_, name) =>
      name === 'batch'
        ? async (statements: D1PreparedStatement[]) => add(await db.batch(statements))
        : (sql: string) => db.prepare(sql),
  });
  const { filters, rest } = filtersOf(question);
  const found = await search(metered, STORE, understand(rest, 'en').terms, [], filters);
  return { products: found.products.length, passages: found.passages.length, read, trips };
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === '/fill') return Response.json(await fill(env.DB, url, await request.text()));
    if (url.pathname === '/') return new Response('');
    return Response.json(await answer(env.DB, url.searchParams.get('q') ?? ''));
  },
};
