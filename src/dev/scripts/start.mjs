import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run, stopAll } from './children.mjs';
import { seed, signInLink } from './seed.mjs';
import { isFree, readState, STATE } from './state.mjs';
import { withStorage } from './storage.mjs';

/**
 * `npm start` and `npm run dev`: builds, migrates and fills the local database, runs the Worker, and prints where it is.
 * Needs no network. State lives in .wrangler/ and survives a restart.
 */

const LONGEST_START = 180_000;

const { values } = parseArgs({ options: { port: { type: 'string' }, watch: { type: 'boolean', default: false } } });
const port = Number(values.port ?? process.env.PORT ?? 8787);

let stopping = false;
/** @returns never: nothing may be started after it, nor while a signal is ending everything */
const fail = async (/** @type {string} */ message) => {
  if (stopping) return new Promise(() => {});
  stopping = true;
  process.stderr.write(`${message}\n`);
  await stopAll();
  process.exit(1);
};

const stop = async () => {
  if (stopping) return;
  stopping = true;
  await stopAll();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
// npm passes a signal on to its shell only: without the shell nobody is left who could stop this.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 500).unref();

if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  await fail(`"${values.port ?? process.env.PORT}" is no port. Try: npm start -- --port 8788`);
}
if (!(await isFree(port))) {
  await fail(
    `Port ${port} is taken. Stop what uses it, or take another one: npm start -- --port ${port === 65_535 ? port - 1 : port + 1}`,
  );
}

const origin = `http://localhost:${port}`;
const state = readState();
const PERSIST = ['--persist-to', join(STATE, 'state')];

/** @type {Record<string, string>} */
const VARS = {
  AUTH_SECRET: state.authSecret,
  SETUP_KEY: state.setupKey,
  MAIL_API_URL: `http://127.0.0.1:${port}/dev`,
  MAIL_API_KEY: state.mailKey,
  MAIL_FROM: 'Baton <baton@localhost.example>',
  MAIL_REPLY_TO: 'reply@localhost.example',
  // Models and bots of one's own machine.
  PRIVATE_URLS: '*',
  DEV: '1',
};

process.stdout.write('Starting Baton. The first time this takes up to a minute.\n');

const migrate = run('wrangler', ['d1', 'migrations', 'apply', 'DB', '--local', ...PERSIST]);
if ((await migrate.ended) !== 0) await fail(`The database could not be prepared.\n${migrate.output()}`);

const server = run('wrangler', [
  'dev',
  'src/dev/worker.ts',
  ...['--config', withStorage()],
  ...['--port', String(port), '--ip', '127.0.0.1', '--inspector-port', '0', '--local'],
  ...['--show-interactive-dev-session', 'false', '--log-level', 'log', ...PERSIST],
  ...Object.entries(VARS).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
]);
server.ended.then((code) => {
  void fail(`The server ended (${code}).\n${server.output()}`);
});

const answers = async () => (await fetch(`${origin}/dev/ready`).catch(() => null))?.ok ?? false;
for (const begun = Date.now(); !(await answers()); ) {
  if (Date.now() - begun > LONGEST_START) await fail(`The server did not come up.\n${server.output()}`);
  await new Promise((done) => setTimeout(done, 150));
}

try {
  await seed(origin, state);
  const link = await signInLink(origin, state);
  process.stdout.write(`
Shop       ${origin}/demo
Dashboard  ${link}
Mailbox    ${origin}/dev/mailbox
`);
} catch (error) {
  await fail(error instanceof Error ? error.message : String(error));
}

if (values.watch) {
  // wrangler watches src/ and builds again by itself; the widget lies outside of it.
  for (const config of ['widget/vite.config.ts', 'widget/loader.vite.config.ts']) {
    run('vite', ['build', '--watch', '--config', config]);
  }
}
