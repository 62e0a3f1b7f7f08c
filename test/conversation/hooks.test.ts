import { abortAllDurableObjects, env, evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bodyOf, MOST_BODY } from '../../src/hooks/body';
import { factsOf, IN_ENGLISH } from '../../src/protocol/so-far';
import { mailArrives } from '../routes/visit';
import { bot, done } from './bot';
import { clientId } from './client';
import { hook } from './hooked';
import { ownBot } from './own-bot';
import { CLOSED, HOUR, hire, MINUTE, pass, shop } from './shop';
import { dossierOf } from './stored';

/** What a store's hooks are told of a conversation, over real HTTP. */

beforeEach(() => bot.reset());

const ask = { type: 'request', id: 'request-0001' } as const;
const types = (events: readonly { type: string }[]) => events.map(({ type }) => type).sort();

describe('what happened so far', () => {
  it('is the same in the card, in the alert email and in the hook', async () => {
    const { store, atDesk, customer, staff } = await shop();
    (await atDesk()).close();
    const crm = await hook(store, ['handoff.opened']);
    const to = `ana-${store}@staff.example`;
    await hire(store, `ana-${store}`, 'Ana Kovač', to);
    const arc = { id: 'arc', title: 'Arc kettle', url: 'https://shop.example/arc', image: null, price: null };
    bot.next(async function* () {
      yield { type: 'text', text: 'This one.' };
      const cards = [{ ...arc, was: null, availability: 'in_stock' as const }];
      yield { type: 'cards', cards };
      yield { ...done(0.9), products: cards };
    });
    const mira = await customer();
    await mira.say('Which kettle pours slowly?');
    await mira.message((m) => m.kind === 'assistant');
    mira.send({ type: 'page', page: { url: arc.url, title: 'Arc' } });
    bot.next(async function* () {
      yield { type: 'text', text: 'I do not know.' };
      yield done(0.1);
    });
    await mira.say('Can it swim?');
    await mira.message((m) => m.kind === 'assistant' && m.text === 'I do not know.');
    await mira.say('This is unacceptable');
    await mira.phase('waiting');

    const { soFar } = (await staff()).state;
    const card = soFar ? factsOf(soFar, IN_ENGLISH) : [];
    expect(card.map(({ is }) => is)).toEqual(['looked_for', 'tried', 'opened', 'gave_up', 'open_question']);
    const [event] = await crm.events(1);
    expect(event?.data.handoff).toMatchObject({
      reason: 'complaint',
      urgency: 'urgent',
      trigger: 'This is unacceptable',
      destination: { kind: 'store' },
      summary: null,
    });
    expect(event?.data.handoff?.facts).toEqual(card);
    const [mail] = await mailArrives(to);
    const text = mail?.text.replace(/\s+/g, ' ') ?? '';
    for (const { term, lines } of event?.data.handoff?.facts ?? []) {
      expect(text).toContain(`${term}: `);
      for (const line of lines) expect(text).toContain(line.text);
    }
    expect(text).toContain(event?.data.conversation.url);
  });

  it('carries the assistant’s own words beside the facts, marked as that', async () => {
    const { customer, store, calls, says } = await ownBot();
    const crm = await hook(store, ['handoff.opened'], `${store}-crm`);
    const mira = await customer();
    await mira.say('We would take two hundred of them');
    await calls(1);
    await says('handoff', { turn: 1, reason: 'rule', summary: 'Wants two hundred kettles.' });
    const [event] = await crm.events(1);
    const summary = { by: 'assistant', text: 'Wants two hundred kettles.', at: expect.any(Number) };
    expect(event?.data.handoff).toMatchObject({ source: 'assistant', reason: 'rule', summary });
    expect(JSON.stringify(event?.data.handoff?.facts)).not.toContain('Wants two hundred');
  });
});

describe('a hook is told', () => {
  it('when somebody asks, is taken, is let go, ends and is rated, each once and with what holds then', async () => {
    const { store, customer, staff } = await shop();
    const crm = await hook(store);
    const mira = await customer();
    mira.send(ask);
    await mira.phase('waiting');
    const ana = await staff();
    await ana.claim();
    await ana.ask({ type: 'note', id: clientId(), text: 'zebra-4711' });
    await ana.ask({ type: 'release', id: clientId() });
    await mira.phase('waiting');
    await ana.claim();
    mira.send({ type: 'email', id: clientId(), address: 'mira@example.com' });
    await ana.end('follow_up', 'zebra-4711');
    await mira.until(() => mira.state.rating);
    await mira.ask({ type: 'rate', id: clientId(), handoff: 1, thumb: 'up', comment: 'Quick' });
    const events = await crm.events(8);
    expect(types(events)).toEqual([
      'email.left',
      'follow_up.recorded',
      'handoff.claimed',
      'handoff.claimed',
      'handoff.ended',
      'handoff.opened',
      'handoff.rated',
      'handoff.released',
    ]);
    const of = (type: string) => events.find((event) => event.type === type)?.data.handoff;
    expect(of('handoff.opened')).toMatchObject({ status: 'pending', outcome: null, assignee: null });
    expect(of('handoff.claimed')).toMatchObject({ status: 'assigned', assignee: { id: 'ana', name: 'Ana Kovač' } });
    expect(of('handoff.ended')).toMatchObject({ status: 'ended', outcome: 'follow_up', rating: null });
    expect(of('follow_up.recorded')?.followUp).toMatchObject({ dueAt: expect.any(Number), owner: null });
    expect(of('handoff.rated')?.rating).toMatchObject({ thumb: 'up', comment: 'Quick' });
    const left = events.find(({ type }) => type === 'email.left');
    expect(left?.data.conversation.email).toEqual({ address: 'mira@example.com', confirmed: false });
    // Private notes, and what an ending is noted with, are the team's alone.
    expect(JSON.stringify(events)).not.toContain('zebra');
  });

  it('whom the shop has signed in, and of somebody anonymous nothing of the kind', async () => {
    const { store, customer } = await shop();
    const crm = await hook(store, ['handoff.opened']);
    const verified = { sub: 'c-1', name: 'Mila Petrova', email: 'mila@customers.example' };
    const mila = await customer(undefined, { ...verified, device: 'phone' });
    mila.send(ask);
    const [event] = await crm.events(1);
    expect(event?.data.conversation).toMatchObject({
      customer: 'Mila Petrova',
      email: { address: verified.email, confirmed: true },
      verified,
    });
    const other = await shop();
    const theirs = await hook(other.store, ['handoff.opened']);
    (await other.customer()).send(ask);
    expect((await theirs.events(1))[0]?.data.conversation).not.toHaveProperty('verified');
  });

  it('of a request outside hours, which never waits', async () => {
    const { store, customer } = await shop(CLOSED);
    const crm = await hook(store);
    const mira = await customer();
    mira.send(ask);
    const events = await crm.events(2);
    expect(types(events)).toEqual(['follow_up.recorded', 'handoff.opened']);
    for (const { data } of events) expect(data.handoff).toMatchObject({ status: 'ended', outcome: 'off_hours' });
  });

  it('only what it wants, and no hook of another store is told anything', async () => {
    const one = await shop();
    const other = await shop();
    const ours = await hook(one.store, ['handoff.claimed']);
    const theirs = await hook(other.store);
    const mira = await one.customer();
    mira.send(ask);
    await mira.phase('waiting');
    await (await one.staff()).claim();
    expect(types(await ours.events(1))).toEqual(['handoff.claimed']);
    const eva = await other.customer();
    eva.send(ask);
    const events = await theirs.events(1);
    expect(events.map(({ store, type }) => [store, type])).toEqual([[other.store, 'handoff.opened']]);
    expect(await ours.came()).toHaveLength(1);
  });

  it('once, though both objects are gone before it was taken', async () => {
    const { store, customer } = await shop();
    const crm = await hook(store, ['handoff.opened']);
    await crm.plan({ status: 503 });
    const mira = await customer();
    mira.send(ask);
    await crm.calls(1);
    const desk = () => env.DESK.get(env.DESK.idFromName(store));
    const waits = () =>
      runInDurableObject(desk(), (_, { storage }) =>
        storage.sql.exec('SELECT attempts, parked FROM hook_outbox').toArray(),
      );
    await vi.waitFor(async () => expect(await waits()).toEqual([{ attempts: 1, parked: null }]));
    await abortAllDurableObjects();
    await pass(desk(), MINUTE);
    const [first, second] = await crm.calls(2);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    await vi.waitFor(async () => expect(await waits()).toEqual([]));
    await evictDurableObject(desk());
    await pass(desk(), HOUR);
    expect(await crm.came()).toHaveLength(2);
  });

  it('and where no hook is set, nothing is made and nothing waits', async () => {
    const { customer, stub } = await shop();
    const mira = await customer();
    mira.send(ask);
    await mira.phase('waiting');
    const jobs = (await dossierOf(stub))?.jobs ?? [];
    expect(jobs.filter(({ key }) => key.startsWith('hook/'))).toEqual([]);
  });
});

it('very long messages are cut where a call would be too long', async () => {
  const { store, customer } = await shop();
  const crm = await hook(store, ['handoff.opened']);
  const mira = await customer();
  mira.send(ask);
  const [event] = await crm.events(1);
  const handoff = event?.data.handoff;
  if (!event || !handoff) throw new Error('No event');
  const line = { text: 'щ'.repeat(4_000), seq: 1 };
  const facts = Array.from({ length: 9 }, () => ({ is: 'tried' as const, term: 'Assistant tried', lines: [line] }));
  const body = bodyOf({ ...event, data: { ...event.data, handoff: { ...handoff, facts } } });
  expect(body.length).toBeLessThan(MOST_BODY);
  expect(JSON.parse(body).data.handoff.facts[8].lines[0].text).toHaveLength(600);
  expect(bodyOf(event)).toBe(JSON.stringify(event));
});
