import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Asked, Authenticator, type Odd } from './authenticator';
import { codeAt, midPeriod } from './totp';
import { ask, cookiesOf, mailArrives, newPerson, newStore, refusal, signIn } from './visit';

/** Signing in with a passkey: made on the profile page, checked by better-auth's plugin, and a stand-in for both steps. */

interface Shown {
  passkeys: { id: string; name: string; madeAt: number; usedAt: number | null }[];
  fresh: boolean;
  secondStep: boolean;
  elsewhere: string | null;
}

const MAC = { 'user-agent': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/150.0 Safari/537.36' };

let email: string;
let ana: string;
let cookie: string;

beforeEach(async () => {
  email = `ana-${crypto.randomUUID()}@key.example`;
  ana = await newPerson('Ana', email);
  await newStore('Mine', { [ana]: 'owner' });
  cookie = await signIn(email);
});

const PATH = '/api/me/passkeys';
const shown = async (of = cookie) => (await ask(PATH, { cookie: of })).json<Shown>();
const both = (answer: Response, of: string) => [of, cookiesOf(answer)].filter(Boolean).join('; ');

/** What the device is asked, and the cookie by which the answer is known. */
async function asked(path: string, json: object = {}, of = '') {
  const answer = await ask(`${path}/begin`, { json, cookie: of });
  expect(answer.status).toBe(200);
  return { options: await answer.json<Asked & Record<string, unknown>>(), cookie: both(answer, of) };
}

/** A new passkey of whoever the cookie is, on this device. */
async function add(device = new Authenticator(), odd: Odd = {}, of = cookie) {
  const begun = await asked(PATH, {}, of);
  const json = await device.create(begun.options, odd);
  return { device, answer: await ask(PATH, { json, cookie: begun.cookie, headers: MAC }) };
}

async function enter(device: Authenticator, odd: Odd = {}) {
  const begun = await asked('/sign-in/passkey');
  return ask('/sign-in/passkey', { json: await device.get(begun.options, odd), cookie: begun.cookie, headers: MAC });
}

async function whoIsIn(answer: Response): Promise<string> {
  expect(answer.status).toBe(200);
  const me = await ask('/api/me', { cookie: cookiesOf(answer) });
  return (await me.json<{ user: { id: string } }>()).user.id;
}

/** As if the session had begun so long ago. */
const age = (hours: number) =>
  env.DB.prepare('UPDATE session SET created_at = created_at - ?1 WHERE user_id = ?2')
    .bind(hours * 3_600_000, ana)
    .run();

describe('a passkey', () => {
  test('is made, named after its device, and lets in: nobody types who they are', async () => {
    const { device, answer } = await add();
    const [made] = (await answer.json<Shown>()).passkeys;
    expect(made).toMatchObject({ name: 'Mac, Chrome', usedAt: null });
    const entered = await enter(device);
    expect(await entered.clone().json()).toEqual({ to: '/dashboard/' });
    expect(await whoIsIn(entered)).toBe(ana);
    expect((await shown()).passkeys[0]?.usedAt).toBeGreaterThan(0);
    const { sessions } = await (await ask('/api/me/sessions', { cookie: cookiesOf(entered) })).json<{
      sessions: { device: string; here: boolean }[];
    }>();
    expect(sessions.find(({ here }) => here)?.device).toBe('Mac, Chrome');
  });

  test('is told of by mail: whoever reads somebody’s mail could have made it', async () => {
    await add();
    const mail = (await mailArrives(email)).at(-1);
    expect(mail?.subject).toBe('A passkey was added to your account');
    expect(mail?.text).toContain('From now on “Mac, Chrome” lets you into Baton');
    await ask('/api/me/choices', { method: 'PUT', json: { language: 'bg' }, cookie });
    await add();
    expect((await mailArrives(email, 2)).map(({ subject }) => subject)).toContain(
      'Към профила ви е добавен ключ за достъп',
    );
  });

  test('is asked for with its user known, and kept by the device itself', async () => {
    const { options } = await asked(PATH, {}, cookie);
    expect(options).toMatchObject({
      rp: { id: 'chat.example', name: 'Baton' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const signing = (await asked('/sign-in/passkey')).options;
    expect(signing).toMatchObject({ rpId: 'chat.example', userVerification: 'required' });
    expect(signing.allowCredentials).toBeUndefined();
  });

  test('is renamed and removed by whoever it belongs to, and by nobody else', async () => {
    const { device } = await add();
    const id = (await shown()).passkeys[0]?.id ?? '';
    const eve = `eve-${crypto.randomUUID()}@key.example`;
    await newPerson('Eve', eve);
    const hers = await signIn(eve);
    expect(await refusal(await ask(`${PATH}/${id}`, { method: 'PUT', json: { name: 'Mine' }, cookie: hers }))).toBe(
      '404 not_found',
    );
    expect(await refusal(await ask(`${PATH}/${id}`, { method: 'DELETE', cookie: hers }))).toBe('404 not_found');
    expect((await shown(hers)).passkeys).toEqual([]);
    const renamed = await ask(`${PATH}/${id}`, { method: 'PUT', json: { name: ' My  laptop ' }, cookie });
    expect((await renamed.json<Shown>()).passkeys[0]?.name).toBe('My laptop');
    expect((await ask(`${PATH}/${id}`, { method: 'DELETE', cookie })).status).toBe(200);
    expect(await refusal(await enter(device))).toBe('422 passkey_refused');
    // Whoever is signed in stays so.
    expect((await shown()).passkeys).toEqual([]);
  });
});

describe('one is added', () => {
  test('only by a session of today: others are asked to sign in once more', async () => {
    await age(23);
    expect((await shown()).fresh).toBe(true);
    const begun = await asked(PATH, {}, cookie);
    await age(2);
    expect((await shown()).fresh).toBe(false);
    expect(await refusal(await ask(`${PATH}/begin`, { json: {}, cookie }))).toBe('403 sign_in_again');
    const json = await new Authenticator().create(begun.options);
    expect(await refusal(await ask(PATH, { json, cookie: begun.cookie }))).toBe('403 sign_in_again');
  });

  test('only with a code where the second step is on, since it stands for both', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: midPeriod() });
    const step = (path: string, json: object) => ask(`/api/me/second-step${path}`, { json, cookie });
    const { secret } = await (await step('', {})).json<{ secret: string }>();
    cookie = cookiesOf(await step('/on', { code: await codeAt(secret, Date.now() - 30_000) }));
    expect((await shown()).secondStep).toBe(true);
    expect(await refusal(await ask(`${PATH}/begin`, { json: {}, cookie }))).toBe('400 wrong_code');
    expect(await refusal(await ask(`${PATH}/begin`, { json: { code: '000000' }, cookie }))).toBe('400 wrong_code');
    const begun = await asked(PATH, { code: await codeAt(secret, Date.now()) }, cookie);
    const device = new Authenticator();
    const json = await device.create(begun.options);
    expect((await ask(PATH, { json, cookie: begun.cookie })).status).toBe(200);
    // And then lets in without one.
    expect(await whoIsIn(await enter(device))).toBe(ana);
  });

  test('twenty times and no more', async () => {
    const row = env.DB.prepare(
      `INSERT INTO passkey (id, public_key, user_id, credential_id, counter, device_type, backed_up)
       VALUES (?1, 'key', ?2, ?1, 0, 'singleDevice', 0)`,
    );
    await env.DB.batch(Array.from({ length: 20 }, (_, n) => row.bind(`${ana}-${n}`, ana)));
    expect(await refusal(await ask(`${PATH}/begin`, { json: {}, cookie }))).toBe('409 too_many_passkeys');
  });

  test.each<[string, Odd]>([
    ['for another page', { origin: 'https://chat.example.evil.example' }],
    ['for another host', { rpId: 'evil.example' }],
    ['by a device that does not know its user', { knowsUser: false }],
  ])('not %s', async (_, odd) => {
    expect(await refusal((await add(new Authenticator(), odd)).answer)).toBe('422 passkey_refused');
    expect((await shown()).passkeys).toEqual([]);
  });

  test('once by each challenge, and only for whom it was made', async () => {
    const begun = await asked(PATH, {}, cookie);
    const json = await new Authenticator().create(begun.options);
    const eve = `eve-${crypto.randomUUID()}@key.example`;
    await newPerson('Eve', eve);
    const [, challenge] = begun.cookie.split('; ');
    const taken = await ask(PATH, { json, cookie: `${await signIn(eve)}; ${challenge}` });
    expect(await refusal(taken)).toBe('422 passkey_refused');
    expect(await refusal(await ask(PATH, { json, cookie: begun.cookie }))).toBe('409 challenge_over');
    expect(await refusal(await ask(PATH, { json, cookie }))).toBe('409 challenge_over');
  });

  test('not a second time, by nobody: whose credential it is says who signs in', async () => {
    const { device } = await add();
    const eve = `eve-${crypto.randomUUID()}@key.example`;
    await newPerson('Eve', eve);
    const hers = await add(new Authenticator(device.id), {}, await signIn(eve));
    expect(await refusal(hers.answer)).toBe('422 passkey_refused');
    expect(await whoIsIn(await enter(device))).toBe(ana);
  });
});

describe('signing in is refused', () => {
  test.each<[string, Odd]>([
    ['from another page', { origin: 'https://chat.example.evil.example' }],
    ['for another host', { rpId: 'evil.example' }],
    ['by a device that does not know its user', { knowsUser: false }],
  ])('%s', async (_, odd) => {
    const { device } = await add();
    const answer = await enter(device, odd);
    expect(cookiesOf(answer)).not.toContain('session_token');
    expect(await refusal(answer)).toBe('422 passkey_refused');
  });

  test('to a key that nobody has registered, and to one that signs for another’s', async () => {
    const { device } = await add();
    const stranger = new Authenticator();
    await stranger.create({ challenge: 'bm90aGluZw' });
    expect(await refusal(await enter(stranger))).toBe('422 passkey_refused');
    const thief = new Authenticator(device.id);
    await thief.create({ challenge: 'bm90aGluZw' });
    expect(await refusal(await enter(thief))).toBe('422 passkey_refused');
  });

  test('where a challenge is answered again, is another browser’s, another ceremony’s, or too old', async () => {
    const { device } = await add();
    const begun = await asked('/sign-in/passkey');
    const json = await device.get(begun.options);
    expect(await refusal(await ask('/sign-in/passkey', { json }))).toBe('409 challenge_over');
    expect((await ask('/sign-in/passkey', { json, cookie: begun.cookie })).status).toBe(200);
    expect(await refusal(await ask('/sign-in/passkey', { json, cookie: begun.cookie }))).toBe('409 challenge_over');

    const making = await asked(PATH, {}, cookie);
    const other = await device.get(making.options);
    expect(await refusal(await ask('/sign-in/passkey', { json: other, cookie: making.cookie }))).toBe(
      '409 challenge_over',
    );

    const late = await asked('/sign-in/passkey');
    await env.DB.prepare('UPDATE verification SET expires_at = 0 WHERE value LIKE ?1')
      .bind(`%${late.options.challenge}%`)
      .run();
    const answer = await ask('/sign-in/passkey', { json: await device.get(late.options), cookie: late.cookie });
    expect(await refusal(answer)).toBe('409 challenge_over');
  });

  test('to a copy of the key, which counts from behind', async () => {
    const { device } = await add();
    expect((await enter(device, { counter: 9 })).status).toBe(200);
    expect(await refusal(await enter(device, { counter: 9 }))).toBe('422 passkey_refused');
  });

  test('to what is no answer of a device, and from another site', async () => {
    const { device } = await add();
    const begun = await asked('/sign-in/passkey');
    const signed = await device.get(begun.options);
    for (const json of [
      {},
      { ...signed, id: 'no id!' },
      { ...signed, type: 'password' },
      { ...signed, response: {} },
    ]) {
      expect(await refusal(await ask('/sign-in/passkey', { json, cookie: begun.cookie }))).toBe('400 bad_request');
    }
    const headers = { origin: 'https://evil.example' };
    expect(await refusal(await ask('/sign-in/passkey', { json: signed, cookie: begun.cookie, headers }))).toBe(
      '403 forbidden',
    );
  });

  test('somebody whom no store has any more gets in, and finds nothing there', async () => {
    const { device } = await add();
    await env.DB.prepare('DELETE FROM member WHERE user_id = ?').bind(ana).run();
    const answer = await enter(device);
    const me = await ask('/api/me', { cookie: cookiesOf(answer) });
    expect((await me.json<{ stores: unknown[] }>()).stores).toEqual([]);
  });
});
