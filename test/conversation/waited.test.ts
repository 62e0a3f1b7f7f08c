import { env, evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bot } from './bot';
import { type CustomerClient, clientId, scene } from './client';
import { MINUTE, shop } from './shop';
import { delivered } from './stored';

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

it('history keeps since when somebody waited last, whatever came after', async () => {
  const { conversation, customer, staff } = scene();
  const T0 = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: T0 });
  const at = (minutes: number) => vi.setSystemTime(T0 + minutes * MINUTE);
  const kept = (waited: number) =>
    vi.waitFor(async () => {
      const row = await env.DB.prepare(
        'SELECT status, requested_at, waiting_since FROM handoff WHERE conversation_id = ?',
      )
        .bind(conversation)
        .first();
      expect(row).toEqual({ status: 'ended', requested_at: T0, waiting_since: waited });
    });
  const mira = await customer();
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await staff();
  at(1);
  await ana.claim();
  at(3);
  await ana.ask({ type: 'release', id: clientId() });
  at(4);
  await ana.claim();
  at(5);
  await ana.end();
  await kept(T0 + 3 * MINUTE);
});

it('whoever waits reads the store’s own words in their language, with the estimate where there is one, and at once', async () => {
  const { stage, change } = await shop({ firstLanguage: 'en' });
  const waiting = (client: CustomerClient) => client.state.phase.is === 'waiting' && client.state.phase;
  const mira = await stage.silent();
  await mira.hello(0, 'de');
  await mira.ask({ type: 'request', id: clientId() });
  await mira.phase('waiting');
  expect(waiting(mira)).not.toHaveProperty('words');
  // The desk tells those who stand in its queue.
  await delivered(stage.stub);

  await change({ waitingMessage: { en: 'Hold on.', de: 'Meist in {minutes|wenigen} Minuten.' } });
  await mira.until(() => (waiting(mira) || undefined)?.words === 'Meist in wenigen Minuten.');
  const again = await stage.silent();
  expect((await again.hello(0, 'de')).state.phase).toMatchObject({ words: 'Meist in wenigen Minuten.' });
  // Three who were picked up after two minutes: from the next look on there is a figure.
  const now = Date.now();
  await runInDurableObject(stage.desk, (_, { storage }) => {
    const pickUps = [1, 2, 3].map((n) => ({
      conversation: `c${n}`,
      n,
      requestedAt: now - 180_000,
      assignedAt: now - 60_000,
    }));
    storage.kv.put('pick-ups', pickUps);
  });
  await evictDurableObject(stage.desk);
  const ana = await stage.atDesk();
  ana.send({ type: 'duty', on: true });
  await ana.until((frames) => frames.some((f) => f.type === 'duty' && f.duty.length === 1));
  const other = scene(stage.store);
  const lea = await other.silent();
  await lea.hello(0, 'de');
  await lea.ask({ type: 'request', id: clientId() });
  await lea.until(() => (waiting(lea) || undefined)?.words === 'Meist in 2 Minuten.');
  await delivered(other.stub);
  await change({ waitingMessage: { en: 'Hold on.' } });
  await lea.until(() => (waiting(lea) || undefined)?.words === 'Hold on.');
  for (const one of [mira, again, lea, ana]) one.close();
});
