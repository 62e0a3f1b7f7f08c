import { exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { plan } from '../../src/assistant/knowledge/importing';
import { overHttp } from '../../src/assistant/knowledge/over-http';
import { carryOut } from '../../src/assistant/knowledge/sending';
import { fileOf, sums } from '../assistant/importing';
import { closedToOthers, type Door, type Doors, doorsOf } from './doors';
import { ask, newStore, ORIGIN, refusal, type Store } from './visit';

/** A store's knowledge over HTTP: who may read and import it, and what is refused. */

let mine: Store;
let others: Store;
let cookies: Doors['cookies'];
let people: Doors['people'];

beforeAll(async () => {
  ({ mine, others, cookies, people } = await doorsOf('k.example'));
});

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const BEGIN = { kind: 'products', source: null, name: 'feed.xml', reading: { format: 'google' } };
const ROW = {
  id: 'a',
  hash: '0123456789abcdef',
  title: 'Lamp',
  description: '',
  url: 'https://shop.example/a',
  image: null,
  price: 4_990,
  salePrice: null,
  currency: 'EUR',
  availability: 'in_stock',
  brand: null,
  category: null,
  colour: null,
  mpn: null,
  gtin: null,
  groupId: null,
  details: [],
};
const REPORT = { files: [], added: 1, changed: 0, removed: 0, unchanged: 0, bad: 0, faults: [] };
const FINISH = { report: REPORT, vocabulary: { l: 'lamp' }, partial: false };

const routes: Door[] = [
  { name: 'read', path: '/knowledge', init: {}, managers: false, own: '200' },
  { name: 'begin', path: '/knowledge/imports', init: { json: BEGIN }, managers: true, own: '201' },
  {
    name: 'known',
    path: `/knowledge/imports/1/${NOBODYS}/known?after=`,
    init: {},
    managers: true,
    own: '409 import_over',
  },
  {
    name: 'chunk',
    path: `/knowledge/imports/1/${NOBODYS}/chunks/0`,
    init: { method: 'PUT', json: { rows: [ROW] } },
    managers: true,
    own: '409 import_over',
  },
  {
    name: 'finish',
    path: `/knowledge/imports/1/${NOBODYS}/finish`,
    init: { json: FINISH },
    managers: true,
    own: '409 import_over',
  },
  {
    name: 'give up',
    path: '/knowledge/sources/999/import',
    init: { method: 'DELETE' },
    managers: true,
    own: '404 not_found',
  },
  { name: 'remove', path: '/knowledge/sources/999', init: { method: 'DELETE' }, managers: true, own: '404 not_found' },
  { name: 'clean', path: '/knowledge/sources/999/clean', init: { json: { after: '' } }, managers: true, own: '200' },
];

closedToOthers(routes, () => ({ mine, others, cookies, people }));

/** The routes as programs reach them; `fetch` goes to the Worker under test. */
const door = (store: string, cookie: string) =>
  overHttp({
    origin: ORIGIN,
    store,
    cookie,
    fetch: (url, init) => exports.default.fetch(new Request(url, init)),
  });

const ITEM = (id: string, price = '149.00 EUR') =>
  `<item><g:id>${id}</g:id><g:title>Thing ${id}</g:title><g:link>https://shop.example/p/${id}</g:link><g:price>${price}</g:price><g:availability>in_stock</g:availability></item>`;
const FEED = (...items: string[]) =>
  `<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>\n${items.join('\n')}\n</channel></rss>`;

test('a feed comes in through the routes, is counted, and belongs to its store alone', async () => {
  const shop = await newStore('Shop', { [people.ana]: 'owner', [people.tomas]: 'agent' });
  const files = [fileOf('feed.xml', FEED(ITEM('a'), ITEM('b', 'cheap'), ITEM('c')))];
  const through = door(shop.id, cookies.ana);
  const begin = { kind: 'products', source: null, name: 'feed.xml', reading: { format: 'google' } } as const;
  const made = await plan(through, { files, begin, now: Date.now() });
  expect(sums(made)).toEqual({ added: 2, changed: 0, removed: 0, unchanged: 0, bad: 1 });
  expect(made.faults).toEqual([
    { file: 'feed.xml', line: 3, cause: 'Its price “cheap” cannot be read; write it like 49.90 EUR.' },
  ]);
  const read = async (store: string, cookie: string) =>
    (await ask(`/api/stores/${store}/knowledge`, { cookie })).json<object>();
  expect(await read(shop.id, cookies.tomas)).toMatchObject({
    products: 0,
    sources: [{ name: 'feed.xml', importedAt: null, unfinished: { rowsWritten: 0 } }],
  });
  expect(await carryOut(through, made)).toBe(true);
  expect(await read(shop.id, cookies.tomas)).toMatchObject({
    products: 2,
    articles: 0,
    sources: [{ n: 1, kind: 'products', count: 2, unfinished: null, report: { added: 2, bad: 1 } }],
  });
  expect(await read(others.id, cookies.eve)).toEqual({ products: 0, articles: 0, sources: [] });
});

describe('a chunk', () => {
  const begun = async () => {
    const answer = await ask(`/api/stores/${mine.id}/knowledge/imports`, { json: BEGIN, cookie: cookies.ana });
    const { source, import: id } = await answer.json<{ source: number; import: string }>();
    return `/api/stores/${mine.id}/knowledge/imports/${source}/${id}`;
  };
  const put = async (json: unknown, n = '0') =>
    ask(`${await begun()}/chunks/${n}`, { method: 'PUT', json, cookie: cookies.ana });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['a link that runs', { rows: [{ ...ROW, url: 'javascript:alert(1)' }] }],
    ['a picture that runs', { rows: [{ ...ROW, image: 'data:text/html,<script>' }] }],
    ['no title', { rows: [{ ...ROW, title: '' }] }],
    ['half a cent', { rows: [{ ...ROW, price: 0.5 }] }],
    ['a hash of another kind', { rows: [{ ...ROW, hash: "' OR 1" }] }],
    ['an unknown field', { rows: [{ ...ROW, store_id: 'other' }] }],
    [
      'an article among products',
      { rows: [{ id: 'a', hash: ROW.hash, title: 'A', url: '', updatedAt: null, markdown: 'x', passages: [] }] },
    ],
    ['too many rows', { rows: Array.from({ length: 101 }, (_, n) => ({ ...ROW, id: `p${n}` })) }],
    ['a long text', { rows: [{ ...ROW, description: 'x'.repeat(5_001) }] }],
  ])('with %s is refused', async (_, json) => {
    expect(await refusal(await put(json))).toBe('400 bad_request');
  });

  test('that is too large is not read', async () => {
    expect(await refusal(await put({ rows: [{ ...ROW, description: 'x'.repeat(3_000_000) }] }))).toBe('413 too_large');
  });

  test.each(['-1', 'x', '1e9', "0' OR '1"])('numbered %s is refused', async (n) => {
    expect(await refusal(await put({ rows: [ROW] }, encodeURIComponent(n)))).toBe('400 bad_request');
  });
});
