import type { Door } from './bill/world.ts';
import { type Runtime, SETUP_KEY, type Server } from './runtime.ts';

/** A running server as clients reach it: over HTTP and sockets, from this process. */
export function doorOf(runtime: Runtime, server: Server): Door {
  const origin = runtime.url(server);
  return {
    origin,
    setupKey: SETUP_KEY,
    sent: { frames: 0, closes: 0 },
    fetch: (path, init) => fetch(origin + path, init),
    socket: (path, protocols) => openSocket(origin + path, protocols),
    async mails(to) {
      const answer = await fetch(`${runtime.mailApi}/sent?to=${encodeURIComponent(to)}`);
      return ((await answer.json()) as { text: string }[]).map(({ text }) => text);
    },
  };
}

/** @throws when the upgrade is refused */
export function openSocket(url: string, protocols: string[] = []): Promise<WebSocket> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), protocols);
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(socket), { once: true });
    socket.addEventListener('error', () => reject(new Error(`${url} did not open`)), { once: true });
  });
}

/** Does something so many times, `WIDE` of them at once. */
export async function many<T>(n: number, make: (i: number) => Promise<T>): Promise<T[]> {
  const made: T[] = new Array(n);
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < n; i = next++) made[i] = await make(i);
  };
  await Promise.all(Array.from({ length: WIDE }, lane));
  return made;
}

const WIDE = 32;
