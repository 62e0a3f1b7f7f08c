import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Ended } from '../../src/domain/handoff';
import { project } from '../../src/history/project';
import type { StaffMessage } from '../../src/protocol/staff';
import { DEFAULT_SETTINGS } from '../../src/settings/schema';
import { writeSettings } from '../../src/settings/store';
import { ask, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** What staff find in the conversations of their store. */

interface Found {
  results: {
    conversation: string;
    customer: string;
    tags: string[];
    handoff: { outcome: string | null; staff: { name: string } | null; rating: string | null } | null;
    hits: { seq: number; from: string; name: string | null; text: string; marks: [number, number][] }[];
    more: number;
    note: { text: string; marks: [number, number][] } | null;
  }[];
  next: { at: number; row: number } | null;
  full: boolean;
  capped: boolean;
}

const T0 = Date.UTC(2026, 4, 4, 10);
const DAY = 86_400_000;
const ana = { id: 's-ana', name: 'Ana Kovač', initials: 'AK' };
const dele = { id: 's-dele', name: 'Dele Okafor', initials: 'DO' };
let mine: Store;
let others: Store;
const cookies = { tomas: '', eve: '' };

type Words = [kind: 'customer' | 'assistant' | 'staff' | 'note', text: string];

const message = ([kind, text]: Words, at: number, seq: number): StaffMessage => {
  if (kind === 'assistant') {
    return { kind, seq, at, text, answer: `a${seq}`, cards: [], links: [], facts: null, cut: null };
  }
  return kind === 'customer' ? { kind, seq, at, text } : { kind, seq, at, text, id: `id-${seq}`, from: ana };
};

const ended = (over: Partial<Ended>): Ended => ({
  n: 1,
  reason: 'customer_request',
  urgency: 'normal',
  source: 'customer',
  trigger: '',
  destination: null,
  requestedAt: T0,
  waitingSince: T0,
  assignees: [{ staff: ana, at: T0 }],
  firstReplyAt: T0,
  reopened: 0,
  rated: null,
  status: 'ended',
  outcome: 'resolved',
  endedWhile: 'talking',
  endedAt: T0,
  note: '',
  rating: { is: 'asked' },
  away: null,
  emailed: null,
  handbackUntil: null,
  followUp: null,
  ...over,
});

/** Writes a conversation into history, as its object does. */
async function kept(
  id: string,
  words: Words[],
  over: {
    store?: Store;
    at?: number;
    startedAt?: number;
    rev?: number;
    lang?: string;
    email?: string;
    handoffs?: Ended[];
    tags?: string[];
  } = {},
): Promise<void> {
  const { store = mine, at = T0, startedAt = at, rev = 1, lang = 'en', email = null, handoffs = [], tags = [] } = over;
  const transcript = words.map((one, i) => message(one, at + i, i + 1));
  await project(env.DB, {
    ...{ store: store.id, id, rev, customer: `Guest ${id}`, lang, email, startedAt, lastAt: at + words.length - 1 },
    ...{
      messages: words.length,
      handoffs,
      inWords: {},
      usage: { in: 0, out: 0 },
      transcript,
      unanswered: [],
      facts: { tags, properties: [], tasks: [] },
    },
    endings: handoffs.flatMap(({ note }) => note || []),
    reminders: null,
    dueAt: () => null,
  });
}

const look = (json: object, { store = mine, who = 'tomas' as keyof typeof cookies } = {}) =>
  ask(`/api/stores/${store.id}/history/search`, { json, cookie: cookies[who] });

async function found(json: object): Promise<Found> {
  const answer = await look(json);
  expect(answer.status).toBe(200);
  return answer.json<Found>();
}
const ids = ({ results }: Found) => results.map(({ conversation }) => conversation);
/** The text with what is marked in brackets. */
const marked = ({ text, marks }: { text: string; marks: [number, number][] }) =>
  marks.reduceRight((all, [a, b]) => `${all.slice(0, a)}[${all.slice(a, b)}]${all.slice(b)}`, text);

beforeAll(async () => {
  const tomas = await newPerson('Tomas', 'tomas@history.example');
  const eve = await newPerson('Eve', 'eve@history.example');
  mine = await newStore('Mine', { [tomas]: 'agent' });
  others = await newStore('Others', { [eve]: 'owner' });
  for (const who of ['tomas', 'eve'] as const) cookies[who] = await signIn(`${who}@history.example`);
  await writeSettings(env.DB, mine.id, { ...DEFAULT_SETTINGS, timeZone: 'Pacific/Auckland' }, Date.now());
  await kept(
    'refund',
    [
      ['customer', 'Hello, my parcel WH-1000XM5 is late'],
      ['assistant', 'It is on its way.'],
      ['note', 'He wants a refund, be generous'],
      ['staff', 'We refunded you today.'],
    ],
    {
      handoffs: [
        ended({
          reason: 'refund',
          note: 'Refunded by bank transfer',
          rating: { is: 'given', thumb: 'up', comment: '', at: T0 },
        }),
      ],
      email: 'mira@mail.example',
    },
  );
  await kept('straße', [['customer', 'Wo ist meine Bestellung in der Goethestraße? Über Kopfhörer…']], {
    at: T0 + DAY,
    lang: 'de-AT',
    tags: ['wholesale', 'Größe'],
    handoffs: [ended({ outcome: 'unanswered', assignees: [] })],
  });
  await kept('bulgarian', [['customer', 'Искам да върна слушалките си']], { at: T0 + 2 * DAY, lang: 'bg' });
  await kept('chinese', [['customer', '你好,我想退货蓝牙耳机']], { at: T0 + 3 * DAY, lang: 'zh' });
  await kept(
    'long',
    [['customer', `${'I write a lot about nothing. '.repeat(20)}And then comes the zebra, at last.`]],
    {
      at: T0 + 4 * DAY,
      startedAt: T0 - 30 * DAY,
      handoffs: [ended({}), ended({ n: 2, outcome: 'escalated', assignees: [{ staff: dele, at: T0 }] })],
    },
  );
  await kept('refund', [['customer', 'refund of others']], { store: others });
});

describe('looking for words', () => {
  test.each([
    ['the beginning of a word, in any case', 'REFU', ['refund']],
    ['all of the words, wherever they stand', 'parcel generous', ['refund']],
    ['words of which one stands nowhere', 'parcel elephant', []],
    ['a model number in parts', 'wh 1000', ['refund']],
    ['letters without their marks', 'uber kopfhorer', ['straße']],
    ['ß as it is typed elsewhere', 'goethestrasse', ['straße']],
    ['Cyrillic', 'слуш', ['bulgarian']],
    ['a language without spaces', '耳机', ['chinese']],
    ['one sign of it', '货', ['chinese']],
    ['one letter as a word by itself', 'b late', []],
    ['the customer’s address', 'mira@mail', ['refund']],
    ['nothing but signs', '?!', []],
    ['what looks like a query', 'store : "x" OR refund', []],
    ['what looks like another column', 'who:mira*', []],
  ])('finds %s', async (_, words, expected) => {
    expect(ids(await found({ words }))).toEqual(expected);
  });

  test('shows where they stand, private notes included, those that hold most of them first', async () => {
    const { results } = await found({ words: 'refund gener' });
    expect(results[0]?.hits.map((hit) => [hit.seq, hit.from, hit.name, marked(hit)])).toEqual([
      [3, 'note', 'Ana Kovač', 'He wants a [refund], be [generous]'],
      [4, 'staff', 'Ana Kovač', 'We [refunded] you today.'],
    ]);
    expect(results[0]?.note && marked(results[0].note)).toBe('[Refunded] by bank transfer');
    const [chinese] = (await found({ words: '退货' })).results;
    expect(chinese?.hits.map(marked)).toEqual(['你好,我想[退货]蓝牙耳机']);
    const [german] = (await found({ words: 'goethestrasse kopf' })).results;
    expect(german?.hits.map(marked)).toEqual(['Wo ist meine Bestellung in der [Goethestraße]? Über [Kopfhörer]…']);
    const [zebra] = (await found({ words: 'zebra' })).results;
    expect(zebra?.hits.map(marked)).toEqual([
      expect.stringMatching(/^…nothing\. I .*And then comes the \[zebra\], at last\.$/),
    ]);
  });

  test('finds what was said later and no longer what is gone, and an older delivery changes nothing', async () => {
    await kept('again', [['customer', 'a giraffe']], { rev: 5 });
    await kept(
      'again',
      [
        ['customer', 'a giraffe'],
        ['customer', 'an okapi'],
      ],
      { rev: 7 },
    );
    await kept('again', [['customer', 'an antelope']], { rev: 6 });
    expect(ids(await found({ words: 'giraffe okapi' }))).toEqual(['again']);
    expect(ids(await found({ words: 'antelope' }))).toEqual([]);
    await env.DB.prepare('DELETE FROM conversation WHERE store_id = ?1 AND id = ?2').bind(mine.id, 'again').run();
    expect(ids(await found({ words: 'okapi' }))).toEqual([]);
  });
});

describe('filters', () => {
  const all = ['long', 'chinese', 'bulgarian', 'straße', 'refund'];

  test.each<[string, object, string[]]>([
    ['nothing', {}, all],
    ['an outcome', { outcome: 'unanswered' }, ['straße']],
    ['an outcome that is not the last one', { outcome: 'resolved' }, ['long', 'refund']],
    ['a reason', { reason: 'refund' }, ['refund']],
    ['a rating', { rating: 'up' }, ['refund']],
    ['whoever had it', { staff: 's-dele' }, ['long']],
    ['one handoff that is both', { staff: 's-dele', outcome: 'resolved' }, []],
    ['a language, wherever it is spoken', { lang: 'de' }, ['straße']],
    ['a tag', { tag: 'Größe' }, ['straße']],
    ['a tag that is a part of one', { tag: 'whole' }, []],
    ['words too', { words: 'refund', rating: 'up' }, ['refund']],
    ['words too, in vain', { words: 'refund', outcome: 'unanswered' }, []],
    // In Auckland, where the store is, T0 is 22:00 and the long one went on the whole time.
    ['a day of the store’s', { from: '2026-05-04', to: '2026-05-04' }, ['long', 'refund']],
    ['from a day on', { from: '2026-05-07' }, ['long', 'chinese']],
    ['up to a day', { to: '2026-05-05' }, ['long', 'straße', 'refund']],
  ])('by %s', async (_, asked, expected) => {
    expect(ids(await found(asked))).toEqual(expected);
  });

  test('each row tells how its handoff ended, with whom and how it was rated', async () => {
    const [refund] = (await found({ reason: 'refund' })).results;
    expect(refund?.handoff).toMatchObject({ outcome: 'resolved', rating: 'up', staff: { name: 'Ana Kovač' } });
    expect(refund?.hits[0]?.text).toBe('Hello, my parcel WH-1000XM5 is late');
    expect((await found({ tag: 'wholesale' })).results[0]?.tags).toEqual(['wholesale', 'Größe']);
    const [escalated] = (await found({ staff: 's-dele' })).results;
    expect(escalated?.handoff).toMatchObject({ outcome: 'escalated', staff: { name: 'Dele Okafor' } });
  });
});

test('pages follow each other without a gap, also where conversations ended in the same moment', async () => {
  const many = Array.from({ length: 57 }, (_, n) => `page-${n}`);
  for (const [n, id] of many.entries()) {
    await kept(id, [['customer', 'pelican']], { at: T0 - 100 * DAY - Math.floor(n / 10) });
  }
  const seen: string[] = [];
  let after: Found['next'] = null;
  const sizes: number[] = [];
  do {
    const page: Found = await found({ words: 'pelican', after });
    sizes.push(page.results.length);
    seen.push(...ids(page));
    after = page.next;
  } while (after);
  expect(sizes).toEqual([25, 25, 7]);
  expect([...seen].sort()).toEqual([...many].sort());
  expect(new Set(seen).size).toBe(57);
});

test('is for members of the store only, and finds nothing of another one', async () => {
  expect(await refusal(await ask(`/api/stores/${mine.id}/history/search`, { json: {} }))).toBe('401 unauthorized');
  expect(await refusal(await look({}, { who: 'eve' }))).toBe('404 not_found');
  expect(await refusal(await look({}, { store: others }))).toBe('404 not_found');
  const theirs = await look({ words: 'refund' }, { store: others, who: 'eve' });
  expect((await theirs.json<Found>()).results.map(({ hits }) => hits[0]?.text)).toEqual(['refund of others']);
});

test.each([
  [{ words: 'x'.repeat(201) }],
  [{ outcome: 'won' }],
  [{ from: 'yesterday' }],
  [{ after: 7 }],
  [{ rating: 'sideways' }],
  [{ lang: '%' }],
  [{ tag: '' }],
])('refuses %j', async (bad) => {
  expect(await refusal(await look(bad))).toBe('400 bad_request');
});
