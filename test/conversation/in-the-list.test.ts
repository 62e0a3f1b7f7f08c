import { afterEach, expect, it, vi } from 'vitest';
import { clientId, type DeskClient, scene } from './client';

/** What a row of the list says of a customer whose chat is before nobody: that they write, that they have gone. */

afterEach(() => {
  vi.useRealTimers();
});

const writes = { type: 'typing', on: true } as const;
const told = (desk: DeskClient) => desk.frames.filter(({ type }) => type === 'typing').length;

/** Somebody waits, and a dashboard shows their row. */
async function waiting() {
  const stage = scene();
  const desk = await stage.atDesk('dele', 'Dele Okafor');
  const mira = await stage.customer();
  await mira.ask({ type: 'request', id: clientId() });
  await desk.row(stage.conversation, ({ status }) => status === 'pending');
  return { stage, desk, mira, conversation: stage.conversation };
}

it('who waits and writes is shown writing, however often the panel says so', async () => {
  const { desk, mira, conversation } = await waiting();
  const shown = desk.next('typing');
  for (let i = 0; i < 5; i += 1) mira.send(writes);
  expect((await shown).id).toBe(conversation);
  await mira.say('It is about order 10482');
  await desk.row(conversation, ({ last }) => last?.text === 'It is about order 10482');
  expect(told(desk)).toBe(1);
});

it('with the assistant, and in a chat that its owner has before them, the list hears of no writing', async () => {
  const stage = scene();
  const desk = await stage.atDesk('dele', 'Dele Okafor');
  const mira = await stage.customer();
  await mira.say('Hello');
  mira.send(writes);
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await stage.staff();
  await ana.claim();
  await ana.reply('Ana here');
  mira.send(writes);
  await ana.next('typing');
  await mira.say('Thank you');
  await ana.message((message) => message.kind === 'customer' && message.text === 'Thank you');
  expect(told(desk)).toBe(0);
});

it('who waits and goes is shown as gone, and as there again when they come back', async () => {
  const { stage, desk, mira, conversation } = await waiting();
  mira.close();
  const gone = await desk.row(conversation, ({ left }) => typeof left === 'number');
  expect(Date.now() - (gone.left ?? 0)).toBeLessThan(30_000);
  await stage.evict();
  await stage.customer();
  await desk.row(conversation, ({ left, rev }) => left === null && rev > gone.rev);
});

it('a second tab keeps them there', async () => {
  const { stage, desk, mira, conversation } = await waiting();
  const second = await stage.customer();
  mira.close();
  await second.say('Still here');
  const row = await desk.row(conversation, ({ last }) => last?.text === 'Still here');
  expect(row.left).toBeNull();
});

it('once nobody has the chat before them any more, the list learns that its customer has gone meanwhile', async () => {
  const { stage, desk, mira, conversation } = await waiting();
  const ana = await stage.staff();
  await ana.claim();
  await ana.reply('Ana here');
  await desk.row(conversation, ({ status }) => status === 'assigned');
  mira.close();
  await ana.next('state', ({ state }) => !state.customer.here);
  expect(desk.frames.some((f) => f.type === 'row' && typeof f.row.left === 'number')).toBe(false);
  ana.close();
  await desk.row(conversation, ({ left }) => typeof left === 'number');
});

it('what they look with is known while they are there and after', async () => {
  const stage = scene();
  const mira = await stage.customer('iPhone, Safari');
  await mira.say('Hello');
  const ana = await stage.staff();
  expect(ana.state.customer.device).toBe('iPhone, Safari');
  mira.close();
  await ana.next('state', ({ state }) => !state.customer.here);
  await stage.evict();
  expect((await stage.staff('dele', 'Dele Okafor')).state.customer.device).toBe('iPhone, Safari');
});
