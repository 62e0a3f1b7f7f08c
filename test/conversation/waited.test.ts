import { env } from 'cloudflare:test';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bot } from './bot';
import { clientId, scene } from './client';
import { MINUTE } from './shop';

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
