import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import { deskStub } from '../../src/desk/door';
import { CLOSE } from '../../src/errors';
import { scene } from '../conversation/client';
import { ask, cookiesOf, knock, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** The reader’s own page: who they are, and where they are signed in. */

let store: Store;
let ana: string;
let dele: string;
let cookie: string;
let email: string;

beforeEach(async () => {
  email = `ana-${crypto.randomUUID()}@profile.example`;
  ana = await newPerson('Ana Petrova', email);
  dele = await newPerson('Dele Okafor', `dele-${crypto.randomUUID()}@profile.example`);
  store = await newStore('Mine', { [ana]: 'owner', [dele]: 'agent' });
  cookie = await signIn(email);
});

const put = (json: unknown, of = cookie) => ask('/api/me/profile', { method: 'PUT', json, cookie: of });

describe('what somebody says of themselves', () => {
  test('is kept, and colleagues read it', async () => {
    expect((await put({ name: '  Ana   Kirova ', speaks: ['bg', 'de', 'bg'] })).status).toBe(200);
    const kept = { name: 'Ana Kirova', speaks: ['bg', 'de'] };
    expect(await (await ask('/api/me/profile', { cookie })).json()).toEqual(kept);
    const me = await (await ask('/api/me', { cookie })).json<{ user: unknown; choices: unknown }>();
    expect(me.user).toMatchObject({ name: 'Ana Kirova', initials: 'AK' });
    const { people } = await (await ask(`/api/stores/${store.id}/people`, { cookie })).json<{ people: unknown[] }>();
    expect(people).toContainEqual(expect.objectContaining({ id: ana, ...kept }));
    expect(people).toContainEqual(expect.objectContaining({ id: dele, speaks: [] }));
  });

  test.each([
    ['no name', { name: ' ', speaks: [] }],
    ['a name of a book’s length', { name: 'x'.repeat(81), speaks: [] }],
    ['no tags', { name: 'Ana', speaks: ['<b>'] }],
    ['too many', { name: 'Ana', speaks: Array.from({ length: 13 }, (_, n) => `a${String.fromCharCode(97 + n)}`) }],
  ])('is refused: %s', async (_, wrong) => {
    expect(await refusal(await put(wrong))).toBe('400 bad_request');
  });

  test('needs somebody', async () => {
    for (const path of ['/api/me/profile', '/api/me/sessions'])
      expect(await refusal(await ask(path))).toBe('401 unauthorized');
  });
});

test('a new name is read by the customer of an open chat, by colleagues, and in what is written from then on', async () => {
  const stage = scene(store.id, await newConversationId(store.id));
  const mira = await stage.customer();
  await mira.ask({ type: 'request', id: 'request-1' });
  const desk = await stage.atDesk(dele, 'Dele Okafor');
  const hers = await stage.atDesk(ana, 'Ana Petrova');
  const talk = await stage.staff(ana, 'Ana Petrova');
  await talk.claim();
  await talk.reply('Hello, Ana here');
  await mira.message((one) => one.kind === 'staff' && one.from.name === 'Ana');

  expect((await put({ name: 'Annika Petrova', speaks: [] })).status).toBe(200);
  await mira.until(() => {
    const { phase } = mira.state;
    return phase.is === 'person' && phase.person.name === 'Annika';
  });
  await talk.until(() => talk.state.handoff?.assignee?.name === 'Annika Petrova');
  await desk.row(stage.conversation, ({ assignee }) => assignee?.name === 'Annika Petrova');
  await desk.until((frames) =>
    frames.some((frame) => frame.type === 'duty' && frame.duty.some(({ name }) => name === 'Annika Petrova')),
  );
  await talk.reply('And this is new');
  await mira.message((one) => one.kind === 'staff' && one.text === 'And this is new' && one.from.name === 'Annika');
  expect(mira.messages.filter((one) => one.kind === 'staff').map(({ from }) => from.name)).toEqual(['Ana', 'Annika']);
  for (const one of [mira, desk, hers, talk]) one.close();
});

interface Shown {
  sessions: { id: string; device: string | null; here: boolean; usedAt: number; signedInAt: number }[];
}
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1';

describe('where somebody is signed in', () => {
  const sessions = async (of = cookie) =>
    (await (await ask('/api/me/sessions', { cookie: of })).json<Shown>()).sessions;
  const end = (path: string, of = cookie) => ask(`/api/me/sessions${path}`, { method: 'DELETE', cookie: of });

  const opens = async (ticket: string, path: string) => {
    const { webSocket } = await knock(path, ['baton.v1', `token.${ticket}`]);
    if (!webSocket) throw new Error('no socket');
    webSocket.accept();
    const seen = { closed: 0, socket: webSocket };
    webSocket.addEventListener('close', ({ code }) => {
      seen.closed = code;
    });
    return seen;
  };

  /** On a phone, with what it has open. */
  async function onPhone(conversation: string) {
    const phone = await signIn(email, { 'user-agent': IPHONE });
    const { ticket } = await (await ask(`/api/stores/${store.id}/ticket`, { method: 'POST', cookie: phone })).json<{
      ticket: string;
    }>();
    const open = (path: string) => opens(ticket, path);
    return {
      cookie: phone,
      ticket,
      sockets: [await open('/staff/desk/socket'), await open(`/staff/conversations/${conversation}/socket`)],
    };
  }

  test('is told in words, the one that asks marked, and nothing of it is secret', async () => {
    await signIn(email, { 'user-agent': IPHONE });
    const answer = await (await ask('/api/me/sessions', { cookie })).text();
    const { sessions: all } = JSON.parse(answer) as Shown;
    expect(all.map(({ device, here }) => [device, here])).toEqual(
      expect.arrayContaining([
        ['iPhone, Safari', false],
        [null, true],
      ]),
    );
    expect(all.every(({ usedAt, signedInAt }) => usedAt >= signedInAt)).toBe(true);
    expect(answer).not.toContain('token');
    expect(answer).not.toContain(decodeURIComponent(cookie.split('=')[1] ?? '-').split('.')[0]);
  });

  test('is ended from here: its pages close at once, in the desk and in the chats, and this one goes on', async () => {
    const stage = scene(store.id, await newConversationId(store.id));
    const mira = await stage.customer();
    await mira.ask({ type: 'request', id: 'request-1' });
    const phone = await onPhone(stage.conversation);
    const desk = await onPhone(stage.conversation);
    const [other] = (await sessions(phone.cookie)).filter(({ here }) => here);
    expect((await end(`/${other?.id}`)).status).toBe(200);
    await vi.waitFor(() =>
      expect(phone.sockets.map(({ closed }) => closed)).toEqual([CLOSE.unauthorized, CLOSE.unauthorized]),
    );
    expect(desk.sockets.map(({ closed }) => closed)).toEqual([0, 0]);
    expect(await refusal(await ask('/api/me', { cookie: phone.cookie }))).toBe('401 unauthorized');
    expect((await ask('/api/me', { cookie: desk.cookie })).status).toBe(200);
    // What it had asked for before opens nothing for longer than a moment.
    const late = await opens(phone.ticket, `/staff/conversations/${stage.conversation}/socket`);
    await vi.waitFor(() => expect(late.closed).toBe(CLOSE.unauthorized));
    // Duty is the person's.
    expect(await deskStub(env, store.id).isOnDuty(ana)).toBe(true);
    for (const { socket } of desk.sockets) socket.close();
    mira.close();
  });

  test('is ended everywhere but here', async () => {
    const others = [await signIn(email), await signIn(email)];
    expect((await end('')).status).toBe(200);
    expect((await sessions()).map(({ here }) => here)).toEqual([true]);
    for (const other of others) expect(await refusal(await ask('/api/me', { cookie: other }))).toBe('401 unauthorized');
  });

  test('is nobody else’s to end, and this one ends by signing out', async () => {
    const tag = `eve-${crypto.randomUUID()}@profile.example`;
    await newPerson('Eve', tag);
    const eve = await signIn(tag);
    const [mine] = await sessions();
    expect(await refusal(await end(`/${mine?.id}`, eve))).toBe('404 not_found');
    expect(await refusal(await end(`/${mine?.id}`))).toBe('404 not_found');
    expect(await refusal(await end('/nothing'))).toBe('404 not_found');
    expect((await end('', eve)).status).toBe(200);
    expect((await ask('/api/me', { cookie })).status).toBe(200);
    expect(cookiesOf(await ask('/api/me', { cookie }))).toBe('');
  });
});
