import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { experimental_readRawConfig, unstable_getMiniflareWorkerOptions } from 'wrangler';

/**
 * What is run, and killed: the Worker as `wrangler deploy` bundles it, on the workerd and with the local D1, KV and objects
 * of `wrangler dev`. Miniflare starts workerd once, over a script that writes down how; from then on workerd is started
 * without it, which takes a fifth of a second.
 */

export const ROOT = join(import.meta.dirname, '../..');

/** How workerd is started: its path, its arguments, and the binary configuration that it reads from its input. */
export interface Start {
  workerd: string;
  args: string[];
  config: Buffer;
}

interface Options {
  /** An empty folder. */
  at: string;
  port: number;
  vars: Record<string, string>;
}

export const stateOf = (at: string) => join(at, 'state');

/** Bundles, migrates an empty database and writes down the start. */
export async function build(options: Options): Promise<Start> {
  const config = configFor(options.at);
  await bundle(config, workerIn(options.at));
  return writtenDown(config, options);
}

const workerIn = (at: string) => join(at, 'worker');

/**
 * The project's own configuration without what builds and serves the two faces, and without the shield against too many
 * visitors from one address: here all come from one.
 */
function configFor(at: string): string {
  const { rawConfig } = experimental_readRawConfig({ config: join(ROOT, 'wrangler.toml') });
  const { build: _, assets: __, ratelimits: ___, ...config } = rawConfig;
  const file = join(at, 'wrangler.json');
  writeFileSync(file, JSON.stringify({ ...config, main: join(ROOT, 'src/index.ts') }));
  return file;
}

const fromWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'));

async function bundle(config: string, folder: string): Promise<void> {
  const cli = fromWrangler.resolve('../bin/wrangler.js');
  const child = spawn(process.execPath, [cli, 'deploy', '--dry-run', '--config', config, '--outdir', folder], {
    cwd: ROOT,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', CI: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The Worker could not be bundled:\n${said}`);
}

/** The bundle's files, the entry first. */
function modulesIn(folder: string): { type: string; path: string }[] {
  const text = readdirSync(folder).filter((file) => /\.(css|svg|txt|html|sql)$/.test(file));
  const entry = { type: 'ESModule', path: join(folder, 'index.js') };
  return [entry, ...text.map((file) => ({ type: 'Text', path: join(folder, file) }))];
}

/** The part of Miniflare that is used here; it is wrangler's own. */
interface MiniflareModule {
  Miniflare: new (options: unknown) => Miniflare;
  convertV4MiniflareOptions(options: object): unknown;
}
interface Miniflare {
  getD1Database(binding: string): Promise<D1Database>;
  dispose(): Promise<void>;
}

async function writtenDown(config: string, { at, port, vars }: Options): Promise<Start> {
  const workerd = (fromWrangler('workerd') as { default: string }).default;
  const { Miniflare, convertV4MiniflareOptions } = fromWrangler('miniflare') as MiniflareModule;
  const files = { args: join(at, 'args'), input: join(at, 'input'), services: join(at, 'services.json') };
  const tee = join(at, 'workerd.sh');
  writeFileSync(
    tee,
    `#!/bin/sh
printf '%s\\n' "$@" > '${files.args}'
cat > '${files.input}'
exec '${workerd}' "$@" < '${files.input}'
`,
  );
  chmodSync(tee, 0o755);
  // Read by Miniflare: where it puts its own files, what it starts, and where it tells of the disks in it.
  Object.assign(process.env, {
    TMPDIR: at,
    MINIFLARE_WORKERD_PATH: tee,
    MINIFLARE_WORKERD_CONFIG_DEBUG: files.services,
  });
  const { workerOptions } = unstable_getMiniflareWorkerOptions(config);
  const { modulesRules: _, rootPath: __, bindings, ...worker } = workerOptions;
  const folder = workerIn(at);
  const modules = { modules: modulesIn(folder), modulesRoot: folder };
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      resourcePersistencePath: join(stateOf(at), 'v3'),
      workers: [{ ...worker, ...modules, name: 'baton', bindings: { ...(bindings as object), ...vars } }],
    }),
  );
  await migrate(await miniflare.getD1Database('DB'));
  await miniflare.dispose();
  // Miniflare has cleared its own folders away, and workerd starts only where they are.
  const written = JSON.parse(readFileSync(files.services, 'utf8')) as { services: { disk?: { path: string } }[] };
  for (const { disk } of written.services) if (disk) mkdirSync(disk.path, { recursive: true });
  return { workerd, args: readFileSync(files.args, 'utf8').trim().split('\n'), config: readFileSync(files.input) };
}

async function migrate(db: D1Database): Promise<void> {
  const folder = join(ROOT, 'migrations');
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  for (const file of files.sort()) {
    const statements = readFileSync(join(folder, file), 'utf8').split('--> statement-breakpoint');
    await db.batch(statements.filter((one) => one.trim() !== '').map((one) => db.prepare(one)));
  }
}
