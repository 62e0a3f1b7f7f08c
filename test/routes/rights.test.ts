import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { app } from '../../src/app';
import { newKey } from '../../src/assistant/webhook/bot';
import { type Line, TABLE } from './rights-table';
import { everything, thingsOf, twoStores, type Who, type World } from './rights-things';
import { ask, refusal, type Store } from './visit';

/** Whose every route is: each is asked by everybody, and about another store's things. */

let world: World;
beforeAll(async () => {
  world = await twoStores();
});

const methodOf = ({ route }: Line) => route.split(' ')[0] ?? '';
const placesOf = ({ route }: Line) => [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

/** @param of whose things a path names, `store` itself apart */
async function pathOf(line: Line, store: Store, of: Store): Promise<string> {
  const { cookies, mine } = world;
  const things = thingsOf(of, (of === mine ? cookies.ana : cookies.eve) ?? '');
  let path = line.route.split(' ')[1] ?? '';
  for (const name of placesOf(line)) {
    const thing = name === 'store' ? store.id : await things[name]?.();
    path = path.replace(`:${name}`, encodeURIComponent(thing ?? `no ${name}`));
  }
  return path + (line.query ?? '');
}

async function asked(line: Line, path: string, who: Who): Promise<string> {
  const json: unknown = typeof line.json === 'function' ? line.json() : line.json;
  const cookie = world.cookies[who];
  const answer = await ask(path, {
    method: methodOf(line),
    ...(json !== undefined && { json }),
    ...(cookie && { cookie }),
  });
  if (answer.ok) return String(answer.status);
  return refusal(answer);
}

/** What each line's door says to somebody; null where they may enter. */
function refused({ door }: Line, who: Who): string | null {
  if (door === 'bot') return '401 unauthorized';
  if (who === 'nobody') return '401 unauthorized';
  if (door === 'person') return null;
  if (door === 'an_owner') return who === 'ana' || who === 'eve' ? null : '403 forbidden';
  if (who === 'eve' || who === 'rosa') return '404 not_found';
  const open = { tomas: ['store'], dele: ['store', 'managers'], ana: ['store', 'managers', 'owners'] }[who];
  return open.includes(door) ? null : '403 forbidden';
}

const doors = TABLE.filter(({ door }) => door !== 'open' && door !== 'token');
const EVERYBODY: Who[] = ['nobody', 'tomas', 'dele', 'ana', 'eve', 'rosa'];

test('every route stands in the table, and nothing else', () => {
  const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  expect(TABLE.map(({ route }) => route).sort()).toEqual([...new Set(routes)].sort());
});

test('whoever may not is refused, and nothing has changed', async () => {
  const paths = new Map<Line, string>();
  for (const line of doors) paths.set(line, await pathOf(line, world.mine, world.mine));
  const before = await everything();
  const said: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const who of EVERYBODY) {
    const closed = doors.filter((line) => refused(line, who) !== null);
    const answers = await Promise.all(closed.map((line) => asked(line, paths.get(line) ?? '', who)));
    for (const [i, line] of closed.entries()) {
      said[`${who}: ${line.route}`] = answers[i] ?? '';
      expected[`${who}: ${line.route}`] = refused(line, who) ?? '';
    }
  }
  expect(said).toEqual(expected);
  expect(await everything()).toEqual(before);
});

describe.each(['tomas', 'dele', 'ana'] as const)('%s', (who) => {
  test('gets through every door of theirs', async () => {
    const said: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const line of doors.filter((one) => refused(one, who) === null)) {
      said[line.route] = await asked(line, await pathOf(line, world.mine, world.mine), who);
      expected[line.route] = line.own ?? '200';
    }
    expect(said).toEqual(expected);
  });
});

const ofAnother = (name: string) => !['store', 'n'].includes(name);

test('what names something of another store in a path names nothing, and nothing has changed', async () => {
  const { mine, others } = world;
  const lines = doors.filter((line) => ['store', 'managers', 'owners'].includes(line.door) && line.strange !== null);
  const naming = lines.filter((line) => placesOf(line).some(ofAnother));
  const paths: string[] = [];
  for (const line of naming) paths.push(await pathOf(line, mine, others));
  const before = await everything();
  const said: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const [i, line] of naming.entries()) {
    said[line.route] = await asked(line, paths[i] ?? '', 'ana');
    expected[line.route] = line.strange ?? '404 not_found';
  }
  expect(said).toEqual(expected);
  expect(await everything()).toEqual(before);
});

test('what names something of another store in a body names nothing, and nothing has changed', async () => {
  const { mine, others, cookies } = world;
  const theirs = thingsOf(others, cookies.eve ?? '');
  const ours = thingsOf(mine, cookies.ana ?? '');
  const named = async (name: string) => (await theirs[name]?.()) ?? '';
  const place = { conversation: await named('conversation'), seq: 1 };
  const talk = await ours.conversation?.();
  const team = await ours.team?.();
  const bodies: [string, string, unknown, string][] = [
    ['POST', '/teams', { name: 'Ours', people: ['eve'] }, '400 bad_request'],
    ['PUT', `/teams/${team}`, { name: 'Ours', people: ['eve'] }, '400 bad_request'],
    ['POST', `/conversations/${talk}/reminders`, { at: 2e12, line: 'Call', owner: 'eve' }, '404 not_found'],
    [
      'POST',
      `/conversations/${talk}/tend`,
      { of: { is: 'follow_up', handoff: 1 }, as: { is: 'given', to: 'eve' } },
      '404 not_found',
    ],
    ['POST', '/missing/settle', { of: place }, '404 not_found'],
    ['POST', '/missing/answered', { questions: [place] }, '200'],
    ['POST', '/saved-replies/used', { uses: [{ id: await named('reply'), times: 1 }] }, '200'],
  ];
  const before = await everything();
  for (const [method, path, json, answer] of bodies) {
    const line = { route: `${method} ${path}`, door: 'store', json } as const;
    expect(await asked(line, `/api/stores/${mine.id}${path}`, 'ana'), line.route).toBe(answer);
  }
  const alerts = {
    route: 'PUT /api/me/alerts',
    door: 'person',
    json: { store: others.id, emailAlerts: false },
  } as const;
  expect(await asked(alerts, '/api/me/alerts', 'ana')).toBe('404 not_found');
  expect(await everything()).toEqual(before);
});

test('a bot’s key opens no conversation of another store', async () => {
  const { mine, others } = world;
  const key = await newKey(env, { store: others.id, id: 'eve', name: 'Eve' }, Date.now());
  const headers = { authorization: `Bearer ${key}` };
  for (const line of doors.filter(({ door }) => door === 'bot')) {
    const answer = await ask(await pathOf(line, mine, mine), { json: {}, headers });
    expect(await refusal(answer), line.route).toBe('404 not_found');
  }
});
