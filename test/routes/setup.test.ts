import { createExecutionContext, env } from 'cloudflare:test';
import { count, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { AT_ONCE, MOST_STORES } from '../../src/accounts/new-store';
import { app } from '../../src/app';
import { member, store } from '../../src/db/schema';
import type { FirstRun } from '../../src/domain/first-run';
import { ask, cookiesOf, db, newPerson, newStore, refusal, request, SETUP_KEY, signIn } from './visit';

const ANA = { email: 'ana@setup.example', name: 'Ana Kovač', store: 'Volt & Vine' };
const set = (json: object) => ask('/setup', { json });

// In this order: there is one first store.
test('without a key, or with a wrong one, nothing is created', async () => {
  expect(await refusal(await set(ANA))).toBe('400 bad_request');
  for (const key of ['', 'wrong', `${SETUP_KEY} `, SETUP_KEY.slice(1)]) {
    expect(await refusal(await set({ ...ANA, key }))).toBe('403 forbidden');
  }
  const form = await ask('/setup', { form: { ...ANA, key: 'wrong' } });
  expect(form.status).toBe(403);
  const html = await form.text();
  expect(html).toContain('That key and address don’t match');
  expect(html).toContain('value="Ana Kovač"');
  expect(html).not.toContain('value="wrong"');
  expect(await db.select().from(store)).toEqual([]);
});

test('where no key is set, or a short one, no key is right', async () => {
  for (const SET of [undefined, '', 'short']) {
    const { SETUP_KEY: _, ...rest } = env;
    const some = SET === undefined ? rest : { ...rest, SETUP_KEY: SET };
    const answer = await app.fetch(
      request('/setup', { json: { ...ANA, key: SET ?? '' } }),
      some,
      createExecutionContext(),
    );
    expect(await refusal(answer)).toBe('403 forbidden');
  }
  expect(await db.select().from(store)).toEqual([]);
});

test('while there is no store, the sign-in page leads to setting one up', async () => {
  expect((await ask('/sign-in')).headers.get('location')).toBe('/setup');
  expect(await (await ask('/setup')).text()).toContain('Create store');
});

test('the first store needs its name', async () => {
  expect(await refusal(await set({ key: SETUP_KEY, email: ANA.email }))).toBe('400 bad_request');
});

test('set up twice at once, there is one store, and its owner is in', async () => {
  const form = ask('/setup', { form: { ...ANA, key: SETUP_KEY } });
  const answers = await Promise.all([set({ ...ANA, key: SETUP_KEY }), form]);
  const stores = await db.select().from(store);
  expect(stores).toHaveLength(1);
  // Whoever makes the store by hand begins with its first steps.
  expect((await form).headers.get('location')).toBe(`/dashboard/${stores[0]?.id}/start`);
  for (const answer of answers) {
    const me = await ask('/api/me', { cookie: cookiesOf(answer) });
    expect(await me.json()).toMatchObject({
      user: { name: 'Ana Kovač' },
      stores: [{ name: 'Volt & Vine', role: 'owner' }],
    });
  }
});

test('afterwards the key lets an owner in, and nobody else', async () => {
  const entered = await ask('/setup', { form: { key: SETUP_KEY, email: ANA.email } });
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/dashboard/']);
  const stranger = { key: SETUP_KEY, email: 'eve@setup.example', name: 'Eve', store: 'Evil' };
  expect(await refusal(await set(stranger))).toBe('403 forbidden');
  expect(await db.select().from(store)).toHaveLength(1);
  expect(await (await ask('/setup')).text()).toContain('Sign in as the owner');
});

test('another site cannot set up', async () => {
  const answer = await ask('/setup', { json: { ...ANA, key: SETUP_KEY }, headers: { origin: 'https://evil.example' } });
  expect(await refusal(answer)).toBe('403 forbidden');
});

describe('another store', () => {
  const WANTED = { name: 'Mill & Kettle', firstLanguage: 'bg', timeZone: 'Europe/Sofia' };
  const people = { eva: '', tomas: '', rosa: '' };
  const cookies = { eva: '', tomas: '', rosa: '' };
  beforeAll(async () => {
    for (const who of ['eva', 'tomas', 'rosa'] as const) {
      people[who] = await newPerson(who, `${who}@another.example`);
      cookies[who] = await signIn(`${who}@another.example`);
    }
    await newStore('Evas', { [people.eva]: 'owner', [people.tomas]: 'admin' });
  });
  const add = (json: unknown = WANTED, who: keyof typeof cookies = 'eva') =>
    ask('/api/stores', { json, cookie: cookies[who] });
  interface Mine {
    stores: { id: string; key: string; name: string; role: string }[];
  }
  const storesOf = async (who: keyof typeof cookies) =>
    (await (await ask('/api/me', { cookie: cookies[who] })).json<Mine>()).stores;
  const ownedBy = async (who: keyof typeof people) =>
    (await db.select({ n: count() }).from(member).where(eq(member.userId, people[who])).get())?.n ?? 0;

  test('is added by an owner, who owns it too, with a key, a language and a zone of its own', async () => {
    const answer = await add();
    expect(answer.status).toBe(201);
    const { store: made } = await answer.json<{ store: Mine['stores'][number] }>();
    expect(made).toMatchObject({ name: 'Mill & Kettle', role: 'owner' });
    const mine = await storesOf('eva');
    expect(mine.map(({ name }) => name)).toEqual(['Evas', 'Mill & Kettle']);
    expect(new Set(mine.map(({ key }) => key)).size).toBe(2);
    const of = (path: string) => ask(`/api/stores/${made.id}${path}`, { cookie: cookies.eva });
    const { settings } = await (await of('/settings')).json<{ settings: object }>();
    expect(settings).toMatchObject({ firstLanguage: 'bg', timeZone: 'Europe/Sofia', giveUpAfter: 30 });
    // Customers reach it by its key.
    const session = await ask('/widget/session', { json: { store: made.key } });
    expect(session.status).toBe(200);
    const { changes } = await (await of('/changes')).json<{ changes: object[] }>();
    expect(changes).toEqual([
      expect.objectContaining({
        area: 'store',
        what: 'added',
        by: { id: people.eva, name: 'eva' },
        fields: [
          { field: 'name', after: 'Mill & Kettle' },
          { field: 'firstLanguage', after: 'bg' },
          { field: 'timeZone', after: 'Europe/Sofia' },
        ],
      }),
    ]);
    // Its first steps begin after its name.
    const run = await (await of('/first-run')).json<FirstRun>();
    expect(run.steps.map(({ is }) => is)).toEqual(['done', 'open', 'open', 'open', 'open']);
  });

  test('is nobody else’s: not of those who work in the owner’s other stores', async () => {
    const [, theirs] = await storesOf('eva');
    expect((await storesOf('tomas')).map(({ name }) => name)).toEqual(['Evas']);
    for (const path of ['/settings', '/people', '/first-run', '/changes'])
      expect(await refusal(await ask(`/api/stores/${theirs?.id}${path}`, { cookie: cookies.tomas }))).toBe(
        '404 not_found',
      );
  });

  test('is added by nobody who owns none, and from no other site', async () => {
    const before = await db.select().from(store);
    expect(await refusal(await ask('/api/stores', { json: WANTED }))).toBe('401 unauthorized');
    for (const who of ['tomas', 'rosa'] as const) expect(await refusal(await add(WANTED, who))).toBe('403 forbidden');
    const headers = { origin: 'https://evil.example' };
    expect(await refusal(await ask('/api/stores', { json: WANTED, cookie: cookies.eva, headers }))).toBe(
      '403 forbidden',
    );
    expect(await db.select().from(store)).toEqual(before);
  });

  test.each([
    ['no name', { ...WANTED, name: ' ' }],
    ['a name of 81 letters', { ...WANTED, name: 'x'.repeat(81) }],
    ['a zone that there is not', { ...WANTED, timeZone: 'Europe/Atlantis' }],
    ['no language', { ...WANTED, firstLanguage: 'Bulgarian' }],
    ['nothing', {}],
  ])('with %s there is none', async (_, json) => {
    const before = await ownedBy('eva');
    expect(await refusal(await add(json))).toBe('400 bad_request');
    expect(await ownedBy('eva')).toBe(before);
  });

  test('can be added so often within an hour, also where many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: AT_ONCE + 3 }, () => add()));
    const refused = await Promise.all(answers.filter(({ ok }) => !ok).map(refusal));
    expect(new Set(refused)).toEqual(new Set(['429 too_fast']));
    expect(await db.select().from(store).where(eq(store.name, WANTED.name))).toHaveLength(AT_ONCE - 1);
  });

  test('is refused to whoever owns as many as one can', async () => {
    await db.update(store).set({ createdAt: 1 });
    while ((await ownedBy('eva')) < MOST_STORES - 1) await newStore('Old', { [people.eva]: 'owner' });
    await db.update(store).set({ createdAt: 1 });
    const answers = await Promise.all([add(), add()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await refusal(await add())).toBe('409 too_many_stores');
    expect(await ownedBy('eva')).toBe(MOST_STORES);
  });
});
