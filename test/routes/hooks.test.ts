import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { HookView } from '../../src/hooks/hooks';
import type { HookEvent } from '../../src/protocol/hooks';
import { readSettings } from '../../src/settings/store';
import { hookAt } from '../assistant/hook-calls';
import { closedToOthers, type Doors, doorsOf } from './doors';
import { ask, newStore, refusal } from './visit';

/** A store's hooks over HTTP, as its owners and admins set them. */

let doors: Doors;
beforeAll(async () => {
  doors = await doorsOf('hooks.example');
});

const URL_OK = 'https://8.8.8.8/hook';
const wanted = { url: URL_OK, events: ['handoff.opened'] };
const at = (rest = '', store = doors.mine.id) => `/api/stores/${store}/hooks${rest}`;
const go = async (method: string, rest = '', body?: unknown) =>
  ask(at(rest), { method, cookie: doors.cookies.ana, ...(body !== undefined && { json: body }) });
interface Answered {
  made: { id: string; secret: string };
  view: { hooks: HookView[] };
}
const add = async (json: unknown = wanted): Promise<Answered> => (await go('POST', '', json)).json();
const removeAll = async () => {
  const { hooks } = await (await go('GET')).json<{ hooks: HookView[] }>();
  for (const { id } of hooks) await go('DELETE', `/${id}`);
};

closedToOthers(
  [
    { name: 'GET hooks', path: '/hooks', init: {}, managers: true, own: '200' },
    { name: 'POST hooks', path: '/hooks', init: { json: wanted }, managers: true, own: '201' },
    {
      name: 'POST retry',
      path: '/hooks/retry',
      init: { json: { key: 'none' } },
      managers: true,
      own: '404 not_found',
    },
    {
      name: 'PUT hook',
      path: '/hooks/none',
      init: { method: 'PUT', json: wanted },
      managers: true,
      own: '404 not_found',
    },
    {
      name: 'PUT switch',
      path: '/hooks/none/switch',
      init: { method: 'PUT', json: { on: false } },
      managers: true,
      own: '404 not_found',
    },
    { name: 'POST secret', path: '/hooks/none/secret', init: { method: 'POST' }, managers: true, own: '404 not_found' },
    { name: 'POST test', path: '/hooks/none/test', init: { method: 'POST' }, managers: true, own: '404 not_found' },
    { name: 'DELETE hook', path: '/hooks/none', init: { method: 'DELETE' }, managers: true, own: '404 not_found' },
  ],
  () => doors,
);

describe('hooks', () => {
  test('are kept with a secret that is shown once, changed, switched off and removed; conversations hear of each', async () => {
    await removeAll();
    const heard = async () => (await readSettings(env.DB, doors.mine.id)).hooks?.events;
    const { made, view } = await add();
    expect(made.secret).toMatch(/^whsec_/);
    expect(view.hooks).toMatchObject([{ id: made.id, ...wanted, off: null, failing: null }]);
    expect(await heard()).toEqual(['handoff.opened']);
    const shown = await (await go('GET')).text();
    expect(shown).not.toContain(made.secret);
    expect(shown).not.toContain('secret"');
    await go('PUT', `/${made.id}`, { url: URL_OK, events: ['email.left', 'handoff.ended', 'email.left'] });
    expect((await heard())?.sort()).toEqual(['email.left', 'handoff.ended']);
    const again = await (await go('POST', `/${made.id}/secret`)).json<Answered>();
    expect(again.made.secret).not.toBe(made.secret);
    await go('PUT', `/${made.id}/switch`, { on: false });
    expect(await heard()).toEqual([]);
    await go('PUT', `/${made.id}/switch`, { on: true });
    expect(await heard()).toHaveLength(2);
    await go('DELETE', `/${made.id}`);
    expect(await heard()).toEqual([]);
    expect(await (await go('GET')).json()).toEqual({ hooks: [], parked: [] });
  });

  test('of which somebody else has changed one are not written over', async () => {
    await removeAll();
    const { made, view } = await add();
    const seen = view.hooks[0]?.seen;
    const later = { ...wanted, events: ['handoff.rated'] };
    expect((await go('PUT', `/${made.id}`, { ...later, seen })).status).toBe(200);
    expect(await refusal(await go('PUT', `/${made.id}`, { ...wanted, seen }))).toBe('409 changed_meanwhile');
    expect((await readSettings(env.DB, doors.mine.id)).hooks?.events).toEqual(['handoff.rated']);
  });

  test('are five at most, also where they are added at the same moment', async () => {
    await removeAll();
    const answers = await Promise.all(Array.from({ length: 7 }, () => go('POST', '', wanted)));
    const refused = answers.filter(({ ok }) => !ok);
    expect(answers.length - refused.length).toBe(5);
    expect(await refusal(refused[0] as Response)).toBe('409 too_many_hooks');
    await removeAll();
  });

  test.each([
    [{ ...wanted, url: 'https://localhost/hook' }, '422 url_refused'],
    [{ ...wanted, url: 'http://example.com/hook' }, '422 url_refused'],
    [{ ...wanted, url: 'https://10.0.0.1/hook' }, '422 url_refused'],
    [{ ...wanted, url: 'https://169.254.169.254/latest' }, '422 url_refused'],
    [{ ...wanted, url: 'https://inside.example.com/hook' }, '422 url_refused'],
    [{ ...wanted, url: `https://example.com/${'x'.repeat(500)}` }, '400 bad_request'],
    [{ ...wanted, events: [] }, '400 bad_request'],
    [{ ...wanted, events: ['everything'] }, '400 bad_request'],
    [null, '400 bad_request'],
  ])('%j is refused: %s', async (body, expected) => {
    expect(await refusal(await go('POST', '', body))).toBe(expected);
  });

  test('a test event is signed like any other and says what came of it', async () => {
    const server = hookAt(`test-${crypto.randomUUID()}`);
    const { made } = await add({ ...wanted, url: server.url });
    await server.plan({ status: 200 }, { status: 418 }, { status: 308, headers: { location: 'https://10.1.1.1/' } });
    const tried = async () => (await go('POST', `/${made.id}/test`)).json();
    expect(await tried()).toEqual({ ok: true });
    expect(await tried()).toEqual({ ok: false, why: 'status', status: 418 });
    expect(await tried()).toEqual({ ok: false, why: 'refused_address' });
    const [call] = await server.calls(3);
    const { Webhook } = await import('standardwebhooks');
    const body = new Webhook(made.secret).verify(call?.body ?? '', call?.headers ?? {});
    expect(body).toMatchObject({ type: 'test', store: doors.mine.id });
    await removeAll();
  });

  test('what was not taken is listed for its own store only, and goes out again', async () => {
    const server = hookAt(`parked-${crypto.randomUUID()}`);
    const { made } = await add({ ...wanted, url: server.url });
    await server.plan({ status: 404 });
    const desk = (store: string) => env.DESK.get(env.DESK.idFromName(store));
    const conversation = { id: 'c-1', url: null, customer: 'Guest 1', language: 'en', startedAt: 1, email: null };
    const event: HookEvent = {
      id: `evt_${crypto.randomUUID()}`,
      type: 'handoff.opened',
      timestamp: new Date().toISOString(),
      store: doors.mine.id,
      data: { conversation, handoff: null },
    };
    await desk(doors.mine.id).hook(event);
    const list = async () => (await (await go('GET')).json<{ parked: { key: string; hook: string }[] }>()).parked;
    const [parked] = await vi.waitFor(async () => {
      const found = await list();
      expect(found).toMatchObject([{ hook: made.id, type: 'handoff.opened', conversation: 'c-1' }]);
      return found;
    });
    const elsewhere = await newStore('Elsewhere');
    expect(await desk(elsewhere.id).retryHook(parked?.key ?? '')).toBe(false);
    expect((await go('POST', '/retry', { key: parked?.key })).status).toBe(200);
    await server.calls(2);
    await vi.waitFor(async () => expect(await list()).toEqual([]));
    await removeAll();
  });
});
