import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tryRule } from '../../src/history/try-rule';
import { ruleOf } from '../rule';
import { bot, unsure } from './bot';
import { clientId } from './client';
import { shop } from './shop';

beforeEach(() => bot.reset());

const cart = (value: number) => ({ value, currency: 'EUR', items: [{ title: 'Kettle', quantity: 2, price: 39.9 }] });

describe('what the shop’s page tells', () => {
  it('stands beside the chat, live: cart, order and properties as the page has them now', async () => {
    const { customer, staff } = await shop();
    const mira = await customer();
    await mira.say('Hello');
    mira.send({ type: 'set', cart: cart(79.8), order: { number: '10482', status: 'shipped' } });
    mira.send({ type: 'set', properties: [{ name: 'plan', value: 'gold' }], tags: ['vip'] });
    const ana = await staff();
    await ana.until(() => ana.state.customer.shop?.tags?.length === 1);
    expect(ana.state.customer.shop).toMatchObject({
      cart: { value: 79.8, currency: 'EUR', items: [{ title: 'Kettle', quantity: 2 }] },
      order: { number: '10482', status: 'shipped' },
      properties: [{ name: 'plan', value: 'gold' }],
    });
    mira.send({ type: 'set', cart: null });
    await ana.until(() => ana.state.customer.shop?.cart === null);
    expect(ana.state.customer.shop?.order?.number).toBe('10482');
  });

  it('is refused kindly where it is more than a socket can keep, and what was known stays', async () => {
    const { customer, staff } = await shop();
    const mira = await customer();
    await mira.say('Hello');
    mira.send({ type: 'set', cart: cart(10) });
    const items = Array.from({ length: 20 }, (_, n) => ({ title: `${n} ${'x'.repeat(190)}`, quantity: 1 }));
    mira.send({ type: 'set', cart: { value: 5, currency: 'EUR', items } });
    expect(await mira.until((frames) => frames.find((f) => f.type === 'error'))).toMatchObject({ code: 'too_large' });
    const ana = await staff();
    expect(ana.state.customer.shop?.cart?.value).toBe(10);
  });
});

describe('where a person was asked for', () => {
  it('stays beside the chat when the page is gone, and goes into history for rules to be tried on', async () => {
    const { customer, staff, store } = await shop();
    const mira = await customer();
    mira.send({ type: 'set', cart: cart(79.8), properties: [{ name: 'plan', value: 'gold' }] });
    await mira.say('Hello');
    await mira.ask({ type: 'request', id: clientId() });
    await mira.phase('waiting');
    mira.close();
    const ana = await staff();
    await ana.until(() => !ana.state.customer.here && ana.state.customer.shop);
    expect(ana.state.customer).toMatchObject({
      here: false,
      page: { url: 'https://shop.example/p' },
      shop: { cart: { value: 79.8 }, properties: [{ name: 'plan', value: 'gold' }] },
    });
    await ana.claim();
    await ana.end('resolved');
    const rule = ruleOf({ cart: { is: 'least', value: 79 }, pages: ['/p'] });
    await vi.waitFor(async () => {
      const tried = await tryRule(env.DB, store, { rule, days: 7, after: null }, Date.now());
      expect(tried).toMatchObject({ fired: 1, unknown: 0 });
    });
  });
});

describe('a store’s rule', () => {
  it('asks for a person by the cart, for the reason and with the urgency that it names', async () => {
    const dear = ruleOf({ cart: { is: 'least', value: 500 }, asks: true, as: 'unsupported_topic', urgency: 'urgent' });
    const { customer, staff } = await shop({ rules: [dear] });
    const mira = await customer();
    mira.send({ type: 'set', cart: cart(499) });
    await mira.say('Do you have a blue one?');
    await mira.message((m) => m.kind === 'assistant');
    mira.send({ type: 'set', cart: cart(500) });
    await mira.say('And a green one?');
    await mira.phase('waiting');
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({ reason: 'unsupported_topic', source: 'rule', urgency: 'urgent' });
  });

  it('asks for one by answers that failed, sooner than the assistant would', async () => {
    const { customer, staff } = await shop({ rules: [ruleOf({ unsure: 1, asks: true })] });
    bot.next(unsure);
    const mira = await customer();
    await mira.say('Does it fit a ship?');
    await mira.phase('waiting');
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({ reason: 'rule', trigger: 'Does it fit a ship?' });
  });

  it('keeps words and an unsure assistant from asking for one; the button still does', async () => {
    const never = ruleOf({ pages: ['shop.example'], never: true });
    const { customer } = await shop({ rules: [never] });
    bot.next(unsure, unsure, unsure);
    const mira = await customer();
    for (const text of ['I want to talk to a human', 'Why?', 'Hm?']) await mira.say(text);
    await mira.message((m) => m.kind === 'assistant' && m.answer === 'answer-5');
    expect(mira.state.phase.is).toBe('assistant');
    await mira.ask({ type: 'request', id: clientId() });
    await mira.phase('waiting');
  });
});
