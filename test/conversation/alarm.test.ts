import { runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bot } from './bot';
import { clientId } from './client';
import { MINUTE, pass, SECOND, shop } from './shop';

/** When the platform is to wake a conversation: most messages leave the alarm where it is, and none may be late for it. */

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

type Stub = Awaited<ReturnType<typeof shop>>['stub'];
const wakesIn = async (stub: Stub) => {
  const at = await runInDurableObject(stub, (_, { storage }) => storage.getAlarm());
  return (at ?? Number.POSITIVE_INFINITY) - Date.now();
};

/** Mira talks to Ana, who has answered; what the alarm was set for meanwhile is over. */
async function answered(address?: string) {
  const stage = await shop({ abandonAfter: 720 });
  const mira = await stage.customer();
  await mira.ask({ type: 'request', id: clientId() });
  if (address) await mira.ask({ type: 'email', id: clientId(), address });
  const ana = await stage.staff();
  await ana.claim();
  await ana.reply('Hello, I am Ana.');
  await mira.message((m) => m.kind === 'staff');
  await mira.say('Hello, Ana.');
  await ana.reply('What can I do?');
  await pass(stage.stub, 6 * MINUTE);
  return { ...stage, mira, ana };
}

it('a message that is to be answered within five minutes is looked after in five minutes', async () => {
  const { stub, mira } = await answered();
  expect(await wakesIn(stub)).toBeGreaterThan(5 * MINUTE);
  await mira.say('Is anybody there?');
  expect(await wakesIn(stub)).toBeLessThanOrEqual(5 * MINUTE);
});

it('a reply to somebody who has gone and left an address is mailed after 90 seconds, though the alarm stands later', async () => {
  const { stub, mira, ana } = await answered(`mira-${crypto.randomUUID()}@customer.example`);
  const seq = mira.messages.at(-1)?.seq ?? 0;
  mira.send({ type: 'read', seq });
  await ana.until(() => ana.state.seen >= seq);
  mira.close();
  await ana.until(() => !ana.state.customer.here);
  expect(await wakesIn(stub)).toBeGreaterThan(90 * SECOND);
  await ana.reply('See you.');
  expect(await wakesIn(stub)).toBeLessThanOrEqual(90 * SECOND);
});
