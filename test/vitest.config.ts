import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { startHook } from './assistant/hook.ts';
import { startModelApi } from './assistant/model-api.ts';
import { startInternet } from './outbound/internet.ts';
import { startMailApi } from './routes/mail-api.ts';
import { startPushService } from './routes/push-service.ts';

const root = join(import.meta.dirname, '..');

/** These count what there is in all, or take the runtime down: each has one to itself. */
const ALONE = [
  'test/conversation/{bill,model,model-*}.test.ts',
  'test/eval/reliability.test.ts',
  'test/routes/{alert-mail,rights,setup,sockets}.test.ts',
];

// What is loaded once for a file takes its time where a machine has other things to do.
const IN_WORKERD = {
  setupFiles: ['./test/setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // Why stands in quiet.ts.
  disableConsoleIntercept: true,
};

const workerd = () =>
  cloudflareTest(async () => ({
    main: './test/worker.ts',
    wrangler: { configPath: './wrangler.toml' },
    miniflare: {
      // Never migrated: what a deployment has before its first `d1 migrations apply`.
      d1Databases: ['EMPTY'],
      // Optional in a deployment; tests take it away where that matters.
      r2Buckets: ['FILES'],
      bindings: {
        AUTH_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
        SETUP_KEY: 'set-up-key-for-tests',
        MODEL_API_URL: await startModelApi(),
        INTERNET_URL: await startInternet(),
        DOH_URL: `${await startInternet()}/dns-query`,
        HOOK_URL: await startHook(),
        PRIVATE_URLS: `${await startModelApi()},${await startHook()},${await startPushService()}`,
        PUSH_URL: await startPushService(),
        MAIL_API_URL: await startMailApi(),
        MAIL_API_KEY: 'mail-key-for-tests',
        MAIL_FROM: 'Baton <chat@baton.example>',
        MAIL_REPLY_TO: 'reply@chat.baton.example',
        MIGRATIONS: await readD1Migrations(join(root, 'migrations')),
      },
    },
  }));

/** Pure rooms run on Node; everything that touches a binding runs in workerd, with the real migrations. */
export default defineConfig({
  root,
  test: {
    // On two cores the default would be one, and most of the time is waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        root,
        test: {
          name: 'node',
          include: ['test/{domain,protocol,widget,dashboard,lifecycle}/**/*.test.ts'],
          testTimeout: 60_000,
          // Nothing here keeps anything between files.
          isolate: false,
        },
      },
      {
        root,
        plugins: [workerd()],
        test: {
          ...IN_WORKERD,
          name: 'workers',
          include: ['test/{conversation,desk,routes,assistant,outbound,eval}/**/*.test.{ts,tsx}'],
          exclude: ALONE,
          // Every story has a store of its own: the files share a runtime, whose start takes longer than most of them.
          isolate: false,
        },
      },
      {
        root,
        plugins: [workerd()],
        test: { ...IN_WORKERD, name: 'alone', include: ALONE },
      },
    ],
  },
});
