import { beforeEach, expect, it } from 'vitest';
import { bot, led } from './bot';
import { clientId, scene } from './client';

beforeEach(() => bot.reset());

it('a private note never reaches the customer: not as text, not as typing, not as a gap in the numbers', async () => {
  const { customer, silent, staff } = scene();
  const mira = await customer();
  await mira.say('Hello');
  await mira.message((m) => m.kind === 'assistant');
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await staff();
  const dele = await staff('dele', 'Dele Okafor');
  await ana.claim();
  const secret = 'The May batch had six cracked lids';
  await ana.ask({ type: 'note', id: clientId(), text: secret });
  await dele.message((m) => m.kind === 'note' && m.text === secret);
  expect((await ana.reply('Sorry about the lid.')).type).toBe('ack');
  await mira.message((m) => m.kind === 'staff');
  await ana.end();
  await mira.phase('assistant');

  // Everything that any customer socket ever got, in this tab and in one that starts anew.
  const second = await silent();
  second.send({ type: 'hello', after: 0, lang: 'en' });
  await second.next('welcome');
  for (const tab of [mira, second]) {
    expect(JSON.stringify(tab.frames)).not.toContain('cracked');
    const places = [...new Set(tab.messages.map((m) => m.seq))].sort((a, b) => a - b);
    expect(places).toEqual(places.map((_, i) => i + 1));
    expect(tab.frames.some((f) => f.type === 'typing')).toBe(false);
  }
  expect(ana.messages.map((m) => m.kind)).toContain('note');
});

it('of a staff member the customer learns the first name only, however they come and go', async () => {
  const { customer, silent, staff } = scene();
  const mira = await customer();
  const answer = led();
  bot.next(answer.script);
  await mira.say('Hello');
  answer.say('One moment, ');
  await mira.until((frames) => frames.some((f) => f.type === 'piece'));
  const ana = await staff();
  // Cuts the answer off, and says by whom.
  expect((await ana.reply('Ana here.')).type).toBe('ack');
  const dele = await staff('dele', 'Dele Okafor');
  await dele.claim('ana');
  expect((await dele.reply('Dele here.')).type).toBe('ack');
  await dele.ask({ type: 'release', id: clientId() });
  await mira.phase('waiting');
  const late = await silent();
  late.send({ type: 'hello', after: 0, lang: 'en' });
  await late.next('welcome');
  for (const tab of [mira, late]) {
    const said = JSON.stringify(tab.frames);
    for (const name of ['Ana', 'Dele']) expect(said).toContain(`"${name}"`);
    for (const name of ['Kovač', 'Okafor']) expect(said).not.toContain(name);
  }
});

it('the dots are for a reply that can come: not from a colleague who does not have the chat', async () => {
  const { customer, staff } = scene();
  const mira = await customer();
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await staff();
  const dele = await staff('dele', 'Dele Okafor');
  await ana.claim();
  dele.send({ type: 'typing', on: true });
  await ana.next('typing', (f) => f.who?.id === 'dele');
  ana.send({ type: 'typing', on: true });
  await mira.next('typing');
  expect(mira.frames.filter((f) => f.type === 'typing')).toHaveLength(1);
});

it('what the assistant searched for and how sure it was is for staff only', async () => {
  const { customer, staff } = scene();
  const mira = await customer();
  await mira.say('Hello');
  await mira.message((m) => m.kind === 'assistant');
  const ana = await staff();
  expect(ana.messages.find((m) => m.kind === 'assistant')).toHaveProperty('facts.confidence', 0.9);
  expect(JSON.stringify(mira.frames)).not.toContain('confidence');
});

it('seen marks cross both ways, over a closed socket too', async () => {
  const { customer, staff } = scene();
  const mira = await customer();
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await staff();
  await ana.claim();
  await ana.ask({ type: 'note', id: clientId(), text: 'Between the lines' });
  await mira.say('Are you there?');
  await ana.message((m) => m.kind === 'customer');
  ana.send({ type: 'read', seq: ana.last });
  const mine = mira.messages.findLast((m) => m.kind === 'customer');
  await mira.until(() => mira.state.seen === mine?.seq);
  await ana.reply('Yes.');
  const reply = await mira.message((m) => m.kind === 'staff');
  mira.send({ type: 'read', seq: reply.seq });
  await ana.until(() => ana.state.seen === ana.messages.findLast((m) => m.kind === 'staff')?.seq);
  mira.close();
  await ana.until(() => !ana.state.customer.here);
  expect(ana.state.seen).toBe(ana.messages.findLast((m) => m.kind === 'staff')?.seq);
});
