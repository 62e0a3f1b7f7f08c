import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Card } from '../../src/protocol/common';
import { mailArrives } from '../routes/visit';
import { bot } from './bot';
import { clientId, scene } from './client';
import { MINUTE, pass, shop } from './shop';

/** What staff send beside words: products as cards. And what they cannot send: a variable that nobody filled in. */

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

const KETTLE: Card = {
  id: 'k-1',
  title: 'Kettle Nor',
  url: 'https://shop.example/kettle',
  image: 'https://shop.example/kettle.jpg',
  price: { amount: 4_900, currency: 'EUR' },
  was: null,
  availability: 'in_stock',
};

async function talking() {
  const stage = scene();
  const mira = await stage.customer();
  await mira.say('Hello');
  await mira.message((m) => m.kind === 'assistant');
  const ana = await stage.staff();
  await ana.claim();
  const reply = (text: string, cards?: unknown[], id = clientId()) =>
    ana.ask({ type: 'send', id, text, seen: ana.last, anyway: false, ...(cards && { cards: cards as Card[] }) });
  return { stage, mira, ana, reply };
}

test('a card reaches the customer and every colleague with the words, and stands there after a reload', async () => {
  const { stage, mira, ana, reply } = await talking();
  expect((await reply('This one', [KETTLE])).type).toBe('ack');
  const seen = await mira.message((m) => m.kind === 'staff');
  expect(seen).toMatchObject({ text: 'This one', cards: [KETTLE], from: { name: 'Ana' } });
  expect(await ana.message((m) => m.kind === 'staff')).toMatchObject({ cards: [KETTLE] });
  await stage.evict();
  const again = await stage.customer();
  expect(again.messages.find((m) => m.kind === 'staff')).toMatchObject({ cards: [KETTLE] });
});

test('to a customer who has left, a card is a line of the mail with its address', async () => {
  const address = `mira-${crypto.randomUUID()}@customer.example`;
  const { stage: at } = await shop();
  const mira = await at.customer();
  await mira.ask({ type: 'request', id: clientId() });
  await mira.ask({ type: 'email', id: clientId(), address });
  const ana = await at.staff();
  await ana.claim();
  mira.close();
  await ana.until(() => !ana.state.customer.here);
  const send = { type: 'send', id: clientId(), text: 'This one', seen: ana.last, anyway: true } as const;
  expect((await ana.ask({ ...send, cards: [KETTLE] })).type).toBe('ack');
  await pass(at.stub, 2 * MINUTE);
  vi.useRealTimers();
  const [mail] = await mailArrives(address);
  expect(mail?.text).toContain('This one');
  expect(mail?.text).toContain('Kettle Nor: https://shop.example/kettle');
});

test('the assistant, back again, knows what the person has shown', async () => {
  const { mira, ana, reply } = await talking();
  await reply('This one', [KETTLE]);
  await ana.end();
  await mira.phase('assistant');
  await mira.say('Do you have it in black?');
  await mira.message((m) => m.kind === 'assistant' && m.text.includes('black'));
  expect(bot.asked.at(-1)?.history.find(({ from }) => from === 'staff')?.cards).toEqual([KETTLE]);
});

test('a reply without cards carries none', async () => {
  const { mira, reply } = await talking();
  await reply('No cards');
  expect(await mira.message((m) => m.kind === 'staff')).not.toHaveProperty('cards');
});

test('the same id with another card is another message, and refused', async () => {
  const { reply } = await talking();
  const id = clientId();
  expect((await reply('This one', [KETTLE], id)).type).toBe('ack');
  expect((await reply('This one', [KETTLE], id)).type).toBe('ack');
  expect(await reply('This one', [{ ...KETTLE, url: 'https://other.example' }], id)).toMatchObject({
    code: 'id_reused',
  });
});

test.each([
  ['an address that runs', [{ ...KETTLE, url: 'javascript:alert(1)' }]],
  ['a picture that is none', [{ ...KETTLE, image: 'data:text/html,x' }]],
  ['no title', [{ ...KETTLE, title: ' ' }]],
  ['more than four', Array.from({ length: 5 }, () => KETTLE)],
])('refused: %s', async (_, cards) => {
  const { mira, reply } = await talking();
  expect(await reply('Look', cards)).toMatchObject({ type: 'error' });
  expect(mira.messages.filter((m) => m.kind === 'staff')).toEqual([]);
});

test.each(['Hi {customer.name}', 'I’ve refunded {amount}.', 'Hi {customer.name|there'])(
  'a variable that nobody filled in never reaches a customer: %s',
  async (text) => {
    const { mira, ana, reply } = await talking();
    expect(await reply(text)).toMatchObject({ type: 'error', code: 'unfilled' });
    expect((await ana.ask({ type: 'note', id: clientId(), text })).type).toBe('ack');
    await mira.hello();
    expect(JSON.stringify(mira.frames)).not.toContain('{c');
    expect(mira.messages.filter((m) => m.kind === 'staff')).toEqual([]);
  },
);
