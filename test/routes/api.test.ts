import { beforeAll, describe, expect, test } from 'vitest';
import { openToken } from '../../src/accounts/tokens';
import { EVERYTHING } from '../../src/domain/notices';
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

const invitation = { name: 'New One', email: 'new@api.example', role: 'agent' };

/** Every route of a store: what it takes, and who may. */
const routes = [
  { name: 'ticket', path: 'ticket', init: { method: 'POST' }, managers: false },
  { name: 'people', path: 'people', init: {}, managers: false },
  { name: 'invite', path: 'people', init: { json: invitation }, managers: true },
  { name: 'tags', path: 'tags', init: {}, managers: false },
  { name: 'knowledge', path: 'knowledge', init: {}, managers: false },
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
    stores: [{ id: mine.id, key: mine.key, name: 'Mine', accent: '#0b6077', role: 'admin', notices: EVERYTHING }],
    choices: { sendWith: 'ctrl_enter', singleKeys: true, language: null },
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
