import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { keeping } from '../../src/assistant/missing/keeping';
import { scene } from '../conversation/client';
import { MINUTE, pass } from '../conversation/shop';
import { ask, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** What the assistant could not answer, over HTTP: shown, answered, settled; and who may. */

let mine: Store;
let others: Store;
const people = { ana: '', dele: '', tomas: '', eve: '' };
const cookies = { ana: '', dele: '', tomas: '', eve: '' };
const WHO = ['ana', 'dele', 'tomas', 'eve'] as const;

beforeAll(async () => {
  for (const who of WHO) people[who] = await newPerson(`${who} Test`, `${who}@m.example`);
  mine = await newStore('Mine', { [people.ana]: 'owner', [people.dele]: 'admin', [people.tomas]: 'agent' });
  others = await newStore('Others', { [people.eve]: 'owner' });
  for (const who of WHO) cookies[who] = await signIn(`${who}@m.example`);
});

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const ANSWER = { question: 'Do you engrave watches?', others: [], answer: 'Yes, for €15, in two days.', lang: 'en' };
const OF = { conversation: 'none', seq: 1 };

const routes = [
  { name: 'what is missing', path: '/missing', init: {}, managers: false, own: '200' },
  {
    name: 'answered by now',
    path: '/missing/answered',
    init: { json: { questions: [OF] } },
    managers: false,
    own: '200',
  },
  { name: 'settle', path: '/missing/settle', init: { json: { of: OF } }, managers: true, own: '404 not_found' },
  { name: 'written answers', path: '/answers', init: {}, managers: false, own: '200' },
  { name: 'write', path: '/answers', init: { json: ANSWER }, managers: true, own: '201' },
  {
    name: 'change',
    path: `/answers/${NOBODYS}`,
    init: { method: 'PUT', json: ANSWER },
    managers: true,
    own: '404 not_found',
  },
  { name: 'remove', path: `/answers/${NOBODYS}`, init: { method: 'DELETE' }, managers: true, own: '404 not_found' },
];

describe.each(routes)('$name', ({ path, init, managers, own }) => {
  const at = (store: string, cookie?: string) =>
    ask(`/api/stores/${encodeURIComponent(store)}${path}`, { ...init, ...(cookie && { cookie }) });
  const said = async (answer: Response) => (answer.ok ? String(answer.status) : refusal(answer));

  test('without a session: 401, whether or not there is such a store', async () => {
    for (const store of [mine.id, others.id, 'none']) expect(await said(await at(store))).toBe('401 unauthorized');
  });

  test('another store answers exactly as one that does not exist', async () => {
    for (const store of [others.id, 'none', "' OR '1'='1"])
      expect(await said(await at(store, cookies.ana))).toBe('404 not_found');
  });

  test('owners and admins write, everybody of the store reads', async () => {
    expect(await said(await at(mine.id, cookies.tomas))).toBe(managers ? '403 forbidden' : own);
    for (const who of ['ana', 'dele'] as const) expect(await said(await at(mine.id, cookies[who]))).toBe(own);
  });
});

test.each<[string, object]>([
  ['no question', { question: ' ' }],
  ['a question of signs', { question: '???' }],
  ['a long question', { question: 'x'.repeat(301) }],
  ['no answer', { answer: '\n' }],
  ['a long answer', { answer: 'x'.repeat(2_001) }],
  ['too many wordings', { others: Array.from({ length: 6 }, (_, n) => `wording ${n}`) }],
  ['a language that is none', { lang: '<b>' }],
  ['a place that is none', { about: { conversation: 'x', seq: -1 } }],
])('an answer with %s is refused', async (_, wrong) => {
  const answer = await ask(`/api/stores/${mine.id}/answers`, { json: { ...ANSWER, ...wrong }, cookie: cookies.ana });
  expect(await refusal(answer)).toBe('400 bad_request');
});

interface View {
  groups: { of: typeof OF; question: string; times: number; handoffs: number; settledAt: number | null }[];
  all: number;
}

/** A store of its own, led by Ana. */
async function shop() {
  const store = await newStore('Shop', { [people.ana]: 'owner', [people.tomas]: 'agent' });
  const at = (path: string, init: Parameters<typeof ask>[1] = {}) =>
    ask(`/api/stores/${store.id}${path}`, { cookie: cookies.ana, ...init });
  return {
    id: store.id,
    at,
    missing: async () => (await at('/missing')).json<View>(),
    answers: async () => (await (await at('/answers')).json<{ answers: object[] }>()).answers,
    keep: async (n: number, text: string, when = Date.now()) => {
      const unanswered = [{ seq: 1, text, at: when, why: 'unsure' as const }];
      const statements = await keeping(env.DB, store.id, { conversation: `c${n}`, lang: 'en', unanswered }, Date.now());
      await env.DB.batch(statements.map((one) => env.DB.prepare(one.toSQL().sql).bind(...one.toSQL().params)));
    },
  };
}

test('a question in vain is shown, answered here, and answered surely from the next message on, in other words too', async () => {
  const { id, at, missing } = await shop();
  const stage = scene(id);
  const mira = await stage.customer();
  await mira.say('Do you engrave watches?');
  await mira.message((m) => m.kind === 'assistant');
  expect((await missing()).groups).toEqual([]);
  await pass(stage.stub, 6 * MINUTE);
  const { groups } = await missing();
  expect(groups).toMatchObject([{ question: 'Do you engrave watches?', times: 1, handoffs: 0, settledAt: null }]);

  const of = groups[0]?.of;
  expect(await (await at('/missing/answered', { json: { questions: [of] } })).json()).toEqual({ answered: [false] });
  const answer =
    'Yes. We engrave up to 20 letters for €15.\nIt takes two working days. Bring the watch. Or send it. We ship back.';
  expect((await at('/answers', { json: { ...ANSWER, answer, about: of } })).status).toBe(201);
  expect((await missing()).groups).toEqual([]);
  expect(await (await at('/missing/answered', { json: { questions: [of] } })).json()).toEqual({ answered: [true] });

  for (const text of ['do you engrave watches', 'Is engraving possible?', 'Can I have a watch engraved?', 'engravng']) {
    const noor = await scene(id).customer();
    await noor.say(text);
    const said = await noor.message((m) => m.kind === 'assistant');
    expect([text, said.kind === 'assistant' && said.text]).toEqual([text, answer]);
  }
});
