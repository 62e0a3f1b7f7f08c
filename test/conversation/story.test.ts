import { abortAllDurableObjects, env, evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bot, broken, led, unsure } from './bot';
import { clientId, scene } from './client';
import { messageRows } from './stored';

beforeEach(() => {
  bot.reset();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the main story', () => {
  it('a customer asks, a person takes over, it ends well, with an eviction between any two steps', async () => {
    const { store, conversation, stub, desk, customer, staff, atDesk } = scene();
    const queue = await atDesk();
    const mira = await customer();

    await mira.say('Which kettle pours slowly?');
    await mira.message((m) => m.kind === 'assistant');
    await evictDurableObject(stub);

    mira.send({ type: 'request', id: 'request-0001' });
    await mira.phase('waiting');
    expect(mira.messages.at(-1)).toMatchObject({ kind: 'event', event: { what: 'asked', source: 'customer' } });
    const row = await queue.row(conversation, (r) => r.status === 'pending');
    expect(row).toMatchObject({ reason: 'customer_request', urgency: 'normal', unread: 1 });

    await evictDurableObject(stub);
    await evictDurableObject(desk);
    const ana = await staff('ana', 'Ana Kovač');
    const dele = await staff('dele', 'Dele Okafor');
    expect(ana.state.soFar?.openQuestion?.text).toBe('Which kettle pours slowly?');

    const claims = await Promise.all([ana.claim(), dele.claim()]);
    expect(claims.map((c) => c.type).sort()).toEqual(['ack', 'error']);
    const [winner, loser] = claims[0]?.type === 'ack' ? [ana, dele] : [dele, ana];
    const lost = claims.find((c) => c.type === 'error');
    expect(lost).toMatchObject({ code: 'taken', by: winner === ana ? 'Ana Kovač' : 'Dele Okafor' });
    const person = (await mira.phase('person')).phase;
    expect(person).toMatchObject({ person: { name: winner === ana ? 'Ana' : 'Dele' } });
    await queue.row(conversation, (r) => r.status === 'assigned');

    await evictDurableObject(stub);
    winner.send({ type: 'typing', on: true });
    expect(await mira.next('typing')).toEqual({ type: 'typing', on: true });
    expect((await winner.reply('Hi, the Arc pours slowly.')).type).toBe('ack');
    await mira.message((m) => m.kind === 'staff' && m.text === 'Hi, the Arc pours slowly.');
    mira.send({ type: 'typing', on: true });
    expect(await winner.next('typing')).toMatchObject({ who: null, on: true });
    await mira.say('Thank you!');
    await winner.message((m) => m.kind === 'customer' && m.text === 'Thank you!');
    expect(await loser.reply('Me too!')).toMatchObject({ type: 'error', code: 'not_yours' });

    await evictDurableObject(stub);
    expect((await winner.end('resolved', 'Wanted the Arc')).type).toBe('ack');
    await mira.phase('assistant');
    expect(mira.messages.at(-1)).toMatchObject({ kind: 'event', event: { what: 'ended', how: 'session' } });
    expect(mira.state.rating).toBeNull();

    await evictDurableObject(stub);
    // It was told with the end for two seconds later, which are waited for here.
    await mira.until(() => mira.state.rating);
    expect(mira.state.rating).toEqual({ handoff: 1, source: 'ended', thumb: null, comment: '' });

    mira.send({ type: 'rate', id: 'rating-00001', handoff: 1, thumb: 'up', comment: 'Quick' });
    await winner.until(() => winner.state.handoff?.rating);
    expect(winner.state.handoff?.rating).toEqual({ thumb: 'up', comment: 'Quick', source: 'ended' });
    await vi.waitFor(async () => {
      const history = await env.DB.prepare('SELECT * FROM handoff WHERE store_id = ?').bind(store).first();
      expect(history).toMatchObject({
        conversation_id: conversation,
        outcome: 'resolved',
        note: 'Wanted the Arc',
        rating: 'up',
        rating_source: 'ended',
        rating_comment: 'Quick',
        last_assignee: winner === ana ? 'ana' : 'dele',
      });
    });
    const words = await env.DB.prepare('SELECT transcript FROM conversation WHERE store_id = ?').bind(store).first();
    expect(String(words?.transcript)).toContain('Hi, the Arc pours slowly.');
  });

  it('cancelling while waiting says so, brings the assistant back and asks with its own source', async () => {
    const { stub, customer } = scene();
    const mira = await customer();
    mira.send({ type: 'request', id: 'request-0001' });
    await mira.phase('waiting');
    mira.send({ type: 'cancel', id: 'cancel-00001' });
    await mira.phase('assistant');
    expect(mira.messages.at(-1)).toMatchObject({ event: { what: 'ended', how: 'cancelled' } });
    await evictDurableObject(stub);
    await mira.until(() => mira.state.rating);
    expect(mira.state.rating?.source).toBe('cancelled');
    await mira.say('Do you have filters?');
    await mira.message((m) => m.kind === 'assistant');
  });

  it('ending the chat cancels what is open, once, and whoever writes on goes on', async () => {
    const { customer, staff } = scene();
    const mira = await customer();
    await mira.say('Hello');
    await mira.ask({ type: 'request', id: clientId() });
    const ana = await staff();
    await ana.claim();
    await mira.phase('person');
    for (const _ of [1, 2]) expect(await mira.ask({ type: 'end', id: clientId() })).toMatchObject({ type: 'ack' });
    await mira.phase('assistant');
    const happened = mira.messages.flatMap((m) => (m.kind === 'event' ? m.event.what : []));
    expect(happened.slice(-2)).toEqual(['ended', 'closed']);
    expect(mira.frames.some((f) => f.type === 'state' && f.state.rating?.source === 'cancelled')).toBe(true);
    expect(ana.state.handoff).toMatchObject({ status: 'ended', outcome: 'cancelled' });
    await ana.message((m) => m.kind === 'event' && m.event.what === 'closed');
    await mira.say('One more thing');
    await mira.message((m) => m.kind === 'assistant' && m.seq > 7);
  });

  it('claim and cancel at the same instant: one wins, and the other side sees the true state', async () => {
    const { customer, staff } = scene();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    const ana = await staff();
    const [claimed, cancelled] = await Promise.all([
      ana.claim(),
      mira.ask({ type: 'cancel', id: clientId(), seen: 'waiting' }),
    ]);
    if (claimed.type === 'ack') {
      expect(cancelled).toMatchObject({ type: 'error', code: 'taken', by: 'Ana' });
      expect((await mira.phase('person')).phase).toMatchObject({ person: { name: 'Ana' } });
    } else {
      expect([claimed, cancelled]).toMatchObject([{ code: 'handoff_over' }, { type: 'ack' }]);
      expect(ana.state.handoff).toMatchObject({ status: 'ended', outcome: 'cancelled' });
    }
  });

  it('two answers in a row that it was not sure of: the assistant asks for a person itself', async () => {
    const { customer, staff } = scene();
    bot.next(unsure, unsure);
    const mira = await customer();
    await mira.say('Can it fly?');
    await mira.message((m) => m.kind === 'assistant');
    expect(mira.state.phase.is).toBe('assistant');
    await mira.say('Can it swim?');
    await mira.phase('waiting');
    const words = mira.messages.findLast((m) => m.kind === 'assistant');
    expect(words).toMatchObject({ text: 'I do not know.\n\nI am asking a person to join.', cut: null });
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({ reason: 'low_confidence', source: 'assistant' });
    expect(ana.state.soFar?.gaveUpAt?.confidence).toBe(0.1);
    expect(ana.state.soFar?.openQuestion?.text).toBe('Can it swim?');
  });

  it('handed back, the assistant asks for nobody by itself in the next two messages', async () => {
    const { customer, staff } = scene();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    const ana = await staff();
    await ana.claim();
    await ana.end();
    await mira.phase('assistant');
    bot.next(unsure, unsure, unsure);
    for (const place of [1, 2]) {
      await mira.say(`What is this thing, number ${place}?`);
      await mira.until(() => mira.messages.filter((m) => m.kind === 'assistant').length === place);
      expect((await mira.hello(mira.messages.length)).state.phase.is).toBe('assistant');
    }
    await mira.say('And this one?');
    await mira.phase('waiting');
    expect((await staff('dele', 'Dele Okafor')).state.handoff).toMatchObject({ n: 2, reason: 'low_confidence' });
  });

  it('asking for a person in words opens a handoff, and the assistant stays silent', async () => {
    const { customer, staff } = scene();
    const mira = await customer();
    await mira.say('Can I talk to a person?');
    await mira.phase('waiting');
    await mira.say('Are you there?');
    const ana = await staff();
    await ana.message((m) => m.kind === 'customer' && m.text === 'Are you there?');
    expect(bot.asked).toEqual([]);
    expect(ana.state.handoff).toMatchObject({ reason: 'customer_request', trigger: 'Can I talk to a person?' });
  });
});

describe('the first responder is fenced', () => {
  it('an answer that is being streamed when the customer asks for a person stops there, is kept and marked', async () => {
    const { customer } = scene();
    const answer = led();
    bot.next(answer.script);
    const mira = await customer();
    await mira.say('How does an exchange work?');
    answer.say('Once the parcel');
    await mira.next('piece');
    mira.send({ type: 'request', id: 'request-0001' });
    await mira.phase('waiting');
    // What comes late was heard by the object, and went nowhere.
    answer.say(' has arrived you');
    await vi.waitFor(() => expect(answer.left()).toBe(0));
    await mira.say('Hello?');
    const said = mira.messages.filter((m) => m.kind === 'assistant');
    expect(said).toMatchObject([{ text: 'Once the parcel', cut: { by: null } }]);
    const opened = mira.frames.findIndex((f) => f.type === 'message' && f.message.kind === 'event');
    expect(mira.frames.slice(opened).some((f) => f.type === 'piece')).toBe(false);
  });

  it('an answer is cut off by the person who takes over, and names them', async () => {
    const { customer, staff } = scene();
    const mira = await customer();
    await mira.say('Hello');
    await mira.message((m) => m.kind === 'assistant');
    const ana = await staff();
    const answer = led();
    bot.next(answer.script);
    await mira.say('How does an exchange work?');
    answer.say('Once the parcel');
    await ana.next('piece');
    expect((await ana.claim()).type).toBe('ack');
    await mira.message((m) => m.kind === 'assistant' && m.cut?.by === 'Ana');
    answer.end();
  });

  it('an interrupted answer is asked for once more; the second time a person is asked', async () => {
    const { customer, staff } = scene();
    const [first, second] = [led(), led()];
    bot.next(first.script, second.script);
    const mira = await customer();
    await mira.say('How long is the warranty?');
    first.say('Two ye');
    await mira.next('piece');
    // The runtime goes down in the middle of the answer, with every socket.
    await abortAllDurableObjects();
    const again = await customer();
    second.say('Two');
    await again.next('piece', (f) => f.offset === 0 && f.text === 'Two');
    await abortAllDurableObjects();
    const third = await customer();
    await third.phase('waiting');
    expect(bot.asked.map((q) => q.text)).toEqual(['How long is the warranty?', 'How long is the warranty?']);
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({ reason: 'assistant_error', trigger: 'How long is the warranty?' });
  });

  it('an answer that fails twice in a row opens the handoff with its own reason', async () => {
    const { customer, staff } = scene();
    bot.next(broken, broken);
    const mira = await customer();
    await mira.say('Hello?');
    await mira.phase('waiting');
    expect(mira.messages.filter((m) => m.kind === 'assistant')).toEqual([]);
    expect((await staff()).state.handoff?.reason).toBe('assistant_error');
  });
});

describe('what is newer says so', () => {
  it('to everybody, over evictions too: a client never shows an older state over a newer one', async () => {
    const room = scene();
    const queue = await room.atDesk();
    const mira = await room.customer();
    await mira.say('Hello');
    await mira.message((m) => m.kind === 'assistant');
    await room.evict();
    await mira.ask({ type: 'request', id: clientId() });
    const ana = await room.staff();
    await room.evict();
    await ana.claim();
    await room.evict();
    const talking = ana.state.rev;
    await ana.end();
    await mira.phase('assistant');
    await queue.until((frames) => frames.some((f) => f.type === 'gone' && f.rev > talking));
    const states = [mira, ana].map(({ frames }) =>
      frames.flatMap((f) => (f.type === 'state' || f.type === 'welcome' ? [f.state.rev] : [])),
    );
    const rows = queue.frames.flatMap((f) => (f.type === 'row' ? [f.row.rev] : []));
    for (const revs of [...states, rows]) {
      expect(revs.length).toBeGreaterThan(1);
      expect(revs).toEqual([...new Set(revs)].sort((a, b) => a - b));
    }
  });
});

describe('what waits for time', () => {
  it('nobody comes: it takes longer, then it is unanswered, each once, and the assistant is back', async () => {
    const { stub, customer } = scene();
    const mira = await customer();
    mira.send({ type: 'request', id: 'request-0001' });
    await mira.phase('waiting');
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(start + 5 * 60_000 + 1);
    await evictDurableObject(stub);
    await runDurableObjectAlarm(stub);
    await mira.until(() => mira.state.phase.is === 'waiting' && mira.state.phase.longer);
    vi.setSystemTime(start + 30 * 60_000 + 1);
    await evictDurableObject(stub);
    await runDurableObjectAlarm(stub);
    await mira.phase('assistant');
    expect(mira.messages.at(-1)).toMatchObject({ event: { what: 'ended', how: 'unanswered' } });
    vi.setSystemTime(start + 30 * 60_000 + 2_100);
    await runDurableObjectAlarm(stub);
    await mira.until(() => mira.state.rating?.source === 'unanswered');
    expect(mira.messages.filter((m) => m.kind === 'event' && m.event.what === 'ended')).toHaveLength(1);
  });

  it('a conversation that pauses leaves its words in history and the queue', async () => {
    const { store, conversation, stub, customer, atDesk } = scene();
    const queue = await atDesk();
    const mira = await customer();
    await mira.say('Hello');
    await mira.message((m) => m.kind === 'assistant');
    await queue.row(conversation, (r) => r.status === 'assistant');
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 5 * 60_000 + 1);
    await runDurableObjectAlarm(stub);
    await queue.until((frames) => frames.some((f) => f.type === 'gone' && f.id === conversation));
    const row = await env.DB.prepare('SELECT messages, transcript FROM conversation WHERE store_id = ?')
      .bind(store)
      .first();
    expect(row?.messages).toBe(2);
    expect(String(row?.transcript)).toContain('Hello');
  });

  it('a talk that a person has ended leaves the queue with its end, and comes back with the next words', async () => {
    const { conversation, customer, staff, atDesk } = scene();
    const queue = await atDesk();
    const mira = await customer();
    mira.send({ type: 'request', id: clientId() });
    await mira.phase('waiting');
    const ana = await staff();
    await ana.claim();
    await queue.row(conversation, (r) => r.status === 'assigned');
    await ana.end();
    await queue.until((frames) => frames.some((f) => f.type === 'gone' && f.id === conversation));
    await mira.say('One more thing');
    await queue.row(conversation, (r) => r.status === 'assistant');
  });
});

describe('what it costs', () => {
  it('one row a message in the object, idempotency included, and a repeated one none', async () => {
    const { stub, customer } = scene();
    const mira = await customer();
    await mira.say('Hello');
    await mira.message((m) => m.kind === 'assistant');
    const before = await messageRows(stub);
    await mira.say('And filters?', 'the-same-id-1');
    await mira.message((m) => m.kind === 'assistant' && m.text.includes('filters'));
    await mira.say('And filters?', 'the-same-id-1');
    expect(await messageRows(stub)).toBe(before + 2);
    expect(await mira.say('Other words', 'the-same-id-1')).toMatchObject({ type: 'error', code: 'id_reused' });
  });
});
