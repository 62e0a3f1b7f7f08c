import { env, listDurableObjectIds } from 'cloudflare:test';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import { sealToken } from '../../src/accounts/tokens';
import type { StaffActor } from '../../src/domain/actor';
import { CLOSE } from '../../src/errors';
import { PROTOCOL, SUBPROTOCOL } from '../../src/protocol/common';
import { knock, newStore, ORIGIN, refusal, SECRET, type Store } from './visit';

/** Whoever may not enter is turned away by the Worker: no object wakes, and none is even made. */

const VISITOR = '/widget/socket';
const DESK = '/staff/desk/socket';
let mine: Store;
let others: Store;

beforeAll(async () => {
  mine = await newStore('Mine');
  others = await newStore('Others');
});
afterEach(() => {
  vi.useRealTimers();
});

const nothingWoke = async () => {
  expect(await listDurableObjectIds(env.CONVERSATION)).toEqual([]);
  expect(await listDurableObjectIds(env.DESK)).toEqual([]);
};
const chatPath = (conversation: string) => `/staff/conversations/${conversation}/socket`;
const ana = (store: Store): StaffActor => ({ type: 'staff', store: store.id, id: 'ana', name: 'Ana', role: 'owner' });
const ticketOf = (store: Store) => sealToken(SECRET, 'ticket', ana(store), Date.now());
const visitorOf = async (store: Store) =>
  sealToken(SECRET, 'visitor', { store: store.id, conversation: await newConversationId(store.id) }, Date.now());
const offer = (token: string) => [SUBPROTOCOL, `token.${token}`];

test('no token, a broken one, a forged one, one of the other kind', async () => {
  const conversation = await newConversationId(mine.id);
  const right = {
    [VISITOR]: await visitorOf(mine),
    [DESK]: await ticketOf(mine),
    [chatPath(conversation)]: await ticketOf(mine),
  };
  for (const [path, token] of Object.entries(right)) {
    const otherKind = path === VISITOR ? await ticketOf(mine) : await visitorOf(mine);
    const forged = await sealToken(
      'another-secret-of-enough-letters-0123',
      path === VISITOR ? 'visitor' : 'ticket',
      {
        ...ana(mine),
        conversation,
      } as never,
      Date.now(),
    );
    expect(await refusal(await knock(path, [SUBPROTOCOL]))).toBe('401 unauthorized');
    for (const wrong of ['', 'x.y', token.slice(1), `${token.slice(0, -4)}AAAA`, otherKind, forged]) {
      expect(await refusal(await knock(path, offer(wrong))), `${path} ${wrong}`).toBe('401 unauthorized');
    }
  }
  await nothingWoke();
});

test('a token that was right and is over', async () => {
  const visitor = await visitorOf(mine);
  const ticket = await ticketOf(mine);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  expect(await refusal(await knock(DESK, offer(ticket)))).toBe('401 unauthorized');
  vi.setSystemTime(Date.now() + 90 * 86_400_000);
  expect(await refusal(await knock(VISITOR, offer(visitor)))).toBe('401 unauthorized');
  await nothingWoke();
});

test('a conversation of another store, and one that nobody has', async () => {
  for (const id of [await newConversationId(others.id), 'c'.repeat(30), '..%2Fx', 'x']) {
    expect(await refusal(await knock(chatPath(id), offer(await ticketOf(mine))))).toBe('403 forbidden');
  }
  await nothingWoke();
});

test('another site’s page, with a ticket that is right', async () => {
  for (const path of [DESK, chatPath(await newConversationId(mine.id))]) {
    const answer = await knock(path, offer(await ticketOf(mine)), { origin: 'https://evil.example' });
    expect(await refusal(answer)).toBe('403 forbidden');
  }
  await nothingWoke();
});

test('a token in the address counts for nothing', async () => {
  const token = await visitorOf(mine);
  expect(await refusal(await knock(`${VISITOR}?token=${token}`, [SUBPROTOCOL]))).toBe('401 unauthorized');
  await nothingWoke();
});

test('what is no upgrade, or not to us', async () => {
  const token = `token.${await visitorOf(mine)}`;
  expect(await refusal(await knock(VISITOR, ['chat', token]))).toBe('400 bad_request');
  expect(await refusal(await knock(VISITOR, [token, SUBPROTOCOL]))).toBe('400 bad_request');
  expect(await refusal(await knock(VISITOR, [SUBPROTOCOL, token], { upgrade: 'h2c' }))).toBe('400 bad_request');
  await nothingWoke();
});

const closing = (answer: Response) =>
  new Promise<number>((done) => {
    expect(answer.status).toBe(101);
    answer.webSocket?.addEventListener('close', ({ code }) => done(code));
    answer.webSocket?.accept();
  });

test('a page that is too old is told so by a code that it can read; one that is too new comes back later', async () => {
  const token = await visitorOf(mine);
  const old = await knock(VISITOR, [`baton.v${PROTOCOL.floor - 1}`, `token.${token}`]);
  expect(old.headers.get('sec-websocket-protocol')).toBe(`baton.v${PROTOCOL.floor - 1}`);
  expect(await closing(old)).toBe(CLOSE.unsupportedVersion);
  expect(await closing(await knock(DESK, [`baton.v${PROTOCOL.version + 1}`, 'token.x']))).toBe(1013);
  await nothingWoke();
});

test('one network address has a limit, and another still enters', async () => {
  const from = (address: string) => knock(VISITOR, offer('x.y'), { 'cf-connecting-ip': address });
  // 30 a minute, and a minute may end in between.
  const answers = await Promise.all(Array.from({ length: 61 }, () => from('192.0.2.1')));
  expect(answers.map(({ status }) => status)).toContain(429);
  expect(await refusal(await from('192.0.2.2'))).toBe('401 unauthorized');
  await nothingWoke();
});

test('who may enter is let in, and the answer names the version and not the token', async () => {
  const conversation = await newConversationId(mine.id);
  const visitor = await sealToken(SECRET, 'visitor', { store: mine.id, conversation }, Date.now());
  for (const [path, token, origin] of [
    [VISITOR, visitor, 'https://a-shop.example'],
    [DESK, await ticketOf(mine), ORIGIN],
    [chatPath(conversation), await ticketOf(mine), ORIGIN],
  ] as const) {
    const answer = await knock(path, offer(token), { origin });
    expect(answer.status).toBe(101);
    expect(answer.headers.get('sec-websocket-protocol')).toBe(SUBPROTOCOL);
    answer.webSocket?.accept();
    answer.webSocket?.close(1000);
  }
  expect(await listDurableObjectIds(env.CONVERSATION)).toHaveLength(1);
});

test('one visitor with a hundred addresses: one token is let in so often, and another visitor not less for it', async () => {
  const token = await visitorOf(mine);
  const from = (i: number) => knock(VISITOR, offer(token), { 'cf-connecting-ip': `198.51.100.${i}` });
  const waits = vi.spyOn(scheduler, 'wait');
  let answer = await from(0);
  // 30 a minute, and a minute may end in between.
  for (let i = 1; i < 61 && answer.status === 101; i++) answer = await from(i);
  expect(await refusal(answer)).toBe('429 too_fast');
  // Whoever asks again the moment they are refused is not answered as fast.
  expect(waits.mock.calls).toEqual([[1_000]]);
  waits.mockRestore();
  expect((await knock(VISITOR, offer(await visitorOf(mine)), { 'cf-connecting-ip': '198.51.100.7' })).status).toBe(101);
});
