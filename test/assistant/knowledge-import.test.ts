import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/assistant/catalog/question';
import { search } from '../../src/assistant/catalog/search';
import { clean, counts, discard, removeSource, sources, storeOf } from '../../src/assistant/knowledge';
import { needsConsent, ROWS, type Store } from '../../src/assistant/knowledge/importing';
import { carryOut } from '../../src/assistant/knowledge/sending';
import { bring, doorOf, fileOf, planned, sums } from './importing';
import { newStore } from './stores';

/** An import as sessions: what is found while it runs, after it broke off, and when it comes again. */

const HEAD = 'id,title,link,price,availability,description';
const line = (id: string, title = `Lamp ${id}`, price = '49.90 EUR') =>
  `${id},${title},https://shop.example/${id},${price},in stock,Bright and warm.`;
const csv = (...lines: string[]) => fileOf('lamps.csv', [HEAD, ...lines].join('\n'));
const many = (n: number, title?: (id: number) => string) =>
  csv(...Array.from({ length: n }, (_, id) => line(`p${id}`, title?.(id))));

/** What a customer's question finds: titles. */
async function found(store: string, question: string): Promise<string[]> {
  const { products, passages } = await search(env.DB, store, understand(question, 'en').terms, []);
  return [...products.map(({ title }) => title), ...passages.map(({ title }) => title)].sort();
}

/** The store's side that fails at a chunk, as a closed laptop does. */
function breakingAt(store: string, n: number): Store {
  const door = doorOf(store);
  return {
    ...door,
    chunk: (session, number, chunk) =>
      number === n ? Promise.reject(new Error('gone')) : door.chunk(session, number, chunk),
  };
}

describe('an import that is under way', () => {
  test('is not found before it has finished, and then all of it at once', async () => {
    const store = await newStore();
    await bring(store, [csv(line('a', 'Copper lamp'), line('b', 'Brass lamp'))]);
    const wanted = [csv(line('a', 'Copper lamp'), line('b', 'Walnut lamp'), line('c', 'Oak lamp'))];
    const before = await found(store, 'lamp');
    const during: string[] = [];
    const door = doorOf(store);
    const watching: Store = {
      ...door,
      async finish(session, how) {
        during.push(...(await found(store, 'lamp walnut oak brass')));
        return door.finish(session, how);
      },
    };
    await bring(store, wanted, { source: 1, through: watching });
    expect(before).toEqual(['Brass lamp', 'Copper lamp']);
    expect(during).toEqual(before);
    expect(await found(store, 'lamp')).toEqual(['Copper lamp', 'Oak lamp', 'Walnut lamp']);
    expect(await counts(env.DB, store)).toEqual({ products: 3, articles: 0 });
  });

  test('that breaks off leaves what was there, and the same file goes on with what is not stored yet', async () => {
    const store = await newStore();
    await bring(store, [csv(line('old', 'Old lamp'))]);
    const file = many(250);
    await expect(bring(store, [file], { source: 1, through: breakingAt(store, 2) })).rejects.toThrow('gone');
    expect(await found(store, 'lamp')).toEqual(['Old lamp']);
    expect(await sources(env.DB, store)).toMatchObject([{ n: 1, count: 1, unfinished: { began: expect.any(Number) } }]);

    const again = await planned(store, [file], { source: 1 });
    expect(sums(again)).toEqual({ added: 250, changed: 0, removed: 1, unchanged: 0, bad: 0 });
    expect(again.resumed).toBe(true);
    expect(again.wanted.size).toBe(50);
    await carryOut(doorOf(store), again);
    expect(await counts(env.DB, store)).toEqual({ products: 250, articles: 0 });
    expect(await found(store, 'old')).toEqual([]);
    expect((await sources(env.DB, store))[0]?.unfinished).toBeNull();
  });

  test('that breaks off, and whose file has changed since, ends as the file says now', async () => {
    const store = await newStore();
    await bring(store, [csv(line('x', 'Stays'), line('y', 'Goes'))]);
    const half = csv(line('x', 'Wrong'), line('n', 'Never'), ...Array.from({ length: 120 }, (_, n) => line(`f${n}`)));
    await expect(bring(store, [half], { source: 1, through: breakingAt(store, 1) })).rejects.toThrow('gone');
    await bring(store, [csv(line('x', 'Stays'), line('z', 'Comes'))], { source: 1 });
    expect(await found(store, 'stays goes wrong never comes lamp')).toEqual(['Comes', 'Stays']);
    expect(await counts(env.DB, store)).toEqual({ products: 2, articles: 0 });
  });

  test('that is given up leaves nothing behind', async () => {
    const store = await newStore();
    await bring(store, [csv(line('a', 'Copper lamp'), line('b', 'Brass lamp'))]);
    const other = csv(line('a', 'Changed lamp'), ...Array.from({ length: 120 }, (_, n) => line(`f${n}`)));
    await expect(bring(store, [other], { source: 1, through: breakingAt(store, 1) })).rejects.toThrow('gone');
    await discard(env.DB, { store, id: 'ana', name: 'Ana' }, 1, Date.now());
    for (let after: string | null = ''; after !== null; ) after = await clean(env.DB, store, 1, after);
    expect(await found(store, 'lamp')).toEqual(['Brass lamp', 'Copper lamp']);
    expect(await rowsOf(store)).toEqual({ products: 2, indexed: 2 });
    expect(sums(await planned(store, [csv(line('a', 'Copper lamp'), line('b', 'Brass lamp'))], { source: 1 }))).toEqual(
      {
        added: 0,
        changed: 0,
        removed: 0,
        unchanged: 2,
        bad: 0,
      },
    );
  });

  test('stops where it was told to, and goes on another day', async () => {
    const store = await newStore();
    const file = many(350);
    expect(await carryOut(doorOf(store), await planned(store, [file]), { most: 300 })).toBe(false);
    expect(await counts(env.DB, store)).toEqual({ products: 0, articles: 0 });
    const rest = await planned(store, [file], { source: 1 });
    expect(rest.wanted.size).toBeLessThan(350);
    expect(await carryOut(doorOf(store), rest)).toBe(true);
    expect(await counts(env.DB, store)).toEqual({ products: 350, articles: 0 });
  });

  test('takes the same chunk twice as once', async () => {
    const store = await newStore();
    const door = doorOf(store);
    const twice: Store = {
      ...door,
      async chunk(session, n, chunk) {
        const first = await door.chunk(session, n, chunk);
        expect(await door.chunk(session, n, chunk)).toEqual({ rowsWritten: 0 });
        return first;
      },
    };
    await bring(store, [many(120)], { through: twice });
    expect(await rowsOf(store)).toEqual({ products: 120, indexed: 120 });
  });

  test('that somebody else takes up can write no more', async () => {
    const store = await newStore();
    const first = await planned(store, [many(3)]);
    await planned(store, [many(2)], { source: 1 });
    await expect(carryOut(doorOf(store), first)).rejects.toMatchObject({ code: 'import_over' });
    expect(await counts(env.DB, store)).toEqual({ products: 0, articles: 0 });
  });

  test('of one source shows nothing of another that is under way too', async () => {
    const store = await newStore();
    const lamps = await planned(store, [csv(line('a', 'Copper lamp'))]);
    await expect(bring(store, [many(120)], { through: breakingAt(store, 1) })).rejects.toThrow('gone');
    await carryOut(doorOf(store), lamps);
    expect(await found(store, 'lamp')).toEqual(['Copper lamp']);
  });
});

/** What lies in the tables, visible or not. */
async function rowsOf(store: string) {
  const token = `${[...new TextEncoder().encode(store)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}0`;
  return env.DB.prepare(
    `SELECT (SELECT count(*) FROM product WHERE store_id = ?1) AS products,
       (SELECT count(*) FROM product_search WHERE product_search MATCH ?2) AS indexed`,
  )
    .bind(store, `store : "${token}"`)
    .first();
}

describe('importing again', () => {
  test('writes only what has changed, and leaves nothing of what it replaced', async () => {
    const store = await newStore();
    await bring(store, [many(300)]);
    const sent: number[] = [];
    const door = doorOf(store);
    const counting: Store = {
      ...door,
      chunk(session, n, chunk) {
        sent.push(chunk.rows.length + chunk.gone.length);
        return door.chunk(session, n, chunk);
      },
    };
    const made = await bring(store, [many(299, (id) => (id === 7 ? 'Walnut lamp' : `Lamp p${id}`))], {
      source: 1,
      through: counting,
    });
    expect(sums(made)).toEqual({ added: 0, changed: 1, removed: 1, unchanged: 298, bad: 0 });
    expect(sent).toEqual([2]);
    expect(await rowsOf(store)).toEqual({ products: 299, indexed: 299 });
    expect(await found(store, 'walnut')).toEqual(['Walnut lamp']);
  });

  test('asks before more than a third goes', async () => {
    const store = await newStore();
    await bring(store, [many(9)]);
    expect(needsConsent(await planned(store, [many(6)], { source: 1 }))).toBe(false);
    expect(needsConsent(await planned(store, [many(5)], { source: 1 }))).toBe(true);
  });

  test('keeps what the files do not name where that is wanted', async () => {
    const store = await newStore();
    const article = (name: string) => fileOf(name, `# About ${name}\n\nText of ${name}.\n`);
    await bring(store, [article('one.md'), article('two.md')]);
    expect(sums(await bring(store, [article('three.md')], { source: 1, keep: true }))).toMatchObject({
      added: 1,
      removed: 0,
    });
    expect(await counts(env.DB, store)).toEqual({ products: 0, articles: 3 });
    expect(sums(await bring(store, [article('three.md')], { source: 1 }))).toMatchObject({ removed: 2, unchanged: 1 });
    expect(await counts(env.DB, store)).toEqual({ products: 0, articles: 1 });
  });
});

test('a source that is removed is found no more at once, and its rows go in steps', async () => {
  const store = await newStore();
  await bring(store, [many(40)]);
  await bring(store, [fileOf('returns.md', '# Returns\n\nSend the lamp back.\n')]);
  await removeSource(env.DB, { store, id: 'ana', name: 'Ana' }, 1, Date.now());
  expect(await found(store, 'lamp')).toEqual(['Returns']);
  for (let after: string | null = ''; after !== null; ) after = await clean(env.DB, store, 1, after);
  expect(await rowsOf(store)).toEqual({ products: 0, indexed: 0 });
  expect((await sources(env.DB, store)).map(({ n }) => n)).toEqual([2]);
  expect(
    await env.DB.prepare('SELECT count(*) AS n FROM vocabulary WHERE store_id = ? AND source = 1')
      .bind(store)
      .first('n'),
  ).toBe(0);
});

test('the rows that an import says it will write are those that it writes', async () => {
  const store = await newStore();
  const door = doorOf(store);
  let written = 0;
  const counting: Store = {
    ...door,
    async chunk(session, n, chunk) {
      const answer = await door.chunk(session, n, chunk);
      written += answer.rowsWritten;
      return answer;
    },
  };
  const told = (await bring(store, [many(1_000)], { through: counting })).rows;
  expect(written / 1_000).toBeCloseTo(ROWS.products.added, 0);
  expect(told).toBeGreaterThan(written);
  expect(told).toBeLessThan(written * 1.1);
  // Cleaning up comes on top of what chunks write: a row, its place in two indexes, gone.
  written = 0;
  await bring(store, [many(1_000, (id) => `Torch ${id}`)], { source: 1, through: counting });
  expect(written / 1_000).toBeCloseTo(ROWS.products.changed - 2, 0);
});

test('a chunk reads what it names, not the whole source', async () => {
  const store = await newStore();
  await bring(store, [many(2_000)]);
  let read = 0;
  const counting = new Proxy(env.DB, {
    get(db, name) {
      if (name === 'batch')
        return async (statements: D1PreparedStatement[]) => {
          const results = await db.batch(statements);
          for (const { meta } of results) read += meta.rows_read;
          return results;
        };
      return name === 'prepare' ? (sql: string) => db.prepare(sql) : undefined;
    },
  });
  const door = storeOf(counting, store, Date.now());
  const made = await planned(store, [many(2_000, (id) => (id < 10 ? 'Torch' : `Lamp p${id}`))], { source: 1 });
  read = 0;
  await door.chunk(made.session, 0, { rows: [], gone: [...made.wanted] });
  expect(read).toBeGreaterThan(10);
  expect(read).toBeLessThan(200);
});
