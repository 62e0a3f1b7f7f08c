import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bot } from './bot';
import { clientId } from './client';
import { CLOSED, DAY, pass, SECOND, shop } from './shop';

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

/** Ana has talked to Mira and ended it. */
async function ended(settings = {}) {
  const stage = await shop(settings);
  const desk = await stage.atDesk();
  const mira = await stage.customer();
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await stage.staff();
  await ana.claim();
  await ana.reply('The lid ships on Thursday.');
  await ana.end('resolved', 'Promised Thursday');
  await mira.phase('assistant');
  return { ...stage, desk, mira, ana };
}

const joined = (client: { messages: { kind: string; event?: { what: string } }[] }) =>
  client.messages.filter((m) => m.kind === 'event' && m.event?.what === 'joined');

describe('without a window', () => {
  it('the assistant is first responder at once, and the closing words promise nobody', async () => {
    const { mira } = await ended();
    const words = mira.messages.findLast((m) => m.kind === 'event' && m.event.what === 'ended');
    expect(words).toMatchObject({ event: { how: 'session', handback: null } });
    await mira.say('Thank you');
    await mira.message((m) => m.kind === 'assistant' && m.text.includes('Thank you'));
    expect(bot.asked.at(-1)?.handedBack).toEqual({
      by: 'Ana',
      outcome: 'resolved',
      note: 'Promised Thursday',
      lastWords: [{ text: 'The lid ships on Thursday.', at: expect.any(Number) }],
      customerMessagesSince: 1,
    });
  });
});

describe('within the window', () => {
  it('a new message reopens the same handoff with the same person; the closing words said so', async () => {
    const { mira, ana, stage } = await ended({ handbackDays: 3 });
    const words = mira.messages.findLast((m) => m.kind === 'event' && m.event.what === 'ended');
    expect(words).toMatchObject({ event: { handback: { name: 'Ana', days: 3 } } });
    await pass(stage.stub, 2 * SECOND);
    await mira.until(() => mira.state.rating?.handoff === 1);
    await stage.evict();
    await mira.say('The lid has not come.');
    await mira.phase('person');
    // The prompt that nobody answered is withdrawn.
    expect(mira.state.rating).toBeNull();
    expect(joined(mira)).toHaveLength(2);
    await ana.until(() => ana.state.handoff?.status === 'assigned');
    expect(ana.state.handoff).toMatchObject({ n: 1, reopened: 1, assignee: { id: 'ana' } });
    expect(bot.asked).toHaveLength(0);
  });

  it('off duty, it is pending for everybody', async () => {
    const { mira, ana, desk, stage } = await ended({ handbackDays: 3 });
    desk.send({ type: 'duty', on: false });
    await vi.waitFor(async () => expect(await stage.desk.isOnDuty('ana')).toBe(false));
    await mira.say('The lid has not come.');
    await mira.phase('waiting');
    await ana.until(() => ana.state.handoff?.status === 'pending');
    expect(ana.state.handoff).toMatchObject({ n: 1, reopened: 1 });
  });

  it('a handoff that was rated and reopens asks no more', async () => {
    const { mira, ana, stage } = await ended({ handbackDays: 3 });
    await pass(stage.stub, 2 * SECOND);
    await mira.until(() => mira.state.rating?.handoff === 1);
    await mira.ask({ type: 'rate', id: clientId(), handoff: 1, thumb: 'up', comment: 'Quick' });
    await mira.say('One more thing');
    await mira.phase('person');
    await ana.reply('Yes?');
    await ana.end();
    await mira.phase('assistant');
    await pass(stage.stub, 10 * SECOND);
    expect(mira.state.rating).toMatchObject({ handoff: 1, thumb: 'up', comment: 'Quick' });
    expect(ana.state.handoff?.rating).toMatchObject({ thumb: 'up' });
  });

  it('off hours it is an off-hours request, once, and the assistant goes on', async () => {
    const { mira, ana, change, stage } = await ended({ handbackDays: 28 });
    await change(CLOSED);
    await mira.close();
    const again = await stage.customer();
    await again.say('The lid has not come.');
    await again.message((m) => m.kind === 'event' && m.event.what === 'away');
    await again.say('Hello?');
    await again.message((m) => m.kind === 'assistant' && m.text.includes('Hello?'));
    expect(again.messages.filter((m) => m.kind === 'event' && m.event.what === 'away')).toHaveLength(1);
    expect(JSON.stringify(again.frames)).not.toContain('"waiting"');
    await ana.until(() => ana.state.handoff?.n === 2);
    expect(ana.state.handoff).toMatchObject({ status: 'ended', outcome: 'off_hours' });
  });

  it('a message that was stored before the object died reopens it when it wakes', async () => {
    const { mira, ana, stage } = await ended({ handbackDays: 3 });
    const { isOnDuty } = Object.getPrototypeOf(stage.desk) as { isOnDuty: unknown };
    expect(isOnDuty === undefined).toBe(true);
    await mira.say('Are you there?');
    await stage.evict();
    const again = await stage.customer();
    await again.say('Hello?');
    await again.phase('person');
    await ana.until(() => ana.state.handoff?.reopened === 1);
  });
});

describe('after the window', () => {
  it('the assistant answers', async () => {
    const { mira, ana, stage } = await ended({ handbackDays: 3 });
    await pass(stage.stub, 3 * DAY + 1);
    await mira.say('Do you have filters?');
    await mira.message((m) => m.kind === 'assistant' && m.text.includes('filters'));
    expect(ana.state.handoff).toMatchObject({ status: 'ended', reopened: 0 });
  });
});
