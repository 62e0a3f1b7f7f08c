import { env, runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type StoreSettings } from '../../src/settings/schema';
import { writeSettings } from '../../src/settings/store';
import { bot } from './bot';
import { clientId, scene } from './client';

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const nine = [{ opens: '09:00', closes: '18:00' }];
const weekdays: Partial<StoreSettings> = { timeZone: 'UTC', week: [nine, nine, nine, nine, nine, [], []] };

/** 17:50 on a Thursday to come, in UTC. */
function thursday(): number {
  const noon = Math.ceil(Date.now() / DAY) * DAY + 14 * DAY;
  const ahead = (4 - new Date(noon).getUTCDay() + 7) % 7;
  return noon + ahead * DAY + 17 * 60 * MINUTE + 50 * MINUTE;
}

async function shop(settings: Partial<StoreSettings>) {
  const room = scene();
  await env.DB.prepare('INSERT INTO store (id, key, name, created_at) VALUES (?1, ?1, ?1, 0)').bind(room.store).run();
  await writeSettings(env.DB, room.store, { ...DEFAULT_SETTINGS, ...settings }, Date.now());
  return room;
}

describe('the clock reaches closing time while somebody waits', () => {
  it('where the team goes away it is over at that minute, with the next opening, and the assistant is back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const asked = thursday();
    vi.setSystemTime(asked);
    const room = await shop({ ...weekdays, atClosing: 'away', awayMessage: { en: 'Gone home.' } });
    const mira = await room.customer();
    await mira.ask({ type: 'request', id: clientId() });
    await mira.phase('waiting');
    vi.setSystemTime(asked + 10 * MINUTE - 1);
    await room.evict();
    await runDurableObjectAlarm(room.stub);
    expect((await mira.hello()).state.phase.is).toBe('waiting');
    vi.setSystemTime(asked + 10 * MINUTE);
    await room.evict();
    await runDurableObjectAlarm(room.stub);
    await mira.phase('assistant');
    const events = mira.messages.flatMap((m) => (m.kind === 'event' ? [m.event] : [])).slice(-2);
    expect(events).toMatchObject([
      { what: 'ended', how: 'unanswered' },
      { what: 'away', words: 'Gone home.', opensAt: asked + 15 * 60 * MINUTE + 10 * MINUTE },
    ]);
    await mira.say('Do you have filters?');
    await mira.message((m) => m.kind === 'assistant');
  });

  it('where the table goes on, as it does by default, it goes on; and whoever asks a minute later is not let in', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const asked = thursday();
    vi.setSystemTime(asked);
    const room = await shop(weekdays);
    const mira = await room.customer();
    await mira.ask({ type: 'request', id: clientId() });
    vi.setSystemTime(asked + 11 * MINUTE);
    await room.evict();
    await runDurableObjectAlarm(room.stub);
    expect((await mira.hello()).state.phase.is).toBe('waiting');
    const late = await scene(room.store).customer();
    await late.ask({ type: 'request', id: clientId() });
    expect(late.state.phase.is).toBe('assistant');
    expect(late.messages.at(-1)).toMatchObject({ event: { what: 'away' } });
  });
});

describe('what a closed store says', () => {
  const words = async (settings: Partial<StoreSettings>, lang: string) => {
    const room = await shop(settings);
    const client = await room.silent();
    client.send({ type: 'hello', after: 0, lang });
    await client.next('welcome');
    await client.ask({ type: 'request', id: clientId() });
    const away = await client.message((m) => m.kind === 'event' && m.event.what === 'away');
    return away.kind === 'event' && away.event.what === 'away' ? away.event.words : null;
  };
  const vacation = (message?: Record<string, string>) => ({
    closures: [{ from: '2020-01-01', to: '2020-12-31', yearly: true, ...(message && { message }) }],
    awayMessage: { bg: 'Затворено е.', en: 'We are closed.' },
    firstLanguage: 'bg',
  });

  it.each([
    ['a closure’s own message, in the reader’s language', vacation({ bg: 'На море.', en: 'At sea.' }), 'en', 'At sea.'],
    ['which falls back to the store’s first one', vacation({ bg: 'На море.', en: 'At sea.' }), 'tr', 'На море.'],
    ['the store’s message where the closure has none', vacation(), 'en', 'We are closed.'],
    ['which falls back likewise', vacation(), 'el-GR', 'Затворено е.'],
    ['nothing of its own: the panel’s words', { ...vacation(), awayMessage: {} }, 'en', null],
  ])('%s', async (_, settings, lang, expected) => {
    expect(await words(settings, lang)).toBe(expected);
  });
});
