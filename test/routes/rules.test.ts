import { beforeAll, describe, expect, test } from 'vitest';
import * as schema from '../../src/db/schema';
import { ask, db, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** A rule is tried on what was said in a store before it is saved. */

interface Tried {
  fired: number;
  messages: { conversation: string; customer: string; seq: number; at: number; text: string }[];
  conversations: number;
  unknown: number;
  hardlyKept: string[];
  next: { at: number; id: string } | null;
}

/** What two of the chats kept of where a person was asked for; of the others nothing is known, or nothing readable. */
const DEAR: Record<number, unknown> = {
  3: { page: null, cart: 250, properties: [] },
  5: { page: null, cart: 'much', properties: [] },
};
const DAY = 24 * 60 * 60_000;
const NOW = Date.now();
let mine: Store;
let others: Store;
const cookies = { ana: '', tomas: '', eve: '' };

async function chat(store: string, id: string, at: number, text: string, situation?: unknown) {
  const transcript = JSON.stringify([
    { kind: 'customer', seq: 1, at, text },
    { kind: 'assistant', seq: 2, at: at + 1, text: 'Well', facts: { sure: false, confidence: 0.1 } },
    { kind: 'something_newer', seq: 3, at },
    ...(situation ? [{ kind: 'event', seq: 4, at, event: { what: 'asked', reason: 'rule' }, situation }] : []),
  ]);
  const row = { storeId: store, id, rev: 1, customer: `Guest ${id}`, lang: 'en', startedAt: at, lastAt: at };
  await db.insert(schema.conversation).values({ ...row, messages: 2, transcript });
}

beforeAll(async () => {
  const ana = await newPerson('Ana Test', 'ana@rules.example');
  const tomas = await newPerson('Tomas Test', 'tomas@rules.example');
  const eve = await newPerson('Eve Test', 'eve@rules.example');
  mine = await newStore('Mine', { [ana]: 'owner', [tomas]: 'agent' });
  others = await newStore('Others', { [eve]: 'owner' });
  for (const who of ['ana', 'tomas', 'eve'] as const) cookies[who] = await signIn(`${who}@rules.example`);
  for (let n = 0; n < 60; n++) await chat(mine.id, `c${n}`, NOW - n * 1_000, n % 2 ? 'a bulk order' : 'hello', DEAR[n]);
  await chat(mine.id, 'old', NOW - 10 * DAY, 'a bulk order, long ago');
  await chat(mine.id, 'older', NOW - 40 * DAY, 'a bulk order, too long ago');
  await chat(others.id, 'theirs', NOW, 'a bulk order of others');
});

const BULK = { words: ['bulk order*'], asks: true };
const tryIt = (json: unknown, { store = mine.id, who = 'ana' as keyof typeof cookies } = {}) =>
  ask(`/api/stores/${store}/rules/try`, { json, cookie: cookies[who] });
const tried = async (json: unknown) => {
  const answer = await tryIt(json);
  expect(answer.status).toBe(200);
  return answer.json<Tried>();
};

describe('trying a rule', () => {
  test('says how often it would have fired and where, newest first, in steps', async () => {
    const first = await tried({ rule: BULK, days: 7 });
    expect(first).toMatchObject({ fired: 25, conversations: 50, unknown: 0, hardlyKept: [] });
    expect(first.messages).toHaveLength(20);
    expect(first.messages[0]).toEqual({
      conversation: 'c1',
      customer: 'Guest c1',
      seq: 1,
      at: NOW - 1_000,
      text: 'a bulk order',
    });
    const second = await tried({ rule: BULK, days: 7, after: first.next });
    expect(second).toMatchObject({ fired: 5, conversations: 10, next: null });
  });

  test('looks as far back as it is asked to, and into no other store', async () => {
    const step = await tried({ rule: BULK, days: 30, after: { at: NOW - 9 * DAY, id: 'c' } });
    expect(step.messages.map(({ text }) => text)).toEqual(['a bulk order, long ago']);
  });

  test('tries a cart where one was kept, and counts apart where none was', async () => {
    const step = await tried({ rule: { ...BULK, cart: { is: 'least', value: 100 } }, days: 7 });
    expect(step).toMatchObject({ fired: 1, unknown: 24, hardlyKept: ['cart'] });
    expect(step.messages.map(({ conversation }) => conversation)).toEqual(['c3']);
  });

  test('without a session, as somebody who only answers, of another store, with nonsense', async () => {
    const json = { rule: BULK, days: 7 };
    expect(await refusal(await ask(`/api/stores/${mine.id}/rules/try`, { json }))).toBe('401 unauthorized');
    expect(await refusal(await tryIt(json, { who: 'tomas' }))).toBe('403 forbidden');
    expect(await refusal(await tryIt(json, { who: 'eve' }))).toBe('404 not_found');
    expect(await refusal(await tryIt(json, { store: others.id }))).toBe('404 not_found');
    for (const bad of [
      { rule: BULK, days: 8 },
      { rule: { asks: true }, days: 7 },
      { rule: { ...BULK, never: true }, days: 7 },
      { days: 7 },
      { rule: BULK, days: 7, after: 'c1' },
    ])
      expect(await refusal(await tryIt(bad))).toBe('400 bad_request');
  });
});
