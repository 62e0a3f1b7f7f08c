import { env } from 'cloudflare:test';
import { expect, it, vi } from 'vitest';
import { keyOf } from '../../src/desk/alerts/key';
import { mailArrives } from '../routes/visit';
import { quiet, row, shop } from './shop';

it('the key of the quiet five minutes is one a store, and goes by itself after 300 seconds', async () => {
  const [mine, other] = [await shop(), await shop()];
  await mine.desk.update(row('1'));
  await mailArrives(mine.ana);
  await quiet(mine.desk);
  const before = Date.now() / 1_000;
  const found = await vi.waitFor(async () => {
    const { keys } = await env.KV.list({ prefix: keyOf(mine.store) });
    expect(keys).toHaveLength(1);
    return keys[0];
  });
  expect(found?.expiration).toBeGreaterThan(before + 200);
  expect(found?.expiration).toBeLessThanOrEqual(before + 301);
  expect(await other.key()).toBeNull();
  await other.desk.update(row('1'));
  await mailArrives(other.ana);
});
