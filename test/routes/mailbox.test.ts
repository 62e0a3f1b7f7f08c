import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { mailApi } from '../../src/dev/mailbox/api';
import { mailboxPages } from '../../src/dev/mailbox/pages';
import { letters } from '../../src/dev/mailbox/stored';
import { ask, refusal } from './visit';

/** The local mailbox answers as Resend does, so that what works here works there. */

const post = (body: unknown, headers: Record<string, string> = {}) =>
  mailApi.request(
    '/',
    {
      method: 'POST',
      headers: { authorization: `Bearer ${env.MAIL_API_KEY}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    },
    env,
  );
const MAIL = { from: 'Baton <a@b.example>', to: ['ana@box.example'], subject: 'One', html: '<p>One</p>', text: 'One' };
const read = async (path: string) => mailboxPages.request(path, {}, env);

test('takes mail only with the key', async () => {
  expect((await post(MAIL, { authorization: '' })).status).toBe(401);
  expect((await post(MAIL, { authorization: 'Bearer wrong' })).status).toBe(403);
  expect(await letters(env.KV)).toEqual([]);
});

test('the same key with the same mail is one mail; with another it is an error', async () => {
  const key = { 'idempotency-key': 'once' };
  const first = await (await post(MAIL, key)).json();
  expect(await (await post(MAIL, key)).json()).toEqual(first);
  const other = await post({ ...MAIL, subject: 'Two' }, key);
  expect([other.status, await other.json()]).toEqual([
    409,
    expect.objectContaining({ name: 'invalid_idempotent_request' }),
  ]);
  expect(await letters(env.KV)).toHaveLength(1);
});

test('what is no mail is refused', async () => {
  expect((await post({ ...MAIL, to: [] })).status).toBe(422);
  expect((await post({ subject: 'x' })).status).toBe(422);
});

test('shows the newest first, its text with links, its HTML in a sandbox', async () => {
  await post({
    ...MAIL,
    subject: '<b>Newest</b>',
    text: 'See https://chat.example/x?a=1 now',
    html: '<script>1</script>',
  });
  const list = await (await read('/')).text();
  expect(list.indexOf('&lt;b&gt;Newest')).toBeGreaterThan(0);
  expect(list.indexOf('&lt;b&gt;Newest')).toBeLessThan(list.indexOf('>One<'));
  const [newest] = await letters(env.KV);
  const page = await (await read(`/${newest?.id}`)).text();
  expect(page).toContain('<a href="https://chat.example/x?a=1">https://chat.example/x?a=1</a>');
  expect(page).toMatch(/<iframe[^>]+sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  const html = await read(`/${newest?.id}/html`);
  expect(html.headers.get('content-security-policy')).toMatch(/^sandbox allow-popups .*default-src 'none'/);
  expect((await read('/nothing')).status).toBe(404);
});

test('a deployed Worker has no mailbox and no demo', async () => {
  for (const path of ['/dev/mailbox', '/dev/emails', '/dev/ready', '/demo']) {
    expect(await refusal(await ask(path))).toBe('404 not_found');
  }
});
