import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromiumPath, shellPath } from './chromium.mjs';
import { startServer } from './server.mjs';

/** `npm run test:browser [-- Playwright's arguments]`: a Chromium, the real server, the story. */

const args = process.argv.slice(2);
/** All of it runs on two servers side by side, each with a store of its own; what is named, on one. */
const SERVERS = args.some((one) => !one.startsWith('-')) ? 1 : 2;

const root = join(import.meta.dirname, '../..');
const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');

/** @type {(signal: NodeJS.Signals) => void} */
let interrupt = () => process.exit(130);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => interrupt(signal));

async function main() {
  const executable = chromiumPath();
  const servers = await Promise.all(Array.from({ length: SERVERS }, () => startServer()));
  const worlds = servers.map(({ addresses, state }) => ({ ...addresses, state }));
  const playwright = spawn(
    process.execPath,
    [cli, 'test', '--config', join(import.meta.dirname, 'playwright.config.ts'), '--workers', `${SERVERS}`, ...args],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        CHROMIUM_PATH: executable,
        CHROMIUM_SHELL: shellPath(executable),
        BATON_WORLDS: JSON.stringify(worlds),
      },
    },
  );
  interrupt = (signal) => playwright.kill(signal);
  const [code] = await once(playwright, 'exit');
  if (code !== 0) {
    mkdirSync(join(root, '.build'), { recursive: true });
    writeFileSync(join(root, '.build/server.log'), servers.map((server) => server.said()).join('\n── the other\n'));
    console.error('What the servers said stands in .build/server.log.');
  }
  await Promise.all(servers.map((server) => server.stop()));
  return code ?? 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
