import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = join(import.meta.dirname, '../..');

/**
 * A worker a server, since tests share a store's queue, and no retries: a flake is a bug. Traces film every page, which
 * takes a third of two cores: they are for whoever looks for a fault, at their own machine.
 */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(root, '.build/browser'),
  globalSetup: join(import.meta.dirname, 'team.setup.ts'),
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  // Sooner than .ci/run ends it, where all before it has taken its usual time: so there is a report.
  globalTimeout: 13 * 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: join(root, '.build/browser.json') }]],
  use: { screenshot: 'only-on-failure', trace: process.env.CI ? 'off' : 'retain-on-failure', actionTimeout: 10_000 },
});
