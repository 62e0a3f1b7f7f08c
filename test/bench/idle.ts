import { dial, openShop, visit } from './bill/shop.ts';
import { doorOf, many, openSocket } from './door.ts';
import { Runtime, type Server } from './runtime.ts';
import { nextId, WORDS } from './talks.ts';

/** Many conversations are open, and nobody says anything. */

export const OPEN = 2_000;
/** An object that has nothing to do hibernates after 10 s. */
const SLEEPS_AFTER = 15_000;
export const QUIET = 5_000;

/** Milliseconds of processor time in the quiet seconds. */
export interface Idle {
  nothing: number;
  bare: number;
  baton: number;
}

export async function idle(bundles: Record<Server, string>, storage: string): Promise<Idle> {
  const measured = async (server: Server, open: ((runtime: Runtime) => Promise<unknown>) | null): Promise<number> => {
    const runtime = await Runtime.start(bundles, [server], storage);
    try {
      if (open) {
        await open(runtime);
        await pause(SLEEPS_AFTER);
      }
      await runtime.quiet();
      const before = runtime.processorTime();
      await pause(QUIET);
      return runtime.processorTime() - before;
    } finally {
      await runtime.stop();
    }
  };
  return {
    nothing: await measured('baton', null),
    bare: await measured('bare', (runtime) => many(OPEN, () => plain(runtime.url('bare')))),
    baton: await measured('baton', crowd),
  };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function plain(origin: string): Promise<void> {
  const socket = await openSocket(`${origin}/talk/${nextId('talk')}?as=customer`);
  const answered = new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
  socket.send(JSON.stringify({ type: 'send', id: nextId(), text: WORDS }));
  await answered;
}

/** Two dashboards, and customers whose first question the assistant has answered. */
async function crowd(runtime: Runtime): Promise<void> {
  const door = doorOf(runtime, 'baton');
  const shop = await openShop(door);
  for (const who of [shop.ana, shop.tomas]) await dial(door, shop, who, '/staff/desk/socket', {});
  await many(OPEN, async () => {
    const { client } = await visit(door, shop);
    const answer = client.next('message', ({ message }) => message.kind === 'assistant');
    client.send({ type: 'send', id: nextId(), text: 'How long is the warranty?' });
    await answer;
  });
}
