import { applyD1Migrations, env, reset } from 'cloudflare:test';
import { afterAll, afterEach, vi } from 'vitest';
import './loader';
import './quiet';

// Files share a runtime, and what one has begun to load at its end never arrives for the next: all that the Worker loads
// only when it is needed is here from the start.
const LATER = import.meta.glob(['../src/**/*.{ts,tsx}', '!../src/{dashboard,dev}/**']);
await Promise.all(Object.values(LATER).map((load) => load()));
await Promise.all([import('standardwebhooks'), import('workers-ai-provider')]);

await applyD1Migrations(env.DB, env.MIGRATIONS);

// The runner's own second is too short where a machine has other things to do.
const { waitFor } = vi;
vi.waitFor = (what, options) =>
  waitFor(what, { timeout: 20_000, ...(typeof options === 'number' ? { timeout: options } : options) });

// Where a test leaves its clock behind the platform's, an alarm between the two fires for ever.
afterEach(() => {
  vi.useRealTimers();
});

// An alarm that fires while the runner shuts down finds no code to run any more, and work of an object that goes on is
// waited for without end: after its file nothing is left of it.
afterAll(reset);
