import { env } from 'cloudflare:test';
import { exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { KeyView, Scope } from '../../src/accounts/api-keys';
import { newConversationId } from '../../src/accounts/ids';
import { importTexts } from '../../src/assistant/knowledge/over-http';
import type { HandoffRow } from '../../src/history/handoffs';
import { scene } from '../conversation/client';
import { closedToOthers, type Doors, doorsOf } from './doors';
import { ask, ORIGIN, refusal } from './visit';

/** API keys: made on a page, shown once, and good for what they were made for and nothing else. */

let doors: Doors;
beforeAll(async () => {
  doors = await doorsOf('keys.example');
});

const at = (rest = '', store = doors.mine.id) => `/api/stores/${store}/keys${rest}`;
const list = async () => (await (await ask(at(), { cookie: doors.cookies.ana })).json<{ keys: KeyView[] }>()).keys;
const revoke = (id: string) => ask(at(`/${id}`), { method: 'DELETE', cookie: doors.cookies.ana });
async function make(scopes: Scope[], name = 'Nightly feed', who: 'ana' | 'eve' = 'ana') {
  const store = who === 'ana' ? doors.mine.id : doors.others.id;
  const answer = await ask(at('', store), { json: { name, scopes }, cookie: doors.cookies[who] });
  expect(answer.status).toBe(201);
  return (await answer.json<{ made: { id: string; key: string } }>()).made;
}
const by = (key: string, init: Parameters<typeof ask>[1] = {}) => ({
  ...init,
  headers: { authorization: `Bearer ${key}` },
});

closedToOthers(
  [
    { name: 'GET keys', path: '/keys', init: {}, managers: true, own: '200' },
    {
      name: 'POST keys',
      path: '/keys',
      init: { json: { name: 'Feed', scopes: ['knowledge'] } },
      managers: true,
      own: '201',
    },
    { name: 'DELETE key', path: '/keys/none', init: { method: 'DELETE' }, managers: true, own: '404 not_found' },
  ],
  () => doors,
);

describe('a key', () => {
  test('is shown once, told by its end, its maker and when it was used, and opens nothing once it is revoked', async () => {
    const { id, key } = await make(['conversations']);
    const known = async () => (await list()).find((one) => one.id === id);
    expect(await known()).toEqual({
      id,
      name: 'Nightly feed',
      scopes: ['conversations'],
      ending: key.slice(-4),
      createdAt: expect.any(Number),
      createdBy: 'ana Test',
      lastUsedAt: null,
    });
    const kept = JSON.stringify((await env.DB.prepare('SELECT * FROM api_key').all()).results);
    expect(kept).not.toContain(key.slice(4, 30));
    expect((await ask('/api/v1/handoffs', by(key))).status).toBe(200);
    await vi.waitFor(async () => expect((await known())?.lastUsedAt).toEqual(expect.any(Number)));
    expect((await revoke(id)).status).toBe(200);
    expect(await refusal(await ask('/api/v1/handoffs', by(key)))).toBe('401 unauthorized');
    expect(await known()).toBeUndefined();
  });

  test.each([
    [{ name: '', scopes: ['knowledge'] }],
    [{ name: 'x'.repeat(61), scopes: ['knowledge'] }],
    [{ name: 'All', scopes: [] }],
    [{ name: 'All', scopes: ['everything'] }],
  ])('%j is refused', async (json) => {
    expect(await refusal(await ask(at(), { json, cookie: doors.cookies.ana }))).toBe('400 bad_request');
  });

  test('is one of twenty at most', async () => {
    const made = [];
    for (;;) {
      const answer = await ask(at('', doors.others.id), {
        json: { name: 'One', scopes: ['knowledge'] },
        cookie: doors.cookies.eve,
      });
      if (!answer.ok) {
        expect(await refusal(answer)).toBe('409 too_many_keys');
        break;
      }
      made.push(answer);
    }
    expect(made.length).toBeLessThanOrEqual(20);
    await env.DB.prepare('DELETE FROM api_key WHERE store_id = ?1').bind(doors.others.id).run();
  });
});

describe('a key is good for', () => {
  const begin = { kind: 'products', source: null, name: 'feed.xml', reading: { format: 'google' } };
  const knowledge = (store: string) => `/api/stores/${store}/knowledge`;

  test('what it was made for, in its own store, and for nothing else', async () => {
    const [feed, reader] = [await make(['knowledge']), await make(['conversations'])];
    const theirs = await make(['knowledge', 'conversations'], 'Theirs', 'eve');
    const status = async (path: string, key: string, init = {}) => {
      const answer = await ask(path, by(key, init));
      return answer.ok ? String(answer.status) : refusal(answer);
    };
    const { mine, others } = doors;
    const imports = `${knowledge(mine.id)}/imports`;
    expect(await status(knowledge(mine.id), feed.key)).toBe('200');
    expect(await status(imports, feed.key, { json: begin })).toBe('201');
    expect(await status('/api/v1/handoffs', feed.key)).toBe('403 forbidden');
    expect(await status('/api/v1/store', feed.key)).toBe('200');
    expect(await status('/api/v1/handoffs', reader.key)).toBe('200');
    expect(await status(knowledge(mine.id), reader.key)).toBe('403 forbidden');
    expect(await status(imports, reader.key, { json: begin })).toBe('403 forbidden');
    for (const path of [knowledge(mine.id), imports])
      expect(await status(path, theirs.key, path === imports ? { json: begin } : {})).toBe('404 not_found');
    expect(await status(knowledge(others.id), feed.key)).toBe('404 not_found');
    // What people do, no key does.
    for (const path of ['people', 'settings', 'keys', 'hooks', 'changes'])
      expect(await status(`/api/stores/${mine.id}/${path}`, feed.key)).toBe('401 unauthorized');
    for (const key of ['', 'nonsense', `key_${'a'.repeat(43)}`, `${feed.key}x`])
      for (const path of ['/api/v1/store', '/api/v1/handoffs', knowledge(mine.id)])
        expect(await status(path, key)).toBe('401 unauthorized');
  });

  test('an import, which the list of changes enters under its name', async () => {
    const { key } = await make(['knowledge'], 'From the till');
    const door = {
      origin: ORIGIN,
      store: doors.mine.id,
      key,
      fetch: (url: string, init: RequestInit) => exports.default.fetch(new Request(url, init)),
    };
    const files = { 'hours.md': '# Hours\n\nWe are there from nine to five.\n' };
    expect(await importTexts(door, { name: 'Help', format: 'markdown', files })).toEqual([]);
    const { changes } = await (
      await ask(`/api/stores/${doors.mine.id}/changes?area=knowledge`, { cookie: doors.cookies.ana })
    ).json<{ changes: { by: { name: string } }[] }>();
    expect(changes[0]?.by.name).toBe('From the till');
  });

  test('reading what is over, page by page, and one conversation whole, never another store’s', async () => {
    const { key } = await make(['conversations']);
    const conversation = await newConversationId(doors.mine.id);
    const stage = scene(doors.mine.id, conversation);
    const mira = await stage.customer();
    for (const [n, id] of ['request-0001', 'request-0002'].entries()) {
      mira.send({ type: 'request', id });
      await mira.phase('waiting');
      const ana = await stage.staff();
      await ana.claim();
      await ana.end(n === 0 ? 'resolved' : 'follow_up', 'Sent again');
      await mira.phase('assistant');
    }
    const read = async (rest: string) =>
      (await ask(`/api/v1/handoffs${rest}`, by(key))).json<{ handoffs: HandoffRow[]; next: number | null }>();
    const first = await vi.waitFor(async () => {
      const page = await read('?limit=1');
      expect(page.handoffs).toMatchObject([{ conversation, n: 2, outcome: 'follow_up', owed: true }]);
      return page;
    });
    const second = await read(`?limit=1&before=${first.next}`);
    expect(second.handoffs).toMatchObject([{ conversation, n: 1, outcome: 'resolved', assignee: 'Ana Kovač' }]);
    expect((await read(`?limit=1&before=${second.next}`)).handoffs).toEqual([]);
    expect(await refusal(await ask('/api/v1/handoffs?limit=0', by(key)))).toBe('400 bad_request');

    const whole = await ask(`/api/v1/conversations/${conversation}`, by(key));
    expect(await whole.json()).toMatchObject({ handoffs: [{ n: 1 }, { n: 2 }], timeZone: 'UTC' });
    // What was only played is in no list.
    await env.DB.prepare(`UPDATE handoff SET test = 'ana' WHERE store_id = ?1 AND n = 2`).bind(doors.mine.id).run();
    expect((await read('')).handoffs.map(({ n }) => n)).toEqual([1]);
    const theirs = await make(['conversations'], 'Theirs', 'eve');
    const other = await ask(`/api/v1/conversations/${conversation}`, by(theirs.key));
    expect(await refusal(other)).toBe('404 not_found');
    expect(await (await ask('/api/v1/handoffs', by(theirs.key))).json()).toEqual({ handoffs: [], next: null });
  });
});

test('a key that asks too often is told to wait, and another one is not', async () => {
  const [busy, calm] = [await make(['knowledge']), await make(['knowledge'])];
  const status = async ({ key }: { key: string }) => (await ask('/api/v1/store', by(key))).status;
  expect(await status(busy)).toBe(200);
  // 1,200 a minute, and a minute may end in between: the limit itself is asked until it says no.
  const spend = async () => {
    for (let asked = 0; asked <= 2_400; asked++) if (!(await env.API_LIMIT?.limit({ key: busy.id }))?.success) return;
  };
  await spend();
  let told = await status(busy);
  if (told === 200) {
    // The minute has ended just then.
    await spend();
    told = await status(busy);
  }
  expect([told, await status(calm)]).toEqual([429, 200]);
});
