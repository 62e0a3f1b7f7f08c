import { env, runInDurableObject } from 'cloudflare:test';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { row, shop } from '../desk/shop';
import { mailArrives, planMail } from '../routes/visit';
import { clientId, scene } from './client';

/** The opening of a handoff waits for nobody: what else it needs may be late, down or gone, and follows. */

/** Keeps an object from answering anybody until told otherwise. */
function hang(object: DurableObjectStub): { over: () => Promise<void> } {
  let silent = true;
  const blocked = runInDurableObject(object, (_, state) =>
    state.blockConcurrencyWhile(async () => {
      // Looked at from inside: a promise of the test's would wake up in the test's own context.
      while (silent) await new Promise((resolve) => setTimeout(resolve, 5));
    }),
  );
  return {
    async over() {
      silent = false;
      await blocked;
    },
  };
}

/** Takes these tables away from D1, whoever asks for them. */
const TABLES = ['store', 'conversation', 'handoff'];
const rename = (from: (table: string) => string, to: (table: string) => string) =>
  env.DB.batch(TABLES.map((table) => env.DB.prepare(`ALTER TABLE "${from(table)}" RENAME TO "${to(table)}"`)));
const gone = (table: string) => `${table}_gone`;
const there = (table: string) => table;

afterEach(() => {
  vi.useRealTimers();
});

describe('a handoff opens at once', () => {
  it('with a desk that does not answer; the queue and the estimate follow', async () => {
    const { desk, conversation, customer, atDesk } = scene();
    const ana = await atDesk();
    const assignedAt = Date.now() - 60_000;
    for (const id of ['a', 'b', 'c']) {
      const pickUp = { requestedAt: assignedAt - 200_000, assignedAt };
      await desk.update(row(id, { status: 'assistant', handoff: null }), { n: 1, pickUp });
    }
    const mira = await customer();
    const { over } = hang(desk);
    expect(await mira.ask({ type: 'request', id: clientId() })).toMatchObject({ type: 'ack' });
    expect(mira.state.phase).toMatchObject({ is: 'waiting', estimate: null, longer: false });
    expect(await mira.say('Are you there?')).toMatchObject({ type: 'ack' });
    expect(ana.frames.some((f) => f.type === 'row' && f.row.id === conversation)).toBe(false);
    await over();
    await ana.row(conversation, (r) => r.status === 'pending');
    await mira.until(() => mira.state.phase.is === 'waiting' && mira.state.phase.estimate === 4);
  });

  it('with D1 down: no settings, no history; messages are taken all the same, and history follows', async () => {
    const { store, conversation, customer, staff } = scene();
    await env.DB.prepare('INSERT INTO store (id, key, name, created_at) VALUES (?1, ?1, ?1, 0)').bind(store).run();
    await rename(there, gone);
    const mira = await customer();
    expect(await mira.say('Hello?')).toMatchObject({ type: 'ack' });
    expect(await mira.ask({ type: 'request', id: clientId() })).toMatchObject({ type: 'ack' });
    await mira.phase('waiting');
    const ana = await staff();
    expect(await ana.reply('Hi, Ana here.')).toMatchObject({ type: 'ack' });
    await mira.message((m) => m.kind === 'staff');
    expect(await ana.end()).toMatchObject({ type: 'ack' });
    await mira.phase('assistant');
    await rename(gone, there);
    await vi.waitFor(
      async () => {
        const row = await env.DB.prepare('SELECT outcome FROM handoff WHERE conversation_id = ?')
          .bind(conversation)
          .first();
        expect(row).toEqual({ outcome: 'resolved' });
      },
      { timeout: 20_000, interval: 100 },
    );
  });

  it('with a mail API that never answers: it is shown, and taken, while the alert still hangs', async () => {
    const { store, ana: address } = await shop();
    await planMail(address, [{ status: -1 }]);
    const { conversation, customer, staff, atDesk } = scene(store);
    const queue = await atDesk();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    await mira.phase('waiting');
    await queue.row(conversation, (r) => r.status === 'pending');
    await mailArrives(address);
    const ana = await staff();
    expect(await ana.claim()).toMatchObject({ type: 'ack' });
    await mira.phase('person');
    await queue.row(conversation, (r) => r.status === 'assigned');
    expect(await mira.say('Thank you for coming')).toMatchObject({ type: 'ack' });
  });
});
