import { env } from 'cloudflare:test';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createLink, hashLinkToken } from '../../src/accounts/links';
import { app } from '../../src/app';
import { verification } from '../../src/db/schema';
import {
  ask,
  cookiesOf,
  db,
  HTML,
  mailArrives,
  mailTo,
  newPerson,
  newStore,
  planMail,
  refusal,
  request,
} from './visit';

const ANA = 'ana@account.example';
const MINUTE = 60_000;
const LINK = /https:\/\/chat\.example\/sign-in\?token=[\w-]+/;

beforeAll(async () => {
  const ana = await newPerson('Ana Kovač', ANA);
  await newStore('Volt & Vine', { [ana]: 'owner' });
});
afterEach(() => {
  vi.useRealTimers();
});

const page = async (answer: Response | Promise<Response>) => (await answer).text();
const newLink = () => createLink(env, ANA, 15 * MINUTE, Date.now());
const enter = (token: string) => ask('/sign-in', { form: { token } });

test('a link is mailed, opens a page, and lets in', async () => {
  const to = 'story@account.example';
  await newPerson('Sam Story', to);
  const asked = await ask('/sign-in/link', { form: { email: ` ${to.toUpperCase()} ` } });
  expect(asked.status).toBe(200);
  expect(await asked.text()).toContain('Check your email. The link works once, for 15 minutes.');

  const [mail] = await mailArrives(to);
  expect(mail).toMatchObject({ from: 'Baton <chat@baton.example>', to: [to], subject: 'Sign in to Baton' });
  expect(mail?.authorization).toBe('Bearer mail-key-for-tests');
  expect(mail?.text).toContain('Hello Sam Story');
  const link = new URL(LINK.exec(mail?.text ?? '')?.[0] ?? '');
  expect(mail?.html).toContain(link.href);
  // The key names the link and does not give it away.
  expect(mail?.key).toMatch(/^sign-in\/[\w-]{43}$/);
  expect(mail?.key).not.toContain(link.searchParams.get('token'));

  expect(await page(ask(link.pathname + link.search))).toMatch(/<button type="submit">Sign in<\/button>/);
  const entered = await enter(link.searchParams.get('token') ?? '');
  expect(entered.status).toBe(303);
  expect(entered.headers.get('location')).toBe('/dashboard/');
  const [cookie] = entered.headers.getSetCookie();
  expect(cookie).toMatch(/^__Secure-baton\.session_token=/);
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Max-Age=2592000', 'Path=/'])
    expect(cookie).toContain(part);
  const me = await ask('/api/me', { cookie: cookiesOf(entered) });
  expect(await me.json()).toMatchObject({ user: { name: 'Sam Story', email: to, initials: 'SS' }, stores: [] });
});

test('opening a link, as mail scanners do, uses nothing up; entering does', async () => {
  const token = await newLink();
  for (const method of ['GET', 'HEAD', 'GET']) {
    const opened = await ask(`/sign-in?token=${token}`, { method });
    expect(opened.status).toBe(200);
    expect(opened.headers.getSetCookie()).toEqual([]);
  }
  expect((await enter(token)).status).toBe(303);

  const again = await enter(token);
  expect(again.status).toBe(409);
  expect(again.headers.getSetCookie()).toEqual([]);
  expect(await again.text()).toContain('already used');
  expect(await page(ask(`/sign-in?token=${token}`))).toMatch(/already used[\s\S]*name="email"/);
});

test('entered twice at once, a link lets one in', async () => {
  const token = await newLink();
  const answers = await Promise.all([enter(token), enter(token), enter(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
});

test('a late link says so, and offers a new one', async () => {
  const token = await newLink();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * MINUTE + 1_000 });
  for (const answer of [await ask(`/sign-in?token=${token}`), await enter(token)]) {
    expect(answer.status).toBe(409);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.text()).toMatch(/This sign-in link has run out[\s\S]*name="email"/);
  }
});

test('a link that never was looks like one that was used', async () => {
  for (const token of ['a'.repeat(43), 'short', '%00', '']) {
    const opened = await ask(`/sign-in?token=${token}`);
    expect(opened.status).toBe(409);
    expect(await opened.text()).toContain('already used, or is not complete');
    expect((await enter(token)).status).toBe(409);
  }
});

test('links are stored as hashes only', async () => {
  const token = await newLink();
  const rows = await db.select().from(verification);
  expect(rows.map(({ identifier }) => identifier)).toContain(await hashLinkToken(token));
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('an address that nobody has gets the same answer, and no mail', async () => {
  const known = await ask('/api/auth/magic-link', { json: { email: ANA } });
  const unknown = await ask('/api/auth/magic-link', { json: { email: 'nobody@account.example' } });
  expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
  await mailArrives(ANA);
  expect(await mailTo('nobody@account.example')).toEqual([]);
});

test('the answer does not wait for the mail, which is tried again', async () => {
  const to = 'patience@account.example';
  await newPerson('Pat', to);
  await planMail(to, [{ status: 503 }]);
  const answer = await ask('/api/auth/magic-link', { json: { email: to } });
  expect(await answer.json()).toEqual({ sent: true });
  const tries = await mailArrives(to, 2);
  expect(new Set(tries.map(({ key }) => key)).size).toBe(1);
});

test('no more than ten open links to one address are mailed', async () => {
  const to = 'flooded@account.example';
  await newPerson('Fay', to);
  for (let i = 0; i < 9; i++) await createLink(env, to, 15 * MINUTE, Date.now());
  const ask1 = () => ask('/api/auth/magic-link', { json: { email: to }, headers: { 'cf-connecting-ip': '192.0.2.8' } });
  await ask1();
  await mailArrives(to);
  await ask1();
  // A later mail to somebody else shows that this one was looked at and not sent.
  const after = 'after-flood@account.example';
  await newPerson('Al', after);
  await ask('/api/auth/magic-link', { json: { email: after } });
  await mailArrives(after);
  expect(await mailTo(to)).toHaveLength(1);
});

test('asking too often from one network is refused', async () => {
  const from = (address: string) =>
    ask('/api/auth/magic-link', { json: { email: 'x@account.example' }, headers: { 'cf-connecting-ip': address } });
  for (let i = 0; i < 10; i++) expect((await from('192.0.2.7')).status).toBe(200);
  expect(await refusal(await from('192.0.2.7'))).toBe('429 too_fast');
  expect((await from('198.51.100.9')).status).toBe(200);
});

test('what is no address is said kindly', async () => {
  expect(await refusal(await ask('/api/auth/magic-link', { json: { email: 'ana@' } }))).toBe('400 bad_request');
  expect(await refusal(await ask('/api/auth/magic-link', { body: '{', method: 'POST' }))).toBe('400 bad_request');
  const form = await ask('/sign-in/link', { form: { email: '<b>"ana' } });
  expect(form.status).toBe(400);
  const html = await form.text();
  expect(html).toContain('Enter an address like name@example.com.');
  expect(html).toContain('value="&lt;b&gt;&quot;ana"');
});

test('signing out ends the session itself', async () => {
  const cookie = cookiesOf(await enter(await newLink()));
  expect((await ask('/api/me', { cookie })).status).toBe(200);
  const out = await ask('/api/auth/sign-out', { method: 'POST', cookie });
  expect(out.headers.getSetCookie().join()).toMatch(/Max-Age=0/);
  expect(await refusal(await ask('/api/me', { cookie }))).toBe('401 unauthorized');
});

test('a session lasts 30 days, and is prolonged by use', async () => {
  const cookie = cookiesOf(await enter(await newLink()));
  const day = 86_400_000;
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 29 * day });
  const used = await ask('/api/me', { cookie });
  expect(used.status).toBe(200);
  expect(cookiesOf(used)).toContain('session_token');
  vi.setSystemTime(Date.now() + 31 * day);
  expect(await refusal(await ask('/api/me', { cookie }))).toBe('401 unauthorized');
});

test('a forged session is nobody’s', async () => {
  const cookie = cookiesOf(await enter(await newLink()));
  const forged = cookie.replace(/=[\w-]{4}/, '=AAAA');
  expect(forged).not.toBe(cookie);
  expect(await refusal(await ask('/api/me', { cookie: forged }))).toBe('401 unauthorized');
});

test('another site’s form lets nobody in', async () => {
  const token = await newLink();
  for (const origin of ['https://evil.example', 'null', 'http://chat.example']) {
    const answer = await ask('/sign-in', { form: { token }, headers: { origin } });
    expect(answer.status).toBe(403);
  }
  expect((await enter(token)).status).toBe(303);
});

test('better-auth’s own endpoints are not there', async () => {
  const token = await newLink();
  for (const path of [`/api/auth/magic-link/verify?token=${token}`, '/api/auth/get-session', '/api/auth/ok']) {
    expect(await refusal(await ask(path))).toBe('404 not_found');
  }
  expect((await enter(token)).status).toBe(303);
});

test('the page offers passkeys where they work: at the one address that the deployment names', async () => {
  const at = (BATON_ORIGIN: string) => page(app.fetch(request('/sign-in'), { ...env, BATON_ORIGIN }));
  expect(await at('https://chat.example/')).toContain('Sign in with a passkey');
  expect(await at('https://other.example')).not.toContain('passkey');
});

test('without mail the page says so and shows the way in', async () => {
  const { MAIL_API_KEY: _, ...noMail } = env;
  const html = await page(app.fetch(request('/sign-in'), noMail));
  expect(html).toContain('Mail isn’t set up yet');
  expect(html).toContain('href="/setup"');
  expect(html).not.toContain('<form');
});

test('pages load nothing but their stylesheet, cannot be framed, and keep the token to themselves', async () => {
  const strict =
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  const { headers } = await ask('/sign-in/code', { headers: HTML });
  expect(headers.get('content-security-policy')).toBe(strict);
  // Where a passkey may be used: the dashboard's own scripts, and what they ask of us.
  expect((await ask('/sign-in', { headers: HTML })).headers.get('content-security-policy')).toBe(
    `${strict}; script-src https://chat.example/dashboard/; connect-src 'self'`,
  );
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  const css = await ask('/pages.css');
  expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8');
});
