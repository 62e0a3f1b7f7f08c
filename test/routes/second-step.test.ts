import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createLink } from '../../src/accounts/links';
import { codeAt, midPeriod } from './totp';
import { ask, cookiesOf, HTML, mailArrives, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** The second step of signing in: a code of an app, or a backup code. */

let email: string;
let ana: string;
let cookie: string;
let store: Store;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: midPeriod() });
  email = `ana-${crypto.randomUUID()}@step.example`;
  ana = await newPerson('Ana', email);
  store = await newStore('Mine', { [ana]: 'owner' });
  cookie = await signIn(email);
});

const post = (path: string, json: object = {}, of = cookie) => ask(`/api/me/second-step${path}`, { json, cookie: of });
/** Every code is good for once, so each step of a story takes another of the three that are good now. */
const code = (secret: string, step: -1 | 0 | 1 = 0) => codeAt(secret, Date.now() + step * 30_000);
const isOn = async (of = cookie) => (await ask('/api/me/second-step', { cookie: of })).json();

async function turnOn() {
  const begun = await (await post('')).json<{ uri: string; secret: string; backupCodes: string[] }>();
  const answer = await post('/on', { code: await code(begun.secret, -1) });
  expect(answer.status).toBe(200);
  cookie = cookiesOf(answer);
  return begun;
}

/** Through a link, up to where the code is asked for. @returns the cookies by which it is known whose it is */
async function spendLink(of = email): Promise<string> {
  const answer = await ask('/sign-in', { form: { token: await createLink(env, of, 60_000, Date.now()) } });
  expect(answer.headers.get('location')).toBe('/sign-in/code');
  return cookiesOf(answer);
}
const enter = (typed: string, of: string) => ask('/sign-in/code', { form: { code: typed }, cookie: of, headers: HTML });
const isIn = async (answer: Response) =>
  answer.headers.get('location') === '/dashboard/' &&
  (await ask('/api/me', { cookie: cookiesOf(answer) })).status === 200;

describe('turning it on', () => {
  test('takes a first code: a secret that nobody has in an app locks nobody out', async () => {
    const { uri, secret, backupCodes } = await (await post('')).json<{
      uri: string;
      secret: string;
      backupCodes: string[];
    }>();
    expect(uri).toMatch(/^otpauth:\/\/totp\/Baton/);
    expect(secret).toMatch(/^[A-Z2-7]{32,}$/);
    expect(new Set(backupCodes).size).toBe(10);
    expect(await isOn()).toEqual({ on: false });
    expect(await refusal(await post('/on', { code: '000000' }))).toBe('400 wrong_code');
    expect(await isOn()).toEqual({ on: false });
    expect((await signIn(email)).length).toBeGreaterThan(0);
    const answer = await post('/on', { code: await code(secret) });
    expect(await isOn(cookiesOf(answer))).toEqual({ on: true });
  });

  test('again needs that it was turned off before: a new secret asks for no code', async () => {
    await turnOn();
    expect(await refusal(await post(''))).toBe('409 not_allowed_now');
  });

  test('works again where the server’s keeper has turned it off by hand', async () => {
    await turnOn();
    await env.DB.prepare('UPDATE user SET two_factor_enabled = 0 WHERE id = ?').bind(ana).run();
    cookie = await signIn(email);
    await turnOn();
    expect(await isOn()).toEqual({ on: true });
  });

  test('keeps the devices on which somebody is told', async () => {
    const [row] = (await env.DB.prepare('SELECT id FROM session WHERE user_id = ?').bind(ana).all<{ id: string }>())
      .results;
    await env.DB.prepare(
      `INSERT INTO push_device (id, endpoint, user_id, session_id, p256dh, auth, name, created_at)
       VALUES (?1, ?1, ?2, ?3, 'key', 'auth', 'Phone', 1)`,
    )
      .bind(`device-${ana}`, ana, row?.id)
      .run();
    await turnOn();
    const { devices } = await (await ask('/api/me/push', { cookie })).json<{ devices: { here: boolean }[] }>();
    expect(devices.map(({ here }) => here)).toEqual([true]);
  });
});

describe('signing in with it', () => {
  test('asks for the code after the link, and the link alone opens nothing', async () => {
    const { secret } = await turnOn();
    const half = await spendLink();
    expect(await refusal(await ask('/api/me', { cookie: half }))).toBe('401 unauthorized');
    expect(await (await ask('/sign-in/code', { cookie: half, headers: HTML })).text()).toContain('Enter your code');
    const wrong = await enter('000000', half);
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('That code is not right')]);
    expect(await isIn(await enter(await code(secret), half))).toBe(true);
  });

  test('takes a code once, also for another link, and only one of two at the same instant', async () => {
    const { secret } = await turnOn();
    const [first, second, third] = [await spendLink(), await spendLink(), await spendLink()];
    const now = await code(secret);
    const both = await Promise.all([enter(now, first), enter(now, second)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 400]);
    expect((await enter(now, third)).status).toBe(400);
    expect(await isIn(await enter(await code(secret, 1), third))).toBe(true);
  });

  test('takes a backup code once', async () => {
    const { backupCodes } = await turnOn();
    const [backup = ''] = backupCodes;
    expect(await isIn(await enter(backup, await spendLink()))).toBe(true);
    expect((await enter(backup, await spendLink())).status).toBe(400);
  });

  test('stops whoever guesses: five for a link, ten in a row for a quarter of an hour', async () => {
    const { secret } = await turnOn();
    const half = await spendLink();
    for (let n = 1; n <= 5; n++) expect((await enter(`00000${n}`, half)).status).toBe(400);
    const over = await enter(await code(secret), half);
    expect(await isIn(over)).toBe(false);
    const again = await spendLink();
    for (let n = 1; n <= 5; n++) await enter(`10000${n}`, again);
    const locked = await enter(await code(secret, 1), await spendLink());
    expect([locked.status, await locked.text()]).toEqual([429, expect.stringContaining('Too many wrong codes')]);
    expect(await refusal(await post('/off', { code: await code(secret, 1) }))).toBe('429 code_locked');
  });

  test('with nothing begun asks for a link', async () => {
    expect((await enter('123456', '')).status).toBe(409);
    expect((await enter('123456', 'baton.two_factor=2fa-forged.signature')).status).toBe(409);
  });

  test('hinders no other link from being mailed', async () => {
    await turnOn();
    await spendLink();
    await ask('/api/auth/magic-link', { json: { email } });
    expect((await mailArrives(email)).length).toBe(1);
  });
});

describe('turned on', () => {
  test('is turned off by a code, and then the link is enough', async () => {
    const { secret } = await turnOn();
    expect(await refusal(await post('/off', { code: '000000' }))).toBe('400 wrong_code');
    expect(await isOn()).toEqual({ on: true });
    const answer = await post('/off', { code: await code(secret) });
    expect(await isOn(cookiesOf(answer))).toEqual({ on: false });
    await signIn(email);
  });

  test('gives new backup codes for a code: those before are worth nothing', async () => {
    const { secret, backupCodes } = await turnOn();
    const answer = await post('/codes', { code: await code(secret) });
    const { backupCodes: fresh } = await answer.json<{ backupCodes: string[] }>();
    expect(fresh).toHaveLength(10);
    expect((await enter(backupCodes[0] ?? '', await spendLink())).status).toBe(400);
    expect(await isIn(await enter(fresh[0] ?? '', await spendLink()))).toBe(true);
  });

  test('locks within too, after ten wrong codes', async () => {
    const { secret } = await turnOn();
    for (let n = 10; n < 20; n++)
      expect(await refusal(await post('/off', { code: `0000${n}` }))).toBe('400 wrong_code');
    expect(await refusal(await post('/off', { code: await code(secret) }))).toBe('429 code_locked');
  });
});

describe('an owner', () => {
  const reset = (person: string, of = cookie) =>
    ask(`/api/stores/${store.id}/people/${person}/second-step`, { method: 'DELETE', cookie: of });

  test('resets a colleague’s, who signs in by the link alone then', async () => {
    const his = `dele-${crypto.randomUUID()}@step.example`;
    const dele = await newPerson('Dele', his);
    store = await newStore('Both', { [ana]: 'owner', [dele]: 'admin' });
    const owner = cookie;
    cookie = await signIn(his);
    await turnOn();
    const half = await spendLink(his);
    expect(half).toContain('two_factor');
    const { people } = await (await ask(`/api/stores/${store.id}/people`, { cookie: owner })).json<{
      people: { id: string; secondStep: boolean }[];
    }>();
    expect(people.find(({ id }) => id === dele)?.secondStep).toBe(true);
    expect(await refusal(await reset(ana))).toBe('403 forbidden');
    expect((await reset(dele, owner)).status).toBe(200);
    await signIn(his);
  });

  test('resets nobody’s who works for another owner too, nor their own, nor a stranger’s', async () => {
    const eve = await newPerson('Eve', `eve-${crypto.randomUUID()}@step.example`);
    const both = await newPerson('Noor', `noor-${crypto.randomUUID()}@step.example`);
    store = await newStore('One', { [ana]: 'owner', [both]: 'agent' });
    await newStore('Other', { [eve]: 'owner', [both]: 'agent' });
    expect(await refusal(await reset(both))).toBe('403 forbidden');
    expect(await refusal(await reset(ana))).toBe('403 forbidden');
    expect(await refusal(await reset(eve))).toBe('404 not_found');
  });
});
