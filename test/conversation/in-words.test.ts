import { env, evictDurableObject } from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import { modelShop, says, searches } from '../assistant/model-shop';
import { mailArrives } from '../routes/visit';
import { clientId } from './client';
import { hook } from './hooked';
import { ownBot } from './own-bot';
import { HOUR, hire, pass, SECOND, shop } from './shop';

/** What led to a handoff, in a model's two sentences beside the recorded facts. */

const WORDS = 'Wants a kettle that pours slowly. Asked whether it fits a gas stove.';

describe('a summary in words', () => {
  it('is made once when somebody asks, never waited for, and kept with the handoff', async () => {
    const { plan, customer, staff, stub, asked, store } = await modelShop({ firstLanguage: 'bg' });
    const crm = await hook(store, ['handoff.opened', 'summary.written']);
    await plan(searches('kettle'), says('The Arc.', { products: ['kettle-1'] }));
    const mira = await customer();
    await mira.say('Which kettle pours slowly?');
    await mira.message((m) => m.kind === 'assistant');
    await plan({ status: 503 }, { text: [`  ${WORDS}\n`] });
    // Ahead of the platform's clock, so that the next try is rung by hand.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HOUR });
    mira.send({ type: 'request', id: 'request-0001' });
    await mira.phase('waiting');
    // The first try has failed, and nobody is awake when the next one is due.
    await vi.waitFor(async () => expect((await asked()).length).toBe(3));
    const ana = await staff();
    expect(ana.state.soFar?.inWords).toBeUndefined();
    await evictDurableObject(stub);
    await pass(stub, 2 * SECOND);
    await ana.until(() => ana.state.soFar?.inWords);
    expect(ana.state.soFar).toMatchObject({
      lookedFor: [{ text: 'Which kettle pours slowly?' }],
      tried: [{ what: 'products', titles: ['Arc kettle'] }],
      inWords: { text: WORDS, at: expect.any(Number) },
    });
    const [opened, written] = await crm.events(2);
    expect([opened?.type, opened?.data.handoff?.summary]).toEqual(['handoff.opened', null]);
    const summary = { by: 'assistant', text: WORDS, at: expect.any(Number) };
    expect(written).toMatchObject({ type: 'summary.written', data: { handoff: { n: 1, summary } } });
    expect(written?.data.handoff?.facts).toEqual(opened?.data.handoff?.facts);
    const request = (await asked()).at(-1)?.body;
    expect(request?.messages[0]?.content).toContain('"bg"');
    expect(request?.messages[0]?.content).not.toContain('pours slowly');
    expect(request?.messages[1]?.content).toContain(
      '<data>{"talk":[{"from":"customer","text":"Which kettle pours slowly?"}',
    );
    await ana.claim();
    await ana.end('resolved');
    await mira.phase('assistant');
    await vi.waitFor(async () => {
      const row = await env.DB.prepare(
        `SELECT h.summary, c.tokens_in, c.tokens_out FROM handoff h JOIN conversation c ON c.id = h.conversation_id
         WHERE h.store_id = ?1`,
      )
        .bind(store)
        .first();
      expect(row).toEqual({ summary: WORDS, tokens_in: 300, tokens_out: 60 });
    });
    expect((await asked()).length).toBe(4);
  });

  it('is the one that the model gave as it asked for a person, and stands in the team’s email', async () => {
    const { plan, customer, staff, asked, store, atDesk } = await modelShop();
    (await atDesk()).close();
    await hire(store, `ana-${store}`, 'Ana Kovač', `ana-${store}@staff.example`);
    await plan({ calls: [{ name: 'request_person', input: { reason: 'rule', urgency: 'normal', summary: WORDS } }] });
    const mira = await customer();
    await mira.say('We would take two hundred of them');
    await mira.phase('waiting');
    const ana = await staff();
    expect(ana.state.soFar?.inWords?.text).toBe(WORDS);
    const [mail] = await mailArrives(`ana-${store}@staff.example`);
    expect(mail?.text).toContain('IN THE ASSISTANT’S WORDS');
    expect(mail?.text.replace(/\s+/g, ' ')).toContain(WORDS);
    expect(mail?.html).toContain('In the assistant’s words');
    expect((await asked()).length).toBe(1);
  });

  it('is the bot’s own, where a bot answers', async () => {
    const { customer, staff, calls, says: botSays } = await ownBot();
    const mira = await customer();
    await mira.say('We would take two hundred of them');
    await calls(1);
    await botSays('handoff', { turn: 1, reason: 'rule', summary: WORDS });
    await mira.phase('waiting');
    const ana = await staff();
    expect(ana.state.soFar?.inWords?.text).toBe(WORDS);
  });

  it('is left out where the model fails or none is there: the facts stand there anyway', async () => {
    const failing = await modelShop();
    await failing.plan({ status: 500 }, { status: 500 });
    const mira = await failing.customer();
    mira.send({ type: 'email', id: clientId(), address: 'mira@example.com' });
    mira.send({ type: 'request', id: 'request-0001' });
    await mira.phase('waiting');
    const ana = await failing.staff();
    expect(ana.state.soFar).not.toHaveProperty('inWords');

    const none = await shop();
    const eva = await none.customer();
    eva.send({ type: 'request', id: 'request-0001' });
    await eva.phase('waiting');
    const dele = await none.staff();
    expect(dele.state.soFar).not.toHaveProperty('inWords');
    expect(dele.state.soFar).not.toBeNull();
  });
});

describe('what happened so far', () => {
  it('is told by the same facts, whoever answered', async () => {
    const question = 'Which kettle pours slowly?';
    const card = { id: 'kettle-1', title: 'Arc kettle', url: 'https://shop.example/arc', availability: 'in_stock' };
    const model = await modelShop();
    await model.plan(searches('kettle'), says('The Arc.', { products: ['kettle-1'], confidence: 0.9 }));
    const builtIn = await modelShop({ responder: 'catalog' });
    const own = await ownBot();
    const facts = [];
    for (const one of [model, builtIn, own]) {
      const mira = await one.customer();
      await mira.say(question);
      if (one === own) {
        await own.calls(1);
        await own.says('answers', { turn: 1, id: clientId(), text: 'The Arc.', cards: [card] });
      }
      await mira.message((m) => m.kind === 'assistant');
      mira.send({ type: 'page', page: { url: 'https://www.shop.example/arc/?utm_source=chat#top', title: 'Arc' } });
      mira.send({ type: 'request', id: 'request-0001' });
      await mira.phase('waiting');
      const ana = await one.staff();
      const { at: _, inWords: __, ...soFar } = ana.state.soFar ?? {};
      facts.push(soFar);
    }
    expect(facts[0]).toMatchObject({
      lookedFor: [{ text: question, seq: 1 }],
      tried: [{ what: 'products', titles: ['Arc kettle'], seq: 2 }],
      opened: [{ title: 'Arc kettle', url: 'https://shop.example/arc', seq: 2 }],
      gaveUpAt: null,
    });
    expect(facts[1]).toEqual(facts[0]);
    expect(facts[2]).toEqual(facts[0]);
  });
});
