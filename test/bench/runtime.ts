import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readD1Migrations } from '@cloudflare/vitest-plugin';
import { startMailApi } from '../routes/mail-api.ts';

/**
 * workerd itself, in a process of its own, started by the Miniflare that wrangler brings, with a socket for each server and
 * nothing in between. Every start has an empty state.
 */

const ROOT = join(import.meta.dirname, '../..');
const fromWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'));

export type Server = 'bare' | 'party' | 'baton' | 'guarded' | 'counted' | 'search';
export const SETUP_KEY = 'set-up-key-for-the-bench';

/** What of Miniflare is used here. */
interface Miniflare {
  ready: Promise<URL>;
  unsafeGetDirectURL(worker: string): Promise<URL>;
  unsafeEvictDurableObject(
    worker: string,
    className: string,
    which: { name: string; webSockets: 'hibernate' },
  ): Promise<void>;
  getD1Database(binding: string, worker: string): Promise<D1Database>;
  dispose(): Promise<void>;
}
interface MiniflareModule {
  Miniflare: new (options: unknown) => Miniflare;
  convertV4MiniflareOptions(options: unknown): unknown;
}

const COMPATIBILITY = { compatibility_date: '2026-06-01', compatibility_flags: ['nodejs_compat'] };

/** Bundles a server as `wrangler deploy` would. @returns the folder */
async function bundle(server: Server, into: string): Promise<string> {
  const at = join(into, server);
  mkdirSync(at, { recursive: true });
  const config = join(at, 'wrangler.json');
  const main = join(import.meta.dirname, 'servers', `${server}.ts`);
  const rules = [{ type: 'Text', globs: ['**/*.css', '**/*.svg'], fallthrough: true }];
  writeFileSync(config, JSON.stringify({ name: server, main, rules, ...COMPATIBILITY }));
  const out = join(at, 'out');
  const wrangler = fromWrangler.resolve('../bin/wrangler.js');
  const args = [wrangler, 'deploy', '--dry-run', '--config', config, '--outdir', out];
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', CI: '1', NO_COLOR: '1' };
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${server} could not be bundled:\n${said}`);
  return out;
}

/** @returns folders of bundles, made once for all starts */
export async function bundleAll(): Promise<Record<Server, string>> {
  const into = join(ROOT, '.build/bench');
  rmSync(into, { recursive: true, force: true });
  const servers: Server[] = ['bare', 'party', 'baton', 'guarded', 'counted', 'search'];
  const made = await Promise.all(servers.map(async (server) => [server, await bundle(server, into)] as const));
  return Object.fromEntries(made) as Record<Server, string>;
}

const OBJECTS: Record<Server, Record<string, string>> = {
  bare: { TALK: 'Talk', LIST: 'List' },
  party: { PARTY: 'Party' },
  baton: { CONVERSATION: 'Conversation', DESK: 'Desk' },
  guarded: { CONVERSATION: 'Conversation', DESK: 'Desk' },
  counted: { CONVERSATION: 'Conversation', DESK: 'Desk' },
  search: {},
};

/** Those with D1 and all that is ours. */
const NEEDS_HISTORY: readonly Server[] = ['baton', 'guarded', 'counted', 'search'];

function workerOf(server: Server, folder: string, mailApi: string) {
  const files = readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file));
  // The entry comes first.
  files.sort((a, b) => Number(b === `${server}.js`) - Number(a === `${server}.js`));
  const isBaton = NEEDS_HISTORY.includes(server);
  const bindings = {
    AUTH_SECRET: 'a-secret-for-the-bench-only-0123456789abcdef',
    SETUP_KEY,
    MAIL_API_URL: mailApi,
    MAIL_API_KEY: 'mail-key-for-the-bench',
    MAIL_FROM: 'Baton <chat@baton.example>',
  };
  const objects = Object.entries(OBJECTS[server]).map(([name, className]) => [name, { className, useSQLite: true }]);
  return {
    name: server,
    modules: files.map((file) => ({ type: file.endsWith('.js') ? 'ESModule' : 'Text', path: join(folder, file) })),
    modulesRoot: folder,
    compatibilityDate: COMPATIBILITY.compatibility_date,
    compatibilityFlags: COMPATIBILITY.compatibility_flags,
    durableObjects: Object.fromEntries(objects),
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    ...(server === 'guarded' && {
      ratelimits: { VISITOR_LIMIT: { namespace_id: '7301', simple: { limit: 30, period: 60 } } },
    }),
    ...(isBaton && { bindings, d1Databases: { DB: `${server}-db` }, kvNamespaces: { KV: `${server}-kv` } }),
  };
}

export class Runtime {
  readonly mailApi: string;
  readonly #miniflare: Miniflare;
  readonly #urls: Map<Server, string>;
  readonly #folder: string;
  readonly #pid: number;

  private constructor(of: { miniflare: Miniflare; urls: Map<Server, string>; folder: string; mailApi: string }) {
    this.#miniflare = of.miniflare;
    this.#urls = of.urls;
    this.#folder = of.folder;
    this.mailApi = of.mailApi;
    this.#pid = workerdPid();
  }

  /** @param storage a folder on the disk that is to be measured */
  static async start(bundles: Record<Server, string>, servers: Server[], storage: string): Promise<Runtime> {
    const { Miniflare, convertV4MiniflareOptions } = fromWrangler('miniflare') as MiniflareModule;
    const folder = mkdtempSync(join(storage, 'baton-bench-'));
    const mailApi = await startMailApi();
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        resourcePersistencePath: folder,
        // No question to the outside, and no line for each request in this process.
        cf: false,
        handleStructuredLogs: () => {},
        workers: servers.map((server) => workerOf(server, bundles[server], mailApi)),
      }),
    );
    await miniflare.ready;
    const urls = new Map<Server, string>();
    for (const server of servers) urls.set(server, (await miniflare.unsafeGetDirectURL(server)).origin);
    for (const server of servers.filter((one) => NEEDS_HISTORY.includes(one))) {
      await migrate(await miniflare.getD1Database('DB', server));
    }
    return new Runtime({ miniflare, urls, folder, mailApi });
  }

  url(server: Server): string {
    const url = this.#urls.get(server);
    if (!url) throw new Error(`${server} is not running`);
    return url;
  }

  /** The memory of an object goes, its sockets stay. */
  hibernate(server: Server, className: string, name: string): Promise<void> {
    return this.#miniflare.unsafeEvictDurableObject(server, className, { name, webSockets: 'hibernate' });
  }

  /** Milliseconds of processor time that workerd has used. */
  processorTime(): number {
    const tasks = `/proc/${this.#pid}/task`;
    // Its first field: nanoseconds on a processor.
    const spent = (task: string) => Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]);
    return readdirSync(tasks).reduce((sum, task) => sum + spent(task), 0) / 1e6;
  }

  /**
   * From now on workerd has the first core to itself, and this process and those that it starts have the others: what they
   * do would be done on other machines. Needs `taskset`; without it all share all.
   * @returns whether it is so
   */
  apart(): boolean {
    const keep = (pid: number, cores: string) =>
      execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, `${pid}`], { stdio: 'ignore' });
    const last = availableParallelism() - 1;
    if (last < 1) return false;
    try {
      keep(this.#pid, '0');
      keep(process.pid, `1-${last}`);
      return true;
    } catch {
      return false;
    }
  }

  /** Until workerd has nothing left to do. */
  async quiet(): Promise<void> {
    for (let before = Number.NEGATIVE_INFINITY; ; ) {
      const now = this.processorTime();
      if (now - before < ALMOST_NOTHING) return;
      before = now;
      await new Promise((done) => setTimeout(done, 150));
    }
  }

  async stop(): Promise<void> {
    await this.#miniflare.dispose();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Milliseconds of processor time in the 150 between two looks. */
const ALMOST_NOTHING = 5;

function workerdPid(): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' }).split('\n');
  for (const line of processes) {
    const [pid, parent, command] = line.trim().split(/\s+/);
    if (Number(parent) === process.pid && command?.includes('workerd')) return Number(pid);
  }
  throw new Error('workerd is not running');
}

async function migrate(db: D1Database): Promise<void> {
  for (const { queries } of await readD1Migrations(join(ROOT, 'migrations'))) {
    await db.batch(queries.map((query) => db.prepare(query)));
  }
}
