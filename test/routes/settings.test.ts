import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type StoreSettings } from '../../src/settings/schema';
import { readSettings, type Versioned, writeSettings } from '../../src/settings/store';
import { clientId, scene } from '../conversation/client';
import { ask, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** A store's settings, over HTTP, for whoever may, may not, and belongs elsewhere. */

let mine: Store;
let others: Store;
const people = { ana: '', dele: '', tomas: '', eve: '' };
const cookies = { ana: '', dele: '', tomas: '', eve: '' };

beforeAll(async () => {
  for (const who of ['ana', 'dele', 'tomas', 'eve'] as const) {
    people[who] = await newPerson(who, `${who}@settings.example`);
  }
  mine = await newStore('Mine', { [people.ana]: 'owner', [people.dele]: 'admin', [people.tomas]: 'agent' });
  others = await newStore('Others', { [people.eve]: 'owner' });
  for (const who of ['ana', 'dele', 'tomas', 'eve'] as const) cookies[who] = await signIn(`${who}@settings.example`);
});

const nine = { opens: '09:00', closes: '18:00' };
const HOURS: StoreSettings = {
  ...DEFAULT_SETTINGS,
  timeZone: 'Europe/Sofia',
  week: [[nine], [nine], [nine], [nine], [nine, { opens: '20:00', closes: '01:00' }], [], []],
  closures: [
    { from: '2026-12-24', to: '2026-12-27', yearly: true, name: 'Christmas' },
    { from: '2026-08-10', to: '2026-08-23', yearly: false, message: { en: 'Back soon.', bg: 'Връщаме се скоро.' } },
  ],
  specialDays: [{ date: '2026-12-31', yearly: false, intervals: [{ opens: '09:00', closes: '24:00' }] }],
  awayMessage: { en: 'We are asleep.' },
  atClosing: 'away',
  urgentReasons: ['complaint'],
  giveUpAfter: 45,
};

const path = (store: string) => `/api/stores/${store}/settings`;
const put = (json: unknown, cookie = cookies.ana, store = mine.id) =>
  ask(path(store), { method: 'PUT', json, ...(cookie && { cookie }) });
const get = async (cookie = cookies.ana, store = mine.id): Promise<Versioned> => {
  const { settings, version } = await (await ask(path(store), { cookie })).json<Versioned>();
  return { settings, version };
};
const stored = async (document: string | null, store = mine.id) => {
  await env.DB.prepare('UPDATE store SET settings = ?1 WHERE id = ?2').bind(document, store).run();
};

describe('settings', () => {
  beforeEach(() => stored(null));

  test('until somebody changes something they are the defaults', async () => {
    expect(await get(cookies.tomas)).toEqual({ settings: DEFAULT_SETTINGS, version: 0 });
  });

  test.each(['ana', 'dele'] as const)('what %s saves comes back as it was, for everybody of the store', async (who) => {
    const answer = await put(HOURS, cookies[who]);
    expect(answer.status).toBe(200);
    const saved = await answer.json<Versioned>();
    expect(saved.settings).toEqual(HOURS);
    expect(await get(cookies.tomas)).toEqual({ settings: HOURS, version: saved.version });
    expect(await get(cookies.eve, others.id)).toEqual({ settings: DEFAULT_SETTINGS, version: 0 });
  });

  test('only what differs from the defaults is kept, so that the rest follows them', async () => {
    await put({ ...DEFAULT_SETTINGS, giveUpAfter: 45 });
    const row = await env.DB.prepare('SELECT settings FROM store WHERE id = ?1')
      .bind(mine.id)
      .first<{ settings: string }>();
    expect(JSON.parse(row?.settings ?? '')).toEqual({ giveUpAfter: 45, _at: expect.any(Number) });
    await put(DEFAULT_SETTINGS);
    expect((await get()).settings).toEqual(DEFAULT_SETTINGS);
  });

  test('the version grows with each change, though the clock stands still or goes back', async () => {
    const versions: number[] = [];
    for (const now of [5_000, 5_000, 4_000, 9_000]) {
      versions.push((await writeSettings(env.DB, mine.id, HOURS, now)).version);
    }
    expect(versions).toEqual([5_000, 5_001, 5_002, 9_000]);
    const twice = await Promise.all([put(HOURS), put(HOURS)]);
    const [a, b] = await Promise.all(twice.map((answer) => answer.json<Versioned>()));
    expect(a?.version).not.toBe(b?.version);
  });

  test('a document of an older version reads with today’s defaults for the rest', async () => {
    await stored(
      '{"timeZone":"Asia/Kathmandu","gone":1,"closures":[{"from":"2026-08-01","to":"2026-08-02","yearly":false}]}',
    );
    expect(await get()).toEqual({
      settings: {
        ...DEFAULT_SETTINGS,
        timeZone: 'Asia/Kathmandu',
        closures: [{ from: '2026-08-01', to: '2026-08-02', yearly: false }],
      },
      version: 0,
    });
  });

  test.each(['{', '', 'null', '[]', '"x"', '{"week":7}', '{"timeZone":"Mars/Olympus","_at":7}', '{"_at":"x"}'])(
    'the broken document %j reads as the defaults, and can be replaced',
    async (document) => {
      await stored(document);
      expect((await get()).settings).toEqual(DEFAULT_SETTINGS);
      const saved = await (await put(HOURS)).json<Versioned>();
      expect(saved.settings).toEqual(HOURS);
      expect(saved.version).toBeGreaterThan(7);
    },
  );

  test('a store that does not exist has the defaults, and nothing is written for it', async () => {
    expect(await readSettings(env.DB, 'none')).toEqual({ settings: DEFAULT_SETTINGS, version: 0 });
    expect(await writeSettings(env.DB, 'none', HOURS, 1)).toEqual({ settings: DEFAULT_SETTINGS, version: 0 });
  });

  test.each([
    null,
    [[]],
    {},
    { giveUpAfter: 45 },
    { ...HOURS, timeZone: 'Mars/Olympus' },
    { ...HOURS, week: HOURS.week.slice(1) },
    { ...HOURS, week: [[{ opens: '9:00', closes: '18:00' }], [], [], [], [], [], []] },
    { ...HOURS, week: [[{ opens: '24:00', closes: '18:00' }], [], [], [], [], [], []] },
    { ...HOURS, closures: [{ from: '2026-08-01', to: 'soon', yearly: false }] },
    { ...HOURS, closures: [{ from: '2026-08-02', to: '2026-08-01', yearly: false }] },
    { ...HOURS, awayMessage: { en: 'x'.repeat(501) } },
    { ...HOURS, awayMessage: { English: 'x' } },
    { ...HOURS, atClosing: 'panic' },
    { ...HOURS, urgentReasons: ['boredom'] },
    { ...HOURS, giveUpAfter: 1 },
    { ...HOURS, alertAgainAfter: 2.5 },
  ])('%j is refused', async (json) => {
    expect(await refusal(await put(json))).toBe('400 bad_request');
    expect(await get()).toEqual({ settings: DEFAULT_SETTINGS, version: 0 });
  });

  test.each([
    ['a weekday', { week: [[nine, { opens: '17:59', closes: '20:00' }], [], [], [], [], [], []] }],
    [
      'a weekday past midnight',
      {
        week: [
          [
            { opens: '22:00', closes: '02:00' },
            { opens: '23:00', closes: '24:00' },
          ],
          [],
          [],
          [],
          [],
          [],
          [],
        ],
      },
    ],
    ['a special day', { specialDays: [{ date: '2026-12-31', yearly: false, intervals: [nine, nine] }] }],
  ])('hours that overlap on %s are refused with a sentence', async (_, more) => {
    const answer = await put({ ...HOURS, ...more });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: { code: 'hours_overlap', message: expect.stringContaining('overlap') },
    });
  });

  const closed = (from: string, to: string, yearly = false) => ({ from, to, yearly });
  test.each([
    ['within each other', [closed('2026-08-01', '2026-08-20'), closed('2026-08-10', '2026-08-11')]],
    ['by one day', [closed('2026-08-01', '2026-08-10'), closed('2026-08-10', '2026-08-11')]],
    ['of every year', [closed('2026-12-24', '2026-12-27', true), closed('2030-12-27', '2030-12-28', true)]],
    [
      'of every year, past its turn',
      [closed('2026-12-30', '2027-01-02', true), closed('2026-01-01', '2026-01-01', true)],
    ],
  ])('closures that overlap %s are refused with a sentence, and nothing is kept', async (_, closures) => {
    const answer = await put({ ...HOURS, closures });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'closures_overlap' } });
    expect((await get()).version).toBe(0);
  });

  test('closures that touch, or of which one is of every year, are no mistake', async () => {
    const closures = [
      closed('2026-08-01', '2026-08-10'),
      closed('2026-08-11', '2026-08-11'),
      closed('2026-12-20', '2027-01-07'),
      closed('2026-12-24', '2026-12-26', true),
      closed('2026-12-31', '2027-01-01', true),
    ];
    expect((await put({ ...HOURS, closures })).status).toBe(200);
  });

  test('a day may open once in every hour, and no oftener', async () => {
    const every = Array.from({ length: 24 }, (_, hour) => {
      const at = String(hour).padStart(2, '0');
      return { opens: `${at}:00`, closes: `${at}:10` };
    });
    const week = (monday: typeof every) => [monday, [], [], [], [], [], []];
    expect((await put({ ...HOURS, week: week(every) })).status).toBe(200);
    expect((await put({ ...HOURS, week: week([...every, { opens: '23:20', closes: '23:30' }]) })).status).toBe(400);
  });

  test('hours that touch are two intervals, not a mistake', async () => {
    const week = [
      [
        { opens: '09:00', closes: '12:00' },
        { opens: '12:00', closes: '09:00' },
      ],
      [],
      [],
      [],
      [],
      [],
      [],
    ];
    expect((await put({ ...HOURS, week })).status).toBe(200);
  });

  test('a table of years in many languages fits, a flood does not', async () => {
    const message = Object.fromEntries(['en', 'bg', 'de', 'fr', 'el'].map((lang) => [lang, 'я'.repeat(500)]));
    const closures = Array.from({ length: 60 }, (_, year) => ({
      from: `${2026 + year}-08-01`,
      to: `${2026 + year}-08-02`,
      yearly: false,
      message,
    }));
    expect(await refusal(await put({ ...HOURS, closures }))).toBe('413 too_large');
    expect((await put({ ...HOURS, closures: closures.slice(0, 20) })).status).toBe(200);
  });
});

test('hours that are saved take effect at once for whoever waits', async () => {
  const shop = await newStore('Shop', { [people.ana]: 'owner' });
  const stage = scene(shop.id);
  const desk = await stage.atDesk();
  const mira = await stage.customer();
  await mira.ask({ type: 'request', id: clientId() });
  await desk.row(stage.conversation, (row) => row.status === 'pending');
  const closures = [{ from: '2020-01-01', to: '2020-12-31', yearly: true }];
  const awayMessage = { en: 'Gone fishing.' };
  const answer = await put({ ...DEFAULT_SETTINGS, closures, awayMessage, atClosing: 'away' }, cookies.ana, shop.id);
  expect(answer.status).toBe(200);
  await mira.phase('assistant');
  expect(mira.messages.at(-1)).toMatchObject({ event: { what: 'away', words: 'Gone fishing.' } });
  const list = await vi.waitFor(async () => {
    const { followUps } = await (await ask(`/api/stores/${shop.id}/follow-ups`, { cookie: cookies.ana })).json<{
      followUps: object[];
    }>();
    if (followUps.length === 0) throw new Error('history has nothing yet');
    return followUps;
  });
  expect(list).toMatchObject([{ conversation: stage.conversation, n: 1, outcome: 'unanswered' }]);
});

describe('who may', () => {
  const doors = [
    { name: 'reading settings', to: (store: string, cookie?: string) => ask(path(store), cookie ? { cookie } : {}) },
    { name: 'changing settings', to: (store: string, cookie?: string) => put(HOURS, cookie ?? '', store) },
    {
      name: 'follow-ups',
      to: (store: string, cookie?: string) => ask(`/api/stores/${store}/follow-ups`, cookie ? { cookie } : {}),
    },
  ];

  test.each(doors)('$name without a session: 401', async ({ to }) => {
    for (const store of [mine.id, others.id, 'none']) expect(await refusal(await to(store))).toMatch(/^401/);
  });

  test.each(doors)('$name of another store: as of one that does not exist', async ({ to }) => {
    for (const store of [others.id, 'none']) expect(await refusal(await to(store, cookies.ana))).toBe('404 not_found');
    expect(await get(cookies.eve, others.id)).toEqual({ settings: DEFAULT_SETTINGS, version: 0 });
  });

  test('a member reads but does not change', async () => {
    await stored(null);
    expect(await refusal(await put(HOURS, cookies.tomas))).toBe('403 forbidden');
    expect((await get(cookies.tomas)).version).toBe(0);
  });

  test('another site changes nothing', async () => {
    const answer = await ask(path(mine.id), {
      method: 'PUT',
      json: HOURS,
      cookie: cookies.ana,
      headers: { origin: 'https://evil.example' },
    });
    expect(await refusal(answer)).toBe('403 forbidden');
  });
});
