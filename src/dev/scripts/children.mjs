import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DIST, ROOT, STATE } from './state.mjs';

/** The processes of a start: quiet unless something is wrong, and none of them outlives it. */

const WINDOWS = process.platform === 'win32';
const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  // Nothing here needs the network, and without one asking would only take time.
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: '1',
  NO_COLOR: '1',
  // Two starts side by side know nothing of each other.
  BATON_DIST: DIST,
  WRANGLER_REGISTRY_PATH: join(STATE, 'registry'),
};
const TOOLS = { wrangler: 'wrangler/bin/wrangler.js', vite: 'vite/bin/vite.js' };

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Of what wrangler and vite print, what somebody must read. */
const worthReading = (/** @type {string} */ line) =>
  /error|failed|✘|exception/i.test(line) && !/"at":"(request|mail)"/.test(line) && !/Logs were written/.test(line);

/**
 * @param {keyof typeof TOOLS} tool
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function run(tool, args, env = {}) {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', TOOLS[tool]), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...QUIET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it starts (workerd, esbuild) ends with it.
    detached: !WINDOWS,
  });
  running.add(child);
  const said = [];
  let rest = '';
  const listen = (/** @type {Buffer} */ chunk) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      said.push(line);
      if (said.length > 200) said.shift();
      if (worthReading(line)) process.stderr.write(`${line}\n`);
    }
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  /** @type {Promise<number>} */
  const ended = new Promise((done) => {
    child.once('error', () => done(1));
    child.once('exit', (code) => {
      running.delete(child);
      done(code ?? 1);
    });
  });
  return { ended, output: () => [...said, rest].join('\n') };
}

/** @param {NodeJS.Signals} signal */
function signalAll(signal) {
  for (const child of running) {
    if (child.pid === undefined) continue;
    try {
      if (WINDOWS) child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch {
      // It ended in this moment.
    }
  }
}

/** Ends everything that was started: kindly, and after three seconds not. */
export async function stopAll() {
  const gone = Promise.all([...running].map((child) => new Promise((done) => child.once('exit', done))));
  signalAll('SIGINT');
  const timer = setTimeout(() => signalAll('SIGKILL'), 3_000);
  await gone;
  clearTimeout(timer);
}
