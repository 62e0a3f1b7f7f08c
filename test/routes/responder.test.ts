import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ModelView } from '../../src/assistant/model';
import type { ModelAnswer } from '../assistant/model-api';
import { ask, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** Who answers first: a store's model, saved and tried over HTTP. */

let mine: Store;
let others: Store;
const cookies = { ana: '', tomas: '', eve: '' };

beforeAll(async () => {
  const people = { ana: '', tomas: '', eve: '' };
  for (const who of ['ana', 'tomas', 'eve'] as const) people[who] = await newPerson(who, `${who}@responder.example`);
  mine = await newStore('Mine', { [people.ana]: 'owner', [people.tomas]: 'agent' });
  others = await newStore('Others', { [people.eve]: 'owner' });
  for (const who of ['ana', 'tomas', 'eve'] as const) cookies[who] = await signIn(`${who}@responder.example`);
});

const path = (rest = '', store = mine.id) => `/api/stores/${store}/responder${rest}`;
const url = `${env.MODEL_API_URL}/v1`;
const openai = { kind: 'openai', url, model: 'm-1' };
const save = (json: unknown, cookie = cookies.ana) => ask(path('/model'), { method: 'PUT', json, cookie });
const get = async (): Promise<ModelView> => (await ask(path(), { cookie: cookies.ana })).json();
const keyOf = async () =>
  (
    await env.DB.prepare('SELECT model_key FROM responder WHERE store_id = ?1')
      .bind(mine.id)
      .first<{ model_key: string | null }>()
  )?.model_key;

describe('a store’s model', () => {
  test('nobody but its owners and admins sees or changes it', async () => {
    for (const [cookie, expected] of [
      ['', '401 unauthorized'],
      [cookies.tomas, '403 forbidden'],
      [cookies.eve, '404 not_found'],
    ] as const) {
      expect(await refusal(await ask(path(), { cookie }))).toBe(expected);
      expect(await refusal(await save(openai, cookie))).toBe(expected);
      expect(await refusal(await ask(path('/model/try'), { method: 'POST', cookie }))).toBe(expected);
    }
    expect(await (await ask(path('', others.id), { cookie: cookies.eve })).json()).toMatchObject({ model: null });
  });

  test('its key is kept sealed, never comes back, and stays as long as the server does', async () => {
    const saved = await save({ ...openai, key: 'sk-secret' });
    expect(await saved.clone().json()).toMatchObject({ model: { ...openai, keySetAt: expect.any(Number) } });
    expect(await saved.text()).not.toContain('sk-secret');
    expect(await keyOf()).toBeTruthy();
    expect(await keyOf()).not.toContain('sk-secret');
    await save({ ...openai, model: 'm-2' });
    expect(await get()).toMatchObject({ model: { model: 'm-2', keySetAt: expect.any(Number) } });
    // Whoever names another server gets a key for it, or none.
    await save({ ...openai, url: `${env.INTERNET_URL}/v1` }).then((answer) => expect(answer.status).toBe(422));
    expect((await get()).model).toMatchObject({ url });
    await save({ ...openai, url: 'https://8.8.8.8/v1' });
    expect((await get()).model).toMatchObject({ url: 'https://8.8.8.8/v1', keySetAt: null });
    await save({ ...openai, key: 'sk-secret' });
    await save({ ...openai, key: '' });
    expect((await get()).model).toMatchObject({ keySetAt: null });
  });

  test.each([
    [{ ...openai, url: 'https://localhost/v1' }, '422 url_refused'],
    [{ ...openai, url: 'http://example.com/v1' }, '422 url_refused'],
    [{ ...openai, url: 'nonsense' }, '422 url_refused'],
    [{ kind: 'workers_ai', model: '@cf/some/model' }, '422 no_workers_ai'],
    [{ ...openai, model: '' }, '400 bad_request'],
    [{ ...openai, model: 'x'.repeat(200) }, '400 bad_request'],
    [{ ...openai, key: 'two\nlines' }, '400 bad_request'],
    [{ kind: 'other', model: 'm' }, '400 bad_request'],
    [null, '400 bad_request'],
  ])('%j is refused: %s', async (wanted, expected) => {
    expect(await refusal(await save(wanted))).toBe(expected);
  });

  test.each<[string, ModelAnswer, unknown]>([
    [
      'that answers',
      { calls: [{ name: 'answered', input: { basis: 'small_talk', confidence: 1, products: [], articles: [] } }] },
      { ok: true, message: 'It answered, and it uses the tools that it is given.' },
    ],
    [
      'that uses no tools',
      { text: ['Hello'] },
      { ok: true, message: expect.stringContaining('did not use its tools') },
    ],
    ['whose key is wrong', { status: 401 }, { ok: false, message: 'The server did not accept the key.' }],
    ['that is not there', { status: 404 }, { ok: false, message: expect.stringContaining('no such address or model') }],
    ['that breaks', { status: 503 }, { ok: false, message: 'The server answered with an error (503).' }],
  ])('is tried with a real question: one %s', async (what, answer, expected) => {
    const model = `tried-${what}`;
    await save({ ...openai, model });
    await fetch(`${env.MODEL_API_URL}/plan`, { method: 'POST', body: JSON.stringify({ model, answers: [answer] }) });
    const tried = await ask(path('/model/try'), { method: 'POST', cookie: cookies.ana });
    expect(await tried.json()).toEqual(expected);
  });
});
