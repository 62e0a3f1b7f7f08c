import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GOT_EVERY } from '../../src/protocol/window';
import { bot } from './bot';
import { clientId, scene } from './client';

/** Guests who mean no good, or whose phone sleeps: nothing of theirs gets in, and the others go on. */

beforeEach(() => bot.reset());

/** A customer and somebody of the team who talk, and a second tab of the customer's. */
async function talk() {
  const room = scene();
  const mira = await room.customer();
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await room.staff();
  await ana.claim();
  const tab = await room.customer();
  return { room, mira, ana, tab };
}
type Talk = Awaited<ReturnType<typeof talk>>;

/** The person and the customer’s other tab still hear each other. */
async function goesOn({ ana, tab }: Pick<Talk, 'ana' | 'tab'>, words: string) {
  expect(await ana.reply(words)).toMatchObject({ type: 'ack' });
  await tab.message((m) => m.kind === 'staff' && m.text === words);
  expect(await tab.say(`Yes, ${words}`)).toMatchObject({ type: 'ack' });
  await ana.message((m) => m.kind === 'customer' && m.text === `Yes, ${words}`);
}

describe('a frame that no client of ours sends', () => {
  it.each([
    ['over 16 KiB', JSON.stringify({ type: 'send', id: 'client-id-x2', text: 'x'.repeat(20_000) })],
    ['of 16 KiB in bytes but not in characters', `"${'ж'.repeat(9_000)}"`],
  ])('%s: refused by name, and the line is closed with the reason', async (_, frame) => {
    const there = await talk();
    const { mira } = there;
    const refused = mira.next('error');
    mira.raw(frame);
    expect((await refused).code).toBe('too_large');
    await mira.until(() => mira.closed);
    expect(mira.closed).toEqual({ code: 1009, reason: 'too_large' });
    await goesOn(there, 'we are still here.');
  });

  it('over 16 KiB at the desk: the same', async () => {
    const { atDesk } = scene();
    const ana = await atDesk();
    ana.raw(`"${'x'.repeat(20_000)}"`);
    await ana.until(() => ana.closed);
    expect(ana.closed).toEqual({ code: 1009, reason: 'too_large' });
  });
});

it('who goes on too fast although told so is closed with the reason, and nothing of it is kept', async () => {
  const there = await talk();
  const { mira, ana, room } = there;
  // Its allowance does not come back while the machine takes its time.
  vi.useFakeTimers({ toFake: ['Date'] });
  for (let i = 0; i < 300; i++) mira.send({ type: 'send', id: clientId(), text: `Flood ${i}` });
  await mira.until(() => mira.closed);
  expect(mira.closed).toEqual({ code: 4429, reason: 'too_fast' });
  const acknowledged = mira.frames.filter((frame) => frame.type === 'ack' && 'seq' in frame).length;
  expect(acknowledged).toBeLessThan(60);
  await goesOn(there, 'that was loud.');
  const again = await room.silent();
  await again.until(() => again.closed);
  expect(again.closed).toEqual({ code: 4429, reason: 'too_many' });
  vi.setSystemTime(Date.now() + 11_000);
  const calm = await room.customer();
  expect(calm.closed).toBeNull();
  const kept = (await room.staff('dele', 'Dele Okafor')).messages.filter((m) => m.kind === 'customer');
  // The request was acknowledged too, and one word more was said since.
  expect(kept).toHaveLength(acknowledged - 1 + 1);
  expect(ana.closed).toBeNull();
});

it('who does not say that they read is dropped after a while, and has everything when they come back', async () => {
  const there = await talk();
  const { room, mira, ana } = there;
  const sleeper = await room.customer();
  sleeper.reads = false;
  vi.useFakeTimers({ toFake: ['Date'] });
  const before = sleeper.messages.at(-1)?.seq ?? 0;
  // As fast as is allowed.
  for (let i = 0; !sleeper.closed && i < 20 * GOT_EVERY; i += 30) {
    for (let n = 0; n < 30; n++) ana.send({ type: 'typing', on: n % 2 === 0 });
    await ana.hello(ana.last);
    vi.setSystemTime(Date.now() + 4_000);
  }
  await sleeper.until(() => sleeper.closed);
  expect(sleeper.closed).toEqual({ code: 4408, reason: 'stalled' });
  expect([mira.closed, ana.closed]).toEqual([null, null]);
  await goesOn(there, 'good morning.');
  const back = await room.silent();
  back.send({ type: 'hello', after: before, lang: 'en' });
  const { messages } = await back.next('welcome');
  expect(messages.map((m) => ('text' in m ? m.text : m.kind))).toEqual(['good morning.', 'Yes, good morning.']);
});

it('a hundred tabs hear each message once; more than anybody opens are not let in, and disturb nobody', async () => {
  const there = await talk();
  const { room, ana } = there;
  const tabs = await Promise.all(Array.from({ length: 100 }, () => room.customer()));
  await goesOn(there, 'one for all.');
  for (const tab of tabs) {
    await tab.message((m) => m.kind === 'customer' && m.text === 'Yes, one for all.');
    expect(tab.messages.filter((m) => m.kind === 'staff')).toHaveLength(1);
  }
  const crowd = await Promise.all(Array.from({ length: 40 }, () => room.silent()));
  const refusedOf = () => crowd.filter(({ closed }) => closed?.reason === 'too_many');
  await vi.waitFor(() => expect(refusedOf()).toHaveLength(102 + 40 - 128));
  const refused = refusedOf();
  expect(new Set(refused.map(({ closed }) => closed?.code))).toEqual(new Set([4429]));
  await goesOn({ ana, tab: there.tab }, 'two for all.');
});

it('frames out of order change nothing that they may not', async () => {
  const room = scene();
  const guest = await room.silent();
  const refused = async (frame: Parameters<typeof guest.ask>[0], code: string) =>
    expect(await guest.ask(frame)).toMatchObject({ type: 'error', code });
  await refused({ type: 'cancel', id: clientId() }, 'nothing_open');
  await refused({ type: 'rate', id: clientId(), handoff: 1, thumb: 'up', comment: '' }, 'not_asked');
  // What was read cannot be more than there is, and goes back no more.
  guest.send({ type: 'read', seq: 1_000_000 });
  guest.send({ type: 'got' });
  guest.send({ type: 'hello', after: 1_000_000, lang: 'en' });
  expect(await guest.next('welcome')).toMatchObject({ last: 0, messages: [] });
  // Words before any greeting are words all the same.
  const early = await room.silent();
  const id = clientId();
  expect(await early.ask({ type: 'send', id, text: 'Hello' })).toMatchObject({ type: 'ack', seq: 1 });
  expect(await guest.ask({ type: 'send', id, text: 'Something else' })).toMatchObject({ code: 'id_reused' });
  guest.send({ type: 'hello', after: 0, lang: 'en' });
  const { messages } = await guest.next('welcome');
  expect(messages.filter((m) => m.kind === 'customer').map(({ text }) => text)).toEqual(['Hello']);
});

it('who says that they read more than there is has read what there is, and nothing that is said later', async () => {
  const { mira, ana, tab } = await talk();
  const placeOf = (acknowledged: Awaited<ReturnType<typeof ana.reply>>) =>
    'seq' in acknowledged ? acknowledged.seq : Number.NaN;
  for (const reader of [mira, ana]) reader.send({ type: 'read', seq: 1_000_000 });
  await Promise.all([mira.hello(), ana.hello()]);
  const reply = placeOf(await ana.reply('It left this morning.'));
  expect((await ana.hello()).state.seen).toBe(reply - 1);
  const answer = placeOf(await tab.say('Thank you!'));
  expect((await tab.hello()).state.seen).toBe(answer - 1);
});
