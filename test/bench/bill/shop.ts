import { importTexts } from '../../../src/assistant/knowledge/over-http.ts';
import { Client, type Door } from './world.ts';

/** A store with something to answer from and two people who are told by email, made through its own doors. */

export interface Shop {
  store: string;
  key: string;
  ana: Staff;
  tomas: Staff;
}

interface Staff {
  name: string;
  cookie: string;
}

const ARTICLES = {
  'warranty.md': `---
title: Two-year warranty
url: https://shop.example/help/warranty
---

Everything you buy from us has a two-year warranty, counted from delivery.

## What is covered

Faults that were in the product from the start, even if they show later.
`,
  'batteries.md': `---
title: Make batteries last longer
url: https://shop.example/help/batteries
---

A battery ages with time, heat and being full.

## Every day

Keep it between 20 and 80 percent when you can.
`,
};

const FEED = `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel>
<item><g:id>aria</g:id><g:title>Aria 2 wireless headphones, black</g:title>
<g:description>Closed headphones with noise cancelling. The battery lasts 38 hours.</g:description>
<g:link>https://shop.example/aria</g:link><g:price>149.00 EUR</g:price><g:availability>in_stock</g:availability></item>
</channel></rss>`;

export async function openShop(door: Door): Promise<Shop> {
  const owner = { email: 'ana@bench.example', name: 'Ana Kovač', store: 'Mill & Kettle' };
  const set = await post(door, '/setup', { key: door.setupKey, ...owner });
  const { store } = (await set.json()) as { store: { id: string; key: string } };
  const ana = { name: owner.name, cookie: cookieOf(set) };
  const through = {
    origin: door.origin,
    store: store.id,
    cookie: ana.cookie,
    fetch: (url: string, init: RequestInit) => door.fetch(url.slice(door.origin.length), init),
  };
  await importTexts(through, { name: 'Articles', format: 'markdown', files: ARTICLES });
  await importTexts(through, { name: 'Products', format: 'google', files: { 'feed.xml': FEED } });
  const invited = { name: 'Tomás Rivera', email: 'tomas@bench.example', role: 'agent' };
  await post(door, `/api/stores/${store.id}/people`, invited, ana.cookie);
  const mail = (await door.mails(invited.email)).at(-1) ?? '';
  const [, token = ''] = /\/sign-in\?token=([\w-]+)/.exec(mail) ?? [];
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: door.origin };
  const signedIn = await door.fetch('/sign-in', {
    method: 'POST',
    headers: form,
    body: `token=${token}`,
    redirect: 'manual',
  });
  const tomas = { name: invited.name, cookie: cookieOf(signedIn) };
  return { store: store.id, key: store.key, ana, tomas };
}

async function post(door: Door, path: string, body: unknown, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: door.origin, cookie };
  const answer = await door.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

const PROTOCOL = 'baton.v1';

/** A staff member's socket, as the dashboard opens it: a ticket, then the upgrade with it. */
export async function dial(door: Door, shop: Shop, who: Staff, path: string, hello: object): Promise<Client> {
  const answer = await post(door, `/api/stores/${shop.store}/ticket`, {}, who.cookie);
  const { ticket } = (await answer.json()) as { ticket: string };
  return greeted(door, path, ticket, hello);
}

/** A customer's panel: a session, then its socket. */
export async function visit(door: Door, shop: Shop): Promise<{ client: Client; conversation: string; token: string }> {
  const answer = await post(door, '/widget/session', { store: shop.key });
  const { token, conversation } = (await answer.json()) as { token: string; conversation: string };
  const page = { url: 'https://shop.example/aria', title: 'Aria 2' };
  const hello = { after: 0, lang: 'en', tz: 'Europe/Vienna', page };
  return { client: await greeted(door, '/widget/socket', token, hello), conversation, token };
}

async function greeted(door: Door, path: string, token: string, hello: object): Promise<Client> {
  const client = new Client(await door.socket(path, [PROTOCOL, `token.${token}`]), door.sent);
  await client.answered({ type: 'hello', ...hello }, 'welcome');
  return client;
}
