import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { StoreSettings } from '../../src/settings/schema';
import { noteSite } from '../../src/settings/site-seen';
import { closedToOthers, type Doors, doorsOf } from './doors';
import { ask, newStore, ORIGIN, refusal, type Store } from './visit';

/** How the chat looks on a shop's pages, and on whose: as saved in the settings, and as customers then get it. */

let doors: Doors;
beforeAll(async () => {
  doors = await doorsOf('looks.example');
});

const patch = (parts: Partial<StoreSettings> | object, store = doors.mine.id) =>
  ask(`/api/stores/${store}/settings`, { method: 'PATCH', json: { parts }, cookie: doors.cookies.ana });
/** A store that nobody has asked for yet: what is known of one is kept for half a minute. */
async function shop(parts: Partial<StoreSettings>): Promise<Store> {
  const store = await newStore('Volt & Vine', { [doors.people.ana]: 'owner' });
  expect((await patch(parts, store.id)).status).toBe(200);
  return store;
}
const session = (key: string, referer?: string) =>
  ask('/widget/session', { json: { store: key }, ...(referer && { headers: { referer } }) });
const panelOf = (key: string, langs = 'en') => `${ORIGIN}/panel?${key}&${langs}`;
const shown = async (answer: Response) => (await answer.json<{ store: object }>()).store;

test('a colour and a greeting that are saved are what the panel gets', async () => {
  const { key } = await shop({ accent: '#aa3355', greeting: { en: 'Ahoy.' } });
  expect(await shown(await session(key))).toEqual({
    name: 'Volt & Vine',
    accent: '#aa3355',
    greeting: 'Ahoy.',
    launcher: { label: '', icon: '', hidden: false },
  });
});

test.each([
  ['bg,en', 'Здравейте.'],
  ['undefined,bg-BG,en', 'Здравейте.'],
  // The first language that the panel speaks is the one it is drawn in.
  ['ja,bg', 'Здравейте.'],
  ['fr', 'Hallo.'],
  ['', 'Hallo.'],
])('whoever wishes %s is greeted with %s', async (langs, greeting) => {
  const { key } = await shop({ firstLanguage: 'de', greeting: { de: 'Hallo.', bg: 'Здравейте.' } });
  expect(await shown(await session(key, panelOf(key, langs)))).toMatchObject({ greeting });
});

test.each([
  ['bg-BG,en', 'bg'],
  ['undefined,fr', 'fr'],
  ['ja', 'en'],
  ['', 'en'],
])('to whoever wishes %s the page names the words of %s, to be fetched beside its script', async (langs, language) => {
  const page = await (await ask(panelOf('nobody', langs).slice(ORIGIN.length))).text();
  const named = [...page.matchAll(/<link rel="modulepreload"[^>]* href="\/panel\/words-[\w-]+\/([\w-]+)\.js"/g)];
  expect(named.map((match) => match[1])).toEqual([language]);
});

test('the launcher’s words, picture and hiding are what the panel gets for the shop’s page to keep', async () => {
  const label = { de: 'Fragen?', bg: 'Въпроси?' };
  const { key } = await shop({ firstLanguage: 'de', launcherLabel: label, launcherIcon: 'wave', launcherHidden: true });
  const launcher = { icon: expect.stringMatching(/^M11 17/), hidden: true };
  expect(await shown(await session(key, panelOf(key, 'bg')))).toMatchObject({
    launcher: { ...launcher, label: 'Въпроси?' },
  });
  expect(await shown(await session(key, panelOf(key, 'fr')))).toMatchObject({
    launcher: { ...launcher, label: 'Fragen?' },
  });
});

test('where the chat was last seen: the site and the day, one row a site, written once a day', async () => {
  const { id, key } = await shop({});
  const load = (referer: string) => ask(`/panel?${key}&en`, { headers: { referer } });
  const seen = async (store = id, cookie = doors.cookies.ana) => {
    const answer = await ask(`/api/stores/${store}/install/seen`, { cookie });
    return (await answer.json<{ sites: { site: string; at: number }[] }>()).sites;
  };
  expect(await seen()).toEqual([]);
  await load('https://shop.example/products?utm=1');
  await load('about:blank');
  await load(`${ORIGIN}/dashboard/`);
  await vi.waitFor(async () => expect(await seen()).toHaveLength(1));
  expect(await seen()).toEqual([{ site: 'https://shop.example', at: expect.any(Number) }]);
  expect(await seen(doors.mine.id)).toEqual([]);

  const T0 = Date.UTC(2030, 0, 5, 9);
  const at = (hours: number, page: string) => noteSite(env.DB, id, page, T0 + hours * 3_600_000);
  await at(0, 'https://other.example/');
  await at(1, 'https://shop.example/cart');
  await at(2, 'https://shop.example/');
  const row = { site: 'https://shop.example', at: T0 + 3_600_000 };
  expect(await seen()).toEqual([row, { site: 'https://other.example', at: T0 }]);
  await at(24, 'https://shop.example/');
  expect((await seen())[0]).toEqual({ ...row, at: T0 + 86_400_000 });
});

test('a shop that isolates its pages may frame the panel', async () => {
  const { headers } = await ask('/panel?nobody&en');
  expect(headers.get('cross-origin-embedder-policy')).toBe('credentialless');
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});

describe('a store that names its sites', () => {
  let mine: Store;
  let other: Store;
  beforeAll(async () => {
    mine = await shop({ origins: ['https://shop.example', 'https://*.shop.example'] });
    other = await shop({});
  });

  test('its panel says so to the browser, every other panel may be framed by anybody', async () => {
    const policyOf = async (path: string) => (await ask(path)).headers.get('content-security-policy') ?? '';
    expect(await policyOf(`/panel?${mine.key}&en`)).toContain(
      "frame-ancestors 'self' https://shop.example https://*.shop.example",
    );
    for (const path of [`/panel?${other.key}&en`, '/panel', '/panel?nobody', '/panel?%00'])
      expect(await policyOf(path)).not.toContain('frame-ancestors');
    for (const path of [`/panel?${mine.key}&en`, '/panel'])
      expect(await policyOf(path)).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'/,
      );
  });

  test('opens its chat to its own panel’s page only: not to one that was asked for without its name', async () => {
    expect((await session(mine.key, panelOf(mine.key))).status).toBe(200);
    for (const referer of [undefined, panelOf(other.key), `${ORIGIN}/panel`, `https://evil.example/?${mine.key}`, 'x'])
      expect(await refusal(await session(mine.key, referer))).toBe('404 unknown_store');
    expect((await session(other.key)).status).toBe(200);
  });

  test('the page tells its own requests which it is, and nobody else', async () => {
    expect((await ask(panelOf(mine.key).slice(ORIGIN.length))).headers.get('referrer-policy')).toBe('same-origin');
  });
});

test.each([
  [{ accent: 'red' }],
  [{ accent: '#fff' }],
  // It could not be seen on a white page.
  [{ accent: '#fff200' }],
  [{ origins: ['shop.example'] }],
  [{ origins: ['https://shop.example/'] }],
  [{ origins: ['https://shop.example; script-src *'] }],
  [{ origins: ['https://*'] }],
  [{ origins: ['https://shop.example;sandbox'] }],
  [{ origins: ['https://shop.example,script-src'] }],
  [{ origins: ['javascript:alert(1)'] }],
  [{ origins: Array.from({ length: 21 }, (_, i) => `https://s${i}.example`) }],
  [{ position: 'middle' }],
  [{ greeting: { en: 'x'.repeat(501) } }],
])('%j is refused', async (parts) => {
  expect(await refusal(await patch(parts))).toBe('400 bad_request');
});

describe('is it on your site yet?', () => {
  const look = async (url: string) =>
    (
      await ask(`/api/stores/${doors.mine.id}/install/look`, { json: { url }, cookie: doors.cookies.ana })
    ).json<object>();
  /** A shop's page, on a server of its own. */
  const page = (html: string) => `${env.MODEL_API_URL}/page?html=${encodeURIComponent(html)}`;
  const line = (key: string, more = '') =>
    `<p>Hi</p><script src="${ORIGIN}/widget.js" data-store="${key}"${more} async></script>`;

  test.each([
    ['its line', (key: string) => line(key), 'found'],
    [
      'its line, written otherwise',
      (key: string) => `<SCRIPT data-store='${key}' async src=${ORIGIN}/widget.js?v=2></SCRIPT>`,
      'found',
    ],
    ['no line', () => '<script src="https://other.example/widget.js"></script>', 'missing'],
    ['a line that is commented out', (key: string) => `<!-- ${line(key)} -->`, 'missing'],
    ['another store’s line', () => line('somebody'), 'other'],
    ['the key in its words', (key: string) => `<p>data-store="${key}"</p>`, 'missing'],
  ] as const)('on a page with %s', async (_, html, is) => {
    expect(await look(page(html(doors.mine.key)))).toEqual({ is });
  });

  test('a page that is not there is told apart from one that may not be asked', async () => {
    expect(await look(`${env.MODEL_API_URL}/gone`)).toEqual({ is: 'unreachable', status: 404 });
    for (const url of ['http://10.0.0.1/', 'https://localhost/', 'file:///etc/passwd', 'shop', 'https://a:b@8.8.8.8/'])
      expect(await look(url)).toEqual({ is: 'refused' });
  });

  test('is sent on as visitors are, and not to a network of our own', async () => {
    const to = (url: string) => `${env.MODEL_API_URL}/sent?to=${encodeURIComponent(url)}`;
    expect(await look(to(page(line(doors.mine.key))))).toEqual({ is: 'found' });
    expect(await look(to('http://169.254.169.254/latest'))).toEqual({ is: 'refused' });
  });

  closedToOthers(
    [
      { name: 'looking', path: '/install/look', init: { json: { url: 'x' } }, managers: true, own: '200' },
      { name: 'renaming', path: '/name', init: { method: 'PUT', json: { name: 'Mine' } }, managers: true, own: '200' },
    ],
    () => doors,
  );
});
