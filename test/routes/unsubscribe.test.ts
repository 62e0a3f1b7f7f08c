import { env } from 'cloudflare:test';
import { exports } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { sealToken } from '../../src/accounts/tokens';
import { switchesOf } from '../../src/desk/team';
import { newPerson, newStore, ORIGIN, SECRET } from './visit';

let ana: string;
let mine: string;
let other: string;
let token: string;
let people = 0;

beforeEach(async () => {
  people += 1;
  ana = await newPerson('Ana', `ana-${people}@unsubscribe.example`);
  const tomas = await newPerson('Tomás', `tomas-${people}@unsubscribe.example`);
  mine = (await newStore('Mine', { [ana]: 'owner', [tomas]: 'agent' })).id;
  other = (await newStore('Other', { [ana]: 'agent' })).id;
  token = await sealToken(SECRET, 'unsubscribe', { store: mine, user: ana }, Date.now());
  expect(await alerted(tomas)).toEqual([mine]);
});

const alerted = async (person: string) =>
  (await switchesOf(env.DB, person)).filter((store) => store.emailAlerts).map((store) => store.id);
/** As a mail program sends it: nothing of ours, and no origin or a foreign one. */
const post = (given: string, init: RequestInit = {}) =>
  exports.default.fetch(
    new Request(`${ORIGIN}/unsubscribe?token=${encodeURIComponent(given)}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      ...init,
    }),
  );
const shape = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers].sort(),
  body: await answer.text(),
});

describe('POST', () => {
  test('ends them for this person and this store, with no session, once and again: 200, no redirect, no cookie', async () => {
    expect((await alerted(ana)).sort()).toEqual([mine, other].sort());
    for (let time = 0; time < 2; time += 1) {
      const answer = await post(token);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('location')).toBeNull();
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(await alerted(ana)).toEqual([other]);
    }
  });

  test('as multipart, with an empty body, from another origin, with a stranger’s cookie', async () => {
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    const ways: RequestInit[] = [
      { body: form },
      { body: '' },
      { headers: { origin: 'https://mail.example', cookie: 'better-auth.session_token=x' } },
    ];
    for (const way of ways) expect((await post(token, way)).status).toBe(200);
    expect(await alerted(ana)).toEqual([other]);
  });

  test('by the link of a mail that was kept for a year', async () => {
    const kept = await sealToken(SECRET, 'unsubscribe', { store: mine, user: ana }, Date.now() - 399 * 86_400_000);
    expect((await post(kept)).status).toBe(200);
    expect(await alerted(ana)).toEqual([other]);
  });

  test('a forged, foreign, late or missing link looks the same and ends nothing', async () => {
    const good = await shape(
      await post(await sealToken(SECRET, 'unsubscribe', { store: 'none', user: 'none' }, Date.now())),
    );
    const claims = { store: mine, user: ana };
    const [body, mac] = token.split('.');
    const forged = [
      '',
      'x',
      `${body}.${mac?.slice(0, -4)}AAAA`,
      await sealToken('another-secret-of-32-characters-0123456789', 'unsubscribe', claims, Date.now()),
      await sealToken(SECRET, 'unsubscribe', claims, Date.now() - 401 * 86_400_000),
      await sealToken(SECRET, 'visitor', { store: mine, conversation: ana }, Date.now()),
      'x'.repeat(5_000),
    ];
    for (const one of forged) expect(await shape(await post(one))).toEqual(good);
    expect((await alerted(ana)).sort()).toEqual([mine, other].sort());
    expect(await shape(await post(token))).toEqual(good);
  });
});

describe('GET and HEAD', () => {
  test('show a button and change nothing, for a forged link too', async () => {
    for (const method of ['GET', 'HEAD']) {
      const answer = await exports.default.fetch(new Request(`${ORIGIN}/unsubscribe?token=${token}`, { method }));
      expect(answer.status).toBe(200);
      expect(answer.headers.getSetCookie()).toEqual([]);
      if (method === 'GET') expect(await answer.text()).toContain(`action="/unsubscribe?token=${token}"`);
    }
    expect((await alerted(ana)).sort()).toEqual([mine, other].sort());
    const forged = await exports.default.fetch(new Request(`${ORIGIN}/unsubscribe?token=%22%3E%3Cscript%3E`));
    expect(forged.status).toBe(200);
    expect(await forged.text()).not.toContain('<script>');
  });
});
