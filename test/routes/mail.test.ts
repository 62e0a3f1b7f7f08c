import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { sender } from '../../src/channels/mail/from';
import { invitationMail } from '../../src/channels/mail/invitation';
import type { Mail, MailResult } from '../../src/channels/mail/mail';
import { mailer } from '../../src/channels/mail/resend';
import { signInMail } from '../../src/channels/mail/sign-in';
import { retryAfter } from '../../src/outbound/retry-after';
import type { Answer } from './mail-api';
import { mailTo, planMail } from './visit';

const mailFor = (to: string, more: Partial<Mail> = {}): Mail => ({
  to,
  subject: 'Hello',
  html: '<p>Hi</p>',
  text: 'Hi',
  ...more,
});
const send = (mail: Mail) => mailer(env).send(mail, `key-${mail.to}`);

let answers = 0;

test('goes out as Resend takes it', async () => {
  const headers = { 'List-Unsubscribe': '<https://chat.example/u/1>' };
  expect(await send(mailFor('a@mail.example', { headers }))).toEqual({ is: 'sent', id: expect.any(String) });
  expect(await mailTo('a@mail.example')).toEqual([
    {
      from: 'Baton <chat@baton.example>',
      to: ['a@mail.example'],
      subject: 'Hello',
      html: '<p>Hi</p>',
      text: 'Hi',
      headers,
      key: 'key-a@mail.example',
      authorization: 'Bearer mail-key-for-tests',
    },
  ]);
});

test('goes out in somebody’s name, with where an answer goes, from the one address', async () => {
  const mail = mailFor('named@mail.example', {
    fromName: 'Ana, Mill & Kettle',
    replyTo: 'reply+abc@chat.baton.example',
  });
  expect(await send(mail)).toMatchObject({ is: 'sent' });
  expect(await mailTo('named@mail.example')).toMatchObject([
    { from: '"Ana, Mill & Kettle" <chat@baton.example>', reply_to: 'reply+abc@chat.baton.example' },
  ]);
});

test.each([
  ['Ана', 'Ана <chat@baton.example>'],
  ['Ana from Mill & Kettle', 'Ana from Mill & Kettle <chat@baton.example>'],
  ['Dr. Ana', '"Dr. Ana" <chat@baton.example>'],
  ['Ana <ana@evil.example>', '"Ana ana@evil.example" <chat@baton.example>'],
  ['Ana" <ana@evil.example>, "', `"Ana' ana@evil.example , '" <chat@baton.example>`],
  ['Ana\\" <ana@evil.example>', `"Ana ' ana@evil.example" <chat@baton.example>`],
  ['a@b.example, all', '"a@b.example, all" <chat@baton.example>'],
  ['Ana\u202e\u2028\u0000gro', 'Ana gro <chat@baton.example>'],
  [' ', 'Baton <chat@baton.example>'],
])('%j stands before the address and changes nothing of it', (name, from) => {
  expect(sender('Baton <chat@baton.example>', name)).toBe(from);
  expect(sender('chat@baton.example', name).endsWith('chat@baton.example>')).toBe(name !== ' ');
});

test.each<[Answer, MailResult]>([
  [
    { status: 429, headers: { 'retry-after': '7' } },
    { is: 'retry', after: 7_000, status: 429 },
  ],
  [{ status: 500 }, { is: 'retry', after: null, status: 500 }],
  [
    { status: 503, headers: { 'retry-after': 'soon' } },
    { is: 'retry', after: null, status: 503 },
  ],
  [{ status: 401 }, { is: 'retry', after: null, status: 401 }],
  [
    { status: 409, body: '{"name":"concurrent_idempotent_requests"}' },
    { is: 'retry', after: null, status: 409 },
  ],
  [
    { status: 409, body: '{"name":"invalid_idempotent_request"}' },
    { is: 'refused', status: 409 },
  ],
  [
    { status: 422, body: '{"name":"validation_error"}' },
    { is: 'refused', status: 422 },
  ],
  [
    { status: 302, headers: { location: 'https://evil.example' } },
    { is: 'refused', status: 302 },
  ],
  [
    { status: 200, body: 'fine' },
    { is: 'retry', after: null, status: 200 },
  ],
])('%j is %j', async (answer, result) => {
  const to = `answer-${++answers}@mail.example`;
  await planMail(to, [answer]);
  expect(await send(mailFor(to))).toEqual(result);
});

test('an answer without end is not believed', async () => {
  await planMail('long@mail.example', [{ status: 200, body: `{"id":"${'x'.repeat(20_000)}"}` }]);
  expect(await send(mailFor('long@mail.example'))).toMatchObject({ is: 'retry' });
});

test('a connection that breaks: try again', async () => {
  await planMail('b@mail.example', [{ status: 0 }]);
  expect(await send(mailFor('b@mail.example'))).toEqual({ is: 'retry', after: null, status: null });
});

test('an API that never answers: try again, after ten seconds', async () => {
  await planMail('hang@mail.example', [{ status: -1 }]);
  expect(await send(mailFor('hang@mail.example'))).toEqual({ is: 'retry', after: null, status: null });
});

test('not set up is a result of its own', async () => {
  const { MAIL_FROM: _, ...rest } = env;
  expect(await mailer(rest).send(mailFor('c@mail.example'), 'k')).toEqual({ is: 'not_configured' });
});

test.each<Partial<Mail>>([
  { subject: 'Hello\r\nBcc: all@evil.example' },
  { subject: 'Hello\nX: y' },
  { headers: { 'X-A': 'b\r\nBcc: all@evil.example' } },
  { headers: { 'X-A: b\r\nBcc': 'all@evil.example' } },
  { to: 'a@b.example\r\nBcc: all@evil.example' },
  { replyTo: 'a@b.example\r\nBcc: all@evil.example' },
  { replyTo: 'Ana <a@b.example>' },
  { fromName: 'Ana\r\nBcc: all@evil.example' },
])('header injection: nothing begins a header of its own: %j', async (more) => {
  const mail = mailFor('inject@mail.example', more);
  expect(await send(mail)).toEqual({ is: 'refused', status: null });
  expect(await mailTo('inject@mail.example')).toEqual([]);
});

test('Retry-After in seconds or as a date', () => {
  const now = Date.UTC(2030, 0, 1);
  expect(retryAfter('120', now)).toBe(120_000);
  expect(retryAfter(new Date(now + 5_000).toUTCString(), now)).toBe(5_000);
  expect(retryAfter(new Date(now - 5_000).toUTCString(), now)).toBe(0);
  for (const value of [null, '', 'soon', '-1']) expect(retryAfter(value, now)).toBeNull();
});

test('what people typed is text in a mail', async () => {
  const name = '<img src=x onerror=alert(1)>';
  const link = {
    to: 'a@b.example',
    name,
    url: 'https://chat.example/sign-in?token=t',
    minutes: 15,
    language: 'en',
  } as const;
  const signIn = await signInMail(link);
  expect(signIn.html).not.toContain('<img');
  expect(signIn.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(signIn.text).toContain('https://chat.example/sign-in?token=t');
  const invited = await invitationMail({ ...link, by: name, store: name, days: 7 });
  expect(invited.html).not.toContain('<img');
  expect(invited.html).toContain('The link works once, for 7 days.');
});
