import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bot } from './bot';
import { clientId } from './client';
import { CLOSED, pass, shop } from './shop';

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

/** Ana has the chat when the store closes, and gives it back after that. */
async function released(atClosing: 'finish' | 'away') {
  const { customer, staff, change, stage } = await shop({ atClosing });
  const mira = await customer();
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await staff();
  await ana.claim();
  await mira.phase('person');
  await change({ ...CLOSED, atClosing });
  await pass(stage.stub, 1_000);
  // Whoever is being talked to is not sent away.
  expect(mira.state.phase.is).toBe('person');
  expect(await ana.ask({ type: 'release', id: clientId() })).toMatchObject({ type: 'ack' });
  await mira.message((m) => m.kind === 'event' && m.event.what === 'released');
  await pass(stage.stub, 0);
  return { mira, ana };
}

describe('released after the store has closed', () => {
  it('where the team goes away it is over at once, with the away message', async () => {
    const { mira, ana } = await released('away');
    await mira.phase('assistant');
    await mira.message((m) => m.kind === 'event' && m.event.what === 'away' && m.event.opensAt !== null);
    await ana.until(() => ana.state.handoff?.outcome === 'unanswered');
  });

  it('where the table goes on it waits', async () => {
    const { mira } = await released('finish');
    expect((await mira.hello()).state.phase.is).toBe('waiting');
  });
});
