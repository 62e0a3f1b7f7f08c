import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { findArticles } from '../../src/assistant/llm/find';
import { KEPT, keeping } from '../../src/assistant/missing/keeping';
import { readSettings, writeSettings } from '../../src/settings/store';
import { bring, fileOf } from '../assistant/importing';
import { scene } from '../conversation/client';
import { MINUTE, pass } from '../conversation/shop';
import { closedToOthers, type Door, type Doors, doorsOf } from './doors';
import { ask, newStore, refusal, type Store } from './visit';

/** What the assistant could not answer, over HTTP: shown, answered, settled; and who may. */

let mine: Store;
let others: Store;
let cookies: Doors['cookies'];
let people: Doors['people'];

beforeAll(async () => {
  ({ mine, others, cookies, people } = await doorsOf('m.example'));
});

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const ANSWER = { question: 'Do you engrave watches?', others: [], answer: 'Yes, for €15, in two days.', lang: 'en' };
const OF = { conversation: 'none', seq: 1 };

const routes: Door[] = [
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

closedToOthers(routes, () => ({ mine, others, cookies, people }));

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
      if (statements.length === 0) return;
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

test('where somebody’s own order is, the answer that was written says in whatever words it is asked', async () => {
  const { id, at } = await shop();
  const answer = 'You find every order at https://shop.example/track with its number and your postcode.';
  const question = 'Where is my order?';
  await at('/answers', { json: { ...ANSWER, question, answer } });
  for (const text of ['where is my order', 'My parcel has still not arrived!', 'Wo ist meine Bestellung?']) {
    const noor = await scene(id).customer();
    await noor.say(text);
    const said = await noor.message((m) => m.kind === 'assistant');
    expect([text, said.kind === 'assistant' && said.text]).toEqual([text, answer]);
    expect(noor.state.phase.is).toBe('assistant');
  }
  const noor = await scene(id).customer();
  await noor.say('Please change the delivery address of my order');
  await noor.phase('waiting');
});

test('of answers to the same question in two languages, the one in the customer’s is said', async () => {
  const { id, at } = await shop();
  const answers = {
    en: { question: 'Can I pay with Klarna?', answer: 'Yes, in three parts.' },
    de: { question: 'Kann ich mit Klarna zahlen?', answer: 'Ja, in drei Raten.' },
  };
  for (const [lang, answer] of Object.entries(answers)) await at('/answers', { json: { ...answer, others: [], lang } });
  for (const lang of ['en', 'de'] as const) {
    const noor = await scene(id).silent();
    await noor.hello(0, lang);
    await noor.say('Klarna?');
    const said = await noor.message((m) => m.kind === 'assistant');
    expect(said.kind === 'assistant' && said.text).toBe(answers[lang].answer);
  }
});

test('a language model finds it with its tool for articles', async () => {
  const { id, at } = await shop();
  await at('/answers', { json: ANSWER });
  const found = await findArticles(env.DB, id, 'watch engraving', 'en');
  expect(found.map(({ told }) => told)).toMatchObject([{ title: ANSWER.question, text: ANSWER.answer }]);
});

describe('a group', () => {
  test('that is not worth an answer goes, and comes back when it was asked three more times', async () => {
    const { at, missing, keep } = await shop();
    await keep(1, 'Do you rent out projectors?');
    await keep(2, 'can i rent a projector');
    await keep(3, 'Do you have a telescope?');
    const of = (await missing()).groups[0]?.of;
    expect((await at('/missing/settle', { json: { of } })).status).toBe(200);
    const questions = async () => (await missing()).groups.map(({ question, times }) => `${times} × ${question}`);
    expect(await questions()).toEqual(['1 × Do you have a telescope?']);
    await keep(4, 'rent projectors');
    await keep(5, 'Is it possible to rent a projector');
    expect(await questions()).toHaveLength(1);
    await keep(6, 'projector rent?');
    expect(await questions()).toHaveLength(2);
    expect((await missing()).groups[0]).toMatchObject({ times: 3, settledAt: expect.any(Number) });
  });

  test('of another store is neither seen nor settled', async () => {
    const [one, other] = [await shop(), await shop()];
    for (const each of [one, other]) await each.keep(1, 'Do you rent out projectors?');
    const of = (await one.missing()).groups[0]?.of;
    await one.at('/missing/settle', { json: { of } });
    expect((await one.missing()).groups).toEqual([]);
    expect((await other.missing()).groups).toHaveLength(1);
  });
});

test('what an import or a setting answers by now is told, each question by itself', async () => {
  const { id, at, missing, keep } = await shop();
  await keep(1, 'Are you open on Sundays?');
  await keep(2, 'Where is my order?');
  await keep(3, 'Do you have a telescope?');
  const questions = [1, 2, 3].map((n) => ({ conversation: `c${n}`, seq: 1 }));
  const answered = async () => (await at('/missing/answered', { json: { questions } })).json();
  expect((await missing()).all).toBe(3);
  expect(await answered()).toEqual({ answered: [false, false, false] });
  await bring(id, [fileOf('faq.csv', 'question,answer\nAre you open on Sundays?,No.')]);
  const { settings } = await readSettings(env.DB, id);
  await writeSettings(env.DB, id, { ...settings, orderStatusUrl: 'https://shop.example/track' }, Date.now());
  expect(await answered()).toEqual({ answered: [true, true, false] });
});

describe('what is kept', () => {
  const DAY = 86_400_000;
  const rows = async (store: string) =>
    (await env.DB.prepare('SELECT count(*) AS n FROM unanswered WHERE store_id = ?').bind(store).first<{ n: number }>())
      ?.n;

  test('is ninety days', async () => {
    const { id, keep, missing } = await shop();
    const now = Date.now();
    await keep(1, 'Do you rent out projectors?', now - 89 * DAY);
    await keep(2, 'Do you rent out projectors?', now - 91 * DAY);
    expect(await rows(id)).toBe(1);
    await env.DB.prepare('UPDATE unanswered SET at = ? WHERE store_id = ?')
      .bind(now - 91 * DAY, id)
      .run();
    expect((await missing()).groups).toEqual([]);
    await keep(3, 'Do you have a telescope?');
    expect(await rows(id)).toBe(1);
  });

  test('is five thousand questions of a store, the newest', async () => {
    const { id, keep } = await shop();
    const now = Math.floor(Date.now() / 32) * 32;
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?3)
       INSERT INTO unanswered (store_id, conversation_id, seq, text, lang, at, why, words)
       SELECT ?1, 'old', i, 'rent?', 'en', ?2 - i, 'unsure', 'rent' FROM n`,
    )
      .bind(id, now, KEPT.questions + 40)
      .run();
    await keep(1, 'Do you have a telescope?', now);
    expect(await rows(id)).toBe(KEPT.questions);
  });
});

describe('an answer that was written here', () => {
  test('can be changed and removed, and says what it says at once', async () => {
    const { id, at, answers } = await shop();
    const { id: answer } = await (await at('/answers', { json: ANSWER })).json<{ id: string }>();
    const others = ['Can I get a laser inscription?'];
    const changed = { ...ANSWER, others, answer: 'No longer.' };
    expect((await at(`/answers/${answer}`, { method: 'PUT', json: changed })).status).toBe(200);
    expect(await answers()).toMatchObject([{ id: answer, ...changed }]);
    const told = async (text: string) => (await findArticles(env.DB, id, text, 'en')).map((one) => one.told.text);
    expect(await told('laser inscription')).toEqual(['No longer.']);
    expect((await at(`/answers/${answer}`, { method: 'DELETE' })).status).toBe(200);
    expect(await answers()).toEqual([]);
    expect(await told('engrave watches')).toEqual([]);
    const left = await env.DB.prepare('SELECT count(*) AS n FROM passage WHERE store_id = ?').bind(id).first();
    expect(left).toEqual({ n: 0 });
  });

  test('stays when a table of questions is imported, and no import and no removing of sources reaches it', async () => {
    const { id, at, answers } = await shop();
    await at('/answers', { json: ANSWER });
    const table = (...lines: string[]) => [fileOf('faq.csv', ['question,answer', ...lines].join('\n'))];
    await bring(id, table('Do you engrave watches?,Never.', 'Are you open on Sundays?,No.'));
    await bring(id, table('Are you open on Sundays?,Yes.'), { source: 2 });
    expect(await answers()).toMatchObject([ANSWER]);
    const known = await (await at('/knowledge')).json<{ sources: { n: number; name: string }[]; articles: number }>();
    expect(known).toMatchObject({ articles: 2, sources: [{ n: 2, name: 'faq.csv' }] });
    expect(await refusal(await at('/knowledge/sources/1', { method: 'DELETE' }))).toBe('404 not_found');
    const begin = { kind: 'articles', source: 1, name: 'faq.csv', reading: { format: 'questions' } };
    expect(await refusal(await at('/knowledge/imports', { json: begin }))).toBe('404 not_found');
    expect((await findArticles(env.DB, id, 'engrave watches', 'en')).map((one) => one.told.text)).toEqual([
      ANSWER.answer,
    ]);
  });
});
