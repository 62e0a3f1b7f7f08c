import { runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_TEXT } from '../../src/protocol/common';
import { bot } from './bot';
import { type CustomerClient, clientId, dying, scene } from './client';
import { keysOf } from './stored';

beforeEach(() => bot.reset());

/** Sends something and waits for the refusal; afterwards the connection still works and nothing has changed. */
async function refused(client: CustomerClient, send: () => void, code: string) {
  const before = JSON.stringify(client.messages);
  const error = client.next('error');
  send();
  expect((await error).code).toBe(code);
  client.send({ type: 'hello', after: 0, lang: 'en' });
  const { messages, state } = await client.next('welcome');
  expect(JSON.stringify(messages)).toBe(before);
  expect(state.phase.is).toBe('assistant');
  expect(client.closed).toBeNull();
}

describe('a frame that cannot be taken gets a typed error, changes nothing, and the connection stays', () => {
  const cases: [string, string | ArrayBuffer, string][] = [
    ['no JSON', 'hello there', 'bad_frame'],
    ['bytes, though they spell a frame', new TextEncoder().encode('{"type":"got"}').buffer, 'bad_frame'],
    ['null', 'null', 'bad_frame'],
    ['a list', '[]', 'unknown_type'],
    ['an unknown type', '{"type":"drop_tables"}', 'unknown_type'],
    ['no type', '{}', 'unknown_type'],
    [
      'a staff frame on a customer socket',
      '{"type":"claim","id":"client-id-x1","handoff":null,"over":null}',
      'unknown_type',
    ],
    [
      'text over the limit',
      JSON.stringify({ type: 'send', id: 'client-id-x3', text: 'x'.repeat(MAX_TEXT + 1) }),
      'too_large',
    ],
    ['text of blanks and controls only', '{"type":"send","id":"client-id-x4","text":" \\u0000\\n "}', 'bad_frame'],
    [
      'text of bidirectional overrides only',
      '{"type":"send","id":"client-id-x5","text":"\\u202e\\u202a \\u2066"}',
      'bad_frame',
    ],
    ['an id with markup', '{"type":"send","id":"<b>bold</b>","text":"hi"}', 'bad_frame'],
    ['a page that is no web page', '{"type":"page","page":{"url":"javascript:alert(1)","title":""}}', 'bad_frame'],
  ];
  it.each(cases)('%s', async (_, frame, code) => {
    const { customer } = scene();
    const mira = await customer();
    await refused(mira, () => mira.raw(frame), code);
  });

  it('a frame for a state that does not allow it', async () => {
    const { customer, staff } = scene();
    const mira = await customer();
    expect(await mira.ask({ type: 'cancel', id: clientId() })).toMatchObject({ code: 'nothing_open' });
    const rate = { type: 'rate', id: clientId(), handoff: 1, thumb: 'up', comment: '' } as const;
    expect(await mira.ask(rate)).toMatchObject({ code: 'not_asked' });
    await mira.ask({ type: 'request', id: clientId() });
    expect(await mira.ask({ type: 'request', id: clientId() })).toMatchObject({ code: 'already_open' });
    const ana = await staff();
    expect(await ana.end()).toMatchObject({ code: 'not_allowed_now' });
    expect(await ana.ask({ type: 'release', id: clientId() })).toMatchObject({ code: 'not_allowed_now' });
    await ana.claim();
    expect(await ana.claim()).toMatchObject({ code: 'already_yours' });
    for (const nothing of ['', ' \u0000\n ', '\u202e'])
      expect(await ana.reply(nothing)).toMatchObject({ code: 'bad_frame' });
    const dele = await staff('dele', 'Dele Okafor');
    expect(await dele.end()).toMatchObject({ code: 'not_yours', by: 'Ana Kovač' });
    expect(mira.state.phase.is).toBe('person');
  });

  it('too many frames in a moment', async () => {
    const { customer } = scene();
    const mira = await customer();
    const error = mira.next('error');
    vi.useFakeTimers({ toFake: ['Date'] });
    for (let i = 0; i < 60; i++) mira.send({ type: 'typing', on: true });
    expect((await error).code).toBe('too_fast');
    expect(mira.closed).toBeNull();
  });

  it('too many messages in a moment: each is acknowledged or refused by its id, so that none is waited for in vain', async () => {
    const { customer } = scene();
    const mira = await customer();
    mira.send({ type: 'request', id: clientId() });
    vi.useFakeTimers({ toFake: ['Date'] });
    const ids = Array.from({ length: 60 }, () => clientId());
    const answers = await Promise.all(ids.map((id) => mira.say('Hello?', id)));
    const refused = answers.filter((answer) => answer.type === 'error');
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['too_fast']));
    const stored = mira.messages.flatMap((message) => (message.kind === 'customer' ? [message.id] : []));
    expect(stored).toEqual(ids.filter((_, i) => answers[i]?.type === 'ack'));
  });

  it('staff at a conversation that nobody began: told so, and nothing is written', async () => {
    const { stranger, stub } = scene();
    const ana = await stranger();
    await ana.until(() => ana.closed);
    expect(ana.closed?.code).toBe(4404);
    expect(await keysOf(stub)).toEqual([]);
  });
});

describe('staff who send on a stale view are shown what they had not seen', () => {
  it('nothing goes out until they say so', async () => {
    const { customer, staff } = scene();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    const ana = await staff();
    await ana.claim();
    const seen = ana.last;
    await mira.say('Wait, I found the box!');
    const send = { type: 'send', id: clientId(), text: 'Keep the kettle.', seen, anyway: false } as const;
    expect(await ana.ask(send)).toMatchObject({ type: 'error', code: 'stale' });
    expect(mira.messages.some((m) => m.kind === 'staff')).toBe(false);
    expect(await ana.ask({ ...send, anyway: true })).toMatchObject({ type: 'ack' });
    await mira.message((m) => m.kind === 'staff');
  });

  it('a reply to a pending handoff claims it, and one into a chat with the assistant takes it over', async () => {
    const { customer, staff } = scene();
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    const ana = await staff();
    expect((await ana.reply('Hi, Ana here.')).type).toBe('ack');
    await mira.message((m) => m.kind === 'staff');
    const kinds = mira.messages.map((m) => (m.kind === 'event' ? m.event.what : m.kind));
    expect(kinds).toEqual(['asked', 'joined', 'staff']);
    await ana.end();
    await mira.say('One more thing');
    await ana.message((m) => m.kind === 'assistant');
    expect((await ana.reply('Still here.')).type).toBe('ack');
    expect((await mira.phase('person')).phase).toMatchObject({ handoff: 2 });
    expect(ana.state.handoff).toMatchObject({ source: 'staff', reason: null });
  });
});

describe('a connection that dies under a broadcast', () => {
  it('costs nobody else a word, and finds everything when it is back', async () => {
    const { stub, customer, staff } = scene();
    const tab = await customer();
    const mira = await customer();
    await runInDurableObject(stub, (_, state) => state.getWebSockets('customer').slice(0, 1).forEach(dying));
    expect(await mira.say('Hello?')).toMatchObject({ type: 'ack' });
    const ana = await staff();
    await runInDurableObject(stub, (_, state) => state.getWebSockets('staff').forEach(dying));
    const dele = await staff('dele', 'Dele Okafor');
    expect(await dele.reply('Hi, Dele here.')).toMatchObject({ type: 'ack' });
    await mira.message((m) => m.kind === 'staff');
    expect([...tab.messages, ...ana.messages].some((m) => m.kind === 'staff')).toBe(false);
    const [tabAgain, anaAgain] = [await customer(), await staff()];
    for (const { messages } of [tabAgain, anaAgain]) expect(messages.filter((m) => m.kind === 'staff')).toHaveLength(1);
  });
});
