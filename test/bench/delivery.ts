import { openShop } from './bill/shop.ts';
import { doorOf, many } from './door.ts';
import { Runtime, type Server } from './runtime.ts';
import { median, percentile } from './stats.ts';
import { batonTalk, deliver, plainTalk, type Talk, talkAll } from './talks.ts';

/** A message from one side to the other: alone, and in as many conversations as talk at once. */

export const CONVERSATIONS = 64;
/** Messages in one conversation, as in a long real one; then new ones are opened. */
const LENGTH = 60;
const ROUNDS = 5;
const KINDS = ['bare', 'party', 'baton'] as const;
export type Kind = (typeof KINDS)[number];

export interface Delivery {
  /** Milliseconds with one message on its way. */
  p50: number;
  p99: number;
  perSecond: number;
  /** Microseconds of workerd's processor time a message: what a busy machine disturbs least. */
  processor: number;
}

export async function delivery(bundles: Record<Server, string>, storage: string): Promise<Record<Kind, Delivery>> {
  const runtime = await Runtime.start(bundles, [...KINDS], storage);
  try {
    const door = doorOf(runtime, 'baton');
    const shop = await openShop(door);
    const open = (kind: Kind): Promise<Talk[]> =>
      many(CONVERSATIONS, () =>
        kind === 'baton' ? batonTalk(door, shop).then(({ talk }) => talk) : plainTalk(runtime.url(kind)),
      );
    const times = await alone(runtime, open);
    const { rates, processor } = await together(runtime, open);
    const of = (kind: Kind): Delivery => ({
      p50: median(times[kind]),
      p99: percentile(times[kind], 0.99),
      perSecond: median(rates[kind]),
      processor: median(processor[kind]),
    });
    return { bare: of('bare'), party: of('party'), baton: of('baton') };
  } finally {
    await runtime.stop();
  }
}

type Times = Record<Kind, number[]>;
const empty = (): Times => ({ bare: [], party: [], baton: [] });

function close(talks: Talk[]): void {
  for (const end of talks.flat()) end.close();
}

/** One message after another, each kind in turn, so that whatever disturbs the machine disturbs all. */
async function alone(runtime: Runtime, open: (kind: Kind) => Promise<Talk[]>): Promise<Times> {
  const talks = { bare: await open('bare'), party: await open('party'), baton: await open('baton') };
  const times = empty();
  await runtime.quiet();
  for (let message = 0; message < LENGTH; message++) {
    for (let i = 0; i < CONVERSATIONS; i++) {
      for (let turn = 0; turn < KINDS.length; turn++) {
        // Each follows each as often: what one still has to do afterwards is the next one's delay.
        const kind = KINDS[(turn * (i % 2 === 0 ? 1 : 2) + message) % KINDS.length] ?? 'bare';
        const talk = talks[kind][i];
        if (talk) times[kind].push(await deliver(talk, message % 2 === 0 ? 'customer' : 'staff'));
      }
    }
  }
  for (const kind of KINDS) close(talks[kind]);
  return times;
}

/** All at once, round about, in fresh conversations each time. The first round is not counted. */
async function together(runtime: Runtime, open: (kind: Kind) => Promise<Talk[]>) {
  const rates = empty();
  const processor = empty();
  for (let round = 0; round <= ROUNDS; round++) {
    for (let i = 0; i < KINDS.length; i++) {
      const kind = KINDS[(i + round) % KINDS.length] ?? 'bare';
      const talks = await open(kind);
      await runtime.quiet();
      const before = runtime.processorTime();
      const rate = await talkAll(talks, LENGTH);
      const spent = runtime.processorTime() - before;
      if (round > 0) {
        rates[kind].push(rate);
        processor[kind].push((spent * 1_000) / (CONVERSATIONS * LENGTH));
      }
      close(talks);
    }
  }
  return { rates, processor };
}
