import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromiumPath } from './chromium.mjs';
import { startServer } from './server.mjs';

/** `npm run test:browser [-- Playwright's arguments]`: a Chromium, the real server, the story. */

const root = join(import.meta.dirname, '../..');
const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');

/** @type {(signal: NodeJS.Signals) => void} */
let interrupt = () => process.exit(130);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => interrupt(signal));

async function main() {
  const executable = chromiumPath();
  const server = await startServer();
  const { demo, signIn, mailbox } = server.addresses;
  const playwright = spawn(
    process.execPath,
    [cli, 'test', '--config', join(import.meta.dirname, 'playwright.config.ts'), ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        CHROMIUM_PATH: executable,
        BATON_DEMO: demo,
        BATON_SIGN_IN: signIn,
        BATON_MAILBOX: mailbox,
        BATON_STATE: server.state,
      },
    },
  );
  interrupt = (signal) => playwright.kill(signal);
  const [code] = await once(playwright, 'exit');
  if (code !== 0) {
    mkdirSync(join(root, '.build'), { recursive: true });
    writeFileSync(join(root, '.build/server.log'), server.said());
    console.error('What the server said stands in .build/server.log.');
  }
  await server.stop();
  return code ?? 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
