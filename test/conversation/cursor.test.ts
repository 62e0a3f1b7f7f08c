import { beforeEach, describe, expect, it } from 'vitest';
import { row } from '../desk/shop';
import { bot } from './bot';
import { clientId, scene } from './client';

beforeEach(() => bot.reset());

/** A talk with a note in it, of which both sides saw the first part. */
async function interrupted() {
  const room = scene();
  const mira = await room.customer();
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await room.staff();
  await ana.claim();
  await mira.say('One');
  await ana.message((m) => m.kind === 'customer');
  const [customerPlace, staffPlace] = [mira.messages.at(-1)?.seq ?? 0, ana.last];
  await ana.ask({ type: 'note', id: clientId(), text: 'Between' });
  await ana.reply('Two');
  await mira.say('Three');
  await ana.end();
  await mira.phase('assistant');
  await room.evict();
  return { room, customerPlace, staffPlace };
}

describe('a client that was away asks from its last place', () => {
  it('and a customer gets the rest in order, once, and what is true now', async () => {
    const { room, customerPlace } = await interrupted();
    const again = await room.silent();
    again.send({ type: 'hello', after: customerPlace, lang: 'en' });
    const { messages, state, last } = await again.next('welcome');
    expect(messages.map((m) => ('text' in m ? m.text : m.kind))).toEqual(['Two', 'Three', 'event']);
    expect(messages.map((m) => m.seq)).toEqual([1, 2, 3].map((n) => customerPlace + n));
    expect(last).toBe(customerPlace + 3);
    expect(state.phase).toEqual({ is: 'assistant' });
    again.send({ type: 'hello', after: last, lang: 'en' });
    expect((await again.next('welcome')).messages).toEqual([]);
  });

  it('and a colleague gets the rest in order, once, notes included, and what is true now', async () => {
    const { room, staffPlace } = await interrupted();
    const again = await room.stranger();
    const { messages, state, last } = await again.hello(staffPlace);
    expect(messages.map((m) => ('text' in m ? m.text : m.kind))).toEqual(['Between', 'Two', 'Three', 'event']);
    expect(messages.map((m) => m.seq)).toEqual([1, 2, 3, 4].map((n) => staffPlace + n));
    expect(state.handoff).toMatchObject({ status: 'ended', outcome: 'resolved' });
    expect((await again.hello(last)).messages).toEqual([]);
  });
});

it('who wrote plain words on one page hears that they are stored, and their other pages hear the words', async () => {
  const room = scene();
  const mira = await room.customer();
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await room.staff();
  await ana.claim();
  const phone = await room.staff();
  const seen = ana.last;
  const send = { type: 'send', id: clientId(), text: 'Hello Mira.', seen, anyway: false, echo: false } as const;
  const ack = await ana.ask(send);
  expect(ack).toMatchObject({ type: 'ack', seq: seen + 1 });
  const theirs = await phone.message((m) => m.kind === 'staff');
  expect(theirs).toMatchObject({ id: send.id, seq: seen + 1, text: 'Hello Mira.' });
  await mira.message((m) => m.kind === 'staff');
  expect(await ana.ask(send)).toEqual(ack);
  expect(ana.messages.filter((m) => m.kind === 'staff')).toEqual([]);
});

it('what whoever waits is told stands in every tab, and in one that starts anew', async () => {
  const room = scene();
  await room.atDesk();
  const assignedAt = Date.now() - 60_000;
  for (const id of ['a', 'b', 'c']) {
    const pickUp = { requestedAt: assignedAt - 200_000, assignedAt };
    await room.desk.update(row(id, { status: 'assistant', handoff: null }), { n: 1, pickUp });
  }
  const [mira, second] = [await room.customer(), await room.customer()];
  await mira.ask({ type: 'request', id: clientId() });
  await mira.until(() => mira.state.phase.is === 'waiting' && mira.state.phase.estimate === 4);
  await second.until(() => second.state.rev >= mira.state.rev);
  expect(second.state.phase).toEqual(mira.state.phase);
  mira.close();
  await room.evict();
  const [anew, back] = [await room.customer(), await room.silent()];
  back.send({ type: 'hello', after: 1, lang: 'en' });
  expect((await back.next('welcome')).state.phase).toEqual(second.state.phase);
  expect(anew.state.phase).toEqual(second.state.phase);
});

it('the question how it was is there again in a page that starts anew, with what was answered', async () => {
  const room = scene();
  const mira = await room.customer();
  await mira.ask({ type: 'request', id: clientId() });
  await mira.ask({ type: 'cancel', id: clientId() });
  await mira.until(() => mira.state.rating);
  await room.evict();
  const again = await room.customer();
  expect(again.state.rating).toEqual({ handoff: 1, source: 'cancelled', thumb: null, comment: '' });
  await again.ask({ type: 'rate', id: clientId(), handoff: 1, thumb: 'down', comment: 'Too slow' });
  const third = await room.customer();
  expect(third.state.rating).toMatchObject({ thumb: 'down', comment: 'Too slow' });
  expect(await third.ask({ type: 'rate', id: clientId(), handoff: 1, thumb: 'up', comment: '' })).toMatchObject({
    type: 'ack',
  });
  expect((await room.customer()).state.rating).toMatchObject({ thumb: 'up', comment: '' });
});
