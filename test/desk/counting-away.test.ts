import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type StoreSettings } from '../../src/settings/schema';
import { writeSettings } from '../../src/settings/store';
import { clientId, scene } from '../conversation/client';
import { CLOSED } from '../conversation/shop';
import { delivered } from '../conversation/stored';
import { ruleOf } from '../rule';
import { row } from './shop';

/** A store's estimate is made of three that were waited for; here nobody waits. */
async function after(settings: Partial<StoreSettings>) {
  const { store, desk } = scene();
  await env.DB.prepare('INSERT INTO store (id, key, name, created_at) VALUES (?1, ?1, ?1, 0)').bind(store).run();
  await writeSettings(env.DB, store, { ...DEFAULT_SETTINGS, ...settings }, Date.now());
  for (let i = 0; i < 3; i += 1) {
    const { customer, staff, stub } = scene(store);
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({ status: 'ended', outcome: settings.rules ? 'emailed' : 'off_hours' });
    await ana.claim();
    await mira.phase('person');
    await delivered(stub);
  }
  return (await desk.update(row('probe'))).estimate;
}

it('requests off hours and by email say nothing of how long it takes, though somebody takes them over', async () => {
  expect(await after(CLOSED)).toBeNull();
  const to = { kind: 'email' as const, address: 'books@mill.example', expectation: {} };
  expect(await after({ rules: [ruleOf({ to })] })).toBeNull();
});
