import { runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bot } from './bot';
import { calls } from './calls';
import { clientId, scene } from './client';

beforeEach(() => bot.reset());

interface Meter {
  /** Rows that the object wrote, index rows included, as the runtime counts them. */
  rows: number;
  alarms: number;
}

/** Counts at the object's own storage, from here on and as long as it is not evicted. */
async function meter(stub: DurableObjectStub): Promise<Meter> {
  const counted: Meter = { rows: 0, alarms: 0 };
  await runInDurableObject(stub as DurableObjectStub<never>, (_, { storage }) => {
    const { sql } = storage;
    expect(storage.sql).toBe(sql);
    const exec = sql.exec.bind(sql);
    const setAlarm = storage.setAlarm.bind(storage);
    sql.exec = ((query: string, ...bindings: unknown[]) => {
      const cursor = exec(query, ...bindings);
      if (!/^\s*select/i.test(query)) counted.rows += cursor.rowsWritten;
      return cursor;
    }) as typeof exec;
    storage.setAlarm = ((at: number) => {
      counted.alarms += 1;
      return setAlarm(at);
    }) as typeof setAlarm;
  });
  return counted;
}

/** Waits until the desk and history know all that they were owed: their part is not a message's. */
const delivered = (stub: DurableObjectStub) =>
  vi.waitFor(() =>
    runInDurableObject(stub as DurableObjectStub<never>, (_, { storage }) =>
      expect(storage.sql.exec('SELECT key FROM outbox').toArray()).toEqual([]),
    ),
  );

describe('what a message costs in its object', () => {
  it('one row, idempotency included, from the customer, the assistant and the staff alike; a repeated one none', async () => {
    const { stub, customer, staff } = scene();
    const mira = await customer();
    await mira.say('The tables are made with these words');
    await mira.message((m) => m.kind === 'assistant');
    const talk = await meter(stub);
    await mira.say('And filters?', 'the-same-id-1');
    await mira.message((m) => m.kind === 'assistant' && m.text.includes('filters'));
    expect(talk).toEqual({ rows: 2, alarms: 0 });
    await mira.say('And filters?', 'the-same-id-1');
    expect(talk).toEqual({ rows: 2, alarms: 0 });

    await mira.ask({ type: 'request', id: clientId() });
    const ana = await staff();
    await ana.claim();
    await ana.reply('The first reply is written down with its time');
    await mira.message((m) => m.kind === 'staff');
    await delivered(stub);
    const before = { ...talk };
    await mira.say('Size 02?');
    await ana.reply('Yes, size 02.');
    await mira.message((m) => m.kind === 'staff' && m.text === 'Yes, size 02.');
    expect(talk).toEqual({ rows: before.rows + 2, alarms: before.alarms });
  });

  it('D1 is not asked before the message is acknowledged, with the assistant that answers from D1', async () => {
    const { customer } = scene(`catalog-${crypto.randomUUID()}`);
    const mira = await customer();
    calls.length = 0;
    await mira.say('Which headphones do you have?');
    await mira.message((m) => m.kind === 'assistant');
    expect(calls).toContain('D1');
    expect(calls.slice(0, calls.indexOf('D1'))).toContain('ack');
  });

  it('typing, reading and looking cost nothing', async () => {
    const { stub, customer, staff } = scene();
    const mira = await customer();
    await mira.say('Hello');
    const reply = await mira.message((m) => m.kind === 'assistant');
    const ana = await staff();
    const talk = await meter(stub);
    mira.send({ type: 'typing', on: true });
    await ana.next('typing');
    mira.send({ type: 'read', seq: reply.seq });
    await ana.until(() => ana.state.seen === 2);
    await mira.hello();
    await ana.hello();
    expect(talk).toEqual({ rows: 0, alarms: 0 });
  });

  it('an object that was only looked at holds no tables of a conversation', async () => {
    const { stub, customer } = scene();
    const mira = await customer();
    mira.close();
    const tables = await runInDurableObject(stub, (_, { storage }) =>
      storage.sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'").toArray(),
    );
    expect(tables).toEqual([]);
  });
});
