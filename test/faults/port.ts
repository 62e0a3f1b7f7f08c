import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that clients' own connections get: while the runtime is dead, none of them can take its place. */
const [FIRST, LAST] = [8900, 8949];

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  for (let port = FIRST; port <= LAST; port++) {
    const server = createServer();
    const free = await new Promise<boolean>((done) => {
      server.once('error', () => done(false));
      server.listen({ port, host: '127.0.0.1', exclusive: true }, () => done(true));
    });
    if (!free) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
  throw new Error(`All ports from ${FIRST} to ${LAST} are taken`);
}
