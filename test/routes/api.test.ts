import { beforeAll, describe, expect, test } from 'vitest';
import { openToken } from '../../src/accounts/tokens';
import { ask, mailArrives, newPerson, newStore, planMail, refusal, SECRET, type Store, signIn } from './visit';

/** Every route of the dashboard, for whoever may, may not, and belongs elsewhere. */

let mine: Store;
let others: Store;
const people = { ana: '', dele: '', tomas: '', eve: '' };
const cookies = { ana: '', dele: '', tomas: '', eve: '' };

beforeAll(async () => {
  for (const who of ['ana', 'dele', 'tomas', 'eve'] as const) {
    people[who] = await newPerson(`${who[0]?.toUpperCase()}${who.slice(1)} Test`, `${who}@api.example`);
  }
  mine = await newStore('Mine', { [people.ana]: 'owner', [people.dele]: 'admin', [people.tomas]: 'agent' });
  others = await newStore('Others', { [people.eve]: 'owner' });
  for (const who of ['ana', 'dele', 'tomas', 'eve'] as const) cookies[who] = await signIn(`${who}@api.example`);
});

const FEED = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>${items}</channel></rss>`;
const ITEM = (id: string, price = '149.00 EUR') =>
  `<item><g:id>${id}</g:id><g:title>Thing ${id}</g:title><g:description>A thing.</g:description><g:link>https://shop.example/p/${id}</g:link><g:price>${price}</g:price><g:availability>in_stock</g:availability></item>`;
const ARTICLE =
  '---\ntitle: Returns\nurl: https://shop.example/help/returns\nupdated: 2026-05-01\n---\n\nSend it back.\n';

const PRODUCTS = 'knowledge?kind=products&file=feed.xml';
const invitation = { name: 'New One', email: 'new@api.example', role: 'agent' };

/** Every route of a store: what it takes, and who may. */
const routes = [
  { name: 'ticket', path: 'ticket', init: { method: 'POST' }, managers: false },
  { name: 'people', path: 'people', init: {}, managers: false },
  { name: 'invite', path: 'people', init: { json: invitation }, managers: true },
  { name: 'knowledge', path: 'knowledge', init: {}, managers: false },
  { name: 'import', path: PRODUCTS, init: { method: 'POST', body: FEED(ITEM('a')) }, managers: true },
];

describe.each(routes)('$name', ({ path, init, managers }) => {
  const at = (store: string, more: object = {}) => ask(`/api/stores/${store}/${path}`, { ...init, ...more });

  test('without a session: 401, whether or not there is such a store', async () => {
    for (const store of [mine.id, others.id, 'none']) expect(await refusal(await at(store))).toBe('401 unauthorized');
  });

  test('another store answers exactly as one that does not exist', async () => {
    const bodies = [];
    for (const store of [others.id, 'none', "' OR '1'='1", '%00']) {
      const answer = await at(store, { cookie: cookies.ana });
      expect(answer.status).toBe(404);
      bodies.push(await answer.text());
    }
    expect(new Set(bodies).size).toBe(1);
  });

  test('for an agent', async () => {
    const answer = await at(mine.id, { cookie: cookies.tomas });
    if (managers) expect(await refusal(answer)).toBe('403 forbidden');
    else expect(answer.status).toBe(200);
  });

  test('from another site, with the session’s cookie', async () => {
    if (!('method' in init || 'json' in init)) return;
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
      expect(await refusal(await at(mine.id, { cookie: cookies.ana, headers }))).toBe('403 forbidden');
    }
  });
});

test('me: who I am, and only the stores that I belong to', async () => {
  const answer = await ask('/api/me', { cookie: cookies.dele });
  expect(await answer.json()).toEqual({
    user: { id: people.dele, name: 'Dele Test', email: 'dele@api.example', initials: 'DT' },
    stores: [{ id: mine.id, key: mine.key, name: 'Mine', accent: '#0b6077', role: 'admin' }],
  });
  expect(await refusal(await ask('/api/me'))).toBe('401 unauthorized');
});

test('a ticket carries who I am in this store, for a minute', async () => {
  const answer = await ask(`/api/stores/${mine.id}/ticket`, { method: 'POST', cookie: cookies.tomas });
  const { ticket } = await answer.json<{ ticket: string }>();
  const now = Date.now();
  const claims = await openToken(SECRET, 'ticket', ticket, now);
  expect(claims).toMatchObject({ type: 'staff', store: mine.id, id: people.tomas, name: 'Tomas Test', role: 'agent' });
  expect((claims?.exp ?? 0) - now).toBeLessThanOrEqual(60_000);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

describe('inviting', () => {
  const invite = (json: unknown, who: keyof typeof cookies = 'ana') =>
    ask(`/api/stores/${mine.id}/people`, { json, cookie: cookies[who] });

  test('adds a person and mails them a link that lets in', async () => {
    const answer = await invite({ name: '  Noor   Aziz ', email: 'Noor@API.example', role: 'agent' });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      person: { name: 'Noor Aziz', email: 'noor@api.example', role: 'agent' },
      mailed: 'sent',
    });
    const [mail] = await mailArrives('noor@api.example');
    expect(mail?.subject).toBe('Ana Test invited you to Mine');
    const link = /\/sign-in\?token=([\w-]+)/.exec(mail?.text ?? '');
    const entered = await ask('/sign-in', { form: { token: link?.[1] ?? '' } });
    expect(entered.status).toBe(303);
    const list = await (await ask(`/api/stores/${mine.id}/people`, { cookie: cookies.tomas })).json();
    expect(list).toMatchObject({ people: expect.arrayContaining([expect.objectContaining({ name: 'Noor Aziz' })]) });
  });

  test('again changes nothing but mails again', async () => {
    await invite({ name: 'Kim', email: 'kim@api.example', role: 'agent' });
    const again = await invite({ name: 'Somebody Else', email: 'kim@api.example', role: 'admin' });
    expect(await again.json()).toMatchObject({ person: { name: 'Kim', role: 'agent' } });
    expect(await mailArrives('kim@api.example', 2)).toHaveLength(2);
  });

  test('only owners make owners', async () => {
    const owner = { name: 'Olu', email: 'olu@api.example', role: 'owner' };
    expect(await refusal(await invite(owner, 'dele'))).toBe('403 forbidden');
    expect((await invite(owner)).status).toBe(201);
  });

  test('works when mail does not, and says so', async () => {
    await planMail('lost@api.example', [{ status: 500 }]);
    const answer = await invite({ name: 'Lo', email: 'lost@api.example', role: 'agent' });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ mailed: 'retry' });
  });

  test('a line break in a name begins no header', async () => {
    const answer = await invite({ name: 'Bo\r\nBcc: all@evil.example', email: 'bo@api.example', role: 'agent' });
    expect(await answer.json()).toMatchObject({ person: { name: 'Bo Bcc: all@evil.example' } });
  });

  test.each([
    {},
    { ...invitation, role: 'root' },
    { ...invitation, email: 'no' },
    { ...invitation, email: 'a@b.example\r\nBcc: c@d.example' },
    { ...invitation, name: '  ' },
    { ...invitation, name: 'x'.repeat(81) },
    [],
    null,
  ])('%j is no invitation', async (json) => {
    expect(await refusal(await invite(json))).toBe('400 bad_request');
  });

  test('a form cannot pass for JSON', async () => {
    const answer = await ask(`/api/stores/${mine.id}/people`, { form: invitation, cookie: cookies.ana });
    expect(await refusal(answer)).toBe('400 bad_request');
  });
});

describe('knowledge', () => {
  const send = (query: string, body: string, store = mine.id, cookie = cookies.ana) =>
    ask(`/api/stores/${store}/knowledge?${query}`, { method: 'POST', body, cookie });

  test('a feed with a broken row brings in the rest, and says where it broke', async () => {
    const answer = await send('kind=products&file=feed.xml', FEED(`${ITEM('a')}\n${ITEM('b', 'cheap')}\n${ITEM('c')}`));
    expect(answer.status).toBe(200);
    const report = await answer.json<{ added: number; bad: { line: number; cause: string }[] }>();
    expect(report.added).toBeGreaterThanOrEqual(1);
    expect(report.bad).toEqual([{ line: 2, cause: expect.any(String) }]);
    const article = await send('kind=articles&file=returns.md', ARTICLE);
    expect(await article.json()).toMatchObject({ added: 1, bad: [] });
    const counted = await ask(`/api/stores/${mine.id}/knowledge`, { cookie: cookies.tomas });
    expect(await counted.json()).toEqual({ products: 2, articles: 1 });
    // The other store knows nothing of it.
    const theirs = await ask(`/api/stores/${others.id}/knowledge`, { cookie: cookies.eve });
    expect(await theirs.json()).toEqual({ products: 0, articles: 0 });
  });

  test('what is no feed', async () => {
    expect(await refusal(await send('kind=products&file=feed.xml', 'hello'))).toBe('422 feed_unreadable');
  });

  test.each([
    '',
    'kind=products',
    'kind=orders&file=a',
    'kind=articles&file=',
    `kind=articles&file=${'x'.repeat(200)}`,
  ])('“%s” says not what it is', async (query) => {
    expect(await refusal(await send(query, 'x'))).toBe('400 bad_request');
  });

  test('a file that is too large is not read', async () => {
    expect(await refusal(await send('kind=products&file=feed.xml', 'x'.repeat(17 * 1024 * 1024)))).toBe(
      '413 too_large',
    );
  });
});
