import { dial, openShop } from './bill/shop.ts';
import { doorOf, many } from './door.ts';
import { Runtime, type Server } from './runtime.ts';
import { percentile } from './stats.ts';
import { batonTalk, type End, type Talk, WORDS } from './talks.ts';

/** A team of a hundred, each with the list and one conversation open, and a thousand messages a second between them. */

export const TEAM = 100;
export const RATE = 1_000;
const WARM = 3_000;
const LASTS = 10_000;
/** How often messages go out, ms. */
const TICK = 5;

export interface Dashboards {
  /** From sending to the other side of the conversation, ms. */
  p50: number;
  p99: number;
  /** How old the words of a row are when a list shows them, ms. */
  listP99: number;
  /** What came of the thousand. */
  perSecond: number;
}

export async function dashboards(bundles: Record<Server, string>, storage: string): Promise<Dashboards> {
  const runtime = await Runtime.start(bundles, ['baton'], storage);
  try {
    const door = doorOf(runtime, 'baton');
    const shop = await openShop(door);
    const desks = await many(TEAM, (i) => dial(door, shop, i % 2 ? shop.ana : shop.tomas, '/staff/desk/socket', {}));
    const talks = await many(TEAM, async () => (await batonTalk(door, shop)).talk);
    const load = new Load(talks);
    for (const desk of desks) {
      desk.on((frame) => {
        if (frame.type === 'row' && frame.row.last) load.listed(frame.row.last.text);
      });
    }
    await runtime.quiet();
    await load.run(WARM);
    load.forget();
    await load.run(LASTS);
    return {
      p50: percentile(load.times, 0.5),
      p99: percentile(load.times, 0.99),
      listP99: percentile(load.ages, 0.99),
      perSecond: (load.times.length * 1_000) / LASTS,
    };
  } finally {
    await runtime.stop();
  }
}

/** Sends at its rate, whether or not anybody keeps up. */
class Load {
  times: number[] = [];
  ages: number[] = [];
  /** When each message went out, by its number. */
  readonly #sent: number[] = [];
  readonly #talks: Talk[];

  constructor(talks: Talk[]) {
    this.#talks = talks;
  }

  forget(): void {
    this.times = [];
    this.ages = [];
  }

  /** A row of a list says this. */
  listed(text: string): void {
    const at = this.#sent[Number.parseInt(text, 10)];
    if (at !== undefined) this.ages.push(performance.now() - at);
  }

  async run(lasts: number): Promise<void> {
    const begun = performance.now();
    let out = 0;
    while (performance.now() - begun < lasts) {
      for (const due = ((performance.now() - begun) / 1_000) * RATE; out < due; out++) this.#send(out);
      await new Promise((done) => setTimeout(done, TICK));
    }
  }

  #send(i: number): void {
    const talk = this.#talks[i % this.#talks.length];
    if (!talk) return;
    const [writer, reader] = Math.floor(i / this.#talks.length) % 2 === 0 ? talk : ([talk[1], talk[0]] as const);
    const at = performance.now();
    const number = this.#sent.push(at) - 1;
    this.#awaits(reader, at);
    writer.say(`${number} ${WORDS}`);
  }

  /** Messages arrive in the order in which they were sent. */
  readonly #queues = new Map<End, number[]>();
  #awaits(reader: End, at: number): void {
    let queue = this.#queues.get(reader);
    if (!queue) {
      const due: number[] = [];
      queue = due;
      this.#queues.set(reader, due);
      reader.heard = () => {
        const sent = due.shift();
        if (sent !== undefined) this.times.push(performance.now() - sent);
      };
    }
    queue.push(at);
  }
}
