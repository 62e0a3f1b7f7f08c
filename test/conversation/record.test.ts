import { env, runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bot } from './bot';
import { clientId, scene } from './client';
import { dossierOf } from './stored';

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

const MINUTE = 60_000;

type Row = Record<string, unknown>;

/** Waits until history has the first handoff of a conversation as it is expected. */
const recorded = (conversation: string, expected: Row): Promise<Row> =>
  vi.waitFor(async () => {
    const row = await env.DB.prepare('SELECT * FROM handoff WHERE conversation_id = ? AND n = 1')
      .bind(conversation)
      .first<Row>();
    expect(row).toMatchObject(expected);
    return row ?? {};
  });

describe('what history keeps of a handoff', () => {
  it('why, how urgent, from whom, in which words, when, by whom in order, how it ended, and how it was', async () => {
    const { conversation, customer, staff } = scene();
    const T0 = Date.now();
    vi.useFakeTimers({ toFake: ['Date'] });
    const clock = (minutes: number) => vi.setSystemTime(T0 + minutes * MINUTE);
    clock(0);
    const mira = await customer();
    await mira.say('I want my money back');
    await mira.phase('waiting');
    const why = { reason: 'refund', urgency: 'urgent', source: 'customer', trigger: 'I want my money back' };

    clock(1);
    const ana = await staff();
    const dele = await staff('dele', 'Dele Okafor');
    await ana.claim();
    clock(2);
    await ana.reply('Hi, Ana here.');
    clock(3);
    await ana.ask({ type: 'release', id: clientId() });
    clock(4);
    await dele.claim();
    clock(5);
    await dele.end('escalated', 'To the lab');
    await mira.phase('assistant');
    const row = await recorded(conversation, {
      ...why,
      status: 'ended',
      requested_at: T0,
      waiting_since: T0 + 3 * MINUTE,
      first_assigned_at: T0 + MINUTE,
      first_reply_at: T0 + 2 * MINUTE,
      ended_at: T0 + 5 * MINUTE,
      last_assignee: 'dele',
      outcome: 'escalated',
      note: 'To the lab',
    });
    expect(JSON.parse(String(row.assignees))).toEqual([
      { staff: { id: 'ana', name: 'Ana Kovač' }, at: T0 + MINUTE },
      { staff: { id: 'dele', name: 'Dele Okafor' }, at: T0 + 4 * MINUTE },
    ]);
  });

  it('a rating of what nobody took is credited to nobody; one of a talk, to whoever had it last', async () => {
    const alone = scene();
    const mira = await alone.customer();
    await mira.ask({ type: 'request', id: clientId() });
    await mira.ask({ type: 'cancel', id: clientId() });
    await mira.until(() => mira.state.rating);
    await mira.ask({ type: 'rate', id: clientId(), handoff: 1, thumb: 'down', comment: '' });
    await recorded(alone.conversation, { rating: 'down', rating_source: 'cancelled', last_assignee: null });

    const taken = scene();
    const elif = await taken.customer();
    await elif.ask({ type: 'request', id: clientId() });
    const ana = await taken.staff();
    await ana.claim();
    const dele = await taken.staff('dele', 'Dele Okafor');
    await dele.claim('ana');
    await dele.end();
    await elif.until(() => elif.state.rating);
    await elif.ask({ type: 'rate', id: clientId(), handoff: 1, thumb: 'up', comment: 'Kind' });
    await elif.ask({ type: 'rate', id: clientId(), handoff: 1, thumb: 'down', comment: 'Kind, but late' });
    const credited = {
      rating: 'down',
      rating_comment: 'Kind, but late',
      rating_source: 'ended',
      last_assignee: 'dele',
    };
    await recorded(taken.conversation, credited);
    const all = await env.DB.prepare('SELECT count(*) AS n FROM handoff WHERE conversation_id = ?')
      .bind(taken.conversation)
      .first();
    expect(all).toEqual({ n: 1 });
  });
});

it('whoever has not answered within seven days is no longer asked, also in a page that starts anew', async () => {
  const room = scene();
  const mira = await room.customer();
  await mira.ask({ type: 'request', id: clientId() });
  await mira.ask({ type: 'cancel', id: clientId() });
  await mira.until(() => mira.state.rating);
  const asked = Date.now();
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(asked + 6.9 * 24 * 60 * MINUTE);
  await room.evict();
  await runDurableObjectAlarm(room.stub);
  expect((await room.customer()).state.rating).toMatchObject({ handoff: 1 });
  vi.setSystemTime(asked + 7 * 24 * 60 * MINUTE + MINUTE);
  await room.evict();
  const late = await room.customer();
  expect(late.state.rating).toBeNull();
  const rate = { type: 'rate', id: clientId(), handoff: 1, thumb: 'up', comment: '' } as const;
  expect(await late.ask(rate)).toMatchObject({ type: 'error', code: 'rating_closed' });
});

it('what the system says is stored as what happened, without a word of any language', async () => {
  const { stub, customer, staff } = scene();
  const mira = await customer();
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await staff();
  await ana.claim();
  await ana.end('follow_up');
  await mira.phase('assistant');
  const stored = (await dossierOf(stub))?.events ?? [];
  expect(stored.map(({ body }) => body)).toMatchObject([
    { kind: 'event', event: { what: 'asked', handoff: 1, source: 'customer', reason: 'customer_request' } },
    { kind: 'event', event: { what: 'joined', handoff: 1, staff: { id: 'ana' } } },
    { kind: 'event', event: { what: 'ended', handoff: 1, outcome: 'follow_up' } },
  ]);
  for (const { body } of stored) expect(JSON.stringify(body)).not.toMatch(/"(text|words|message)"|assistant is back/);
});
