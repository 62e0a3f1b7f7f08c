import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { pushKey } from '../../src/channels/push/vapid';
import { EVERYTHING } from '../../src/domain/notices';
import { newBrowser, subscribed } from './push';
import { ask, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** Whoever is signed in says on which devices they are told, and of what. */

const cookies = { ana: '', eve: '' };
let mine: Store;
let others: Store;

beforeAll(async () => {
  const ids = { ana: '', eve: '' };
  for (const who of ['ana', 'eve'] as const) ids[who] = await newPerson(who, `${who}@notices.example`);
  mine = await newStore('Mine', { [ids.ana]: 'agent' });
  others = await newStore('Others', { [ids.eve]: 'owner' });
  for (const who of ['ana', 'eve'] as const) cookies[who] = await signIn(`${who}@notices.example`);
});

interface Device {
  id: string;
  name: string;
  here: boolean;
}
const devices = async (cookie: string) =>
  (await (await ask('/api/me/push', { cookie })).json<{ devices: Device[] }>()).devices;
const put = (json: unknown, cookie = cookies.ana) => ask('/api/me/push', { method: 'PUT', json, cookie });

describe('the key that browsers subscribe with', () => {
  test('follows from the one secret: the same on every deployment of it, another with another', async () => {
    const { key } = await (await ask('/api/me/push', { cookie: cookies.ana })).json<{ key: string }>();
    expect(key).toMatch(/^B[\w-]{86}$/);
    expect(await pushKey(env.AUTH_SECRET ?? '')).toBe(key);
    expect(await pushKey('another secret that is long enough, too')).not.toBe(key);
  });
});

describe('my devices', () => {
  test('are listed by name, take a test, and are gone when they are removed', async () => {
    const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1';
    const browser = await subscribed(cookies.ana, { 'user-agent': iphone });
    const [device] = await devices(cookies.ana);
    expect(device).toMatchObject({ name: 'iPhone, Safari', here: true });
    const path = `/api/me/push/${device?.id}`;
    expect(await refusal(await ask(`${path}/test`, { json: {}, cookie: cookies.eve }))).toBe('404 not_found');
    expect((await ask(`${path}/test`, { json: {}, cookie: cookies.ana })).status).toBe(200);
    expect((await browser.texts())[0]?.title).toBe('This is a test');
    await browser.plan([{ status: 413 }]);
    expect(await refusal(await ask(`${path}/test`, { json: {}, cookie: cookies.ana }))).toBe('422 push_refused');
    expect(await refusal(await ask(path, { method: 'DELETE', cookie: cookies.eve }))).toBe('404 not_found');
    expect((await ask(path, { method: 'DELETE', cookie: cookies.ana })).status).toBe(200);
    expect(await devices(cookies.ana)).toEqual([]);
  });

  test('a browser belongs to whoever signed in there last, and ends with the session', async () => {
    const browser = await subscribed(cookies.ana);
    const cookie = await signIn('eve@notices.example');
    await put(browser.subscription, cookie);
    expect([await devices(cookies.ana), (await devices(cookie)).length]).toEqual([[], 1]);
    expect((await devices(cookies.eve)).map(({ here }) => here)).toEqual([false]);
    await ask('/api/auth/sign-out', { method: 'POST', cookie });
    expect(await devices(cookies.eve)).toEqual([]);
  });

  test('ten of them: the oldest goes for a new one', async () => {
    const cookie = await signIn('eve@notices.example');
    const { subscription } = await newBrowser('key');
    for (let nth = 0; nth < 11; nth++)
      expect((await put({ ...subscription, endpoint: `${env.PUSH_URL}/push/${nth}` }, cookie)).status).toBe(200);
    expect((await devices(cookie)).length).toBe(10);
  });

  test('only a public push service, and only with keys that can be', async () => {
    const { subscription } = await newBrowser('key');
    for (const endpoint of ['https://127.0.0.1/push', 'http://push.example/1', 'https://push.internal/1', 'nonsense'])
      expect(await refusal(await put({ ...subscription, endpoint }))).toBe('422 url_refused');
    for (const keys of [{}, { ...subscription.keys, auth: 'short' }, { ...subscription.keys, p256dh: 'AAAA' }])
      expect(await refusal(await put({ ...subscription, keys }))).toBe('400 bad_request');
    expect(await refusal(await put(subscription, ''))).toBe('401 unauthorized');
  });
});

describe('what I am told of', () => {
  const at = (store: string) => `/api/stores/${store}/notices`;
  const chosen = async (cookie: string) => {
    const { stores } = await (await ask('/api/me', { cookie })).json<{ stores: { id: string; notices: unknown }[] }>();
    return stores.map(({ id, notices }) => [id, notices]);
  };

  test('is everything until I choose, and then what I chose, in this store only', async () => {
    expect(await chosen(cookies.ana)).toEqual([[mine.id, EVERYTHING]]);
    const quiet = { from: '22:00', to: '07:00', timeZone: 'Europe/Vienna' };
    const json = { ...EVERYTHING, quiet, kinds: { ...EVERYTHING.kinds, follow_ups: 'none' } };
    expect((await ask(at(mine.id), { method: 'PUT', json, cookie: cookies.ana })).status).toBe(200);
    expect(await chosen(cookies.ana)).toEqual([[mine.id, json]]);
    expect(await chosen(cookies.eve)).toEqual([[others.id, EVERYTHING]]);
  });

  test('not of another store, and nothing that is no choice', async () => {
    const asked = (json: unknown, store = mine.id) => ask(at(store), { method: 'PUT', json, cookie: cookies.ana });
    expect(await refusal(await asked(EVERYTHING, others.id))).toBe('404 not_found');
    for (const quiet of [
      { from: '22', to: '07:00', timeZone: 'UTC' },
      { from: '22:00', to: '07:00', timeZone: 'Mars' },
    ])
      expect(await refusal(await asked({ ...EVERYTHING, quiet }))).toBe('400 bad_request');
  });
});
