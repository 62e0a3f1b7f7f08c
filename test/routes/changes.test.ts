import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import { app } from '../../src/app';
import type { ChangeView } from '../../src/settings/change-list';
import { DEFAULT_SETTINGS } from '../../src/settings/schema';
import { closedToOthers, type Doors, doorsOf } from './doors';
import { ask, newPerson, refusal } from './visit';

/** The list of changes: whatever is changed in a store's settings stands in it once, by whom, when, before and after. */

let doors: Doors;
beforeAll(async () => {
  doors = await doorsOf('changes.example');
});

const path = (rest: string, store = doors.mine.id) => `/api/stores/${store}${rest}`;
const list = async (query = '', cookie = doors.cookies.ana): Promise<{ changes: ChangeView[]; next: number | null }> =>
  (await ask(path(`/changes${query}`), { cookie })).json();
const send = (method: string, rest: string, json?: unknown, who: keyof Doors['cookies'] = 'ana') =>
  ask(path(rest), { method, cookie: doors.cookies[who], ...(json !== undefined && { json }) });
const idOf = async (answer: Response): Promise<string> => {
  const body = await answer.json<{ id?: string; team?: { id: string }; made?: { id: string } }>();
  return body.id ?? body.team?.id ?? body.made?.id ?? '';
};

const team = (name: string, people: string[] = []) => ({ name, people });
const reply = (name: string, en: string, shared = true) => ({ name, shared, texts: { en } });
const answer = (text: string) => ({ question: 'Do you ship to Italy?', others: [], answer: text, lang: 'en' });
const hook = { url: 'https://8.8.8.8/hook', events: ['handoff.opened'] };
const model = { kind: 'openai', url: 'https://8.8.8.8/v1', model: 'm-1' };

/** An import of nothing but its own end. @returns the path of its session */
async function begun(): Promise<string> {
  const wanted = { kind: 'articles', source: null, name: 'Help', reading: { format: 'markdown' } };
  const { source, import: id } = await (await send('POST', '/knowledge/imports', wanted)).json<{
    source: number;
    import: string;
  }>();
  return `/knowledge/imports/${source}/${id}`;
}
const report = { files: ['help.md'], added: 2, changed: 1, removed: 0, unchanged: 0, bad: 0, faults: [] };
const finish = { report, vocabulary: {}, partial: true };
const sourceOf = (session: string) => session.split('/')[3];

/** An admin who was there before there was a list. */
async function member(name: string, email: string): Promise<string> {
  const id = await newPerson(name, email);
  await env.DB.prepare(`INSERT INTO member (store_id, user_id, role, created_at) VALUES (?1, ?2, 'admin', 1)`)
    .bind(doors.mine.id, id)
    .run();
  return id;
}

async function asked(): Promise<{ conversation: string; seq: number }> {
  const of = { conversation: crypto.randomUUID(), seq: 1 };
  await env.DB.prepare(
    `INSERT INTO unanswered (store_id, conversation_id, seq, text, lang, at, why, words)
     VALUES (?1, ?2, 1, 'Do you sell kites?', 'en', ?3, 'unsure', ' sell kites ')`,
  )
    .bind(doors.mine.id, of.conversation, Date.now())
    .run();
  return of;
}

interface Writing {
  /** As Hono names it, after `/api/stores/:store`. */
  route: string;
  /** What was there before; what it gives is given to `does`. */
  first?: () => Promise<string>;
  does: (made: string) => Promise<Response>;
  entry: object;
}

const entry = (area: string, what: string, of: string | null, fields: unknown) => ({ area, what, of, fields });

const WRITINGS: Writing[] = [
  {
    route: 'PATCH /settings',
    does: () => send('PATCH', '/settings', { parts: { giveUpAfter: 44 } }),
    entry: entry('alerts', 'changed', null, [{ field: 'giveUpAfter', before: 30, after: 44 }]),
  },
  {
    route: 'PUT /settings',
    does: () =>
      send('PUT', '/settings', { ...DEFAULT_SETTINGS, giveUpAfter: 44, awayMessage: { de: 'Wir schlafen.' } }),
    entry: entry('hours', 'changed', null, [{ field: 'awayMessage.de', after: 'Wir schlafen.' }]),
  },
  {
    route: 'PUT /name',
    does: () => send('PUT', '/name', { name: 'Mill & Kettle' }),
    entry: entry('store', 'changed', null, [{ field: 'name', before: 'Mine', after: 'Mill & Kettle' }]),
  },
  {
    route: 'POST /people',
    does: () => send('POST', '/people', { name: 'Noor Aziz', email: 'noor@changes.example', role: 'agent' }),
    entry: entry('people', 'added', 'Noor Aziz', [
      { field: 'name', after: 'Noor Aziz' },
      { field: 'email', after: 'noor@changes.example' },
      { field: 'role', after: 'agent' },
    ]),
  },
  {
    route: 'DELETE /people/:person',
    first: () => member('Kim Ek', 'kim@changes.example'),
    does: (id) => send('DELETE', `/people/${id}`),
    entry: entry(
      'people',
      'removed',
      'Kim Ek',
      expect.arrayContaining([
        { field: 'role', before: 'admin' },
        { field: 'email', before: 'kim@changes.example' },
      ]),
    ),
  },
  {
    route: 'DELETE /people/:person/second-step',
    first: async () => {
      const { dele } = doors.people;
      await env.DB.prepare('UPDATE user SET two_factor_enabled = 1 WHERE id = ?').bind(dele).run();
      return dele ?? '';
    },
    does: (id) => send('DELETE', `/people/${id}/second-step`),
    entry: entry('people', 'changed', 'dele Test', [{ field: 'secondStep', before: true, after: false }]),
  },
  {
    route: 'PUT /people/:person/role',
    first: () => member('Lo Ek', 'lo@changes.example'),
    does: (id) => send('PUT', `/people/${id}/role`, { role: 'agent' }),
    entry: entry('people', 'changed', 'Lo Ek', [{ field: 'role', before: 'admin', after: 'agent' }]),
  },
  {
    route: 'POST /teams',
    does: () => send('POST', '/teams', team('Returns', [doors.people.tomas])),
    entry: entry('teams', 'added', 'Returns', [
      { field: 'name', after: 'Returns' },
      { field: 'people', after: ['tomas Test'] },
    ]),
  },
  {
    route: 'PUT /teams/:team',
    first: async () => idOf(await send('POST', '/teams', team('Sizes', [doors.people.tomas]))),
    does: (id) => send('PUT', `/teams/${id}`, team('Sizing', [doors.people.dele])),
    entry: entry('teams', 'changed', 'Sizing', [
      { field: 'name', before: 'Sizes', after: 'Sizing' },
      { field: 'people', before: ['tomas Test'], after: ['dele Test'] },
    ]),
  },
  {
    route: 'DELETE /teams/:team',
    first: async () => idOf(await send('POST', '/teams', team('Night', []))),
    does: (id) => send('DELETE', `/teams/${id}`),
    entry: entry('teams', 'removed', 'Night', [
      { field: 'name', before: 'Night' },
      { field: 'people', before: [] },
    ]),
  },
  {
    route: 'POST /saved-replies',
    does: () => send('POST', '/saved-replies', reply('hello', 'Hello there.')),
    entry: entry('replies', 'added', '/hello', [
      { field: 'name', after: 'hello' },
      { field: 'texts.en', after: 'Hello there.' },
    ]),
  },
  {
    route: 'PUT /saved-replies/:reply',
    first: async () => idOf(await send('POST', '/saved-replies', reply('bye', 'Bye.'))),
    does: (id) => send('PUT', `/saved-replies/${id}`, { ...reply('bye', 'Goodbye.'), seen: undefined }),
    entry: entry('replies', 'changed', '/bye', [{ field: 'texts.en', before: 'Bye.', after: 'Goodbye.' }]),
  },
  {
    route: 'DELETE /saved-replies/:reply',
    first: async () => idOf(await send('POST', '/saved-replies', reply('late', 'Sorry.'))),
    does: (id) => send('DELETE', `/saved-replies/${id}`),
    entry: entry('replies', 'removed', '/late', [
      { field: 'name', before: 'late' },
      { field: 'texts.en', before: 'Sorry.' },
    ]),
  },
  {
    route: 'PUT /responder/model',
    does: () => send('PUT', '/responder/model', { ...model, key: 'sk-very-secret' }),
    entry: entry('assistant', 'changed', 'Language model', [
      { field: 'kind', after: 'openai' },
      { field: 'url', after: 'https://8.8.8.8/v1' },
      { field: 'model', after: 'm-1' },
      { field: 'key', secret: true },
    ]),
  },
  {
    route: 'PUT /responder/bot',
    does: () => send('PUT', '/responder/bot', { url: 'https://8.8.4.4/bot' }),
    entry: entry('assistant', 'changed', 'Your own bot', [{ field: 'url', after: 'https://8.8.4.4/bot' }]),
  },
  {
    route: 'POST /responder/bot/secret',
    does: () => send('POST', '/responder/bot/secret'),
    entry: entry('assistant', 'changed', 'Your own bot', [{ field: 'signingSecret', secret: true }]),
  },
  {
    route: 'POST /responder/bot/key',
    does: () => send('POST', '/responder/bot/key'),
    entry: entry('assistant', 'changed', 'Your own bot', [{ field: 'key', secret: true }]),
  },
  {
    route: 'POST /knowledge/imports/:source/:import/finish',
    first: begun,
    does: (session) => send('POST', `${session}/finish`, finish),
    entry: entry('knowledge', 'added', 'Help', [
      { field: 'files', after: ['help.md'] },
      { field: 'added', after: 2 },
      { field: 'changed', after: 1 },
      { field: 'removed', after: 0 },
    ]),
  },
  {
    route: 'DELETE /knowledge/sources/:source/import',
    first: begun,
    does: (session) => send('DELETE', `/knowledge/sources/${sourceOf(session)}/import`),
    entry: entry('knowledge', 'changed', 'Help', [{ field: 'import', before: 'begun', after: 'given up' }]),
  },
  {
    route: 'DELETE /knowledge/sources/:source',
    first: async () => {
      const session = await begun();
      await send('POST', `${session}/finish`, finish);
      return session;
    },
    does: (session) => send('DELETE', `/knowledge/sources/${sourceOf(session)}`),
    entry: entry('knowledge', 'removed', 'Help', []),
  },
  {
    route: 'POST /answers',
    does: () => send('POST', '/answers', answer('We do.')),
    entry: entry(
      'knowledge',
      'added',
      'Do you ship to Italy?',
      expect.arrayContaining([{ field: 'answer', after: 'We do.' }]),
    ),
  },
  {
    route: 'PUT /answers/:answer',
    first: async () => idOf(await send('POST', '/answers', answer('We do.'))),
    does: (id) => send('PUT', `/answers/${id}`, answer('We do not.')),
    entry: entry('knowledge', 'changed', 'Do you ship to Italy?', [
      { field: 'answer', before: 'We do.', after: 'We do not.' },
    ]),
  },
  {
    route: 'DELETE /answers/:answer',
    first: async () => idOf(await send('POST', '/answers', answer('We do.'))),
    does: (id) => send('DELETE', `/answers/${id}`),
    entry: entry(
      'knowledge',
      'removed',
      'Do you ship to Italy?',
      expect.arrayContaining([{ field: 'answer', before: 'We do.' }]),
    ),
  },
  {
    route: 'POST /missing/settle',
    first: async () => JSON.stringify(await asked()),
    does: (of) => send('POST', '/missing/settle', { of: JSON.parse(of) }),
    entry: entry('knowledge', 'changed', 'Do you sell kites?', [
      { field: 'worthAnAnswer', before: true, after: false },
    ]),
  },
  {
    route: 'POST /privacy/erase',
    first: async () => {
      const id = await newConversationId(doors.mine.id);
      await env.DB.prepare(
        `INSERT INTO conversation (store_id, id, rev, customer, lang, started_at, last_at, messages)
         VALUES (?1, ?2, 1, 'Guest', 'en', 1, 1, 1)`,
      )
        .bind(doors.mine.id, id)
        .run();
      return id;
    },
    does: (id) => send('POST', '/privacy/erase', { conversations: [id] }),
    entry: entry('privacy', 'changed', null, [{ field: 'conversations', after: 1 }]),
  },
  {
    route: 'POST /keys',
    does: () => send('POST', '/keys', { name: 'Feed', scopes: ['knowledge'] }),
    entry: entry('keys', 'added', 'Feed', [
      { field: 'name', after: 'Feed' },
      { field: 'scopes', after: ['knowledge'] },
      { field: 'key', secret: true },
    ]),
  },
  {
    route: 'DELETE /keys/:key',
    first: async () => idOf(await send('POST', '/keys', { name: 'Old feed', scopes: ['conversations'] })),
    does: (id) => send('DELETE', `/keys/${id}`),
    entry: entry('keys', 'removed', 'Old feed', [
      { field: 'name', before: 'Old feed' },
      { field: 'scopes', before: ['conversations'] },
    ]),
  },
  ...(['POST /identity', 'DELETE /identity/before', 'DELETE /identity'] as const).map((route) => ({
    route,
    // One before that, and one before that one.
    first: async () => {
      for (let n = 0; n < 2; n++) await send('POST', '/identity');
      return '';
    },
    does: () => send(route.split(' ')[0] ?? '', route.split(' ')[1] ?? ''),
    entry: entry('keys', 'changed', null, [{ field: 'identitySecret', secret: true }]),
  })),
  {
    route: 'POST /hooks',
    does: () => send('POST', '/hooks', hook),
    entry: entry('hooks', 'added', '8.8.8.8', [
      { field: 'url', after: hook.url },
      { field: 'events', after: hook.events },
      { field: 'signing secret', secret: true },
    ]),
  },
  {
    route: 'PUT /hooks/:hook',
    first: async () => idOf(await send('POST', '/hooks', hook)),
    does: (id) => send('PUT', `/hooks/${id}`, { ...hook, events: ['handoff.opened', 'email.left'] }),
    entry: entry('hooks', 'changed', '8.8.8.8', [{ field: 'events', before: [], after: ['email.left'] }]),
  },
  {
    route: 'PUT /hooks/:hook/switch',
    first: async () => idOf(await send('POST', '/hooks', hook)),
    does: (id) => send('PUT', `/hooks/${id}/switch`, { on: false }),
    entry: entry('hooks', 'changed', '8.8.8.8', [{ field: 'on', before: true, after: false }]),
  },
  {
    route: 'POST /hooks/:hook/secret',
    first: async () => idOf(await send('POST', '/hooks', hook)),
    does: (id) => send('POST', `/hooks/${id}/secret`),
    entry: entry('hooks', 'changed', '8.8.8.8', [{ field: 'signing secret', secret: true }]),
  },
  {
    route: 'DELETE /hooks/:hook',
    first: async () => idOf(await send('POST', '/hooks', hook)),
    does: (id) => send('DELETE', `/hooks/${id}`),
    entry: entry('hooks', 'removed', '8.8.8.8', [
      { field: 'url', before: hook.url },
      { field: 'events', before: hook.events },
    ]),
  },
];

/** What is sent to a store and sets nothing in it: one's own affairs, work on chats, steps on the way, questions. */
const NO_SETTING = [
  'POST /ticket',
  'POST /alerts/retry',
  'PUT /notices',
  'POST /rules/try',
  'POST /install/look',
  'POST /forecast',
  'POST /test',
  'PUT /first-run',
  'POST /history/search',
  'POST /privacy/find',
  'POST /privacy/export',
  'POST /responder/model/try',
  'POST /responder/bot/test',
  'POST /hooks/retry',
  'POST /identity/check',
  'POST /hooks/:hook/test',
  'POST /missing/answered',
  'POST /saved-replies/used',
  // Nothing of an import is in force before it is finished.
  'POST /knowledge/imports',
  'PUT /knowledge/imports/:source/:import/chunks/:n',
  'POST /knowledge/sources/:source/clean',
];

test('every route that changes something of a store is looked at here', () => {
  const prefix = '/api/stores/:store';
  const all = app.routes
    .filter(({ method, path: at }) => !['GET', 'ALL'].includes(method) && at.startsWith(`${prefix}/`))
    .map(({ method, path: at }) => `${method} ${at.slice(prefix.length)}`)
    // What belongs to one conversation is work, not a setting.
    .filter((route) => !route.includes('/conversations/'));
  const known = [...WRITINGS.map(({ route }) => route), ...NO_SETTING];
  expect([...new Set(all)].sort()).toEqual(known.sort());
});

describe.each(WRITINGS)('$route', ({ first, does, entry: expected }) => {
  test('leaves one entry: who, when, what before and after, and no secret', async () => {
    const made = (await first?.()) ?? '';
    const [newest] = (await list()).changes;
    const since = Date.now();
    const answered = await does(made);
    expect(answered.ok).toBe(true);
    const { changes } = await list();
    const fresh = changes.filter(({ n }) => n > (newest?.n ?? 0));
    expect(fresh).toEqual([
      { ...expected, n: expect.any(Number), at: expect.any(Number), by: { id: doors.people.ana, name: 'ana Test' } },
    ]);
    expect(fresh[0]?.at).toBeGreaterThanOrEqual(since);
    const said = await answered.text();
    type Made = { made?: string | { secret?: string; key?: string } };
    const { made: shown } = said.startsWith('{') ? (JSON.parse(said) as Made) : {};
    const secret = typeof shown === 'object' ? (shown.secret ?? shown.key) : shown;
    const kept = JSON.stringify((await env.DB.prepare('SELECT * FROM audit').all()).results);
    expect(kept).not.toContain('sk-very-secret');
    if (secret) expect(kept).not.toContain(secret);
  });
});

describe('nothing is entered', () => {
  const refused: [string, () => Promise<Response>][] = [
    [
      'by somebody who only answers customers',
      () => send('PATCH', '/settings', { parts: { giveUpAfter: 9 } }, 'tomas'),
    ],
    ['by somebody of another store', () => send('POST', '/teams', team('Theirs'), 'eve')],
    ['for a value that is none', () => send('PATCH', '/settings', { parts: { giveUpAfter: 0 } })],
    ['for a setting that nobody knows', () => send('PATCH', '/settings', { parts: { toString: 1 } })],
    [
      'for a name that is taken',
      async () => {
        await send('POST', '/teams', team('Taken'));
        return send('POST', '/teams', team('Taken'));
      },
    ],
    ['for the last owner who wants to leave', () => send('DELETE', `/people/${doors.people.ana}`)],
    ['for an address that is refused', () => send('PUT', '/responder/bot', { url: 'http://10.0.0.1/bot' })],
    ['for what is not there', () => send('DELETE', `/answers/${crypto.randomUUID()}`)],
  ];
  test.each(refused)('%s', async (_, does) => {
    const newest = async () => (await list()).changes.find(({ of }) => of !== 'Taken')?.n;
    const before = await newest();
    expect((await does()).ok).toBe(false);
    expect(await newest()).toBe(before);
  });

  test('for a save that changes nothing, and for a saved reply of one’s own', async () => {
    await send('PATCH', '/settings', { parts: { teamName: 'Crew' } });
    const [newest] = (await list()).changes;
    expect((await send('PATCH', '/settings', { parts: { teamName: 'Crew' } })).status).toBe(200);
    expect((await send('POST', '/saved-replies', reply('own', 'Mine alone.', false))).status).toBe(201);
    expect((await list()).changes[0]).toEqual(newest);
  });

  test('by somebody who is invited twice', async () => {
    const invite = () => send('POST', '/people', { name: 'Bo', email: 'bo@changes.example', role: 'agent' });
    await invite();
    const [newest] = (await list()).changes;
    await invite();
    expect((await list()).changes[0]).toEqual(newest);
  });
});

test('an entry of an own reply that becomes everybody’s says that it came, and nothing of what it was', async () => {
  const id = await idOf(await send('POST', '/saved-replies', reply('moved', 'Private words.', false)));
  await send('PUT', `/saved-replies/${id}`, reply('moved', 'For all.'));
  expect((await list()).changes[0]).toMatchObject({ what: 'added', of: '/moved' });
  await send('PUT', `/saved-replies/${id}`, reply('moved', 'Mine again.', false));
  const [newest] = (await list()).changes;
  expect(newest).toMatchObject({ what: 'removed', of: '/moved' });
  expect(JSON.stringify(newest)).not.toContain('Mine again.');
});

describe('the list', () => {
  test('is shown a page at a time, the newest first, of one person or one area', async () => {
    for (let minutes = 2; minutes < 38; minutes++)
      expect((await send('PATCH', '/settings', { parts: { giveUpAfter: minutes } }, 'dele')).status).toBe(200);
    const seen: ChangeView[] = [];
    for (let next: number | null = Number.MAX_SAFE_INTEGER % 999_999_999; next !== null; ) {
      const page: Awaited<ReturnType<typeof list>> = await list(
        `?area=alerts&person=${doors.people.dele}&before=${next}`,
      );
      seen.push(...page.changes);
      next = page.next;
    }
    expect(seen.map(({ fields }) => fields[0]?.after)).toEqual(Array.from({ length: 36 }, (_, i) => 37 - i));
    expect((await list(`?area=privacy&person=${doors.people.dele}`)).changes).toEqual([]);
    expect(await refusal(await ask(path('/changes?area=moon'), { cookie: doors.cookies.ana }))).toBe('400 bad_request');
  });

  test('knows everybody who changed something, also who is gone', async () => {
    const { people } = await (await ask(path('/changes/people'), { cookie: doors.cookies.ana })).json<{
      people: { id: string; name: string }[];
    }>();
    expect(people).toEqual([
      { id: doors.people.ana, name: 'ana Test' },
      { id: doors.people.dele, name: 'dele Test' },
    ]);
  });

  const read = { init: {}, managers: true, own: '200' };
  closedToOthers(
    [
      { name: 'reading it', path: '/changes', ...read },
      { name: 'reading who is in it', path: '/changes/people', ...read },
    ],
    () => doors,
  );

  test('has nothing of another store', async () => {
    const theirs = await ask(path('/changes', doors.others.id), { cookie: doors.cookies.eve });
    expect(await theirs.json()).toEqual({ changes: [], next: null });
  });
});

test('two changes at the same instant are two entries', async () => {
  const changes = await Promise.all([
    send('PATCH', '/settings', { parts: { teamName: 'One' } }),
    send('PATCH', '/settings', { parts: { goneAfter: 9 } }, 'dele'),
    send('POST', '/teams', team('At once')),
  ]);
  expect(changes.every(({ ok }) => ok)).toBe(true);
  const { changes: newest } = await list();
  expect(new Set(newest.slice(0, 3).map(({ area }) => area))).toEqual(new Set(['customers', 'chats', 'teams']));
  expect(new Set(newest.map(({ n }) => n)).size).toBe(newest.length);
});
