import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import type { QueueRow } from '../../src/protocol/desk';
import { GOT_EVERY } from '../../src/protocol/window';
import { clientId, dying, scene } from '../conversation/client';

const row = (over: Partial<QueueRow> = {}): QueueRow => ({
  id: 'c1',
  rev: 1,
  customer: 'Guest 4821',
  initials: 'G',
  lang: 'en',
  status: 'pending',
  handoff: 1,
  reason: 'customer_request',
  urgency: 'normal',
  requestedAt: 1,
  waitingSince: 1,
  assignee: null,
  transfer: null,
  destination: null,
  owed: null,
  email: false,
  last: null,
  unread: 1,
  ...over,
});

describe('the queue', () => {
  it('shows a change to every dashboard, and the same after an eviction', async () => {
    const { desk, atDesk } = scene();
    const [ana, dele] = [await atDesk('ana', 'Ana Kovač'), await atDesk('dele', 'Dele Okafor')];
    await desk.update(row());
    await Promise.all([ana.row('c1'), dele.row('c1')]);
    await evictDurableObject(desk);
    await desk.update(row({ rev: 2, status: 'assigned', waitingSince: null }));
    await ana.row('c1', (r) => r.status === 'assigned');
    const late = await atDesk('tomas', 'Tomás Rivera');
    expect(late.frames.find((f) => f.type === 'welcome')).toMatchObject({ rows: [{ id: 'c1', status: 'assigned' }] });
  });

  it('never takes an older row for a newer one, nor one back that has gone', async () => {
    const { desk, atDesk } = scene();
    const ana = await atDesk();
    await desk.update(row({ rev: 5, status: 'assigned' }));
    await desk.update(row({ rev: 4 }));
    await desk.remove('c1', 3);
    ana.send({ type: 'hello' });
    const { rows } = await ana.next('welcome');
    expect(rows).toMatchObject([{ rev: 5, status: 'assigned' }]);
    await desk.remove('c1', 6);
    await desk.update(row({ rev: 5 }));
    ana.send({ type: 'hello' });
    expect((await ana.next('welcome')).rows).toEqual([]);
  });

  it('what somebody who waits wrote last is there after an eviction; what is answered may be older', async () => {
    const { desk, atDesk } = scene();
    const words = (seq: number) => ({ from: 'customer' as const, name: null, text: `Words ${seq}`, at: seq, seq });
    await desk.update(row({ rev: 1, last: words(1) }));
    await desk.update(row({ rev: 2, last: words(2), unread: 2 }));
    await evictDurableObject(desk);
    const ana = await atDesk();
    const welcome = ana.frames.find(({ type }) => type === 'welcome');
    expect(welcome).toMatchObject({ rows: [{ rev: 2, last: { text: 'Words 2' }, unread: 2 }] });
    await desk.update(row({ rev: 3, last: words(3), unread: 0, status: 'assigned' }));
    await desk.update(row({ rev: 4, last: words(4), unread: 0, status: 'assigned' }));
    const stored = await runInDurableObject(desk, (_, { storage }) =>
      storage.sql.exec<{ json: string }>('SELECT json FROM row').one(),
    );
    expect(JSON.parse(stored.json)).toMatchObject({ rev: 3 });
  });

  it('goes on for the others where one connection dies in the middle', async () => {
    const { desk, atDesk } = scene();
    const [ana, dele, tomas] = [await atDesk('ana', 'A'), await atDesk('dele', 'D'), await atDesk('tomas', 'T')];
    await runInDurableObject(desk, (_, state) => state.getWebSockets('staff:dele').forEach(dying));
    await desk.update(row());
    await Promise.all([ana.row('c1'), tomas.row('c1')]);
    expect(dele.frames.some((frame) => frame.type === 'row')).toBe(false);
  });

  it('another store has a desk of its own', async () => {
    const [mine, other] = [scene(), scene()];
    await mine.desk.update(row());
    const stranger = await other.atDesk();
    expect(stranger.frames.find((f) => f.type === 'welcome')).toMatchObject({ rows: [] });
  });

  it('the newest words arrive while somebody waits', async () => {
    const { conversation, customer, atDesk } = scene();
    const ana = await atDesk();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    await ana.row(conversation, (r) => r.status === 'pending');
    await mira.say('Are you there?');
    await mira.say('It is about order 10482');
    await ana.row(conversation, (r) => r.last?.text === 'It is about order 10482' && r.unread === 2);
  });
});

describe('duty', () => {
  it('is on from the first visit, off by the switch only, and kept over an eviction and a closed dashboard', async () => {
    const { desk, atDesk } = scene();
    const ana = await atDesk('ana', 'Ana Kovač');
    const dele = await atDesk('dele', 'Dele Okafor');
    await dele.until((frames) => frames.some((f) => f.type === 'welcome' && f.duty.length === 2));
    ana.close();
    await dele.until((frames) =>
      frames.some((f) => f.type === 'duty' && f.duty.some((p) => p.id === 'ana' && !p.here) && f.duty.length === 2),
    );
    dele.send({ type: 'duty', on: false });
    await dele.next('duty', (f) => f.duty.length === 1 && f.duty[0]?.id === 'ana');
    await evictDurableObject(desk);
    const again = await atDesk('dele', 'Dele Okafor');
    expect(again.frames.find((f) => f.type === 'welcome')).toMatchObject({ duty: [{ id: 'ana', here: false }] });
  });

  it('stays off where the person has another name since', async () => {
    const { atDesk } = scene();
    const ana = await atDesk('ana', 'Ana Kovač');
    ana.send({ type: 'duty', on: false });
    await ana.until((frames) => frames.some((f) => f.type === 'duty' && f.duty.length === 0));
    const again = await atDesk('ana', 'Ana Horvat');
    expect(again.frames.find((f) => f.type === 'welcome')).toMatchObject({ duty: [] });
  });

  it('a frame that cannot be read gets a typed error and the connection stays', async () => {
    const { atDesk } = scene();
    const ana = await atDesk();
    const cases = {
      'no json': 'bad_frame',
      '{"type":"fire_everyone"}': 'unknown_type',
    };
    for (const [frame, code] of Object.entries(cases)) {
      const error = ana.next('error');
      ana.raw(frame);
      expect((await error).code).toBe(code);
    }
    vi.useFakeTimers({ toFake: ['Date'] });
    const tooFast = ana.next('error', (f) => f.code === 'too_fast');
    for (let i = 0; i < 60; i++) ana.send({ type: 'hello' });
    await tooFast;
    expect(ana.closed).toBeNull();
  });
});

it('a dashboard that does not say that it reads is dropped after a while, and begins anew; its neighbour goes on', async () => {
  const { desk, atDesk } = scene();
  const [ana, dele] = [await atDesk('ana', 'Ana Kovač'), await atDesk('dele', 'Dele Okafor')];
  dele.reads = false;
  await desk.update(row());
  vi.useFakeTimers({ toFake: ['Date'] });
  for (let frames = 0; frames <= 10 * GOT_EVERY; frames += GOT_EVERY) {
    await runInDurableObject(desk, (it) => {
      for (let n = 0; n < GOT_EVERY; n++) it.typing('c1');
    });
    const before = ana.frames.length;
    ana.send({ type: 'hello' });
    await ana.until((all) => ana.closed ?? all.slice(before).some(({ type }) => type === 'welcome'));
    vi.setSystemTime(Date.now() + 3_000);
  }
  await dele.until(() => dele.closed);
  expect(dele.closed).toEqual({ code: 4408, reason: 'stalled' });
  expect(ana.closed).toBeNull();
  await desk.update(row({ rev: 2, status: 'assigned', waitingSince: null }));
  await ana.row('c1', (r) => r.status === 'assigned');
  const again = await atDesk('dele', 'Dele Okafor');
  expect(again.frames.find((f) => f.type === 'welcome')).toMatchObject({ rows: [{ status: 'assigned' }] });
});
