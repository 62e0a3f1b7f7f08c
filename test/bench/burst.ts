import { dial, openShop, visit } from './bill/shop.ts';
import type { Door } from './bill/world.ts';
import { doorOf, many, openSocket } from './door.ts';
import { Runtime, type Server } from './runtime.ts';
import { median } from './stats.ts';
import { nextId } from './talks.ts';

/** Everybody asks for a person at the same instant, and two dashboards look on. */

export const CUSTOMERS = 1_000;
const ROUNDS = 3;
/** Whatever has not been shown by then counts as lost. */
const LOST_AFTER = 60_000;

export interface Burst {
  /** From the first request until both dashboards show all, ms. */
  ms: number;
  /** In the worst round, on the dashboard that shows fewer. */
  shown: number;
}

/** A crowd that is connected and waits for the word. */
interface Crowd {
  /** Of each dashboard, whom it shows. */
  dashboards: Set<string>[];
  ask: () => void;
}

export async function burst(bundles: Record<Server, string>, storage: string): Promise<{ bare: Burst; baton: Burst }> {
  const rounds: { bare: Burst[]; baton: Burst[] } = { bare: [], baton: [] };
  for (let i = 0; i < ROUNDS; i++) {
    // What a burst leaves to be done must not fall into the next one.
    for (const server of ['bare', 'baton'] as const) {
      const runtime = await Runtime.start(bundles, [server], storage);
      try {
        const crowd = await (server === 'bare' ? plainCrowd(runtime.url(server)) : batonCrowd(doorOf(runtime, server)));
        await runtime.quiet();
        rounds[server].push(await run(crowd));
      } finally {
        await runtime.stop();
      }
    }
  }
  const of = (all: Burst[]): Burst => ({
    ms: median(all.map(({ ms }) => ms)),
    shown: Math.min(...all.map(({ shown }) => shown)),
  });
  return { bare: of(rounds.bare), baton: of(rounds.baton) };
}

async function run({ dashboards, ask }: Crowd): Promise<Burst> {
  const shown = () => Math.min(...dashboards.map(({ size }) => size));
  const begun = performance.now();
  ask();
  while (shown() < CUSTOMERS && performance.now() - begun < LOST_AFTER) await new Promise((done) => setImmediate(done));
  return { ms: performance.now() - begun, shown: shown() };
}

async function plainCrowd(origin: string): Promise<Crowd> {
  const list = nextId('list');
  const dashboards = [new Set<string>(), new Set<string>()];
  for (const shows of dashboards) {
    const socket = await openSocket(`${origin}/list/${list}`);
    socket.addEventListener('message', ({ data }) => shows.add((JSON.parse(String(data)) as Row).row.id));
  }
  const customers = await many(CUSTOMERS, async () => {
    const name = nextId('talk');
    return { name, socket: await openSocket(`${origin}/talk/${name}?as=customer`) };
  });
  return {
    dashboards,
    ask() {
      for (const { name, socket } of customers) {
        socket.send(JSON.stringify({ type: 'request', id: nextId(), text: JSON.stringify({ list, name }) }));
      }
    },
  };
}

interface Row {
  row: { id: string; status: string };
}

async function batonCrowd(door: Door): Promise<Crowd> {
  const shop = await openShop(door);
  const dashboards = [new Set<string>(), new Set<string>()];
  const desks = [shop.ana, shop.tomas].map((who) => dial(door, shop, who, '/staff/desk/socket', {}));
  for (const [i, desk] of (await Promise.all(desks)).entries()) {
    desk.on((frame) => {
      if (frame.type === 'row' && frame.row.status === 'pending') dashboards[i]?.add(frame.row.id);
    });
  }
  const customers = await many(CUSTOMERS, () => visit(door, shop));
  return {
    dashboards,
    ask() {
      for (const { client } of customers) client.send({ type: 'request', id: nextId('request') });
    },
  };
}
