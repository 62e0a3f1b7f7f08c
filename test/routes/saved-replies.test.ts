import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { REPLIES } from '../../src/saved-replies/limits';
import type { SavedReply } from '../../src/saved-replies/saved-replies';
import { ask, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** Saved replies over HTTP: everybody's and one's own, who may write which, and nothing of another store or person. */

let mine: Store;
let others: Store;
const people = { ana: '', dele: '', tomas: '', eve: '' };
const cookies = { ana: '', dele: '', tomas: '', eve: '' };
const WHO = ['ana', 'dele', 'tomas', 'eve'] as const;
type Who = (typeof WHO)[number];

beforeAll(async () => {
  for (const who of WHO) people[who] = await newPerson(`${who} Test`, `${who}@r.example`);
  mine = await newStore('Mine', { [people.ana]: 'owner', [people.dele]: 'admin', [people.tomas]: 'agent' });
  others = await newStore('Others', { [people.eve]: 'owner', [people.tomas]: 'agent' });
  for (const who of WHO) cookies[who] = await signIn(`${who}@r.example`);
});
beforeEach(async () => {
  await env.DB.prepare('DELETE FROM saved_reply').run();
});

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const SHARED = { name: 'refund', shared: true, texts: { en: 'I’ve refunded {amount} to {customer.name|you}.' } };
const OWN = { name: 'hello', shared: false, texts: { en: 'Hi {customer.name|there}.', de: 'Hallo!' } };

const at = (who: Who, path = '', init: Parameters<typeof ask>[1] = {}, store = mine.id) =>
  ask(`/api/stores/${encodeURIComponent(store)}/saved-replies${path}`, { ...init, cookie: cookies[who] });
const list = async (who: Who, store = mine.id): Promise<SavedReply[]> =>
  (await (await at(who, '', {}, store)).json<{ replies: SavedReply[] }>()).replies;
const names = async (who: Who, store = mine.id) => (await list(who, store)).map(({ name }) => name);
const add = async (who: Who, json: unknown, store = mine.id): Promise<string> => {
  const answer = await at(who, '', { json }, store);
  expect(answer.status).toBe(201);
  return (await answer.json<{ id: string }>()).id;
};
const said = async (answer: Response) => (answer.ok ? String(answer.status) : refusal(answer));

describe.each([
  { name: 'list', path: '', init: {} },
  { name: 'add', path: '', init: { json: OWN } },
  { name: 'count', path: '/used', init: { json: { uses: [] } } },
  { name: 'change', path: `/${NOBODYS}`, init: { method: 'PUT', json: OWN } },
  { name: 'remove', path: `/${NOBODYS}`, init: { method: 'DELETE' } },
])('$name', ({ path, init }) => {
  test('without a session: 401, whether or not there is such a store', async () => {
    for (const store of [mine.id, others.id, 'none'])
      expect(await said(await ask(`/api/stores/${store}/saved-replies${path}`, init))).toBe('401 unauthorized');
  });

  test('another store answers exactly as one that does not exist', async () => {
    for (const store of [others.id, 'none', "' OR '1'='1"])
      expect(await said(await at('ana', path, init, store))).toBe('404 not_found');
  });

  test('from another site, with the session’s cookie', async () => {
    if (Object.keys(init).length === 0) return;
    const headers = { origin: 'https://evil.example' };
    expect(await said(await at('ana', path, { ...init, headers }))).toBe('403 forbidden');
  });
});

describe('who may', () => {
  test.each([
    ['ana', '201'],
    ['dele', '201'],
    ['tomas', '403 forbidden'],
  ] as const)('write one for everybody: %s, %s', async (who, answer) => {
    expect(await said(await at(who, '', { json: SHARED }))).toBe(answer);
    expect(await said(await at(who, '', { json: OWN }))).toBe('201');
  });

  test('change and remove one for everybody: owners and admins', async () => {
    const id = await add('ana', SHARED);
    expect(await said(await at('tomas', `/${id}`, { method: 'PUT', json: SHARED }))).toBe('403 forbidden');
    expect(await said(await at('tomas', `/${id}`, { method: 'DELETE' }))).toBe('403 forbidden');
    expect(await said(await at('dele', `/${id}`, { method: 'PUT', json: { ...SHARED, name: 'money-back' } }))).toBe(
      '200',
    );
    expect(await list('tomas')).toMatchObject([{ id, name: 'money-back', shared: true, updatedBy: 'dele Test' }]);
    expect(await said(await at('dele', `/${id}`, { method: 'DELETE' }))).toBe('200');
    expect(await names('ana')).toEqual([]);
  });

  test('see somebody’s own: nobody else, not even the owner', async () => {
    const id = await add('tomas', OWN);
    expect(await names('ana')).toEqual([]);
    expect(await said(await at('ana', `/${id}`, { method: 'PUT', json: OWN }))).toBe('404 not_found');
    expect(await said(await at('ana', `/${id}`, { method: 'DELETE' }))).toBe('404 not_found');
    await at('ana', '/used', { json: { uses: [{ id, times: 5 }] } });
    expect(await list('tomas')).toMatchObject([{ id, uses: 0, texts: OWN.texts }]);
  });

  test('make an own one everybody’s: not an agent', async () => {
    const tomas = await add('tomas', OWN);
    expect(await said(await at('tomas', `/${tomas}`, { method: 'PUT', json: { ...OWN, shared: true } }))).toBe(
      '403 forbidden',
    );
    const dele = await add('dele', { ...OWN, name: 'deles' });
    expect(await said(await at('dele', `/${dele}`, { method: 'PUT', json: { ...OWN, shared: true } }))).toBe('200');
    expect((await list('tomas')).map(({ name, shared }) => [name, shared])).toEqual([
      ['hello', false],
      ['hello', true],
    ]);
  });

  test('reach the same person’s replies of another store: nobody', async () => {
    const id = await add('tomas', OWN, others.id);
    expect(await names('tomas')).toEqual([]);
    expect(await said(await at('tomas', `/${id}`, { method: 'DELETE' }))).toBe('404 not_found');
    await at('tomas', '/used', { json: { uses: [{ id, times: 5 }] } });
    expect(await list('tomas', others.id)).toMatchObject([{ uses: 0 }]);
  });
});

describe('what is refused', () => {
  test.each([
    ['a variable without words for when it is not known', { texts: { en: 'Hi {customer.name}' } }, '400 no_fallback'],
    ['one in the second language', { texts: { en: 'Hi', de: 'Hallo {customer.name|}' } }, '400 no_fallback'],
    ['a variable that there is not', { texts: { en: 'Call {customer.phone|us}' } }, '400 no_fallback'],
    ['no text', { texts: {} }, '400 bad_request'],
    ['an empty text', { texts: { en: ' \n' } }, '400 bad_request'],
    ['a language that is none', { texts: { '../x': 'Hi' } }, '400 bad_request'],
    ['too much text', { texts: { en: 'x'.repeat(REPLIES.text + 1) } }, '400 bad_request'],
    ['a short name with a space', { name: 'my reply' }, '400 bad_request'],
    ['a short name with a slash', { name: '/refund' }, '400 bad_request'],
    ['no short name', { name: ' ' }, '400 bad_request'],
    ['a short name of another reply', { name: ' REFUND ' }, '409 reply_exists'],
  ])('%s', async (_, change, answer) => {
    await add('ana', SHARED);
    const id = await add('ana', { ...SHARED, name: 'second' });
    expect(await said(await at('ana', '', { json: { ...SHARED, name: 'third', ...change } }))).toBe(answer);
    const json = { ...SHARED, name: 'third', ...change };
    expect(await said(await at('ana', `/${id}`, { method: 'PUT', json }))).toBe(answer);
    expect(await names('ana')).toEqual(['refund', 'second']);
  });

  test('more than there can be', async () => {
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?3)
       INSERT INTO saved_reply (store_id, id, owner_id, name, texts, created_by, created_at, updated_by, updated_at)
       SELECT ?1, 'old' || i, ?2, 'old' || i, '{}', ?2, 0, ?2, 0 FROM n`,
    )
      .bind(mine.id, people.tomas, REPLIES.own)
      .run();
    expect(await said(await at('tomas', '', { json: OWN }))).toBe('409 too_many_replies');
    expect(await said(await at('ana', '', { json: OWN }))).toBe('201');
  });
});

test('what was sent is counted, everybody’s and one’s own', async () => {
  const shared = await add('ana', SHARED);
  const own = await add('tomas', OWN);
  const uses = [
    { id: shared, times: 2 },
    { id: own, times: 1 },
    { id: NOBODYS, times: 9 },
  ];
  expect(await said(await at('tomas', '/used', { json: { uses } }))).toBe('200');
  await at('ana', '/used', { json: { uses: [{ id: shared, times: 1 }] } });
  expect((await list('tomas')).map(({ name, uses: n }) => [name, n])).toEqual([
    ['hello', 1],
    ['refund', 3],
  ]);
  expect(await said(await at('ana', '/used', { json: { uses: [{ id: shared, times: 1_000 }] } }))).toBe(
    '400 bad_request',
  );
});

test('a text keeps its lines and loses what cannot be seen', async () => {
  await add('ana', { ...SHARED, texts: { ar: ' سطر\nآخر\u202e\u0000 ' } });
  expect((await list('ana'))[0]?.texts).toEqual({ ar: 'سطر\nآخر' });
});

const UNCHOSEN = { sendWith: 'ctrl_enter', singleKeys: true, language: null };

describe('what sends a reply', () => {
  const choices = async (who: Who) =>
    (await (await ask('/api/me', { cookie: cookies[who] })).json<{ choices: unknown }>()).choices;

  test('is each person’s own choice, kept for all their devices', async () => {
    expect(await choices('ana')).toEqual(UNCHOSEN);
    const init = { method: 'PUT', json: { sendWith: 'enter' } };
    expect((await ask('/api/me/choices', { ...init, cookie: cookies.ana })).status).toBe(200);
    expect(await choices('ana')).toEqual({ ...UNCHOSEN, sendWith: 'enter' });
    expect(await choices('dele')).toEqual(UNCHOSEN);
    expect(await refusal(await ask('/api/me/choices', init))).toBe('401 unauthorized');
    const wrong = { method: 'PUT', json: { sendWith: 'telepathy' }, cookie: cookies.ana };
    expect(await refusal(await ask('/api/me/choices', wrong))).toBe('400 bad_request');
  });

  test('changes nothing of what they chose beside it: keys of one letter, and the language', async () => {
    const put = async (json: unknown) =>
      (await ask('/api/me/choices', { method: 'PUT', json, cookie: cookies.dele })).json<unknown>();
    expect(await put({ singleKeys: false })).toEqual({ ...UNCHOSEN, singleKeys: false });
    expect(await put({ language: 'bg' })).toEqual({ ...UNCHOSEN, singleKeys: false, language: 'bg' });
    expect(await put({})).toEqual({ ...UNCHOSEN, singleKeys: false, language: 'bg' });
    expect(await put({ language: null, singleKeys: true })).toEqual(UNCHOSEN);
    for (const wrong of [{ language: 'xx' }, { singleKeys: 'no' }])
      expect(await put(wrong)).toMatchObject({ error: { code: 'bad_request' } });
  });
});
