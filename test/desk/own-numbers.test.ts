import { env, runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type StoreSettings } from '../../src/settings/schema';
import { writeSettings } from '../../src/settings/store';
import { scene } from '../conversation/client';
import { HOUR, pass } from '../conversation/shop';
import { mailArrives, mailTo } from '../routes/visit';
import { clock, MINUTE, quiet, row, shop, urgent } from './shop';

afterEach(() => {
  vi.useRealTimers();
});

/** A team whose store has its own numbers. */
async function team(settings: Partial<StoreSettings>) {
  const stage = await shop();
  const known = await writeSettings(env.DB, stage.store, { ...DEFAULT_SETTINGS, ...settings }, Date.now());
  await stage.desk.settingsChanged(stage.store, known);
  return stage;
}

describe('a store’s own numbers', () => {
  it('so many hours without a dashboard end duty', async () => {
    const { store, desk } = await team({ dutyEndsAfter: 2 });
    // Ana's dashboard was open once, and is closed.
    const mo = await scene(store).atDesk('mo', 'Mo Salim');
    await mo.until((frames) =>
      frames.some((f) => (f.type === 'duty' || f.type === 'welcome') && f.duty.some((p) => p.id === 'ana' && !p.here)),
    );
    await pass(desk, 2 * HOUR - MINUTE);
    expect(await desk.isOnDuty('ana')).toBe(true);
    await pass(desk, MINUTE + 1_000);
    expect(await desk.isOnDuty('ana')).toBe(false);
  });

  it('so many urgent emails an hour go out one by one', async () => {
    const { desk, ana } = await team({ urgentEmailsAnHour: 2 });
    const begun = Date.now();
    clock(begun);
    for (const id of ['1', '2', '3', '4']) await desk.update(row(id, urgent));
    await mailArrives(ana, 2);
    await quiet(desk);
    expect(await mailTo(ana)).toHaveLength(2);
    vi.setSystemTime(begun + 5 * MINUTE + 100);
    await runDurableObjectAlarm(desk);
    const all = await mailArrives(ana, 3);
    expect(all.filter(({ subject }) => subject.startsWith('2 urgent requests'))).toHaveLength(1);
  });
});
