import { env, runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { mailArrives, mailTo } from '../routes/visit';
import { keys, quiet, shop, summary } from './shop';

/** A conversation whose desk has heard it, and whose own word of that was lost, tells it again: a kill in between does that. */

test.each(['unanswered', 'follow_up'] as const)('%s is mailed once, however often it is told', async (kind) => {
  const { desk, ana, tomas } = await shop();
  const about = { conversation: crypto.randomUUID(), handoff: 1, kind };
  const at = Date.now();
  await desk.alert(about, at, summary());
  await quiet(desk);
  // By now more was said, and the link to unsubscribe would be another one: not the mail that this key stands for.
  await desk.alert(about, at, summary({ trigger: 'And when?' }));
  await quiet(desk);
  for (const to of [ana, tomas]) expect(await mailTo(to)).toHaveLength(1);
  expect(await desk.parkedAlerts()).toEqual([]);
});

test('an urgent email about a chat that was erased counts still, and nobody knows about which', async () => {
  const { desk, store, ana } = await shop();
  const conversation = crypto.randomUUID();
  await desk.alert({ conversation, handoff: 1, kind: 'off_hours' }, Date.now(), summary());
  await mailArrives(ana);
  await quiet(desk);
  await env.DB.prepare('INSERT INTO erasure (store_id, conversation_id, at) VALUES (?1, ?2, 1)')
    .bind(store, conversation)
    .run();
  await desk.erase(store);
  const kept = await runInDurableObject(desk, (_, { storage }) =>
    storage.sql.exec('SELECT key, json FROM alert').toArray(),
  );
  expect(JSON.stringify(kept)).not.toContain(conversation);
  expect(kept.find(({ key }) => key === 'gate')?.json).toMatch(/"urgent":\[\{"email":"","at":\d+\}\]/);
});

test('what arises anew is mailed anew', async () => {
  const { desk, ana } = await shop();
  const about = { conversation: crypto.randomUUID(), handoff: 1, kind: 'unanswered' } as const;
  const at = Date.now();
  await desk.alert(about, at, summary());
  await desk.alert(about, at + 1, summary());
  await quiet(desk);
  expect(keys(await mailTo(ana))).toHaveLength(2);
});

test('a summary goes to its destination once, however often it is told', async () => {
  const { desk } = await shop();
  const to = `orders-${crypto.randomUUID()}@alerts.example`;
  const about = { conversation: crypto.randomUUID(), handoff: 1 };
  await desk.summary(about, { to, email: null, again: false }, summary());
  await quiet(desk);
  await desk.summary(about, { to, email: 'mira@customers.example', again: false }, summary());
  await quiet(desk);
  expect(await mailTo(to)).toHaveLength(1);
  expect(await desk.parkedAlerts()).toEqual([]);
  await desk.summary(about, { to, email: null, again: true }, summary());
  await quiet(desk);
  expect(await mailTo(to)).toHaveLength(2);
});
