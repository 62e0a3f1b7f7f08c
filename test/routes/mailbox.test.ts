import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import type { InboundMail } from '../../src/channels/mail/contract';
import { replyAddress } from '../../src/channels/mail/reply-address';
import { mailApi } from '../../src/dev/mailbox/api';
import { mailboxPages } from '../../src/dev/mailbox/pages';
import { letters } from '../../src/dev/mailbox/stored';
import type { Env } from '../../src/env';
import { ask, newStore, refusal } from './visit';

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

test('says where an answer goes', async () => {
  await post({ ...MAIL, reply_to: 'reply+abc@localhost.example' });
  const [letter] = await letters(env.KV);
  expect(letter?.replyTo).toBe('reply+abc@localhost.example');
  expect(await (await read(`/${letter?.id}`)).text()).toContain('Answers go to reply+abc@localhost.example');
});

test('a letter that can be answered is, through the Worker’s own door for mail, with its words quoted below', async () => {
  const handed: { name: string; mail: InboundMail }[] = [];
  const here = {
    ...env,
    MAIL_REPLY_TO: 'reply@localhost.example',
    CONVERSATION: {
      idFromName: (name: string) => name,
      get: (name: string) => ({
        mailIn: async (mail: InboundMail) => {
          handed.push({ name, mail });
          return 'posted';
        },
      }),
    } as unknown as Env['CONVERSATION'],
  };
  const store = (await newStore('Mill')).id;
  const reply_to = await replyAddress(here, { store, conversation: 'c' }, Date.now());
  const page = (path: string, init?: RequestInit) => mailboxPages.request(path, init ?? {}, here);
  const called = async (subject: string) => (await letters(env.KV)).find((letter) => letter.subject === subject);
  const type = (text: string) => ({ method: 'POST', body: new URLSearchParams({ text }) });

  await post({ ...MAIL, subject: 'Äна answered you', reply_to });
  const letter = await called('Äна answered you');
  expect(await (await page(`/${letter?.id}`)).text()).toContain('Answer this mail');
  const answered = await page(`/${letter?.id}/answer`, type('Да, моля\nthanks'));
  expect([answered.status, answered.headers.get('location')]).toEqual([303, `/dev/mailbox/${letter?.id}?answer=sent`]);
  expect(handed).toMatchObject([
    { name: `${store}/c`, mail: { from: 'ana@box.example', text: 'Да, моля\nthanks', attachments: [] } },
  ]);

  await post({
    ...MAIL,
    subject: 'Forged',
    reply_to: reply_to?.replace(/.@/, (last) => (last === '2@' ? '3@' : '2@')),
  });
  const forged = await called('Forged');
  const refused = await page(`/${forged?.id}/answer`, type('x'));
  expect(refused.headers.get('location')).toMatch(/answer=refused$/);

  await post({ ...MAIL, subject: 'To a person', reply_to: 'jonas@mail.example' });
  const other = await called('To a person');
  expect(await (await page(`/${other?.id}`)).text()).not.toContain('Answer this mail');
  expect((await page(`/${other?.id}/answer`, type('x'))).status).toBe(404);
  expect(handed).toHaveLength(1);
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
