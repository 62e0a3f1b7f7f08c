import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to the server that can go dead without a word, as a phone's does that changes its network. */
export async function tunnel(origin: string) {
  const { hostname, port } = new URL(origin);
  const lines = new Set<[Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const line: [Socket, Socket] = [near, far];
    lines.add(line);
    for (const [one, other] of [line, line.toReversed()] as [Socket, Socket][]) {
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    near.on('close', () => lines.delete(line));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** All lines of now stay open and carry nothing any more, in either direction. New ones are as good as ever. */
    kill() {
      for (const [near, far] of lines) {
        near.unpipe(far);
        far.unpipe(near);
        near.resume();
        far.resume();
      }
    },
    close() {
      for (const line of lines) for (const end of line) end.destroy();
      server.close();
    },
  };
}
