import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bot, unsure } from './bot';
import { clientId, scene } from './client';
import { CLOSED, shop } from './shop';

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

/** The assistant has failed twice, and asks. */
async function offered(settings = {}) {
  const stage = await shop({ whenUnsure: 'offer', ...settings });
  const mira = await stage.customer();
  bot.next(unsure, unsure);
  await mira.say('Is the crank spare?');
  await mira.message((m) => m.kind === 'assistant');
  await mira.say('And the lid?');
  await mira.until(() => mira.messages.filter((m) => m.kind === 'assistant').length === 2);
  const last = mira.messages.findLast((m) => m.kind === 'assistant');
  return { ...stage, mira, words: last?.kind === 'assistant' ? last.text : '' };
}

describe('a store where the assistant asks first', () => {
  it('offers after the second answer that failed; a yes opens, with the question that was open', async () => {
    const { mira, words, staff } = await offered();
    expect(words).toContain('Shall I get somebody?');
    expect(mira.state.phase.is).toBe('assistant');
    await mira.say('Yes please');
    await mira.phase('waiting');
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({ reason: 'low_confidence', source: 'assistant', trigger: 'And the lid?' });
  });

  it('a no is respected until as many more answers fail', async () => {
    const { mira } = await offered();
    await mira.say('No thanks');
    await mira.until(() => mira.messages.filter((m) => m.kind === 'assistant').length === 3);
    const offers = () => mira.messages.filter((m) => m.kind === 'assistant' && m.text.includes('Shall I')).length;
    bot.next(unsure, unsure);
    await mira.say('And the handle?');
    await mira.until(() => mira.messages.filter((m) => m.kind === 'assistant').length === 4);
    expect(offers()).toBe(1);
    await mira.say('And the drawer?');
    await mira.until(() => mira.messages.filter((m) => m.kind === 'assistant').length === 5);
    expect(offers()).toBe(2);
    expect(mira.state.phase.is).toBe('assistant');
  });

  it('a no is respected until the customer asks', async () => {
    const { mira } = await offered();
    await mira.say('no');
    await mira.say('I want to talk to a person');
    await mira.phase('waiting');
  });

  it('outside hours offers to leave the question, and a yes leaves it', async () => {
    const { mira, words, staff } = await offered(CLOSED);
    expect(words).toContain('Shall I leave your question?');
    expect(words).not.toContain('get somebody');
    await mira.say('ok');
    await mira.message((m) => m.kind === 'event' && m.event.what === 'away');
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({
      outcome: 'off_hours',
      reason: 'low_confidence',
      trigger: 'And the lid?',
    });
    expect(JSON.stringify(mira.frames)).not.toContain('waiting');
  });
});

/** The built-in assistant, asked for what no catalogue knows. */
describe('a topic that the assistant cannot know', () => {
  it('asks for a person at once, with its own reason', async () => {
    const stage = scene(`shop-${crypto.randomUUID()}`);
    const mira = await stage.customer();
    await mira.say('Where is my order? It was due on Monday.');
    await mira.phase('waiting');
    const ana = await stage.staff();
    expect(ana.state.handoff).toMatchObject({ reason: 'unsupported_topic', source: 'assistant', urgency: 'normal' });
  });

  it('and right after a handback only says that it cannot', async () => {
    const stage = scene(`shop-${crypto.randomUUID()}`);
    const mira = await stage.customer();
    await mira.ask({ type: 'request', id: clientId() });
    const ana = await stage.staff();
    await ana.claim();
    await ana.end();
    await mira.phase('assistant');
    for (const n of [1, 2]) {
      await mira.say('Where is my order?');
      await mira.until(() => mira.messages.filter((m) => m.kind === 'assistant').length === n);
      expect(mira.state.phase.is).toBe('assistant');
    }
    await mira.say('Where is my order?');
    await mira.phase('waiting');
  });
});
