import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { AttackOn } from './attacker.ts';
import { openShop } from './bill/shop.ts';
import { doorOf, many } from './door.ts';
import { Runtime, type Server } from './runtime.ts';
import { percentile } from './stats.ts';
import { batonTalk, deliver, type Talk } from './talks.ts';

/**
 * One guest at full speed: a socket that sends as fast as it can and comes back whenever it is closed, and one that never
 * reads, both in a conversation in which somebody else talks, beside twenty others of the same store.
 */

export const OTHERS = 20;
/** Messages before the attack, and as many during it. */
const MESSAGES = 1_500;
/** Between two of them, ms: each conversation stays far below its own limits. */
const PAUSE = 4;

export interface Attack {
  /** Milliseconds from send to the other side, in twenty other conversations. */
  others: { before: number; during: number };
  /** The same in the attacked conversation, between staff and another tab of the customer's. */
  beside: { before: number; during: number };
  /** What the attacker sent a second, and how often it was shown out. */
  perSecond: number;
  closed: number;
}

export async function attack(bundles: Record<Server, string>, storage: string): Promise<Attack> {
  const runtime = await Runtime.start(bundles, ['guarded'], storage);
  try {
    const door = doorOf(runtime, 'guarded');
    const shop = await openShop(door);
    const others = await many(OTHERS, () => batonTalk(door, shop).then(({ talk }) => talk));
    const { talk: beside, token } = await batonTalk(door, shop);
    runtime.apart();
    await runtime.quiet();
    const before = await measure(others, beside);
    const on: AttackOn = { origin: door.origin, token };
    const attacker = fork(join(import.meta.dirname, 'attacker.ts'), [JSON.stringify(on)]);
    try {
      await next(attacker);
      const during = await measure(others, beside);
      attacker.send('how');
      const { perSecond, closed } = (await next(attacker)) as Pick<Attack, 'perSecond' | 'closed'>;
      return {
        others: { before: before.others, during: during.others },
        beside: { before: before.beside, during: during.beside },
        perSecond,
        closed,
      };
    } finally {
      attacker.kill();
    }
  } finally {
    await runtime.stop();
  }
}

const next = (attacker: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    attacker.once('message', resolve);
    attacker.once('error', reject);
  });

/** The slowest of a hundred, in the others and in the one beside the attacker. */
async function measure(others: readonly Talk[], beside: Talk): Promise<{ others: number; beside: number }> {
  const times = { others: [] as number[], beside: [] as number[] };
  for (let message = 0; message < MESSAGES; message++) {
    const which = message % (others.length + 1);
    const talk = others[which];
    const from = Math.floor(message / (others.length + 1)) % 2 === 0 ? 'customer' : 'staff';
    times[talk ? 'others' : 'beside'].push(await deliver(talk ?? beside, from));
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  return { others: percentile(times.others, 0.99), beside: percentile(times.beside, 0.99) };
}
