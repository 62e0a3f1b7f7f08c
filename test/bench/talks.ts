import { dial, type Shop, visit } from './bill/shop.ts';
import type { Door } from './bill/world.ts';
import { openSocket } from './door.ts';

/** A conversation between two, opened and used the same way whatever serves it. */

export interface End {
  say(text: string): void;
  /** Called for each message of the other side. */
  heard: () => void;
  close(): void;
}
/** The customer's end, and the staff member's. */
export type Talk = [End, End];

let ids = 0;
export const nextId = (what = 'message') => `${what}-${String(++ids).padStart(8, '0')}`;
export const WORDS = 'Thank you, that is what I was looking for. Does it come in blue?';

/** With a bare object, or with partyserver: they speak alike. */
export async function plainTalk(origin: string): Promise<Talk> {
  const name = nextId('talk');
  const end = async (as: string): Promise<End> => {
    const socket = await openSocket(`${origin}/talk/${name}?as=${as}`);
    const self: End = {
      say: (text) => socket.send(JSON.stringify({ type: 'send', id: nextId(), text })),
      heard: () => {},
      close: () => socket.close(),
    };
    socket.addEventListener('message', ({ data }) => {
      if ((JSON.parse(String(data)) as { type: string }).type === 'message') self.heard();
    });
    return self;
  };
  return [await end('customer'), await end('staff')];
}

/** With Baton: a customer asked for a person, who has joined and said something. */
export async function batonTalk(door: Door, shop: Shop): Promise<{ talk: Talk; token: string }> {
  const { client: customer, conversation, token } = await visit(door, shop);
  await customer.answered({ type: 'request', id: nextId('request') }, 'ack');
  const path = `/staff/conversations/${conversation}/socket`;
  const staff = await dial(door, shop, shop.ana, path, { after: 0 });
  await staff.answered({ type: 'claim', id: nextId('claim'), handoff: 1, over: null }, 'ack');
  // Both may write at the same moment here.
  const reply = (text: string) => ({ type: 'send', id: nextId(), text, seen: staff.last, anyway: true, echo: false });
  await staff.answered(reply('Hello, this is Ana.'), 'ack');
  const customerEnd: End = {
    say: (text) => customer.send({ type: 'send', id: nextId(), text }),
    heard: () => {},
    close: () => customer.close(),
  };
  const staffEnd: End = { say: (text) => staff.send(reply(text)), heard: () => {}, close: () => staff.close() };
  const hear = (end: End, other: string) => (frame: { type: string; message?: unknown }) => {
    if (frame.type === 'error') throw new Error(`Refused: ${JSON.stringify(frame)}`);
    if (frame.type === 'message' && (frame.message as { kind: string }).kind === other) end.heard();
  };
  customer.on(hear(customerEnd, 'staff'));
  staff.on(hear(staffEnd, 'customer'));
  return { talk: [customerEnd, staffEnd], token };
}

/** One message. @returns milliseconds until the other side had it */
export function deliver([customer, staff]: Talk, from: 'customer' | 'staff'): Promise<number> {
  const [writer, reader] = from === 'customer' ? [customer, staff] : [staff, customer];
  return new Promise((resolve) => {
    const begun = performance.now();
    reader.heard = () => resolve(performance.now() - begun);
    writer.say(WORDS);
  });
}

/** Both answer each other so many times, in all conversations at once. @returns messages a second */
export async function talkAll(talks: readonly Talk[], messages: number): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    talks.map(
      ([customer, staff]) =>
        new Promise<void>((resolve) => {
          let left = messages;
          const turn = (end: End) => () => {
            left -= 1;
            if (left === 0) resolve();
            else end.say(WORDS);
          };
          customer.heard = turn(customer);
          staff.heard = turn(staff);
          customer.say(WORDS);
        }),
    ),
  );
  return (talks.length * messages * 1_000) / (performance.now() - begun);
}
