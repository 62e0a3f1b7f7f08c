/// <reference types="@cloudflare/vitest-plugin/types" />
import type { D1Migration } from '@cloudflare/vitest-plugin';
import type { Env } from '../src/env';

declare global {
  namespace Cloudflare {
    interface Env extends TestEnv {}
  }
  interface TestEnv extends Env {
    MIGRATIONS: D1Migration[];
  }
}
