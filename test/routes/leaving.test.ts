import { env } from 'cloudflare:test';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import { deskStub } from '../../src/desk/door';
import { CLOSE } from '../../src/errors';
import { scene } from '../conversation/client';
import { pass } from '../conversation/shop';
import { ask, knock, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** Somebody is taken out of a store, or leaves it. */

const WHO = ['ana', 'olu', 'dele', 'noor', 'tomas'] as const;
type Who = (typeof WHO)[number];
let store: Store;
const ids = {} as Record<Who, string>;
const cookies = {} as Record<Who, string>;

beforeEach(async () => {
  const tag = crypto.randomUUID();
  for (const who of WHO) {
    ids[who] = await newPerson(who, `${who}-${tag}@leaving.example`);
    cookies[who] = await signIn(`${who}-${tag}@leaving.example`);
  }
  const { ana, olu, dele, noor, tomas } = ids;
  store = await newStore('Mine', {
    [ana]: 'owner',
    [olu]: 'owner',
    [dele]: 'admin',
    [noor]: 'admin',
    [tomas]: 'agent',
  });
});

afterEach(() => {
  vi.useRealTimers();
});

const remove = (whom: Who, by: Who) =>
  ask(`/api/stores/${store.id}/people/${ids[whom]}`, { method: 'DELETE', cookie: cookies[by] });
const ticketFor = (who: Who) => ask(`/api/stores/${store.id}/ticket`, { method: 'POST', cookie: cookies[who] });

/** A socket as the page opens it, with the code that it was closed with. */
async function open(who: Who, path: string) {
  const { ticket } = await (await ticketFor(who)).json<{ ticket: string }>();
  const { webSocket } = await knock(path, ['baton.v1', `token.${ticket}`]);
  if (!webSocket) throw new Error('no socket');
  webSocket.accept();
  const seen = { closed: 0, socket: webSocket };
  webSocket.addEventListener('close', ({ code }) => {
    seen.closed = code;
  });
  return seen;
}

test('their sockets are closed at once, in the desk and in the chats, and nobody else’s', async () => {
  const waits = await newConversationId(store.id);
  const quiet = await newConversationId(store.id);
  for (const id of [waits, quiet]) await (await scene(store.id, id).customer()).say('Hello');
  const mira = await scene(store.id, waits).customer();
  await mira.ask({ type: 'request', id: 'request-1' });
  await env.DB.prepare(
    `INSERT INTO conversation (store_id, id, rev, customer, lang, started_at, last_at, messages)
     VALUES (?1, ?2, 1, 'Guest', 'en', 1, 1, 1)`,
  )
    .bind(store.id, quiet)
    .run();
  const paths = ['/staff/desk/socket', ...[waits, quiet].map((id) => `/staff/conversations/${id}/socket`)];
  const his = await Promise.all(paths.map((path) => open('tomas', path)));
  const hers = await Promise.all(paths.map((path) => open('dele', path)));
  expect((await remove('tomas', 'dele')).status).toBe(200);
  await vi.waitFor(() => expect(his.map(({ closed }) => closed)).toEqual(paths.map(() => CLOSE.forbidden)));
  expect(hers.map(({ closed }) => closed)).toEqual(paths.map(() => 0));
  expect(await deskStub(env, store.id).isOnDuty(ids.tomas)).toBe(false);
  expect(await refusal(await ticketFor('tomas'))).toBe('404 not_found');
  for (const { socket } of hers) socket.close();
});

test('a chat of theirs in which the customer waits for a reply goes back to the queue', async () => {
  const stage = scene(store.id, await newConversationId(store.id));
  const mira = await stage.customer();
  await mira.ask({ type: 'request', id: 'request-1' });
  await open('tomas', '/staff/desk/socket');
  const dele = await stage.atDesk(ids.dele, 'Dele');
  const tomas = await stage.staff(ids.tomas, 'Tomas');
  await tomas.claim();
  await tomas.reply('Tomas here');
  await mira.say('Are you still there?');
  await dele.row(stage.conversation, ({ status }) => status === 'assigned');
  expect((await remove('tomas', 'dele')).status).toBe(200);
  await pass(stage.desk, 2 * 60_000 + 1_000);
  await dele.row(stage.conversation, ({ status, assignee }) => status === 'pending' && assignee === null);
});

test('who may send whom away', async () => {
  expect(await refusal(await remove('dele', 'tomas'))).toBe('403 forbidden');
  expect(await refusal(await remove('ana', 'dele'))).toBe('403 forbidden');
  expect((await remove('noor', 'dele')).status).toBe(200);
  expect(await refusal(await remove('noor', 'dele'))).toBe('404 not_found');
  expect((await remove('tomas', 'tomas')).status).toBe(200);
  expect((await remove('olu', 'ana')).status).toBe(200);
});

test('the last owner cannot leave; of two who send each other away, one stays', async () => {
  const both = await Promise.all([remove('ana', 'olu'), remove('olu', 'ana')]);
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  const { results } = await env.DB.prepare(`SELECT user_id AS id FROM member WHERE store_id = ? AND role = 'owner'`)
    .bind(store.id)
    .all<{ id: string }>();
  expect(results).toHaveLength(1);
  const last: Who = results[0]?.id === ids.ana ? 'ana' : 'olu';
  expect(await refusal(await remove(last, last))).toBe('409 last_owner');
});

test('somebody of another store is nobody here', async () => {
  const eve = await newPerson('Eve', `eve-${crypto.randomUUID()}@leaving.example`);
  await newStore('Others', { [eve]: 'owner' });
  ids.tomas = eve;
  expect(await refusal(await remove('tomas', 'ana'))).toBe('404 not_found');
});
