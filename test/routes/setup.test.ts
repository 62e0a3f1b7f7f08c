import { createExecutionContext, env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { app } from '../../src/app';
import { store } from '../../src/db/schema';
import { ask, cookiesOf, db, refusal, request, SETUP_KEY } from './visit';

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
