import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomerFrame, CustomerMessage, ToCustomer } from '../../src/protocol/customer';
import * as outgoing from '../../widget/panel/outgoing';
import { cursorOf, EMPTY, hasGap, left, receive, stored, type Thread } from '../../widget/panel/thread';
import { Server, stateOf } from './server';

/** The customer's side, made of the panel's own functions as chat.ts puts them together. */
class Tab {
  thread: Thread = EMPTY;
  queue: outgoing.Queue = [];
  revs: number[] = [];
  /** What is on the line in each direction; null while there is no line. */
  up: CustomerFrame[] | null = null;
  down: ToCustomer[] = [];

  connect() {
    this.up = [this.hello(), ...outgoing.due(this.queue)];
    this.down = [];
  }
  drop() {
    this.up = null;
    this.down = [];
  }
  /** A reload: only the queue is kept, as JSON. */
  reload() {
    this.drop();
    this.thread = EMPTY;
    this.revs = [];
    this.queue = outgoing.revive(JSON.parse(JSON.stringify(outgoing.keepable(this.queue, ''))));
  }
  hello = (): CustomerFrame => ({ type: 'hello', after: cursorOf(this.thread), lang: 'en' });

  write(text: string) {
    const frame: outgoing.Delivery = { type: 'send', id: outgoing.newId(), text };
    this.queue = outgoing.add(this.queue, frame, 0);
    this.up?.push(frame);
  }

  read(frame: ToCustomer) {
    const before = this.thread;
    this.thread = receive(before, frame);
    if (frame.type === 'welcome') this.queue = outgoing.settleStored(this.queue, frame.messages);
    if (frame.type === 'message') this.queue = outgoing.settleStored(this.queue, [frame.message]);
    if (frame.type === 'ack') {
      const sent = this.queue.find((item) => item.frame.id === frame.id)?.frame;
      if (sent?.type === 'send')
        this.thread = stored(this.thread, {
          kind: 'customer',
          seq: frame.seq,
          at: frame.at,
          id: sent.id,
          text: sent.text,
        });
      this.queue = outgoing.settle(this.queue, frame.id);
    }
    if (hasGap(this.thread) && !hasGap(before)) this.up?.push(this.hello());
    if (this.thread.state) this.revs.push(this.thread.state.rev);
  }
}

const textsOf = (messages: readonly CustomerMessage[]) =>
  messages.map((message) => (message.kind === 'event' ? '' : message.text));

type Step = 'write' | 'staff' | 'up' | 'down' | 'lose' | 'repeat' | 'swap' | 'connect' | 'drop' | 'reload';
const STEPS: Step[] = ['write', 'staff', 'up', 'down', 'lose', 'repeat', 'swap', 'connect', 'drop', 'reload'];

function play(tab: Tab, server: Server, step: Step, n: number) {
  switch (step) {
    case 'write':
      return tab.write(`c${n}`);
    case 'staff': {
      const frames = server.staffSays(`s${n}`);
      if (tab.up) tab.down.push(...frames);
      return;
    }
    case 'up': {
      const frame = tab.up?.shift();
      if (frame) tab.down.push(...server.take(frame));
      return;
    }
    case 'down': {
      const frame = tab.down.shift();
      if (frame) tab.read(frame);
      return;
    }
    // A socket keeps order and loses nothing until it breaks; the client is held to more than that.
    case 'lose':
      tab.down.shift();
      return;
    case 'repeat':
      if (tab.down[0]) tab.down.push(tab.down[0]);
      return;
    case 'swap': {
      const [first, second, ...rest] = tab.down;
      if (first && second) tab.down = [second, first, ...rest];
      return;
    }
    case 'connect':
      return tab.connect();
    case 'drop':
      return tab.drop();
    case 'reload':
      return tab.reload();
  }
}

function settle(tab: Tab, server: Server) {
  tab.connect();
  while (tab.up?.length || tab.down.length) {
    play(tab, server, 'up', 0);
    play(tab, server, 'down', 0);
  }
}

describe('delivery', () => {
  it('shows each message once, in order, whatever the line does', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 80 }), (steps) => {
        const server = new Server();
        const tab = new Tab();
        const written: string[] = [];
        steps.forEach((step, n) => {
          if (step === 'write') written.push(`c${n}`);
          play(tab, server, step, n);
          const seqs = tab.thread.messages.map(({ seq }) => seq);
          expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
        });
        settle(tab, server);
        expect(tab.queue).toEqual([]);
        expect(textsOf(tab.thread.messages)).toEqual(textsOf(server.messages));
        expect(textsOf(server.messages.filter(({ kind }) => kind === 'customer'))).toEqual(written);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never shows an older state over a newer one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 60 }), (steps) => {
        const server = new Server();
        const tab = new Tab();
        steps.forEach((step, n) => {
          play(tab, server, step, n);
        });
        settle(tab, server);
        expect(tab.revs).toEqual([...tab.revs].sort((a, b) => a - b));
        expect(tab.thread.state?.rev).toBe(server.rev);
      }),
      { numRuns: 1_000 },
    );
  });

  it('asks from before a gap, not from behind it', () => {
    const at = (seq: number): ToCustomer => ({
      type: 'message',
      message: { kind: 'staff', seq, at: seq, from: { name: 'Ana', initials: 'AK' }, text: `${seq}` },
    });
    const thread = [at(1), at(2), at(4)].reduce(receive, EMPTY);
    expect(cursorOf(thread)).toBe(2);
    expect(hasGap(thread)).toBe(true);
    expect(hasGap(receive(thread, at(3)))).toBe(false);
  });
});

describe('a refused message', () => {
  const send = (id: string): outgoing.Delivery => ({ type: 'send', id, text: id });
  const queue = outgoing.add(outgoing.add([], send('first-id'), 0), send('second-id'), 0);

  it('stays, is not sent with the others, and goes out at the end when tried again', () => {
    const refused = outgoing.refuse(queue, 'first-id');
    expect(outgoing.due(refused).map(({ id }) => id)).toEqual(['second-id']);
    const again = outgoing.retry(refused, 'first-id');
    expect(again).toHaveLength(2);
    expect(outgoing.due(again).map(({ id }) => id)).toEqual(['second-id', 'first-id']);
  });

  it('gets a new id where the old one is spent', () => {
    const refused = outgoing.refuse(queue, 'first-id', 'third-id');
    expect(refused.map(({ frame, failed }) => [frame.id, failed])).toEqual([
      ['third-id', true],
      ['second-id', false],
    ]);
  });

  it('is over if it was a press of a button', () => {
    const pressed = outgoing.add([], { type: 'cancel', id: 'press-id' }, 0);
    expect(outgoing.refuse(pressed, 'press-id')).toEqual([]);
  });
});

describe('what an earlier page kept', () => {
  it('is words, addresses and ratings only', () => {
    const queue = [
      { type: 'send', id: 'send-id-1', text: 'hello' },
      { type: 'request', id: 'request-1' },
      { type: 'email', id: 'email-id-1', address: 'mira@gmail.com' },
      { type: 'rate', id: 'rate-id-1', handoff: 1, thumb: 'up', comment: '' },
    ].reduce((all, frame) => outgoing.add(all, frame as outgoing.Delivery, 1), [] as outgoing.Queue);
    expect(outgoing.revive(outgoing.keepable(queue, 'Half a')).map(({ frame }) => frame.type)).toEqual([
      'send',
      'email',
      'rate',
    ]);
  });

  it('is nothing where it is not a queue of ours', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(outgoing.revive(value)).toEqual([]);
      }),
    );
    expect(outgoing.revive(undefined)).toEqual([]);
    expect(outgoing.revive([null, 7, { at: 1, failed: false, frame: { type: 'send', id: 'x' } }])).toEqual([]);
    expect(outgoing.revive([{ at: 1, failed: false, frame: { type: 'email', id: 'email-id-1' } }])).toEqual([]);
  });

  it('holds what stood in the field, which is no delivery', () => {
    expect(outgoing.draftIn(outgoing.keepable([], 'Half a'))).toBe('Half a');
    expect(outgoing.revive(outgoing.keepable([], 'Half a'))).toEqual([]);
    fc.assert(fc.property(fc.jsonValue(), (value) => typeof outgoing.draftIn(value) === 'string'));
  });

  it('has ids that the server takes', () => {
    for (let i = 0; i < 100; i += 1) expect(outgoing.newId()).toMatch(/^[A-Za-z0-9_-]{8,40}$/);
  });
});

describe('an address that was left', () => {
  const welcome: ToCustomer = { type: 'welcome', last: 0, messages: [], state: stateOf(3), now: 0 };
  const known = (address: string, confirmed: boolean, rev: number): ToCustomer => ({
    type: 'state',
    state: { ...stateOf(rev), contact: { address, confirmed } },
  });
  const thread = receive(EMPTY, welcome);

  it('is known from its acknowledgement on, whichever comes first, that or the state', () => {
    const acknowledged = left(thread, 'mira@gmail.com');
    expect(acknowledged.state?.contact).toEqual({ address: 'mira@gmail.com', confirmed: false });
    const both = left(receive(thread, known('mira@gmail.com', false, 4)), 'mira@gmail.com');
    expect(both).toEqual(receive(acknowledged, known('mira@gmail.com', false, 4)));
  });

  it('stays confirmed when it is left again', () => {
    const confirmed = receive(thread, known('mira@gmail.com', true, 4));
    expect(left(confirmed, 'mira@gmail.com').state?.contact?.confirmed).toBe(true);
  });

  it('is gone when the state says so', () => {
    expect(receive(left(thread, 'mira@gmail.com'), { type: 'state', state: stateOf(4) }).state?.contact).toBeNull();
  });

  it('is over when it is refused, and is no failed message in the log', () => {
    const queue = outgoing.add([], { type: 'email', id: 'email-id-1', address: 'mira@gmail.com' }, 0);
    expect(outgoing.refuse(queue, 'email-id-1')).toEqual([]);
  });
});

describe('a streamed answer', () => {
  const piece = (offset: number, text: string, turn = 1): ToCustomer => ({
    type: 'piece',
    turn,
    answer: 'a',
    offset,
    text,
  });
  const shown = (...frames: ToCustomer[]) => frames.reduce(receive, EMPTY).streams.get('a');
  const whole: ToCustomer = {
    type: 'message',
    message: { kind: 'assistant', seq: 1, at: 1, answer: 'a', text: 'Hello', cards: [], links: [], cut: null },
  };

  it('grows by its pieces, repeated ones included', () => {
    expect(shown(piece(0, 'He'), piece(2, 'll'), piece(2, 'll'), piece(4, 'o'))).toBe('Hello');
  });
  it('begins anew when it is made anew', () => {
    expect(shown(piece(0, 'Hel'), piece(0, 'Good day'))).toBe('Good day');
  });
  it('waits for the message where a piece is missing', () => {
    expect(shown(piece(0, 'He'), piece(4, 'o'))).toBe('He');
  });
  it('is replaced by the message, and late pieces change nothing', () => {
    const thread = [piece(0, 'Hel'), whole, piece(3, 'lo')].reduce(receive, EMPTY);
    expect(thread.streams.size).toBe(0);
    expect(textsOf(thread.messages)).toEqual(['Hello']);
  });
  it('is gone when it is dropped', () => {
    expect(shown(piece(0, 'Hel'), { type: 'dropped', answer: 'a' })).toBeUndefined();
  });
  it('of an older turn is not shown', () => {
    const newTurn: ToCustomer = { type: 'state', state: { ...stateOf(2), turn: 2 } };
    expect(shown(newTurn, piece(0, 'Late'))).toBeUndefined();
    expect(shown(newTurn, piece(0, 'Now', 2))).toBe('Now');
  });
});
