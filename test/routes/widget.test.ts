import { beforeAll, expect, test, vi } from 'vitest';
import { openToken } from '../../src/accounts/tokens';
import { SUBPROTOCOL } from '../../src/protocol/common';
import type { CustomerMessage, EarlierConversation, SessionAnswer } from '../../src/protocol/customer';
import { CustomerClient, clientId } from '../conversation/client';
import { ask, knock, newStore, refusal, SECRET, type Store } from './visit';

let shop: Store;
let other: Store;
beforeAll(async () => {
  shop = await newStore('Volt & Vine');
  other = await newStore('Mill & Kettle');
});

const session = (store: unknown, headers: Record<string, string> = {}) =>
  ask('/widget/session', { json: { store }, headers });
const begin = async (store: string, token?: string) => {
  const answer = await session(store, token ? { authorization: `Bearer ${token}` } : {});
  expect(answer.status).toBe(200);
  return answer.json<SessionAnswer>();
};

test('a first visit gets a conversation, and what the panel shows', async () => {
  const { token, conversation, store } = await begin(shop.key);
  const launcher = { label: '', icon: '', hidden: false };
  expect(store).toEqual({ name: 'Volt & Vine', accent: '#0b6077', greeting: null, launcher });
  const claims = await openToken(SECRET, 'visitor', token, Date.now());
  expect(claims).toMatchObject({ store: shop.id, conversation });
});

test('coming back keeps the conversation and renews the token', async () => {
  const first = await begin(shop.key);
  const again = await begin(shop.key, first.token);
  expect(again.conversation).toBe(first.conversation);
});

test('another store’s token, a forged and a broken one begin anew', async () => {
  const there = await begin(other.key);
  const here = await begin(shop.key, there.token);
  expect(here.conversation).not.toBe(there.conversation);
  expect(await openToken(SECRET, 'visitor', here.token, Date.now())).toMatchObject({ store: shop.id });
  for (const token of ['x', 'x.y', `${there.token}x`]) {
    expect((await begin(shop.key, token)).conversation).not.toBe(there.conversation);
  }
});

test('a shop that nobody set up', async () => {
  expect(await refusal(await session('nobody'))).toBe('404 unknown_store');
});

test.each([[undefined], [''], [7], ['a b'], ['x'.repeat(65)], ["' OR 1=1"]])('%j is no key', async (key) => {
  expect(await refusal(await session(key))).toBe('400 bad_request');
});

test('a body that is too large is not read', async () => {
  expect(await refusal(await session('x'.repeat(17_000)))).toBe('413 too_large');
});

test('one network address has a limit', async () => {
  const from = () => session('nobody', { 'cf-connecting-ip': '192.0.2.3' });
  expect((await from()).status).toBe(404);
  // 30 a minute, and a minute may end in between.
  const answers = await Promise.all(Array.from({ length: 61 }, from));
  const refused = answers.find(({ status }) => status === 429);
  expect(refused && (await refusal(refused))).toBe('429 too_fast');
});

test('other methods and paths', async () => {
  expect(await refusal(await ask('/widget/session'))).toBe('404 not_found');
  expect(await refusal(await ask('/widget/nothing'))).toBe('404 not_found');
});

// ── One after another ───────────────────────────────────────────────────────────────────────────────────────────────

async function talk(token: string, ...texts: string[]): Promise<void> {
  const { webSocket } = await knock('/widget/socket', [SUBPROTOCOL, `token.${token}`]);
  if (!webSocket) throw new Error('no socket');
  const mira = new CustomerClient(webSocket);
  await mira.hello();
  for (const text of texts) await mira.say(text);
  expect(await mira.ask({ type: 'end', id: clientId() })).toMatchObject({ type: 'ack' });
  mira.close();
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const anew = async (store: string, token: string) =>
  (await ask('/widget/session', { json: { store, anew: true }, headers: bearer(token) })).json<SessionAnswer>();
const earlier = async (token: string) => {
  const answer = await ask('/widget/conversations', { headers: bearer(token) });
  return (await answer.json<{ conversations: EarlierConversation[] }>()).conversations;
};
const read = (token: string, id: string) => ask(`/widget/conversation?id=${id}`, { headers: bearer(token) });

test('a conversation that is begun anew leaves those before it to be read, and to nobody else', async () => {
  const first = await begin(shop.key);
  await talk(first.token, 'Where is my parcel?', 'Order 10482');
  const second = await anew(shop.key, first.token);
  expect(second.conversation).not.toBe(first.conversation);
  await talk(second.token, 'Do you sell lids?');
  const third = await anew(shop.key, second.token);

  await vi.waitFor(async () => expect(await earlier(third.token)).toHaveLength(2));
  expect((await earlier(third.token)).map(({ conversation, words }) => [conversation, words])).toEqual([
    [second.conversation, 'Do you sell lids?'],
    [first.conversation, 'Where is my parcel?'],
  ]);
  const { messages } = await (await read(third.token, first.conversation)).json<{ messages: CustomerMessage[] }>();
  expect(messages.flatMap((m) => (m.kind === 'customer' ? m.text : []))).toEqual([
    'Where is my parcel?',
    'Order 10482',
  ]);
  expect(messages.at(-1)).toMatchObject({ kind: 'event', event: { what: 'closed' } });

  const stranger = await begin(shop.key);
  const elsewhere = await begin(other.key, third.token);
  for (const { token } of [stranger, elsewhere]) {
    expect(await earlier(token)).toEqual([]);
    expect(await refusal(await read(token, first.conversation))).toBe('404 not_found');
  }
  for (const path of ['/widget/conversations', `/widget/conversation?id=${first.conversation}`])
    expect(await refusal(await ask(path))).toBe('401 unauthorized');
  expect(await refusal(await read(third.token, 'a b'))).toBe('400 bad_request');
});
