import { env } from 'cloudflare:test';
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as schema from '../../src/db/schema';
import { ask, db, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** A store's teams: who may see them, who may change them, and nothing of another store. */

type Team = { id: string; name: string; people: { id: string; name: string; initials: string }[] };

let mine: Store;
let others: Store;
const people = { ana: '', dele: '', tomas: '', eve: '' };
const cookies = { ana: '', dele: '', tomas: '', eve: '' };
const WHO = ['ana', 'dele', 'tomas', 'eve'] as const;

beforeAll(async () => {
  for (const who of WHO)
    people[who] = await newPerson(`${who[0]?.toUpperCase()}${who.slice(1)} Test`, `${who}@t.example`);
  mine = await newStore('Mine', { [people.ana]: 'owner', [people.dele]: 'admin', [people.tomas]: 'agent' });
  others = await newStore('Others', { [people.eve]: 'owner', [people.tomas]: 'agent' });
  for (const who of WHO) cookies[who] = await signIn(`${who}@t.example`);
});
beforeEach(async () => {
  await db.delete(schema.team);
});

const url = (store: string, team = '') => `/api/stores/${store}/teams${team && `/${team}`}`;
const add = (json: unknown, { store = mine.id, who = 'ana' as (typeof WHO)[number] } = {}) =>
  ask(url(store), { json, cookie: cookies[who] });
const change = (team: string, json: unknown, { store = mine.id, who = 'ana' as (typeof WHO)[number] } = {}) =>
  ask(url(store, team), { method: 'PUT', json, cookie: cookies[who] });
const remove = (team: string, { store = mine.id, who = 'ana' as (typeof WHO)[number] } = {}) =>
  ask(url(store, team), { method: 'DELETE', cookie: cookies[who] });
const list = async (store = mine.id, who: (typeof WHO)[number] = 'tomas'): Promise<Team[]> => {
  const answer = await ask(url(store), { cookie: cookies[who] });
  const { teams } = await answer.json<{ teams: (Team & { seen: number })[] }>();
  return teams.map(({ seen: _, ...team }) => team);
};
const made = async (answer: Response): Promise<Team> => {
  expect(answer.status).toBeLessThan(300);
  return (await answer.json<{ team: Team }>()).team;
};

describe.each([
  { name: 'list', init: {}, team: '', managers: false },
  { name: 'add', init: { json: { name: 'Returns', people: [] } }, team: '', managers: true },
  { name: 'change', init: { method: 'PUT', json: { name: 'Returns', people: [] } }, team: 'x', managers: true },
  { name: 'remove', init: { method: 'DELETE' }, team: 'x', managers: true },
])('$name', ({ init, team, managers }) => {
  test('without a session: 401, whether or not there is such a store', async () => {
    for (const store of [mine.id, others.id, 'none'])
      expect(await refusal(await ask(url(store, team), init))).toBe('401 unauthorized');
  });

  test('another store answers exactly as one that does not exist', async () => {
    const answers = [];
    for (const store of [others.id, 'none', "' OR '1'='1"]) {
      answers.push(await refusal(await ask(url(encodeURIComponent(store), team), { ...init, cookie: cookies.ana })));
    }
    expect(new Set(answers)).toEqual(new Set(['404 not_found']));
  });

  test('for an agent', async () => {
    const answer = await ask(url(mine.id, team), { ...init, cookie: cookies.tomas });
    if (managers) expect(await refusal(answer)).toBe('403 forbidden');
    else expect(answer.status).toBe(200);
  });

  test('from another site, with the session’s cookie', async () => {
    if (!managers) return;
    const headers = { origin: 'https://evil.example' };
    expect(await refusal(await ask(url(mine.id, team), { ...init, cookie: cookies.ana, headers }))).toBe(
      '403 forbidden',
    );
  });
});

test('everybody of the store reads its teams by name, each with its people', async () => {
  await made(await add({ name: 'Warehouse', people: [people.tomas, people.dele, people.tomas] }));
  await made(await add({ name: '  Ankauf\n ', people: [] }, { who: 'dele' }));
  expect(await list()).toEqual([
    { id: expect.stringMatching(/^[\w-]{22}$/), name: 'Ankauf', people: [] },
    {
      id: expect.stringMatching(/^[\w-]{22}$/),
      name: 'Warehouse',
      people: [
        { id: people.dele, name: 'Dele Test', initials: 'DT' },
        { id: people.tomas, name: 'Tomas Test', initials: 'TT' },
      ],
    },
  ]);
});

test('a team is renamed, and its people replaced', async () => {
  const team = await made(await add({ name: 'Returns', people: [people.dele] }));
  const changed = await made(await change(team.id, { name: 'returns', people: [people.ana, people.tomas] }));
  expect(changed).toMatchObject({ id: team.id, name: 'returns' });
  expect(changed.people.map(({ id }) => id)).toEqual([people.ana, people.tomas]);
  expect(await list()).toEqual([changed]);
});

test('a removed team has gone, with its memberships, and cannot be removed twice', async () => {
  const team = await made(await add({ name: 'Returns', people: [people.dele] }));
  expect((await remove(team.id)).status).toBe(200);
  expect(await list()).toEqual([]);
  expect(await db.$count(schema.teamMember, eq(schema.teamMember.teamId, team.id))).toBe(0);
  expect(await refusal(await remove(team.id))).toBe('404 not_found');
  expect(await refusal(await change(team.id, { name: 'Returns', people: [] }))).toBe('404 not_found');
});

test('no other store sees, changes or removes it, not even one that a person shares', async () => {
  const team = await made(await add({ name: 'Returns', people: [people.tomas] }));
  expect(await list(others.id, 'eve')).toEqual([]);
  const as = { store: others.id, who: 'eve' } as const;
  expect(await refusal(await change(team.id, { name: 'Ours', people: [] }, as))).toBe('404 not_found');
  expect(await refusal(await remove(team.id, as))).toBe('404 not_found');
  expect(await list()).toEqual([team]);
  // Names are a store's own.
  await made(await add({ name: 'Returns', people: [people.eve] }, as));
  expect(await list()).toEqual([team]);
});

test('only people of the store belong to its teams', async () => {
  for (const stranger of [people.eve, 'nobody', "' OR 1=1"]) {
    expect(await refusal(await add({ name: 'Returns', people: [people.ana, stranger] }))).toBe('400 bad_request');
  }
  expect(await list()).toEqual([]);
  const team = await made(await add({ name: 'Returns', people: [people.dele] }));
  expect(await refusal(await change(team.id, { name: 'Other', people: [people.eve] }))).toBe('400 bad_request');
  expect(await list()).toEqual([team]);
});

test('whoever left the store has left its teams', async () => {
  const leaver = await newPerson('Lea Ver', 'lea@t.example');
  await db.insert(schema.member).values({ storeId: mine.id, userId: leaver, role: 'agent', createdAt: 1 });
  await made(await add({ name: 'Returns', people: [leaver, people.dele] }));
  await db.delete(schema.member).where(and(eq(schema.member.storeId, mine.id), eq(schema.member.userId, leaver)));
  expect((await list())[0]?.people.map(({ name }) => name)).toEqual(['Dele Test']);
});

test('a name is taken in whatever letters, and stays free for its own team', async () => {
  await made(await add({ name: 'Équipe Été', people: [] }));
  const team = await made(await add({ name: 'Returns', people: [] }));
  for (const name of ['returns', ' RETURNS ', 'équipe été', 'ÉQUIPE ÉTÉ']) {
    expect(await refusal(await add({ name, people: [] }))).toBe('409 team_exists');
  }
  expect(await refusal(await change(team.id, { name: 'ÉQUIPE été', people: [people.ana] }))).toBe('409 team_exists');
  expect((await list()).map(({ name, people: of }) => [name, of.length])).toEqual([
    ['Équipe Été', 0],
    ['Returns', 0],
  ]);
});

test('two of the same name at the same instant are one', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => add({ name: 'Returns', people: [people.dele] })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(await list()).toHaveLength(1);
});

test('a store has at most thirty', async () => {
  for (let n = 1; n <= 30; n++) await made(await add({ name: `Team ${n}`, people: [] }));
  expect(await refusal(await add({ name: 'One more', people: [] }))).toBe('409 too_many_teams');
  const [first] = await list();
  await made(await change(first?.id ?? '', { name: 'Renamed', people: [people.ana] }));
  await remove(first?.id ?? '');
  await made(await add({ name: 'One more', people: [] }));
  const { results } = await env.DB.prepare('SELECT count(*) AS n FROM team WHERE store_id = ?').bind(mine.id).all();
  expect(results).toEqual([{ n: 30 }]);
});

test.each([
  {},
  null,
  [],
  { name: 'Returns' },
  { name: '  ', people: [] },
  { name: 'x'.repeat(61), people: [] },
  { name: 'Returns', people: 'ana' },
  { name: 'Returns', people: [''] },
  { name: 'Returns', people: Array.from({ length: 201 }, (_, n) => `p${n}`) },
])('%j is no team', async (json) => {
  expect(await refusal(await add(json))).toBe('400 bad_request');
});
