import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/settings/schema';
import { type Doors, doorsOf } from './doors';
import { ask, newPerson } from './visit';

/** Two admins change the same at once: the second is told what the first made of it, and nothing is overwritten unseen. */

let doors: Doors;
beforeAll(async () => {
  doors = await doorsOf('meanwhile.example');
});

const send = (method: string, rest: string, json: unknown, who: 'ana' | 'dele') =>
  ask(`/api/stores/${doors.mine.id}${rest}`, { method, json, cookie: doors.cookies[who] });
const get = async <T>(rest: string): Promise<T> =>
  (await ask(`/api/stores/${doors.mine.id}${rest}`, { cookie: doors.cookies.ana })).json<T>();

interface Refused {
  error: { code: string; message: string };
  newer: { revision: { n: number; at: number; by: { id: string; name: string } }; value: Record<string, unknown> };
}

/** What a page sees before anybody saves, and how it saves. `value`: what the other one reads when refused. */
interface Form {
  name: string;
  make?: () => Promise<string>;
  seen: (id: string) => Promise<number>;
  save: (id: string, seen: number, first: boolean, who: 'ana' | 'dele') => Promise<Response>;
  value: object;
}

/** A page of the settings, and one of its fields as each of the two would have it. */
const PAGES: [area: string, first: object, second: object][] = [
  ['store', { firstLanguage: 'de' }, { firstLanguage: 'bg' }],
  ['hours', { timeZone: 'Europe/Sofia' }, { timeZone: 'Asia/Kathmandu' }],
  ['alerts', { giveUpAfter: 40 }, { giveUpAfter: 50 }],
  ['chats', { goneAfter: 4 }, { transferAfter: 5 }],
  ['requests', { summaryWaits: 4 }, { rules: [{ name: 'Mine', words: ['invoice'] }] }],
  ['assistant', { instructions: 'Be kind.' }, { instructions: 'Be short.' }],
  ['widget', { accent: '#0b6077' }, { greeting: { en: 'Hi' }, origins: ['https://shop.example'] }],
  ['customers', { teamName: 'Crew' }, { handoff: 'off' }],
  ['privacy', { keepConversations: 12 }, { keepConversations: 6 }],
];

const page = ([area, first, second]: (typeof PAGES)[number]): Form => ({
  name: `settings, ${area}`,
  seen: async () =>
    (await get<{ revisions: Record<string, { n: number } | null> }>('/settings')).revisions[area]?.n ?? 0,
  save: (_, seen, isFirst, who) =>
    send('PATCH', '/settings', { parts: isFirst ? first : second, seen: { [area]: seen } }, who),
  value: {
    settings: expect.objectContaining(first),
    revisions: expect.objectContaining({ [area]: expect.any(Object) }),
  },
});

const seenOf = (rest: string, key: string) => async (id: string) => {
  const list = (await get<Record<string, { id: string; seen: number }[]>>(rest))[key];
  return list?.find((one) => one.id === id)?.seen ?? 0;
};
const made = async (answer: Response): Promise<string> => {
  const body = await answer.json<{ id?: string; team?: { id: string } }>();
  return body.id ?? body.team?.id ?? '';
};

const FORMS: Form[] = [
  ...PAGES.map(page),
  {
    name: 'the name of the store',
    seen: async () => (await get<{ revisions: { store: { n: number } | null } }>('/settings')).revisions.store?.n ?? 0,
    save: (_, seen, first, who) => send('PUT', '/name', { name: first ? 'Mill' : 'Kettle', seen }, who),
    value: { name: 'Mill' },
  },
  {
    name: 'a team',
    make: async () => made(await send('POST', '/teams', { name: 'Returns', people: [] }, 'ana')),
    seen: seenOf('/teams', 'teams'),
    save: (id, seen, first, who) =>
      send('PUT', `/teams/${id}`, { name: first ? 'Sizes' : 'Refunds', people: [], seen }, who),
    value: { name: 'Sizes', people: [] },
  },
  {
    name: 'a saved reply',
    make: async () =>
      made(await send('POST', '/saved-replies', { name: 'hi', shared: true, texts: { en: 'Hi' } }, 'ana')),
    seen: seenOf('/saved-replies', 'replies'),
    save: (id, seen, first, who) =>
      send(
        'PUT',
        `/saved-replies/${id}`,
        { name: 'hi', shared: true, texts: { en: first ? 'Hello' : 'Hey' }, seen },
        who,
      ),
    value: { name: 'hi', texts: { en: 'Hello' } },
  },
  {
    name: 'a written answer',
    make: async () =>
      made(await send('POST', '/answers', { question: 'Why?', others: [], answer: 'So.', lang: 'en' }, 'ana')),
    seen: seenOf('/answers', 'answers'),
    save: (id, seen, first, who) =>
      send(
        'PUT',
        `/answers/${id}`,
        { question: 'Why?', others: [], answer: first ? 'Ah.' : 'Oh.', lang: 'en', seen },
        who,
      ),
    value: { question: 'Why?', answer: 'Ah.' },
  },
  {
    name: 'the model',
    seen: async () => (await get<{ seen: number }>('/responder')).seen,
    save: (_, seen, first, who) =>
      send(
        'PUT',
        '/responder/model',
        { kind: 'openai', url: 'https://8.8.8.8/v1', model: first ? 'a' : 'b', seen },
        who,
      ),
    value: { kind: 'openai', model: 'a', keySetAt: null },
  },
  {
    name: 'the bot',
    seen: async () => (await get<{ bot: { seen: number } }>('/responder')).bot.seen,
    save: (_, seen, first, who) =>
      send('PUT', '/responder/bot', { url: first ? 'https://8.8.8.8/a' : 'https://8.8.8.8/b', seen }, who),
    value: { url: 'https://8.8.8.8/a' },
  },
  {
    name: 'a role',
    make: async () => {
      const id = await newPerson('Kim Ek', `kim-${crypto.randomUUID()}@meanwhile.example`);
      await env.DB.prepare(`INSERT INTO member (store_id, user_id, role, created_at) VALUES (?1, ?2, 'agent', 1)`)
        .bind(doors.mine.id, id)
        .run();
      return id;
    },
    seen: seenOf('/people', 'people'),
    save: (id, seen, first, who) => send('PUT', `/people/${id}/role`, { role: first ? 'admin' : 'owner', seen }, who),
    value: { role: 'admin', name: 'Kim Ek' },
  },
];

describe.each(FORMS)('$name', ({ make, seen, save, value }) => {
  test('the second to save is told who changed it, when and to what, and may then have it their way', async () => {
    const id = (await make?.()) ?? '';
    const before = await seen(id);
    const since = Date.now();
    expect((await save(id, before, true, 'dele')).status).toBe(200);
    const refused = await save(id, before, false, 'ana');
    expect(refused.status).toBe(409);
    const { error, newer } = await refused.json<Refused>();
    expect(error.code).toBe('changed_meanwhile');
    expect(newer.value).toMatchObject(value);
    expect(newer.revision.by).toEqual({ id: doors.people.dele, name: 'dele Test' });
    expect(newer.revision.at).toBeGreaterThanOrEqual(since);
    expect(await seen(id)).toBe(newer.revision.n);
    expect((await save(id, newer.revision.n, false, 'ana')).status).toBe(200);
  });
});

test('two who save at the same instant: one is first, the other is told', async () => {
  const seen = { chats: (await get<{ revisions: { chats: { n: number } } }>('/settings')).revisions.chats.n };
  const both = await Promise.all([
    send('PATCH', '/settings', { parts: { goneAfter: 21 }, seen }, 'ana'),
    send('PATCH', '/settings', { parts: { goneAfter: 22 }, seen }, 'dele'),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [first] = both.filter(({ ok }) => ok);
  const { settings } = await get<{ settings: { goneAfter: number } }>('/settings');
  expect((await first?.json<{ settings: object }>())?.settings).toMatchObject({ goneAfter: settings.goneAfter });
});

test('another part of the settings is no reason to refuse, and is not undone', async () => {
  const { revisions } = await get<{ revisions: Record<string, { n: number } | null> }>('/settings');
  const seen = { alerts: revisions.alerts?.n ?? 0, customers: revisions.customers?.n ?? 0 };
  expect((await send('PATCH', '/settings', { parts: { giveUpAfter: 77 }, seen }, 'dele')).status).toBe(200);
  expect((await send('PATCH', '/settings', { parts: { teamName: 'Heroes' }, seen }, 'ana')).status).toBe(200);
  const { settings } = await get<{ settings: object }>('/settings');
  expect(settings).toMatchObject({ giveUpAfter: 77, teamName: 'Heroes' });
});

test('every part of the settings is looked at here', async () => {
  const { revisions } = await get<{ revisions: object }>('/settings');
  expect(PAGES.map(([area]) => area).sort()).toEqual(Object.keys(revisions).sort());
  expect(Object.keys(DEFAULT_SETTINGS).length).toBeGreaterThan(0);
});
