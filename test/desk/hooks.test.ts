import { env, evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it, vi } from 'vitest';
import { callable, changeHook, hooksOf, newHookSecret, removeHook, switchHook } from '../../src/hooks/hooks';
import type { HookEvent } from '../../src/protocol/hooks';
import { hookAt } from '../assistant/hook-calls';
import { hook } from '../conversation/hooked';
import { DAY, MINUTE, pass, SECOND } from '../conversation/shop';
import { newStore } from '../routes/visit';

/** How the desk sends events on: tried again with the same id, given up, switched off. Over real HTTP. */

async function shop(name?: string) {
  const { id: store } = await newStore('Mill & Kettle');
  const stub = () => env.DESK.get(env.DESK.idFromName(store));
  const crm = await hook(store, ['handoff.opened'], name ?? store);
  return {
    store,
    crm,
    desk: stub,
    /** What waits, and how often it was tried. */
    waits: () =>
      runInDurableObject(stub(), (_, { storage }) =>
        storage.sql.exec<{ attempts: number }>('SELECT attempts FROM hook_outbox WHERE parked IS NULL').toArray(),
      ),
    /** When the only one that waits is due. */
    due: () =>
      runInDurableObject(stub(), (_, { storage }) =>
        Number(storage.sql.exec('SELECT due FROM hook_outbox WHERE parked IS NULL').one().due),
      ),
    view: async () => (await hooksOf(env, store))[0],
    happens: async (id = `evt_${crypto.randomUUID()}`) => {
      await stub().hook(event(store, id));
      return id;
    },
  };
}

const event = (store: string, id: string): HookEvent => ({
  id,
  type: 'handoff.opened',
  timestamp: new Date().toISOString(),
  store,
  data: {
    conversation: { id: 'c-1', url: null, customer: 'Guest 1', language: 'en', startedAt: 1, email: null },
    handoff: null,
  },
});

/** The tries of the calls, by what they were numbered. */
const ids = async (crm: { came(): Promise<{ headers: Record<string, string> }[]> }) =>
  (await crm.came()).map(({ headers }) => headers['webhook-id']);

describe('what a hook does not take', () => {
  it.each([
    { status: 500, headers: {} },
    { status: 429, headers: {} },
    { status: 408, headers: {} },
  ])('for a while ($status) comes again with the same id and the same words, and is signed anew', async (answer) => {
    const { crm, desk, happens, waits, view } = await shop();
    await crm.plan(answer, answer);
    vi.useFakeTimers({ toFake: ['Date'] });
    const id = await happens();
    await crm.calls(1);
    await vi.waitFor(async () => expect(await waits()).toEqual([{ attempts: 1 }]));
    expect((await view())?.failing).toMatchObject({ last: { why: 'status', status: answer.status } });
    await pass(desk(), 4 * SECOND);
    expect(await crm.came()).toHaveLength(1);
    await pass(desk(), 3 * SECOND);
    await crm.calls(2);
    await vi.waitFor(async () => expect(await waits()).toEqual([{ attempts: 2 }]));
    await pass(desk(), MINUTE);
    const calls = await crm.calls(3);
    expect(await ids(crm)).toEqual([id, id, id]);
    expect(new Set(calls.map(({ body }) => body)).size).toBe(1);
    expect(new Set(calls.map(({ headers }) => headers['webhook-signature'])).size).toBe(3);
    await vi.waitFor(async () => expect(await waits()).toEqual([]));
    expect((await view())?.failing).toBeNull();
  });

  it('is not tried before the time that it asked for', async () => {
    const { crm, desk, happens, waits } = await shop();
    await crm.plan({ status: 429, headers: { 'retry-after': '3600' } });
    await happens();
    await crm.calls(1);
    await vi.waitFor(async () => expect(await waits()).toEqual([{ attempts: 1 }]));
    await pass(desk(), 59 * MINUTE);
    expect(await crm.came()).toHaveLength(1);
    await pass(desk(), 15 * MINUTE);
    await crm.calls(2);
  });

  it.each([
    ['an answer that no other try would change', { status: 400 }, { why: 'status', status: 400 }],
    [
      'a redirect to a private address',
      { status: 307, headers: { location: 'https://127.0.0.1/' } },
      { why: 'refused_address' },
    ],
  ])('for good (%s) is kept aside at once, and goes out when somebody tries again', async (_, answer, why) => {
    const { crm, desk, happens, store } = await shop();
    await crm.plan(answer);
    const id = await happens();
    await vi.waitFor(async () => expect(await desk().parkedHooks()).toMatchObject([{ hook: crm.id, ...why }]));
    await evictDurableObject(desk());
    const [parked] = await desk().parkedHooks();
    expect(await desk().retryHook(parked?.key ?? '')).toBe(true);
    await crm.calls(2);
    expect(await ids(crm)).toEqual([id, id]);
    await vi.waitFor(async () => expect(await desk().parkedHooks()).toEqual([]));
    expect((await hooksOf(env, store))[0]).toMatchObject({ off: null, failing: null });
  });

  it('for three days is given up, and a hook that takes nothing for five is switched off', async () => {
    const { crm, desk, happens, waits, view, due } = await shop();
    await crm.plan(...Array.from({ length: 20 }, () => ({ status: 503 })));
    await happens();
    const began = Date.now();
    for (let tries = 1; tries <= 11; tries += 1) {
      await crm.calls(tries);
      await vi.waitFor(async () => expect(await waits()).toEqual([{ attempts: tries }]));
      await pass(desk(), (await due()) - Date.now());
    }
    await vi.waitFor(async () => expect(await desk().parkedHooks()).toHaveLength(1));
    expect((Date.now() - began) / DAY).toBeGreaterThan(3);
    expect((await view())?.off).toBeNull();
    await pass(desk(), 2 * DAY);
    await happens();
    await crm.calls(13);
    await vi.waitFor(async () => expect(await desk().parkedHooks()).toHaveLength(2));
    expect((await view())?.off).toMatchObject({ why: 'failing' });
    await happens();
    await vi.waitFor(async () => expect(await waits()).toEqual([]));
    expect(await crm.came()).toHaveLength(13);
  });

  it('because it is gone (410) switches it off; switched on again it is called again', async () => {
    const { crm, desk, happens, view, store } = await shop();
    await crm.plan({ status: 410 });
    await happens();
    await vi.waitFor(async () => expect((await view())?.off).toMatchObject({ why: 'gone' }));
    await happens();
    await switchHook(env, { store, id: 'ana', name: 'Ana' }, crm.id, true, Date.now());
    await happens();
    await crm.calls(2);
    expect(await desk().parkedHooks()).toMatchObject([{ why: 'status', status: 410 }]);
  });
});

it('told again by its conversation, an event is called once', async () => {
  const { crm, desk, happens, waits } = await shop();
  const id = await happens();
  await crm.calls(1);
  await vi.waitFor(async () => expect(await waits()).toEqual([]));
  await evictDurableObject(desk());
  await happens(id);
  const next = await happens();
  await crm.calls(2);
  expect(await ids(crm)).toEqual([id, next]);
});

it('an address that was changed meanwhile gets what waited, and a hook that was removed gets nothing', async () => {
  const { crm, desk, happens, waits, store } = await shop();
  await crm.plan({ status: 503 });
  await happens();
  await vi.waitFor(async () => expect(await waits()).toEqual([{ attempts: 1 }]));
  const moved = hookAt(`${store}-moved`);
  await changeHook(
    env,
    { store, id: 'ana', name: 'Ana' },
    crm.id,
    { url: moved.url, events: ['handoff.opened'] },
    Date.now(),
  );
  await moved.plan({ status: 503 });
  await pass(desk(), 10 * SECOND);
  await moved.calls(1);
  await vi.waitFor(async () => expect(await waits()).toEqual([{ attempts: 2 }]));
  await removeHook(env, { store, id: 'ana', name: 'Ana' }, crm.id, Date.now());
  await desk().dropHook(crm.id);
  expect(await waits()).toEqual([]);
  await pass(desk(), DAY);
  expect([(await crm.came()).length, (await moved.came()).length]).toEqual([1, 1]);
});

it('two secrets sign for a day after one was made anew, and no secret is kept as it is', async () => {
  const { crm, happens, store } = await shop();
  const fresh = await newHookSecret(env, { store, id: 'ana', name: 'Ana' }, crm.id, Date.now());
  await happens();
  const [call] = await crm.calls(1);
  for (const secret of [crm.secret, fresh]) new Webhook(secret).verify(call?.body ?? '', call?.headers ?? {});
  expect((await callable(env, store, crm.id, Date.now() + 2 * DAY))?.secrets).toEqual([fresh]);
  const row = await env.DB.prepare('SELECT * FROM hook WHERE store_id = ?1').bind(store).first();
  for (const secret of [crm.secret, fresh]) expect(JSON.stringify(row)).not.toContain(secret.slice(6));
});

it('a burst of events arrives, each once, few at a time', async () => {
  const { crm, happens, waits } = await shop();
  const told = await Promise.all(Array.from({ length: 30 }, () => happens()));
  await crm.calls(told.length);
  await vi.waitFor(async () => expect(await waits()).toEqual([]));
  expect((await ids(crm)).sort()).toEqual([...told].sort());
});
