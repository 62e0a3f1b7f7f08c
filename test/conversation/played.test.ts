import { env, runDurableObjectAlarm } from 'cloudflare:test';
import { drizzle } from 'drizzle-orm/d1';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openConversation } from '../../src/conversation/door';
import { conversation, handoff, member, unanswered } from '../../src/db/schema';
import { keyOf } from '../../src/desk/alerts/key';
import type { TestAnswer } from '../../src/protocol/test';
import type { StoreSettings } from '../../src/settings/schema';
import { quiet } from '../desk/shop';
import { pushed, subscribed } from '../routes/push';
import { ask, mailArrives, mailTo, newPerson, refusal, signIn } from '../routes/visit';
import { ruleOf } from '../rule';
import { bot, unsure } from './bot';
import { CustomerClient, clientId, scene } from './client';
import { hook } from './hooked';
import { CLOSED, MINUTE, openShop, pass } from './shop';

/** Somebody of the staff plays a customer: the real chat, marked, in no figure, and nobody else is alerted. */

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

/** Ana plays; Tomás is her colleague. Both want emails, and notices in a browser. */
async function team(settings: Partial<StoreSettings> = {}) {
  const stage = await openShop(scene(), settings);
  const tag = crypto.randomUUID();
  const person = async (name: string, email: string) => {
    const id = await newPerson(name, email);
    await drizzle(env.DB).insert(member).values({ storeId: stage.store, userId: id, role: 'agent', createdAt: 0 });
    const cookie = await signIn(email);
    return { id, name, email, cookie, browser: await subscribed(cookie) };
  };
  const ana = await person('Ana Kovač', `ana-${tag}@played.example`);
  const tomas = await person('Tomás Rivera', `tomas-${tag}@played.example`);
  for (const { id, name } of [ana, tomas]) {
    const page = await stage.atDesk(id, name);
    const left = page.until(() => page.closed);
    page.close();
    await left;
  }
  /** A customer whom Ana plays, in a conversation of their own. */
  const play = async () => {
    const own = scene(stage.store);
    const actor = { type: 'customer', store: stage.store, conversation: own.conversation, test: ana.id } as const;
    const request = new Request('https://baton.example/socket', { headers: { upgrade: 'websocket' } });
    const { webSocket } = await openConversation(env, request, actor, own.conversation);
    if (!webSocket) throw new Error('no socket');
    const mira = new CustomerClient(webSocket);
    await mira.hello();
    return { mira, own };
  };
  return { ...stage, ana, tomas, play };
}

const request = (mira: CustomerClient) => mira.ask({ type: 'request', id: clientId() });
describe('how it begins', () => {
  const key = (stage: { store: string }) => stage.store;
  const ticketOf = async (stage: Awaited<ReturnType<typeof team>>) =>
    (await ask(`/api/stores/${stage.store}/test`, { method: 'POST', cookie: stage.ana.cookie })).json<{
      ticket: string;
    }>();
  const session = (store: string, token = '') =>
    ask('/widget/session', { json: { store }, headers: token ? { authorization: `Bearer ${token}` } : {} });

  it('by a ticket that somebody of the store has asked for, and that is good for nothing else', async () => {
    const stage = await team();
    const { ticket } = await ticketOf(stage);
    const answer = await (await ask('/widget/test', { json: { ticket } })).json<TestAnswer>();
    expect(answer.key).toBe(`test-${key(stage)}`);
    const again = await (await session(answer.key, answer.token)).json<TestAnswer>();
    expect(again.conversation).toBe(answer.conversation);
    // The token that the launcher keeps is renewed as that of a test.
    const third = await (await session(answer.key, again.token)).json<TestAnswer>();
    expect(third.conversation).toBe(answer.conversation);

    expect(await refusal(await session(answer.key))).toBe('404 unknown_store');
    expect(await refusal(await ask('/widget/test', { json: { ticket: answer.token } }))).toBe('401 unauthorized');
    expect(await refusal(await ask(`/api/stores/${stage.store}/test`, { method: 'POST' }))).toBe('401 unauthorized');
    const other = await team();
    const theirs = await ask(`/api/stores/${stage.store}/test`, { method: 'POST', cookie: other.ana.cookie });
    expect(await refusal(theirs)).toBe('404 not_found');
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 11 * MINUTE);
    expect(await refusal(await ask('/widget/test', { json: { ticket } }))).toBe('401 unauthorized');
  });

  it('apart from the real shop: neither takes the other’s conversation over', async () => {
    const stage = await team();
    const played = await (await ask('/widget/test', { json: await ticketOf(stage) })).json<TestAnswer>();
    const real = await (await session(key(stage), played.token)).json<TestAnswer>();
    expect(real.conversation).not.toBe(played.conversation);
    expect(await refusal(await session(played.key, real.token))).toBe('404 unknown_store');
  });

  it('and never becomes that of a customer who signs in', async () => {
    const { play } = await team();
    const { mira, own } = await play();
    await mira.say('Hello');
    expect(await own.stub.adopt({ sub: 'mila' })).toBe('taken');
  });
});

describe('a test', () => {
  it('is marked as one in the queue, in the chat and in history, also after an eviction', async () => {
    const { play, atDesk, ana } = await team();
    const { mira, own } = await play();
    const { conversation: id, store } = own;
    const desk = await atDesk('watcher', 'Watcher');
    await mira.say('Do you have filters?');
    await mira.message((m) => m.kind === 'assistant');
    await own.evict();
    await request(mira);
    expect(await desk.row(id, ({ status }) => status === 'pending')).toMatchObject({ test: ana.id });
    const reader = await own.staff();
    expect(reader.state.customer).toMatchObject({ test: ana.id });
    await mira.ask({ type: 'cancel', id: clientId() });
    const found = await vi.waitFor(async () => {
      const answer = await ask(`/api/stores/${store}/history/search`, {
        json: { words: 'filters' },
        cookie: ana.cookie,
      });
      const { results } = await answer.json<{ results: { conversation: string; test: boolean }[] }>();
      expect(results).toHaveLength(1);
      return results;
    });
    expect(found[0]).toMatchObject({ conversation: id, test: true });
  });

  it('alerts only who plays it: by email and by push, past every window, and begins none', async () => {
    const { play, ana, tomas, desk, customer, store } = await team();
    const { mira } = await play();
    await request(mira);
    await mailArrives(ana.email, 1);
    await ana.browser.arrive(1);
    await quiet(desk);
    await pushed(desk);
    expect(await mailTo(tomas.email)).toEqual([]);
    expect(await tomas.browser.raw()).toEqual([]);
    expect(await env.KV.get(keyOf(store))).toBeNull();
    // A real customer right after it: everybody hears of them at once.
    await request(await customer());
    await mailArrives(tomas.email, 1);
    await mailArrives(ana.email, 2);
    // And while their window runs, a test still reaches who plays it.
    await request((await play()).mira);
    await mailArrives(ana.email, 3);
    await quiet(desk);
    expect(await mailTo(tomas.email)).toHaveLength(1);
  });

  it('is in no list of those who still wait', async () => {
    const { play, ana, tomas, desk } = await team();
    const { mira } = await play();
    await request(mira);
    await mailArrives(ana.email, 1);
    await quiet(desk);
    await pass(desk, 4 * MINUTE);
    await runDurableObjectAlarm(desk);
    await quiet(desk);
    await pushed(desk);
    expect(await mailTo(ana.email)).toHaveLength(1);
    expect(await tomas.browser.raw()).toEqual([]);
  });

  it('of an email destination sends its summary to who plays it, not to the destination', async () => {
    const to = `office-${crypto.randomUUID()}@played.example`;
    const rules = [ruleOf({ to: { kind: 'email', address: to, expectation: {} } })];
    const { play, ana, desk } = await team({ rules });
    const { mira, own } = await play();
    await request(mira);
    await mira.message((m) => m.kind === 'event' && m.event.what === 'emailed');
    await pass(own.stub, 3 * MINUTE);
    await mailArrives(ana.email, 1);
    await quiet(desk);
    expect(await mailTo(to)).toEqual([]);
  });

  it('is in no figure: not in the estimate, the questions without an answer, the follow-ups, nor a rule’s trial', async () => {
    const { play, store, desk, ana } = await team();
    for (let n = 0; n < 3; n++) {
      const { mira, own } = await play();
      const { conversation: id } = own;
      bot.next(unsure);
      await mira.say('Do you sell unicorn filters?');
      await mira.message((m) => m.kind === 'assistant');
      await request(mira);
      await mira.phase('waiting');
      const tomas = await own.staff('tomas', 'Tomás Rivera');
      await tomas.claim();
      await tomas.reply('Hello');
      await tomas.end('follow_up');
      await vi.waitFor(async () => {
        const told = await drizzle(env.DB).select().from(conversation).all();
        expect(told.find((one) => one.id === id)).toMatchObject({ test: ana.id, transcript: expect.any(String) });
      });
    }
    expect((await desk.standing(Date.now())).estimate).toBeNull();
    const asked = await drizzle(env.DB).select().from(unanswered).all();
    expect(asked.filter(({ storeId }) => storeId === store)).toEqual([]);
    const kept = (await drizzle(env.DB).select().from(handoff).all()).filter(({ storeId }) => storeId === store);
    expect(kept.map(({ outcome, test }) => [outcome, test])).toEqual(Array(3).fill(['follow_up', ana.id]));
    const owed = await ask(`/api/stores/${store}/follow-ups`, { cookie: ana.cookie });
    expect(await owed.json()).toMatchObject({ followUps: [] });
    const rule = ruleOf({ words: ['unicorn'], asks: true });
    await env.DB.prepare('UPDATE member SET role = ? WHERE user_id = ?').bind('owner', ana.id).run();
    const trial = await ask(`/api/stores/${store}/rules/try`, {
      json: { rule, days: 7, after: null },
      cookie: ana.cookie,
    });
    expect(await trial.json()).toMatchObject({ conversations: 0, fired: 0 });
  });

  it('outside hours is recorded, and when urgent emailed to who plays it alone', async () => {
    const { play, ana, tomas, desk, store } = await team(CLOSED);
    const { mira } = await play();
    await mira.say('This is a scam, I want my money back');
    await mira.message((m) => m.kind === 'event' && m.event.what === 'away');
    await mailArrives(ana.email, 1);
    await quiet(desk);
    expect(await mailTo(tomas.email)).toEqual([]);
    const owed = await ask(`/api/stores/${store}/follow-ups`, { cookie: ana.cookie });
    expect(await owed.json()).toMatchObject({ followUps: [] });
  });

  it('reaches no hook of the store’s, which the next real customer does', async () => {
    const { play, customer, store } = await team();
    const crm = await hook(store, ['handoff.opened']);
    const { mira, own } = await play();
    await request(mira);
    await mira.phase('waiting');
    const real = await customer();
    await request(real);
    const events = await crm.events(1);
    expect(events.map(({ data }) => data.conversation.id)).not.toContain(own.conversation);
    expect(events).toHaveLength(1);
  });

  it('in a note nobody is called but who plays it', async () => {
    const { play, ana, tomas, desk } = await team();
    const { mira, own } = await play();
    await mira.say('Hello');
    await mira.message((m) => m.kind === 'assistant');
    const reader = await own.staff('dele', 'Dele');
    await reader.ask({ type: 'note', id: clientId(), text: '@Ana @Tomás look', mentions: [ana.id, tomas.id] });
    await mailArrives(ana.email, 1);
    await quiet(desk);
    expect(await mailTo(tomas.email)).toEqual([]);
  });
});
