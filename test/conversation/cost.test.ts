import { runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import { bot } from './bot';
import { calls } from './calls';
import { clientId, scene } from './client';
import { delivered, keysOf } from './stored';

beforeEach(() => bot.reset());

interface Meter {
  /** Rows that the object wrote: one for each key that is put. */
  rows: number;
  alarms: number;
}

/** Counts at the object's own storage, from here on and as long as it is not evicted. */
async function meter(stub: DurableObjectStub): Promise<Meter> {
  const counted: Meter = { rows: 0, alarms: 0 };
  await runInDurableObject(stub as DurableObjectStub<never>, (_, { storage }) => {
    const { kv } = storage;
    expect(storage.kv).toBe(kv);
    const put = kv.put.bind(kv);
    const setAlarm = storage.setAlarm.bind(storage);
    kv.put = (key, value) => {
      counted.rows += 1;
      put(key, value);
    };
    storage.setAlarm = ((at: number) => {
      counted.alarms += 1;
      return setAlarm(at);
    }) as typeof setAlarm;
  });
  return counted;
}

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

  it('a draft is a row when it is kept, and nothing where there was none; emptied, nothing of it is left', async () => {
    const { stub, customer, staff } = scene();
    const mira = await customer();
    await mira.say('Hello');
    await mira.message((m) => m.kind === 'assistant');
    const ana = await staff();
    const talk = await meter(stub);
    const draft = { type: 'draft' as const, kind: 'reply' as const, cards: [] };
    ana.send({ ...draft, text: '', at: 1 });
    await ana.hello();
    expect(talk).toEqual({ rows: 0, alarms: 0 });
    ana.send({ ...draft, text: 'Your kettle', at: 2 });
    ana.send({ ...draft, text: '', at: 3 });
    await ana.hello();
    expect(talk).toEqual({ rows: 1, alarms: 0 });
    expect((await keysOf(stub)).filter((key) => key.startsWith('draft/'))).toEqual([]);
  });

  it('an object that was only looked at holds nothing of a conversation', async () => {
    const { stub, customer } = scene();
    const mira = await customer();
    mira.close();
    expect(await keysOf(stub)).toEqual([]);
  });
});
