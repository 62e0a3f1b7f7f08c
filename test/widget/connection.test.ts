import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CustomerFrame, ToCustomer } from '../../src/protocol/customer';
import { GOT_EVERY } from '../../src/protocol/window';
import { createConnection } from '../../widget/panel/connection';
import * as outgoing from '../../widget/panel/outgoing';
import { cursorOf, EMPTY, receive } from '../../widget/panel/thread';
import { Server } from './server';

/** The panel's line in a phone of our own: one that sleeps for twenty minutes, and whose lines die without a word. */

class Line {
  static readonly OPEN = 1;
  static all: Line[] = [];
  readyState = 0;
  readonly sent: CustomerFrame[] = [];
  onopen = () => {};
  onmessage = (_: { data: string }) => {};
  onclose = (_: { code: number }) => {};

  constructor() {
    Line.all.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.readyState = 3;
  }
  comes(frame: ToCustomer) {
    this.onmessage({ data: JSON.stringify(frame) });
  }
  /** The server takes it, and hears what waits to be said. */
  opens(server: Server) {
    this.readyState = Line.OPEN;
    this.onopen();
    for (const frame of this.sent.splice(0)) for (const answer of server.take(frame)) this.comes(answer);
  }
  ends(code: number) {
    this.readyState = 3;
    this.onclose({ code });
  }
}

const made = () => ({
  page: new EventTarget(),
  screen: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
});
/** Of this test only: what an earlier one left listens to its own. */
let { page, screen } = made();
const MINUTE = 60_000;

beforeEach(() => {
  Line.all = [];
  ({ page, screen } = made());
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', Line);
  vi.stubGlobal('document', screen);
  vi.stubGlobal('location', { origin: 'https://chat.example' });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A panel that is connected, put together as chat.ts does it, and the conversation that it talks to. */
async function panel() {
  const server = new Server();
  server.staffSays('Hello');
  let thread = EMPTY;
  let queue: outgoing.Queue = [];
  const asks = {
    authorize: vi.fn(async (_anew: boolean) => 'token'),
    onTooOld: vi.fn(() => connection.stop()),
    onErased: vi.fn(),
  };
  const connection = createConnection({
    ...asks,
    greeting: () => [{ type: 'hello', after: cursorOf(thread), lang: 'en' }, ...outgoing.due(queue)],
    onFrame(frame) {
      thread = receive(thread, frame);
      if (frame.type === 'welcome') queue = outgoing.settleStored(queue, frame.messages);
      if (frame.type === 'message') queue = outgoing.settleStored(queue, [frame.message]);
      if (frame.type === 'ack') queue = outgoing.settle(queue, frame.id);
    },
  });
  const line = () => Line.all.at(-1) as Line;
  connection.start();
  await vi.advanceTimersByTimeAsync(0);
  line().opens(server);
  expect(connection.connected.value).toBe(true);
  return {
    ...asks,
    connection,
    server,
    line,
    say(text: string) {
      const frame: outgoing.Delivery = { type: 'send', id: outgoing.newId(), text };
      queue = outgoing.add(queue, frame, 0);
      connection.send(frame);
    },
    read: () => thread.messages.map((message) => ('text' in message ? message.text : message.kind)),
    waiting: () => queue.length,
  };
}

describe('a line that the server has closed', () => {
  // Of this code the delays are half of it to all of it.
  it.each([
    ['who was too fast, after a pause', 4429, 8_000],
    ['who stalled', 4408, 500],
    ['who sent too much at once', 1009, 500],
    ['a deployment', 1012, 500],
  ])(
    '%s (%s): it comes back by itself with what was missed, and what was not sent is sent once',
    async (_, code, most) => {
      const { connection, server, line, say, read, waiting, authorize } = await panel();
      const first = line();
      server.staffSays('While you were away');
      first.ends(code);
      say('Are you there?');
      expect([connection.connected.value, connection.broken.value]).toEqual([false, true]);
      await vi.advanceTimersByTimeAsync(most / 2 - 1);
      expect(Line.all).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(most / 2 + 1);
      expect(Line.all).toHaveLength(2);
      line().opens(server);
      expect([connection.connected.value, connection.broken.value]).toEqual([true, false]);
      expect(read()).toEqual(['Hello', 'While you were away', 'Are you there?']);
      expect(waiting()).toBe(0);
      expect(server.messages).toHaveLength(3);
      // The token was good: a session more is not asked for, of whom too much was asked already.
      if (code !== 4408) expect(authorize).toHaveBeenLastCalledWith(false);
    },
  );

  it('because its conversation was erased: another token is asked for', async () => {
    const { line, onErased, authorize } = await panel();
    line().ends(4410);
    expect(onErased).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(500);
    expect(authorize).toHaveBeenLastCalledWith(true);
  });

  it('because it is too old: it is not asked for again', async () => {
    const { line, onTooOld } = await panel();
    line().ends(4426);
    expect(onTooOld).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(Line.all).toHaveLength(1);
  });

  it('again and again: it asks ever more seldom, and still comes back', async () => {
    const { line, server, connection } = await panel();
    for (let n = 0; n < 10; n++) {
      line().ends(1006);
      const at = Date.now();
      await vi.advanceTimersToNextTimerAsync();
      const most = Math.min(30_000, 500 * 2 ** n);
      expect(Date.now() - at).toBeGreaterThanOrEqual(most / 2);
      expect(Date.now() - at).toBeLessThanOrEqual(most);
    }
    expect(Line.all).toHaveLength(11);
    line().opens(server);
    expect(connection.connected.value).toBe(true);
  });
});

describe('a phone that was asleep for twenty minutes, and whose line is dead', () => {
  it.each([
    ['visibilitychange', () => screen],
    ['online', () => page],
    ['pageshow', () => page],
  ])('on %s: asks at once, and has everything once within three seconds', async (event, target) => {
    const { server, line, say, read, waiting } = await panel();
    const dead = line();
    dead.sent.length = 0;
    say('It is order 10482');
    server.staffSays('It left us yesterday');
    // Nothing runs in it meanwhile: its clock is all that goes on.
    vi.setSystemTime(Date.now() + 20 * MINUTE);
    target().dispatchEvent(new Event(event));
    expect(dead.sent.at(-1)).toEqual({ type: 'hello', after: 1, lang: 'en' });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(Line.all).toHaveLength(2);
    line().opens(server);
    // What was on its way in the dead line comes after all: nobody reads it twice.
    for (const frame of dead.sent) server.take(frame);
    expect(read()).toEqual(['Hello', 'It left us yesterday', 'It is order 10482']);
    expect(server.messages).toHaveLength(3);
    expect(waiting()).toBe(0);
  });

  it('a line that lives is kept', async () => {
    const { line, server } = await panel();
    line().sent.length = 0;
    page.dispatchEvent(new Event('online'));
    for (const frame of line().sent) for (const answer of server.take(frame)) line().comes(answer);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(Line.all).toHaveLength(1);
  });

  it('while nobody looks, nothing is asked', async () => {
    const { line } = await panel();
    line().sent.length = 0;
    screen.visibilityState = 'hidden';
    for (const [event, target] of [
      ['visibilitychange', screen],
      ['online', page],
    ] as const)
      target.dispatchEvent(new Event(event));
    expect(line().sent).toEqual([]);
  });

  it('a page that is put away holds no line, and has one as soon as it is back', async () => {
    const { line, server, read } = await panel();
    page.dispatchEvent(new Event('pagehide'));
    expect(line().readyState).toBe(3);
    server.staffSays('Still here');
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    expect(Line.all).toHaveLength(1);
    page.dispatchEvent(new Event('pageshow'));
    await vi.advanceTimersByTimeAsync(0);
    line().opens(server);
    expect(read()).toEqual(['Hello', 'Still here']);
  });

  it('another network: the old line is let go of, and the new one does not wait', async () => {
    const { line, server, read } = await panel();
    page.dispatchEvent(new Event('offline'));
    server.staffSays('Still here');
    page.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(Line.all).toHaveLength(2);
    line().opens(server);
    expect(read()).toEqual(['Hello', 'Still here']);
  });
});

it('who reads says so, or the server would take it for stalled', async () => {
  const { line } = await panel();
  line().sent.length = 0;
  for (let n = 1; n < 2 * GOT_EVERY; n++) line().comes({ type: 'typing', on: n % 2 === 0 });
  expect(line().sent).toEqual([{ type: 'got' }, { type: 'got' }]);
});
