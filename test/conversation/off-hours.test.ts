import { env, runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type StoreSettings } from '../../src/settings/schema';
import { readSettings, writeSettings } from '../../src/settings/store';
import { bot, unsure } from './bot';
import { clientId, scene } from './client';
import { CLOSED as ALWAYS_CLOSED, OPENS } from './shop';

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

/** Always closed, and there is a next opening. */
const CLOSED: Partial<StoreSettings> = {
  ...ALWAYS_CLOSED,
  awayMessage: { en: 'Back in the new year.', bg: 'Връщаме се след Нова година.' },
};

/** A store in D1 with these settings, and a conversation of it. */
async function shop(settings: Partial<StoreSettings>) {
  const stage = scene();
  await env.DB.prepare('INSERT INTO store (id, key, name, created_at) VALUES (?1, ?1, ?1, 0)').bind(stage.store).run();
  const change = async (next: Partial<StoreSettings>) => {
    const { settings: all } = await readSettings(env.DB, stage.store);
    return writeSettings(env.DB, stage.store, { ...all, ...next }, Date.now());
  };
  await change({ ...DEFAULT_SETTINGS, ...settings });
  return { ...stage, change, evict: stage.evict, stage };
}

describe('asked while the store is closed', () => {
  it('no frame of any socket ever says waiting, at the desk neither, and the assistant goes on', async () => {
    const { store, customer, silent, atDesk, stage } = await shop(CLOSED);
    const desk = await atDesk();
    const [mira, tab] = [await customer(), await customer()];
    await mira.say('Do you have filters?');
    await mira.message((m) => m.kind === 'assistant');
    await stage.evict();
    await mira.ask({ type: 'request', id: clientId() });
    await mira.say('I want to talk to a person');
    await mira.say('And size 02?');
    await mira.message((m) => m.kind === 'assistant' && m.text.includes('size 02'));
    await stage.evict();
    const late = await silent();
    late.send({ type: 'hello', after: 0, lang: 'en' });
    await late.next('welcome');

    for (const client of [mira, tab, late]) {
      expect(JSON.stringify(client.frames)).not.toContain('waiting');
      expect(client.frames.some((f) => f.type === 'error')).toBe(false);
    }
    expect(JSON.stringify(desk.frames)).not.toContain('pending');
    const away = mira.messages.filter((m) => m.kind === 'event' && m.event.what === 'away');
    expect(away).toHaveLength(2);
    expect(away[0]).toMatchObject({ event: { words: 'Back in the new year.' } });
    const opensAt = away[0]?.kind === 'event' && away[0].event.what === 'away' ? away[0].event.opensAt : null;
    expect(new Date(opensAt ?? 0).toISOString()).toMatch(new RegExp(`${OPENS}T0[67]:00:00.000Z$`));
    expect(mira.state.rating).toBeNull();

    await vi.waitFor(async () => {
      const rows = await env.DB.prepare('SELECT * FROM handoff WHERE store_id = ?').bind(store).all();
      expect(rows.results).toMatchObject([{ n: 1, outcome: 'off_hours', status: 'ended', reason: 'customer_request' }]);
    });
  });

  it('in the customer’s own language where the store has it, else in the store’s first', async () => {
    const { silent } = await shop(CLOSED);
    const words = async (lang: string) => {
      const client = await silent();
      client.send({ type: 'hello', after: 0, lang });
      await client.next('welcome');
      await client.ask({ type: 'request', id: clientId() });
      const away = await client.message((m) => m.kind === 'event' && m.event.what === 'away');
      return away.kind === 'event' && away.event.what === 'away' ? away.event.words : null;
    };
    expect(await words('bg-BG')).toBe('Връщаме се след Нова година.');
    const { silent: other } = await shop(CLOSED);
    const client = await other();
    client.send({ type: 'hello', after: 0, lang: 'tr' });
    await client.next('welcome');
    await client.ask({ type: 'request', id: clientId() });
    const away = await client.message((m) => m.kind === 'event' && m.event.what === 'away');
    expect(away).toMatchObject({ event: { words: 'Back in the new year.' } });
  });

  it('an assistant that is unsure promises nobody', async () => {
    const { customer } = await shop(CLOSED);
    bot.next(unsure, unsure);
    const mira = await customer();
    await mira.say('Can it fly?');
    await mira.message((m) => m.kind === 'assistant');
    await mira.say('Can it swim?');
    await mira.message((m) => m.kind === 'event' && m.event.what === 'away');
    expect(JSON.stringify(mira.frames)).not.toContain('asking a person');
    expect(mira.messages.filter((m) => m.kind === 'assistant')).toHaveLength(2);
  });

  it('a panel that was opened before the store closed, and forgotten by the object, is told so all the same', async () => {
    const { customer, stage } = await shop(CLOSED);
    const mira = await customer();
    await stage.evict();
    await mira.ask({ type: 'request', id: clientId() });
    expect(JSON.stringify(mira.frames)).not.toContain('waiting');
  });
});

describe('somebody waits when the hours change', () => {
  it('where the team goes away, closing ends it at once with the away message', async () => {
    const { store, change, customer, atDesk, desk, conversation } = await shop({ atClosing: 'away' });
    const ana = await atDesk();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    await ana.row(conversation, (r) => r.status === 'pending');
    const known = await change({ ...CLOSED, atClosing: 'away' });
    await desk.settingsChanged(store, known);
    await mira.phase('assistant');
    const what = mira.messages.map((m) => (m.kind === 'event' ? m.event.what : m.kind));
    expect(what).toEqual(['asked', 'ended', 'away']);
    expect(mira.messages[1]).toMatchObject({ event: { how: 'unanswered' } });
  });

  it('where the table goes on, it goes on', async () => {
    const { store, change, customer, atDesk, desk, conversation } = await shop({ atClosing: 'finish' });
    const ana = await atDesk();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    await ana.row(conversation, (r) => r.status === 'pending');
    await desk.settingsChanged(store, await change(CLOSED));
    expect((await mira.hello()).state.phase.is).toBe('waiting');
  });

  it('a shorter patience takes effect for whoever waits', async () => {
    const { store, change, customer, atDesk, desk, stage } = await shop({ longerAfter: 60 });
    await atDesk();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(start + 6 * 60_000);
    await desk.settingsChanged(store, await change({ longerAfter: 5 }));
    await mira.until(() => mira.state.phase.is === 'waiting' && mira.state.phase.longer);
    await runDurableObjectAlarm(stage.stub);
    expect(mira.state.phase.is).toBe('waiting');
  });
});

describe('what a waiting customer is told', () => {
  it('an estimate from three pick-ups on, gone when it has run out; nothing before', async () => {
    const { store, atDesk, desk, stage } = await shop({});
    await atDesk();
    const first = scene(store);
    const mira = await first.customer();
    await mira.ask({ type: 'request', id: clientId() });
    expect(mira.state.phase).toMatchObject({ is: 'waiting', estimate: null });
    const assignedAt = Date.now() - 60_000;
    for (const id of ['a', 'b', 'c']) {
      const row = { id, rev: 1, customer: id, initials: id, lang: 'en', status: 'assistant', handoff: null } as const;
      const rest = { reason: null, urgency: 'normal', requestedAt: null, waitingSince: null, assignee: null } as const;
      const pickUp = { requestedAt: assignedAt - 200_000, assignedAt };
      const none = { transfer: null, destination: null, owed: null, email: false };
      await desk.update({ ...row, ...rest, ...none, last: null, unread: 0 }, { n: 1, pickUp });
    }
    const elif = await stage.customer();
    await elif.ask({ type: 'request', id: clientId() });
    await elif.until(() => elif.state.phase.is === 'waiting' && elif.state.phase.estimate === 4);
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(start + 4 * 60_000);
    await stage.evict();
    await runDurableObjectAlarm(stage.stub);
    await elif.until(() => elif.state.phase.is === 'waiting' && elif.state.phase.longer);
    expect(elif.state.phase).toMatchObject({ estimate: null });
  });

  it('with nobody on duty there, it takes longer than usual at once', async () => {
    const { customer } = await shop({});
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    await mira.until(() => mira.state.phase.is === 'waiting' && mira.state.phase.longer);
  });
});
