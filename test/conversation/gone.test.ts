import { runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bot } from './bot';
import { clientId } from './client';
import { HOUR, MINUTE, pass, shop } from './shop';

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

/** Ana has the chat, and a dashboard open. */
async function talking(settings = {}) {
  const stage = await shop(settings);
  const desk = await stage.atDesk();
  const mira = await stage.customer();
  await mira.say('Hello');
  await mira.message((m) => m.kind === 'assistant');
  await mira.ask({ type: 'request', id: clientId() });
  const ana = await stage.staff();
  await ana.claim();
  await desk.row(stage.conversation, (r) => r.status === 'assigned');
  return { ...stage, desk, mira, ana };
}

/** Her dashboards are gone: the desk's socket, and the chat's. */
async function leaves({ desk, ana, atDesk, stage }: Awaited<ReturnType<typeof talking>>) {
  const mo = await atDesk('mo', 'Mo Salim');
  desk.close();
  ana.close();
  await mo.until((frames) =>
    frames.some((f) => f.type === 'duty' && f.duty.some((one) => one.id === 'ana' && !one.here)),
  );
  return { mo, stage };
}

describe('the staff member is gone', () => {
  it('for two minutes while the customer waits for a reply: they are told, and it is pending again', async () => {
    const all = await talking();
    const { mira, stage, conversation } = all;
    vi.useFakeTimers({ toFake: ['Date'] });
    await all.ana.reply('One moment.');
    await mira.say('I am here');
    const { mo } = await leaves(all);
    await pass(stage.desk, 2 * MINUTE - 1_000);
    expect(mira.state.phase.is).toBe('person');
    await pass(stage.desk, 1_001);
    await mira.phase('waiting');
    await mira.message((m) => m.kind === 'event' && m.event.what === 'released' && m.event.name === 'Ana');
    const row = await mo.row(conversation, (r) => r.status === 'pending');
    expect(row.requestedAt).toBeLessThan(row.waitingSince ?? 0);
  });

  it('while nobody owes the customer a word nothing happens, until they write', async () => {
    const all = await talking();
    const { mira, stage } = all;
    await all.ana.reply('Anything else?');
    await leaves(all);
    await pass(stage.desk, 10 * MINUTE);
    expect(mira.state.phase.is).toBe('person');
    await mira.say('Yes: the lid?');
    await runDurableObjectAlarm(stage.stub);
    await mira.phase('waiting');
  });

  it('a page that is reloaded is nobody gone', async () => {
    const all = await talking();
    const { mira, stage, atDesk, staff } = all;
    await mira.say('Are you there?');
    await leaves(all);
    await atDesk();
    await staff();
    await pass(stage.desk, 3 * MINUTE);
    await runDurableObjectAlarm(stage.stub);
    expect(mira.state.phase.is).toBe('person');
  });

  it('and back after the chat heard of it: the desk says so', async () => {
    const all = await talking();
    const { mira, stage, atDesk } = all;
    await all.ana.reply('Anything else?');
    await leaves(all);
    await pass(stage.desk, 3 * MINUTE);
    await atDesk();
    await mira.say('Yes: the lid?');
    await runDurableObjectAlarm(stage.stub);
    expect(mira.state.phase.is).toBe('person');
  });
});

describe('a message that stands unanswered', () => {
  it('alerts the assignee after five minutes and the desk after ten, each once, and the next one anew', async () => {
    const { ana, mira, desk, stage, conversation } = await talking();
    await ana.reply('One moment.');
    await mira.say('Is there a lid?');
    await pass(stage.stub, 5 * MINUTE - 1);
    await pass(stage.stub, 1);
    await desk.row(conversation, (r) => r.owed?.told === 'assignee');
    await mira.say('Hello?');
    await stage.evict();
    await pass(stage.stub, 5 * MINUTE);
    await desk.row(conversation, (r) => r.owed?.told === 'desk');
    await ana.reply('Yes, there is.');
    await desk.row(conversation, (r) => r.owed === null);
    await mira.say('Which size?');
    await pass(stage.stub, 5 * MINUTE);
    const changes = (frames: typeof desk.frames) => {
      const told = frames.flatMap((f) => (f.type === 'row' && f.row.owed ? [f.row.owed.told] : []));
      return told.filter((one, i) => one !== 'nobody' && one !== told[i - 1]);
    };
    await desk.until((frames) => changes(frames).length === 3);
    expect(changes(desk.frames)).toEqual(['assignee', 'desk', 'assignee']);
  });

  it('an answer in time alerts nobody', async () => {
    const { ana, mira, desk, stage, conversation } = await talking();
    await mira.say('Is there a lid?');
    await pass(stage.stub, 4 * MINUTE);
    await ana.reply('Yes.');
    await pass(stage.stub, 10 * MINUTE);
    await desk.row(conversation, (r) => r.owed === null);
    expect(desk.frames.some((f) => f.type === 'row' && f.row.owed && f.row.owed.told !== 'nobody')).toBe(false);
  });
});

describe('who waits', () => {
  it('reads at once that it takes longer when the last person on duty leaves', async () => {
    const { customer, atDesk, stage } = await shop();
    const ana = await atDesk();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    await ana.row(stage.conversation, (r) => r.status === 'pending');
    expect(mira.state.phase).toMatchObject({ is: 'waiting', longer: false });
    ana.close();
    await vi.waitFor(() =>
      pass(stage.desk, 6_000).then(() => expect(mira.state.phase).toMatchObject({ longer: true })),
    );
  });

  it('and when the last one switches duty off', async () => {
    const { customer, atDesk } = await shop();
    const ana = await atDesk();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    await mira.phase('waiting');
    ana.send({ type: 'duty', on: false });
    await mira.until(() => mira.state.phase.is === 'waiting' && mira.state.phase.longer);
  });
});

describe('duty', () => {
  it('outlives presence, and ends after twelve hours without it', async () => {
    const { atDesk, stage } = await shop();
    const mo = await atDesk('mo', 'Mo Salim');
    const ana = await atDesk();
    ana.close();
    await mo.until((f) => f.some((one) => one.type === 'duty' && one.duty.some((p) => p.id === 'ana' && !p.here)));
    await pass(stage.desk, 12 * HOUR - 60_000);
    expect(await stage.desk.isOnDuty('ana')).toBe(true);
    await pass(stage.desk, 61_000);
    expect(await stage.desk.isOnDuty('ana')).toBe(false);
    expect(await stage.desk.isOnDuty('mo')).toBe(true);
  });

  it('ends by signing out, and coming back does not begin it', async () => {
    const { atDesk, stage } = await shop();
    await atDesk();
    await stage.desk.signedOut('ana');
    const again = await atDesk();
    expect(await stage.desk.isOnDuty('ana')).toBe(false);
    again.send({ type: 'duty', on: true });
    await again.until((f) => f.some((one) => one.type === 'duty' && one.duty.some((p) => p.id === 'ana')));
  });
});

describe('a store that turns it on', () => {
  it('ends a talk as abandoned after the customer’s silence, and asks how it was', async () => {
    const { ana, mira, stage } = await talking({ abandonAfter: 30 });
    await ana.reply('Which size?');
    await pass(stage.stub, 29 * MINUTE);
    await ana.reply('Still there?');
    await pass(stage.stub, 29 * MINUTE);
    expect(mira.state.phase.is).toBe('person');
    await pass(stage.stub, 1 * MINUTE);
    await mira.phase('assistant');
    await ana.until(() => ana.state.handoff?.outcome === 'abandoned');
    await pass(stage.stub, 2_000);
    await mira.until(() => mira.state.rating?.source === 'abandoned');
  });
});
