import { abortAllDurableObjects, env, evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import { botView, newKey, newSecret } from '../../src/assistant/webhook/bot';
import { refusal } from '../routes/visit';
import { clientId } from './client';
import { messageOf, ownBot } from './own-bot';
import { pass, SECOND } from './shop';

/** The merchant's own bot, called over real HTTP and answering through the API. */

afterEach(() => {
  vi.useRealTimers();
});

const answerTo = (turn: number, more: Record<string, unknown> = {}) => ({
  turn,
  id: clientId(),
  text: 'The Arc pours slowly.',
  ...more,
});

describe('the bot is called for every message', () => {
  it('signed, with what was said since the last call, and answers with the turn that it was given', async () => {
    const { customer, staff, calls, says, secret, conversation, stub } = await ownBot();
    const mira = await customer();
    await mira.say('Which kettle pours slowly?');
    const [first] = await calls(1);
    expect(new Webhook(secret).verify(first?.body ?? '', first?.headers ?? {})).toMatchObject({ type: 'message' });
    expect(messageOf(first)).toMatchObject({
      conversation,
      turn: 1,
      message: { seq: 1, text: 'Which kettle pours slowly?' },
      history: [],
      customer: {
        language: 'en',
        timeZone: 'Europe/Sofia',
        page: { url: 'https://shop.example/p' },
        email: null,
        verified: null,
      },
      shop: { isOpen: true, opensAt: null },
      handedBack: null,
    });

    await evictDurableObject(stub);
    const card = { id: 'arc', title: '\u202eArc\u0007', url: 'https://shop.example/arc', availability: 'in_stock' };
    const answer = answerTo(1, { cards: [card], replies: ['Add a \u2067filter', 'No, thanks'], query: 'kettle' });
    const answered = await says('answers', answer);
    expect([answered.status, await answered.json()]).toEqual([201, { seq: 2 }]);
    expect(await mira.message((m) => m.kind === 'assistant')).toMatchObject({
      text: 'The Arc pours slowly.',
      cards: [{ id: 'arc', title: 'Arc', price: null }],
      replies: ['Add a filter', 'No, thanks'],
    });
    const ana = await staff();
    expect(await ana.message((m) => m.kind === 'assistant')).toMatchObject({
      facts: { by: 'webhook', query: 'kettle', sure: true, products: [{ id: 'arc' }] },
    });

    await mira.say('Add a filter');
    const second = messageOf((await calls(2))[1]);
    expect(second.message.text).toBe('Add a filter');
    expect(second.history.map(({ from, text }) => [from, text])).toEqual([['assistant', 'The Arc pours slowly.']]);
  });

  it('with whom the shop has signed in', async () => {
    const { customer, calls } = await ownBot();
    const verified = { sub: '4711', name: 'Mila Petrova', email: 'mila@customers.example' };
    const mila = await customer(undefined, { ...verified, device: 'phone' });
    await mila.say('Where is my order?');
    expect(messageOf((await calls(1))[0]).customer).toMatchObject({
      name: 'Mila Petrova',
      email: { address: verified.email, confirmed: true },
      verified,
    });
  });

  it('once, though the object is gone before it was and the customer asks after it', async () => {
    const { customer, calls, plan, says } = await ownBot();
    await plan({ status: 500 });
    const mira = await customer();
    await mira.say('Which kettle pours slowly?');
    await calls(1);
    await abortAllDurableObjects();
    const again = await customer();
    const [one, two] = await calls(2);
    expect(one?.headers['webhook-id']).toBe(two?.headers['webhook-id']);
    expect((await says('answers', answerTo(1))).status).toBe(201);
    await again.message((m) => m.kind === 'assistant');
    await again.hello();
    await again.say('And filters?');
    expect(messageOf((await calls(3))[2]).message.text).toBe('And filters?');
  });

  it('two secrets sign for a day after one was made anew', async () => {
    const { customer, calls, secret, store } = await ownBot();
    const fresh = await newSecret(env, { store, id: 'ana', name: 'Ana' }, Date.now());
    const mira = await customer();
    await mira.say('Hello?');
    const [call] = await calls(1);
    for (const one of [secret, fresh]) new Webhook(one).verify(call?.body ?? '', call?.headers ?? {});
    expect(call?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
  });

  it('private notes are not told, and what was said to a person is', async () => {
    const { customer, staff, calls, says } = await ownBot();
    const mira = await customer();
    await mira.say('Hello?');
    await calls(1);
    await says('answers', answerTo(1));
    mira.send({ type: 'request', id: 'request-0001' });
    await mira.phase('waiting');
    const ana = await staff();
    await ana.claim();
    await ana.ask({ type: 'note', id: clientId(), text: 'zebra-4711' });
    await mira.say('My lamp is broken');
    await ana.reply('A new one leaves on Monday.');
    await ana.end('resolved', 'goodwill');
    await mira.phase('assistant');
    await mira.say('Thanks. And filters?');
    const calls2 = await calls(2);
    expect(calls2).toHaveLength(2);
    expect(calls2[1]?.body).not.toContain('zebra-4711');
    const told = messageOf(calls2[1]);
    expect(told.history.map(({ text }) => text)).toEqual([
      'The Arc pours slowly.',
      'My lamp is broken',
      'A new one leaves on Monday.',
    ]);
    expect(told).toMatchObject({ turn: 4, handedBack: { by: 'Ana', outcome: 'resolved', privateNote: 'goodwill' } });
  });
});

describe('what the bot says', () => {
  it('in an older turn is refused, and the customer reads none of it', async () => {
    const { customer, calls, says } = await ownBot();
    const mira = await customer();
    await mira.say('Hello?');
    await calls(1);
    mira.send({ type: 'request', id: 'request-0001' });
    await mira.phase('waiting');
    for (const [what, json] of [
      ['answers', answerTo(1)],
      ['answers', answerTo(2)],
      ['pieces', { turn: 1, id: clientId(), offset: 0, text: 'The' }],
      ['typing', { turn: 1, on: true }],
      ['handoff', { turn: 1, reason: 'refund' }],
    ] as const) {
      expect(await refusal(await says(what, json))).toBe('409 stale_turn');
    }
    expect(mira.messages.some((m) => m.kind === 'assistant')).toBe(false);
    // Also when the bot is first responder again: what it was asked then was answered otherwise, or not wanted any more.
    mira.send({ type: 'cancel', id: 'cancel-00001' });
    await mira.phase('assistant');
    expect(await refusal(await says('answers', answerTo(1)))).toBe('409 stale_turn');
    expect((await says('answers', answerTo(mira.state.turn))).status).toBe(201);
  });

  it('after the customer has ended the chat is refused, until they write on', async () => {
    const { customer, calls, says } = await ownBot();
    const mira = await customer();
    await mira.say('Which kettle?');
    await calls(1);
    const piece = { turn: 1, id: clientId(), offset: 0, text: 'The Arc ' };
    expect((await says('pieces', piece)).status).toBe(200);
    await mira.ask({ type: 'end', id: clientId() });
    await mira.until((frames) => frames.some((frame) => frame.type === 'dropped'));
    for (const [what, json] of [
      ['answers', answerTo(1)],
      ['answers', answerTo(1, { re: 1 })],
      ['pieces', { ...piece, offset: 8 }],
      ['typing', { turn: 1, on: true }],
      ['handoff', { turn: 1, reason: 'refund' }],
    ] as const) {
      expect(await refusal(await says(what, json))).toBe('409 stale_turn');
    }
    expect(mira.messages.at(-1)).toMatchObject({ event: { what: 'closed' } });
    await mira.say('And which filter?');
    await calls(2);
    expect(await refusal(await says('answers', answerTo(1, { re: 1 })))).toBe('409 stale_turn');
    expect((await says('answers', answerTo(1))).status).toBe(201);
    await mira.message((m) => m.kind === 'assistant');
  });

  it('sent again with the same id is the same message, and with other words refused', async () => {
    const { customer, calls, says } = await ownBot();
    const mira = await customer();
    await mira.say('Hello?');
    await calls(1);
    const answer = answerTo(1);
    const twice = [await says('answers', answer), await says('answers', answer)];
    expect(await Promise.all(twice.map((one) => one.json()))).toEqual([{ seq: 2 }, { seq: 2 }]);
    expect(await refusal(await says('answers', { ...answer, text: 'Other words' }))).toBe('409 id_reused');
    expect((await says('answers', answerTo(1, { text: 'And one more thing.' }))).status).toBe(201);
    await mira.message((m) => m.kind === 'assistant' && m.text === 'And one more thing.');
    expect(mira.messages.filter((m) => m.kind === 'assistant')).toHaveLength(2);
  });

  it('comes in pieces where it streams, each after the last, and is cut off where a person takes over', async () => {
    const { customer, staff, calls, says } = await ownBot();
    const mira = await customer();
    await mira.say('Hello?');
    await calls(1);
    const id = clientId();
    expect((await says('pieces', { turn: 1, id, offset: 0, text: 'The Arc ' })).status).toBe(200);
    expect((await says('pieces', { turn: 1, id, offset: 8, text: 'pours' })).status).toBe(200);
    expect(await refusal(await says('pieces', { turn: 1, id, offset: 20, text: 'slowly' }))).toBe('409 out_of_order');
    await mira.until((frames) => frames.some((f) => f.type === 'piece' && f.text === 'pours' && f.offset === 8));
    const ana = await staff();
    await ana.claim();
    expect(await mira.message((m) => m.kind === 'assistant')).toMatchObject({
      text: 'The Arc pours',
      cut: { by: 'Ana' },
    });
    expect(await refusal(await says('answers', { turn: 1, id, text: 'The Arc pours slowly.' }))).toBe('409 stale_turn');
  });

  it('that it types is shown', async () => {
    const { customer, calls, says } = await ownBot();
    const mira = await customer();
    await mira.say('Hello?');
    await calls(1);
    await says('typing', { turn: 1, on: true });
    await mira.until((frames) => frames.some((f) => f.type === 'typing' && f.on));
  });

  it('opens a handoff with its reason, and can raise the urgency', async () => {
    const { customer, staff, calls, says } = await ownBot();
    const mira = await customer();
    await mira.say('We would take two hundred of them');
    await calls(1);
    const summary = 'Wants two hundred kettles.';
    expect((await says('handoff', { turn: 1, reason: 'rule', urgency: 'urgent', summary })).status).toBe(201);
    await mira.phase('waiting');
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({
      reason: 'rule',
      urgency: 'urgent',
      source: 'assistant',
      trigger: 'We would take two hundred of them',
    });
  });

  it('unsurely, twice in a row, opens one too', async () => {
    const { customer, staff, calls, says } = await ownBot();
    const mira = await customer();
    for (const n of [1, 2]) {
      await mira.say(`Can it fly, number ${n}?`);
      await calls(n);
      await says('answers', answerTo(1, { text: `No idea ${n}.`, confidence: 0.1 }));
    }
    await mira.phase('waiting');
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({ reason: 'low_confidence' });
    expect(ana.state.soFar).toMatchObject({ gaveUpAt: { confidence: 0.1 } });
  });

  it('is refused without the store’s own key, for another store’s conversation, and for what does not fit', async () => {
    const { customer, calls, says, store, key } = await ownBot();
    const others = await ownBot();
    const mira = await customer();
    await mira.say('Hello?');
    await calls(1);
    expect(await refusal(await says('answers', answerTo(1), ''))).toBe('401 unauthorized');
    expect(await refusal(await says('answers', answerTo(1), `${key.slice(0, -1)}~`))).toBe('401 unauthorized');
    expect(await refusal(await says('answers', answerTo(1), others.key))).toBe('404 not_found');
    expect(await refusal(await says('answers', answerTo(1), key, await newConversationId(store)))).toBe(
      '404 not_found',
    );
    expect(await refusal(await says('answers', answerTo(1), key, 'nonsense'))).toBe('404 not_found');
    for (const wrong of [
      { text: '' },
      { text: 'x'.repeat(4_001) },
      { id: 'short' },
      { turn: 'one' },
      { cards: [{ id: 'a', title: 'A', url: 'javascript:alert(1)', availability: 'in_stock' }] },
      { links: [{ title: 'A', url: 'file:///etc/passwd' }] },
      { replies: Array(7).fill('yes') },
      { confidence: 2 },
    ]) {
      expect(await refusal(await says('answers', answerTo(1, wrong)))).toBe('400 bad_request');
    }
    expect(await refusal(await says('answers', answerTo(1, { text: 'x'.repeat(70_000) })))).toBe('413 too_large');
    await newKey(env, { store, id: 'ana', name: 'Ana' }, Date.now());
    expect(await refusal(await says('answers', answerTo(1)))).toBe('401 unauthorized');
  });
});

describe('a bot that fails', () => {
  it.each([
    ['three times', [{ status: 500 }, { status: 500 }, { status: 503 }], 3, { why: 'status', status: 503 }],
    ['for good', [{ status: 410 }], 1, { why: 'status', status: 410 }],
    [
      'by sending elsewhere',
      [{ status: 307, headers: { location: 'https://localhost/' } }],
      1,
      { why: 'refused_address' },
    ],
  ])('%s: a person is asked for, and the merchant sees why', async (_, answers, tries, failure) => {
    const { customer, staff, plan, calls, stub, store } = await ownBot();
    await plan(...answers);
    const mira = await customer();
    await mira.say('Which kettle pours slowly?');
    for (let n = 1; n < tries; n++) {
      await calls(n);
      // The next try is due a moment later, and survives that nobody is awake.
      await evictDurableObject(stub);
    }
    await mira.phase('waiting');
    expect(await calls(tries)).toHaveLength(tries);
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({
      reason: 'assistant_error',
      source: 'assistant',
      trigger: 'Which kettle pours slowly?',
    });
    await vi.waitFor(async () => expect((await botView(env, store)).failures).toMatchObject([failure]));
  });

  it('by never answering what it took: a person is asked for when its time is up', async () => {
    const { customer, staff, calls, stub, store } = await ownBot({ botAnswersWithin: 30 });
    const mira = await customer();
    vi.useFakeTimers({ toFake: ['Date'] });
    await mira.say('Which kettle pours slowly?');
    await calls(1);
    await evictDurableObject(stub);
    await pass(stub, 29 * SECOND);
    expect(mira.state.phase.is).toBe('assistant');
    await pass(stub, 2 * SECOND);
    await mira.phase('waiting');
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({ reason: 'assistant_error' });
    await vi.waitFor(async () => expect((await botView(env, store)).failures).toMatchObject([{ why: 'late' }]));
  });

  it('is not late with what it has answered', async () => {
    const { customer, calls, says, stub } = await ownBot({ botAnswersWithin: 30 });
    const mira = await customer();
    await mira.say('Which kettle pours slowly?');
    await calls(1);
    await says('answers', answerTo(1));
    await mira.message((m) => m.kind === 'assistant');
    await pass(stub, 60 * SECOND);
    await runDurableObjectAlarm(stub);
    expect(mira.state.phase.is).toBe('assistant');
  });

  it('because the store has named none: the built-in assistant answers', async () => {
    const { customer, store, staff } = await ownBot();
    await env.DB.prepare('UPDATE responder SET bot_url = NULL WHERE store_id = ?1').bind(store).run();
    const mira = await customer();
    await mira.say('Which kettle pours slowly?');
    await mira.message((m) => m.kind === 'assistant');
    const ana = await staff();
    expect(await ana.message((m) => m.kind === 'assistant')).toMatchObject({ facts: { by: 'catalog' } });
  });
});
