import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The real dev server, as `npm start` runs it. */

const root = join(import.meta.dirname, '../..');
const UP_WITHIN = 200_000;

export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The three addresses that it prints, in whatever words around them. */
const ADDRESSES = {
  demo: /https?:\/\/\S+\/demo\b/,
  signIn: /https?:\/\/\S+\/sign-in\?\S+/,
  mailbox: /https?:\/\/\S+\/dev\/mailbox/,
};

/** The start script with these arguments, in a group of its own, so that everything it started ends with it. */
export const spawnStart = (args, env) =>
  spawn(process.execPath, ['src/dev/scripts/start.mjs', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });

/**
 * On a free port and with a state of its own, which ends with it, unless others are given.
 * @param {{ port?: number, state?: string }} [where]
 * @returns {Promise<{ addresses: { demo: string, signIn: string, mailbox: string }, state: string, stop(): Promise<void>, said(): string }>}
 */
export async function startServer(where = {}) {
  const state = where.state ?? (await mkdtemp(join(tmpdir(), 'baton-')));
  const port = where.port ?? (await freePort());
  const server = spawnStart(['--port', String(port)], { BATON_STATE: state });
  const gone = once(server, 'exit');
  // Whatever ends this process ends the server too, which then ends what it has started.
  process.once('exit', () => {
    end(server, 'SIGTERM');
    if (!where.state) rmSync(state, { recursive: true, force: true });
  });
  let said = '';
  const stop = async () => {
    end(server, 'SIGTERM');
    const late = setTimeout(() => end(server, 'SIGKILL'), 10_000);
    await gone;
    clearTimeout(late);
    // What outlived the first process of the group.
    end(server, 'SIGKILL');
    if (!where.state) await rm(state, { recursive: true, force: true });
  };
  const addresses = await new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`The dev server ${why}. It said:\n${said}`));
    const timer = setTimeout(() => fail('was not up in time'), UP_WITHIN);
    const listen = (chunk) => {
      said += chunk;
      const found = Object.entries(ADDRESSES).map(([name, pattern]) => [name, pattern.exec(said)?.[0]]);
      if (!found.every(([, url]) => url)) return;
      clearTimeout(timer);
      resolve(Object.fromEntries(found));
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    gone.then(([code]) => fail(`ended with ${code}`));
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { addresses, state, stop, said: () => said };
}

function end(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}
