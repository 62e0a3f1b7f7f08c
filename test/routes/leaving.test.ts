import { env } from 'cloudflare:test';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import { changeRole, removePerson } from '../../src/accounts/people';
import { deskStub } from '../../src/desk/door';
import type { StaffActor } from '../../src/domain/actor';
import type { Env } from '../../src/env';
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
  return openWith(ticket, path);
}

async function openWith(ticket: string, path: string) {
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

test('a ticket from before opens nothing for longer than a moment', async () => {
  const id = await newConversationId(store.id);
  await (await scene(store.id, id).customer()).say('Hello');
  const answer = await ticketFor('tomas');
  const { ticket } = await answer.json<{ ticket: string }>();
  expect((await remove('tomas', 'dele')).status).toBe(200);
  const paths = ['/staff/desk/socket', `/staff/conversations/${id}/socket`];
  const his = await Promise.all(paths.map((path) => openWith(ticket, path)));
  await vi.waitFor(() => expect(his.map(({ closed }) => closed)).toEqual(paths.map(() => CLOSE.forbidden)));
  expect(await deskStub(env, store.id).isOnDuty(ids.tomas)).toBe(false);
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

/** A database whose writes wait until both have come to theirs: each has read the store as it was before the other. */
function bothAtOnce(): Env {
  let arrived = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const batch = async (statements: D1PreparedStatement[]) => {
    if (++arrived === 2) resolve();
    await promise;
    return env.DB.batch(statements);
  };
  const DB = new Proxy(env.DB, {
    get: (target, key) => (key === 'batch' ? batch : Reflect.get(target, key).bind(target)),
  });
  return { ...env, DB } as unknown as Env;
}
const actorOf = (who: Who): StaffActor => ({ type: 'staff', store: store.id, id: ids[who], name: who, role: 'owner' });
const ownersLeft = async () =>
  (
    await env.DB.prepare(`SELECT count(*) AS n FROM member WHERE store_id = ? AND role = 'owner'`)
      .bind(store.id)
      .first<{ n: number }>()
  )?.n;

test.each([
  ['send each other away', (world: Env, by: Who, whom: Who) => removePerson(world, actorOf(by), ids[whom], 1)],
  ['leave', (world: Env, by: Who) => removePerson(world, actorOf(by), ids[by], 1)],
  [
    'make each other admins',
    (world: Env, by: Who, whom: Who) => changeRole(world, actorOf(by), ids[whom], { role: 'admin' }, 1),
  ],
  ['make themselves admins', (world: Env, by: Who) => changeRole(world, actorOf(by), ids[by], { role: 'agent' }, 1)],
] as const)('two owners who %s, both past every look at the other: one owner stays', async (_, does) => {
  const world = bothAtOnce();
  const both = await Promise.all([does(world, 'ana', 'olu'), does(world, 'olu', 'ana')]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'last_owner' });
  expect(await ownersLeft()).toBe(1);
});

test('the last owner neither leaves nor becomes less, until there is another one', async () => {
  await remove('olu', 'ana');
  expect(await refusal(await remove('ana', 'ana'))).toBe('409 last_owner');
  expect(await refusal(await makes('ana', 'ana', 'agent'))).toBe('409 last_owner');
  expect(await refusal(await remove('ana', 'dele'))).toBe('403 forbidden');
  expect(await ownersLeft()).toBe(1);
  expect((await makes('ana', 'dele', 'owner')).status).toBe(200);
  expect((await makes('ana', 'ana', 'agent')).status).toBe(200);
  expect(await refusal(await makes('ana', 'ana', 'owner'))).toBe('403 forbidden');
});

const makes = (by: Who, whom: Who, role: string) =>
  ask(`/api/stores/${store.id}/people/${ids[whom]}/role`, { method: 'PUT', cookie: cookies[by], json: { role } });

test.each([
  ['ana', 'tomas', 'admin', '200'],
  ['ana', 'tomas', 'owner', '200'],
  ['ana', 'olu', 'agent', '200'],
  ['dele', 'tomas', 'admin', '200'],
  ['dele', 'noor', 'agent', '200'],
  ['dele', 'dele', 'agent', '200'],
  ['dele', 'tomas', 'owner', '403 forbidden'],
  ['dele', 'dele', 'owner', '403 forbidden'],
  ['dele', 'ana', 'agent', '403 forbidden'],
  ['tomas', 'tomas', 'admin', '403 forbidden'],
  ['tomas', 'dele', 'agent', '403 forbidden'],
  ['ana', 'tomas', 'root', '400 bad_request'],
] as const)('%s makes %s %s: %s', async (by, whom, role, expected) => {
  const answer = await makes(by, whom, role);
  expect(answer.ok ? String(answer.status) : await refusal(answer)).toBe(expected);
  const { people } = await (await ask(`/api/stores/${store.id}/people`, { cookie: cookies.noor })).json<{
    people: { id: string; role: string }[];
  }>();
  const before = { ana: 'owner', olu: 'owner', dele: 'admin', noor: 'admin', tomas: 'agent' }[whom];
  expect(people.find(({ id }) => id === ids[whom])?.role).toBe(expected === '200' ? role : before);
});

test('somebody of another store is nobody here', async () => {
  const eve = await newPerson('Eve', `eve-${crypto.randomUUID()}@leaving.example`);
  await newStore('Others', { [eve]: 'owner' });
  ids.tomas = eve;
  expect(await refusal(await remove('tomas', 'ana'))).toBe('404 not_found');
});
