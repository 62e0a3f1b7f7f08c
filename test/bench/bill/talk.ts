import { dial, openShop, type Shop, visit } from './shop.ts';
import { type Client, Clock, type World } from './world.ts';

/**
 * One conversation as it happens every day, played frame by frame as both faces send them: six messages with the
 * assistant, a handoff, twenty-four with a staff member, 8 minutes from the first hello to the rating. Two dashboards look
 * on. Objects sleep in the pauses, as they do on the platform.
 */

export const MESSAGES = 30;
const SECOND = 1_000;
const QUESTIONS = [
  'How long is the warranty?',
  'Do you have wireless headphones?',
  'How do I make batteries last longer?',
];
/** Seconds between the messages of the talk, over and over: a reply, a thought, a look into the order, a short word. */
const PAUSES = [9, 18, 12, 16];
/** How long after a message the other side's mark "read" goes out. */
const READ_AFTER = 0.8 * SECOND;
/** Typing is told at most once in this time. */
const TYPING_EVERY = 3 * SECOND;

export interface Stage {
  world: World;
  shop: Shop;
  /** Epoch ms; each conversation begins later than all before it. */
  now: number;
}

/** A shop whose two dashboards are open. Its sockets stay open as long as the world. */
export async function openStage(world: World, now: number): Promise<Stage> {
  await world.setClock(now);
  const shop = await openShop(world);
  for (const who of [shop.ana, shop.tomas]) await dial(world, shop, who, '/staff/desk/socket', {});
  return { world, shop, now };
}

/** Somebody else has asked for a person just before, and the team was emailed: for five minutes no further email goes out. */
export async function emailed({ world, shop, now }: Stage): Promise<void> {
  await world.setClock(now);
  const { client, conversation } = await visit(world, shop);
  const clock = new Clock(world, now, world.objects({ store: shop.store, conversation }));
  await client.answered({ type: 'request', id: 'request-before' }, 'ack');
  await clock.settled();
  const tomas = await dial(world, shop, shop.tomas, `/staff/conversations/${conversation}/socket`, { after: 0 });
  await tomas.answered({ type: 'claim', id: 'claim-before', handoff: 1, over: null }, 'ack');
  await clock.settled();
}

/** @returns when it was over, and nothing was due any more */
export async function talk({ world, shop, now: begin }: Stage): Promise<number> {
  await world.setClock(begin);
  const { client: customer, conversation } = await visit(world, shop);
  const clock = new Clock(world, begin, world.objects({ store: shop.store, conversation }));
  const at = (seconds: number) => clock.moveTo(begin + seconds * SECOND);

  for (const [i, text] of QUESTIONS.entries()) {
    await at(8 + 30 * i);
    const answer = customer.next('message', ({ message }) => message.kind === 'assistant');
    customer.send({ type: 'send', id: `question-${i}`, text });
    await answer;
    await reads(customer, clock);
  }
  await at(95);
  await customer.answered({ type: 'request', id: 'the-request' }, 'ack');

  await at(120);
  const ana = await dial(world, shop, shop.ana, `/staff/conversations/${conversation}/socket`, { after: 0 });
  await reads(ana, clock);
  await at(125);
  await ana.answered({ type: 'claim', id: 'the-claim', handoff: 1, over: null }, 'ack');
  await talkTogether(customer, ana, clock);

  await at(460);
  await ana.answered({ type: 'end', id: 'the-ending', outcome: 'resolved', note: 'Sent the cable.' }, 'ack');
  await at(470);
  await customer.answered({ type: 'rate', id: 'the-rating', handoff: 1, thumb: 'up', comment: '' }, 'ack');
  await at(480);
  customer.close();
  ana.close();
  // Whatever the conversation still has to do, it does within an hour.
  await clock.moveTo(begin + 3_600 * SECOND);
  return clock.now;
}

/** The staff member begins; each reads what the other writes. */
async function talkTogether(customer: Client, ana: Client, clock: Clock): Promise<void> {
  let next = clock.now;
  for (let i = 0; i < MESSAGES - 2 * QUESTIONS.length; i++) {
    const [writer, reader] = i % 2 === 0 ? [ana, customer] : [customer, ana];
    next += (PAUSES[i % PAUSES.length] ?? 0) * SECOND;
    for (const before of [2 * TYPING_EVERY, TYPING_EVERY]) {
      await clock.moveTo(next - before);
      await typed(writer, reader, true);
    }
    await clock.moveTo(next);
    const arrived = reader.next('message');
    const frame = { type: 'send', id: `message-${i}`, text: `Words number ${i} of an ordinary talk between two.` };
    await writer.answered(writer === ana ? { ...frame, seen: ana.last, anyway: false } : frame, 'ack');
    // The dashboard says that it is over, the panel leaves that to the message.
    if (writer === ana) await typed(writer, reader, false);
    await arrived;
    await reads(reader, clock);
  }
}

async function typed(writer: Client, reader: Client, on: boolean): Promise<void> {
  const told = reader.next('typing');
  writer.send({ type: 'typing', on });
  await told;
}

async function reads(reader: Client, clock: Clock): Promise<void> {
  await clock.moveTo(clock.now + READ_AFTER);
  reader.send({ type: 'read', seq: reader.last });
  await clock.settled();
}
