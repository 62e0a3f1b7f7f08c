import { env } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NETWORK_AN_HOUR, networkHash, STORE_AN_HOUR, takeFromCap } from '../../src/channels/mail/caps';
import { conversationStub, openConversation } from '../../src/conversation/door';
import { bot } from '../conversation/bot';
import { CustomerClient, clientId, StaffClient } from '../conversation/client';
import { HOUR, MINUTE, pass, SECOND } from '../conversation/shop';
import { ask, knock, mailTo, newStore, request, type Store } from './visit';

/** The caps of mail to addresses that were only typed, by what a chat passes on of where it comes from. */

beforeEach(() => {
  bot.reset();
  // Caps count by the hour: nothing here may pass from one into the next.
  vi.useFakeTimers({ toFake: ['Date'], now: Math.ceil(Date.now() / HOUR) * HOUR + 10 * MINUTE });
});
afterEach(() => {
  vi.useRealTimers();
});

let people = 0;
const somebody = () => `held-${++people}@mail.example`;

const socketOf = (response: Response): WebSocket => {
  if (!response.webSocket) throw new Error(`no socket: ${response.status}`);
  return response.webSocket;
};

/** A customer of the store, from this network, has left an address and the page, and Ana answers. */
async function answered(store: Store, network: string) {
  const session = await ask('/widget/session', { json: { store: store.key } });
  const { token, conversation } = await session.json<{ token: string; conversation: string }>();
  const from = { 'cf-connecting-ip': network };
  const mira = new CustomerClient(socketOf(await knock('/widget/socket', ['baton.v1', `token.${token}`], from)));
  await mira.hello();
  const address = somebody();
  await mira.ask({ type: 'request', id: clientId() });
  expect(await mira.ask({ type: 'email', id: clientId(), address })).toMatchObject({ type: 'ack' });
  const staff = { type: 'staff', store: store.id, id: 'ana', name: 'Ana Kovač', role: 'agent' } as const;
  const upgrade = request('/staff/conversations/x/socket', { headers: { upgrade: 'websocket' } });
  const ana = new StaffClient(socketOf(await openConversation(env, upgrade, staff, conversation)));
  await ana.hello();
  await ana.claim();
  mira.close();
  await ana.until(() => !ana.state.customer.here);
  await ana.reply('It is on its way.');
  await pass(conversationStub(env, store.id, conversation), 91 * SECOND);
  const what = await ana.message((m) => m.kind === 'event' && m.event.what === 'mail' && m.event.is !== 'left');
  expect(await mailTo(address)).toHaveLength(what.kind === 'event' && JSON.stringify(what).includes('"sent"') ? 1 : 0);
  return what;
}
const was = (is: 'sent' | 'held') => ({ event: { what: 'mail', is } });
const use = async (times: number, over: { store?: string; network?: string }) => {
  for (let i = 0; i < times; i += 1)
    await takeFromCap(env.DB, { address: somebody(), store: `other-${i}`, network: null, ...over }, Date.now());
};

describe('a reply by email is held', () => {
  it('where the network that its address was typed from has had its hour’s, and nowhere else', async () => {
    await use(NETWORK_AN_HOUR, { network: await networkHash('198.51.100.77') });
    const store = await newStore('Mill & Kettle');
    expect(await answered(store, '198.51.100.77')).toMatchObject(was('held'));
    expect(await answered(store, '198.51.100.78')).toMatchObject(was('sent'));
  });

  it('where the store has had its hour’s, and in no other store', async () => {
    const [busy, calm] = [await newStore('Busy'), await newStore('Calm')];
    await use(STORE_AN_HOUR, { store: busy.id });
    expect(await answered(busy, '203.0.113.1')).toMatchObject(was('held'));
    expect(await answered(calm, '203.0.113.1')).toMatchObject(was('sent'));
  });
});
