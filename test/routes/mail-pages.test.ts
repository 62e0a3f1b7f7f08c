import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import { sealToken } from '../../src/accounts/tokens';
import { app } from '../../src/app';
import { addressHash } from '../../src/channels/mail/address';
import { LANGUAGES } from '../../src/channels/mail/languages';
import { contactLinks } from '../../src/channels/mail/links';
import { mailWords } from '../../src/channels/mail/locales';
import type { Env } from '../../src/env';
import { ORIGIN, SECRET } from './visit';

/** Where the links in a customer's mail lead. */

const DAY = 86_400_000;
let called: string[];
let links: { confirm: string; stop: string };
let thread: { store: string; conversation: string };
let here: Env;

beforeEach(async () => {
  called = [];
  thread = { store: 'store-1', conversation: await newConversationId('store-1') };
  const call = (name: string, on: string) => async (hash: string) => called.push(`${on} ${name} ${hash}`) > 0;
  // In place of the object: what it is asked, by the name it is addressed with.
  const CONVERSATION = {
    idFromName: (name: string) => name,
    get: (name: string) => ({ confirmContact: call('confirm', name), stopMail: call('stop', name) }),
  } as unknown as Env['CONVERSATION'];
  here = { ...env, CONVERSATION };
  links = await contactLinks(
    here,
    { ...thread, origin: ORIGIN, address: 'Jonas@Mail.example', lang: 'de' },
    Date.now(),
  );
});

const visit = async (url: string, init: RequestInit = {}) =>
  app.fetch(new Request(url, { redirect: 'manual', ...init }), here);
const post = (url: string, init: RequestInit = {}) =>
  visit(url, { method: 'POST', body: new URLSearchParams({ a: 'b' }), ...init });
const shape = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers].sort(),
  body: (await answer.text()).replace(/token=[^"&]*/, ''),
});
const withToken = (url: string, token: string) => {
  const other = new URL(url);
  other.searchParams.set('token', token);
  return other.href;
};

test('a button confirms the address, or ends the mails, for this address in this conversation', async () => {
  const hash = await addressHash('jonas@mail.example');
  const name = `${thread.store}/${thread.conversation}`;
  expect((await post(links.confirm, { headers: { origin: ORIGIN } })).status).toBe(200);
  expect((await post(links.stop)).status).toBe(200);
  expect(called).toEqual([`${name} confirm ${hash}`, `${name} stop ${hash}`]);
});

test('GET that confirms/unsubscribes (GitLab): a scanner that opens links changes nothing', async () => {
  for (const url of [links.confirm, links.stop]) {
    for (const method of ['GET', 'HEAD']) {
      const answer = await visit(url, { method });
      expect(answer.status).toBe(200);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    const { pathname, search } = new URL(url);
    const html = await (await visit(url)).text();
    expect(html).toContain(`action="${pathname}${search.replaceAll('&', '&amp;')}"`);
    expect(html).toContain('<form method="post"');
  }
  expect(called).toEqual([]);
});

describe('one-click (RFC 8058)', () => {
  test('ends the mails whatever posts it: 200, no redirect, no cookie, and again', async () => {
    const multipart = new FormData();
    multipart.set('List-Unsubscribe', 'One-Click');
    const ways: RequestInit[] = [
      { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) },
      { body: multipart },
      { body: '' },
      { headers: { origin: 'https://mail.example', cookie: 'better-auth.session_token=x' } },
    ];
    for (const way of ways) {
      const answer = await post(links.stop, way);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('location')).toBeNull();
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect(called).toHaveLength(ways.length);
  });

  test('confirms nothing: that takes our own page', async () => {
    expect((await post(links.confirm, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect(called).toEqual([]);
  });
});

test('a forged, foreign or late link looks like a true one and does nothing', async () => {
  const claims = { ...thread, address: await addressHash('jonas@mail.example') };
  const now = Date.now();
  const token = new URL(links.stop).searchParams.get('token') ?? '';
  const forged = [
    '',
    'x',
    `${token.slice(0, -4)}AAAA`,
    await sealToken(SECRET, 'contact', claims, now - 60 * DAY - 1),
    await sealToken('another-secret-of-32-characters-0123456789', 'contact', claims, now),
    await sealToken(SECRET, 'unsubscribe', { store: thread.store, user: 'ana' }, now),
    await sealToken(SECRET, 'visitor', thread, now),
    'x'.repeat(5_000),
  ];
  for (const url of [links.confirm, links.stop]) {
    const good = { page: await shape(await visit(url)), done: await shape(await post(url)) };
    called = [];
    for (const one of forged) {
      expect(await shape(await visit(withToken(url, one))), one).toEqual(good.page);
      expect(await shape(await post(withToken(url, one))), one).toEqual(good.done);
    }
    expect(called).toEqual([]);
  }
});

test.each(LANGUAGES)('%s: the pages speak it, by the link or by the browser', async (language) => {
  const { say } = mailWords(language);
  const bare = links.stop.replace(/&lang=.*/, '');
  const byLink = await (await visit(`${bare}&lang=${language}`, { headers: { 'accept-language': 'fr' } })).text();
  expect(byLink).toContain(say('stopTitle'));
  expect(byLink).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
  const byBrowser = await post(bare, { headers: { 'accept-language': `xx, ${language}-XX;q=0.9, en;q=0.1` } });
  expect(await byBrowser.text()).toContain(say('stoppedText'));
});

test('an unknown language is English, and what stands in the address is no HTML', async () => {
  const html = await (await visit(`${ORIGIN}/mail/stop?lang=%22%3E%3Cscript%3E&token=%22%3E%3Cscript%3E`)).text();
  expect(html).toContain('<html lang="en"');
  expect(html).not.toContain('<script>');
});
