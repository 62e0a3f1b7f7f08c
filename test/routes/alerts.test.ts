import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { ParkedAlert } from '../../src/desk/alerts/alerts';
import { deskStub } from '../../src/desk/door';
import { ask, knock, mailArrives, newPerson, newStore, ORIGIN, planMail, refusal, type Store, signIn } from './visit';

/** The switches of whoever is signed in, and what a store's alerts came to. */

let mine: Store;
let second: Store;
let others: Store;
const cookies = { ana: '', tomas: '', eve: '' };

beforeAll(async () => {
  const ids = { ana: '', tomas: '', eve: '' };
  for (const who of ['ana', 'tomas', 'eve'] as const) ids[who] = await newPerson(who, `${who}@switch.example`);
  mine = await newStore('Mine', { [ids.ana]: 'owner', [ids.tomas]: 'agent' });
  second = await newStore('Another', { [ids.ana]: 'agent' });
  others = await newStore('Others', { [ids.eve]: 'owner' });
  for (const who of ['ana', 'tomas', 'eve'] as const) cookies[who] = await signIn(`${who}@switch.example`);
});

const put = (json: unknown, cookie = cookies.ana) => ask('/api/me/alerts', { method: 'PUT', json, cookie });
const at = (store: string, cookie = cookies.ana) => ask(`/api/stores/${store}/alerts`, { cookie });
const retry = (store: string, key: string, cookie = cookies.ana) =>
  ask(`/api/stores/${store}/alerts/retry`, { json: { key }, cookie });
const both = (emailAlerts: boolean) => ({
  stores: [
    { id: second.id, name: 'Another', emailAlerts: true },
    { id: mine.id, name: 'Mine', emailAlerts },
  ],
});

describe('my switches', () => {
  test('are on from the start, one a store, and turn one by one', async () => {
    expect(await (await ask('/api/me/alerts', { cookie: cookies.ana })).json()).toEqual(both(true));
    expect(await (await put({ store: mine.id, emailAlerts: false })).json()).toEqual(both(false));
    expect(await (await ask('/api/me/alerts', { cookie: cookies.ana })).json()).toEqual(both(false));
    expect(await (await at(mine.id)).json()).toEqual({ parked: [], optedIn: 1 });
    expect(await (await put({ store: mine.id, emailAlerts: true })).json()).toEqual(both(true));
    expect(await (await at(mine.id, cookies.tomas)).json()).toEqual({ parked: [], optedIn: 2 });
  });

  test('not of another store, nor without a session, nor from another site, nor by halves', async () => {
    for (const store of [others.id, 'none'])
      expect(await refusal(await put({ store, emailAlerts: false }))).toBe('404 not_found');
    expect(await (await at(others.id, cookies.eve)).json()).toMatchObject({ optedIn: 1 });
    expect(await refusal(await ask('/api/me/alerts'))).toBe('401 unauthorized');
    expect(await refusal(await put({ store: mine.id, emailAlerts: false }, ''))).toBe('401 unauthorized');
    const evil = await ask('/api/me/alerts', {
      method: 'PUT',
      json: { store: mine.id, emailAlerts: false },
      cookie: cookies.ana,
      headers: { origin: 'https://evil.example' },
    });
    expect(await refusal(evil)).toBe('403 forbidden');
    for (const json of [{}, { store: mine.id }, { store: mine.id, emailAlerts: 'no' }, null])
      expect(await refusal(await put(json))).toBe('400 bad_request');
  });
});

describe('what could not be sent', () => {
  test('shows to the store’s team, and goes out when somebody tries again', async () => {
    await planMail('tomas@switch.example', [{ status: 400 }]);
    const desk = deskStub(env, mine.id);
    const ticket = await (await ask(`/api/stores/${mine.id}/ticket`, { method: 'POST', cookie: cookies.ana })).json<{
      ticket: string;
    }>();
    const socket = (await knock('/staff/desk/socket', ['baton.v1', `token.${ticket.ticket}`])).webSocket;
    socket?.accept();
    await desk.alert({ conversation: 'c1', handoff: 1, kind: 'off_hours' }, 1, {
      customer: 'Mira',
      reason: 'complaint',
      urgency: 'urgent',
      trigger: 'No',
      requestedAt: Date.now(),
      last: [],
    });
    expect((await mailArrives('ana@switch.example'))[0]?.text).toContain(`${ORIGIN}/dashboard/${mine.id}/inbox/c1`);
    const [parked] = await vi.waitFor(async () => {
      const answer = await (await at(mine.id, cookies.tomas)).json<{ parked: ParkedAlert[] }>();
      expect(answer.parked).toHaveLength(1);
      return answer.parked;
    });
    expect(parked).toMatchObject({ to: 'tomas@switch.example', why: 'The mail service refused it (400).' });
    const key = parked?.key ?? '';
    expect(await refusal(await retry(others.id, key))).toBe('404 not_found');
    expect(await refusal(await retry(others.id, key, cookies.eve))).toBe('404 not_found');
    expect(await refusal(await retry(mine.id, 'mail/none'))).toBe('404 not_found');
    expect(await refusal(await retry(mine.id, ''))).toBe('400 bad_request');
    expect(await (await retry(mine.id, key, cookies.tomas)).json()).toEqual({ again: true });
    await mailArrives('tomas@switch.example', 2);
    await vi.waitFor(async () => expect(await (await at(mine.id)).json()).toMatchObject({ parked: [] }));
    socket?.close(1000);
  });
});
