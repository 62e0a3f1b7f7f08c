import { once } from 'node:events';
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
// @ts-expect-error: plain JavaScript, which run.mjs reads without a build.
import { freePort, spawnStart, startServer } from './server.mjs';

/** `npm start` itself: what it prints, how it refuses, and what is still there the next time. */

interface Server {
  addresses: { demo: string; signIn: string; mailbox: string };
  said(): string;
  stop(): Promise<void>;
}
const start: (where: { port: number; state: string }) => Promise<Server> = startServer;

/** A start that must not come up: how it ended, and what it said on which end. */
async function refusal(args: string[], env: Record<string, string> = {}) {
  const child = spawnStart(args, { BATON_STATE: '/nowhere/that/may/be/written', ...env });
  const said = { stdout: '', stderr: '' };
  for (const end of ['stdout', 'stderr'] as const) child[end].on('data', (chunk: Buffer) => (said[end] += chunk));
  const [code] = await once(child, 'close');
  return { code, ...said };
}

const ours = Object.values(networkInterfaces()).flatMap((all) => all?.map(({ address }) => address) ?? []);
// A machine without IPv6 has nothing to be taken there.
const hosts = ['127.0.0.1', '::1'].filter((host) => ours.includes(host));

for (const host of [...hosts, undefined]) {
  test(`a port that is taken on ${host ?? 'every address'}: one line, with the way out`, async () => {
    const taken = createServer();
    taken.listen({ host, port: 0 });
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const line = `Port ${port} is taken. Stop what uses it, or take another one: npm start -- --port ${port + 1}\n`;
    expect(await refusal(['--port', String(port)])).toEqual({ code: 1, stdout: '', stderr: line });
    expect(await refusal([], { PORT: String(port) })).toEqual({ code: 1, stdout: '', stderr: line });
    taken.close();
  });
}

test('what is no port: one line, with the way out', async () => {
  for (const port of ['http', '0', '65536', '87.5', '']) {
    const stderr = `"${port}" is no port. Try: npm start -- --port 8788\n`;
    expect(await refusal([`--port=${port}`]), port).toEqual({ code: 1, stdout: '', stderr });
  }
});

const root = join(import.meta.dirname, '../..');
/** When the dashboard was built in this folder, or 0. */
const builtIn = (folder: string) =>
  statSync(join(folder, 'dist/dashboard/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;

test('three addresses, a line each; and the next start finds what was there', async ({ playwright }) => {
  // Two starts, each of which builds.
  test.setTimeout(300_000);
  const state = await mkdtemp(join(tmpdir(), 'baton-'));
  const port: number = await freePort();
  const origin = `http://localhost:${port}`;
  const shopKey = async ({ addresses }: Server) =>
    /data-store="([^"]+)"/.exec(await (await fetch(addresses.demo)).text())?.[1] ?? '';
  const visitor = await playwright.request.newContext({ baseURL: origin });
  const person = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } });
  const session = async (store: string, token = '') =>
    (
      await visitor.post('/widget/session', {
        data: { store },
        headers: token ? { authorization: `Bearer ${token}` } : {},
      })
    ).json() as Promise<{ token: string; conversation: string }>;

  const madeBefore = builtIn(root);
  const first = await start({ port, state });
  let key: string;
  let before: { token: string; conversation: string };
  try {
    const lines = first
      .said()
      .split('\n')
      .filter((line) => line.includes('://'));
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`^Shop +${origin}/demo$`)),
      expect.stringMatching(new RegExp(`^Dashboard +${origin}/sign-in\\?token=[\\w-]+$`)),
      expect.stringMatching(new RegExp(`^Mailbox +${origin}/dev/mailbox$`)),
    ]);
    key = await shopKey(first);
    before = await session(key);
    await said(port, before.token, { type: 'send', id: 'before-the-restart', text: 'Is anybody there?' }, 'ack');
    const token = new URL(first.addresses.signIn).searchParams.get('token') ?? '';
    expect((await person.post('/sign-in', { form: { token } })).ok()).toBe(true);
    // Another start beside this one, or `npm run build` meanwhile, would pull the files away that it serves.
    expect(builtIn(state), 'a start serves what it built for itself').toBeGreaterThan(madeBefore);
    expect(builtIn(root), 'and leaves alone what others have built').toBe(madeBefore);
  } finally {
    await first.stop();
  }

  const second = await start({ port, state });
  try {
    expect(await shopKey(second)).toBe(key);
    expect((await person.get('/api/me')).status()).toBe(200);
    expect((await person.get(first.addresses.signIn)).status()).toBe(409);
    const after = await session(key, before.token);
    expect(after.conversation).toBe(before.conversation);
    const welcome = await said(port, after.token, { type: 'hello', after: 0, lang: 'en' }, 'welcome');
    expect(JSON.stringify(welcome)).toContain('Is anybody there?');
    expect(second.addresses.signIn).not.toBe(first.addresses.signIn);
    expect((await visitor.get(second.addresses.signIn)).status()).toBe(200);
  } finally {
    await second.stop();
    await rm(state, { recursive: true, force: true });
    await Promise.all([visitor.dispose(), person.dispose()]);
  }
});

/** Says one thing on the customer's socket, and returns the answer of this type. */
function said(port: number, token: string, frame: object, answer: string): Promise<unknown> {
  const socket = new WebSocket(`ws://localhost:${port}/widget/socket`, ['baton.v1', `token.${token}`]);
  return new Promise((resolve, reject) => {
    socket.onopen = () => socket.send(JSON.stringify(frame));
    socket.onerror = () => reject(new Error('The socket was refused'));
    socket.onmessage = ({ data }) => {
      const got = JSON.parse(String(data)) as { type: string };
      if (got.type !== answer) return;
      socket.close();
      resolve(got);
    };
  });
}
