import { beforeEach, describe, expect, it } from 'vitest';
import { bot } from './bot';
import { clientId, scene } from './client';

beforeEach(() => bot.reset());

/** What a customer's own words do while a handoff is open: they are for the team. */

describe('what a customer writes while waiting', () => {
  it('can raise the urgency, for the team and in the queue, and opens nothing anew', async () => {
    const { conversation, customer, staff, atDesk } = scene();
    const queue = await atDesk();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    await mira.say('I want to talk to a person');
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({ n: 1, reason: 'customer_request', urgency: 'normal' });
    await mira.say('I want my money back!');
    await ana.until(() => ana.state.handoff?.urgency === 'urgent');
    expect(ana.state.handoff).toMatchObject({ n: 1, reason: 'refund', trigger: 'I want my money back!' });
    await queue.row(conversation, (r) => r.status === 'pending' && r.urgency === 'urgent' && r.reason === 'refund');
    // What is said more calmly afterwards takes nothing back.
    await mira.say('Can I talk to somebody, please?');
    const late = await staff('dele', 'Dele Okafor');
    expect(late.state.handoff).toMatchObject({ n: 1, reason: 'refund', urgency: 'urgent' });
    expect(mira.messages.filter((m) => m.kind === 'event')).toHaveLength(1);
    expect(bot.asked).toEqual([]);
  });

  it('changes nothing once somebody has come, however urgent it is', async () => {
    const { customer, staff } = scene();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    const ana = await staff();
    await ana.claim();
    await mira.say('I want my money back!');
    await ana.message((m) => m.kind === 'customer');
    const late = await staff('dele', 'Dele Okafor');
    expect(late.state.handoff).toMatchObject({ n: 1, status: 'assigned', reason: 'customer_request' });
    expect(bot.asked).toEqual([]);
  });
});

it('whoever waits sees a reply being composed, before anybody has taken the chat', async () => {
  const { customer, staff } = scene();
  const mira = await customer();
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await staff();
  ana.send({ type: 'typing', on: true });
  expect(await mira.next('typing')).toEqual({ type: 'typing', on: true });
  expect(mira.state.phase.is).toBe('waiting');
});

it('handed back, the assistant is told what the person said, and not what the team noted', async () => {
  const { customer, staff } = scene();
  const mira = await customer();
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await staff();
  await ana.reply('I will send you a new lid on Thursday.');
  await ana.ask({ type: 'note', id: clientId(), text: 'Lids are in box 4' });
  await ana.end('follow_up', 'Send the lid');
  await mira.phase('assistant');
  await mira.say('When does it come?');
  await mira.message((m) => m.kind === 'assistant');
  expect(bot.asked).toHaveLength(1);
  expect(bot.asked[0]).toMatchObject({
    text: 'When does it come?',
    history: [{ from: 'staff', text: 'I will send you a new lid on Thursday.' }],
  });
});

for (const type of ['cancel', 'end'] as const) {
  it(`a request and the “${type}” after it happen in that order, also where a wake has lost the settings`, async () => {
    const room = scene();
    const mira = await room.customer();
    await room.evict();
    mira.send({ type: 'request', id: clientId() });
    expect(await mira.ask({ type, id: clientId() })).toMatchObject({ type: 'ack' });
    await mira.until((frames) => frames.some((f) => f.type === 'state' && f.state.phase.is === 'assistant'));
    // What would come late has come.
    await mira.say('Thank you');
    expect(mira.state.phase.is).toBe('assistant');
    const events = mira.messages.flatMap((m) => (m.kind === 'event' ? m.event.what : []));
    expect(events.slice(0, 2)).toEqual(['asked', 'ended']);
  });
}
