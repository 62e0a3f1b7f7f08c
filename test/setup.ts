import { applyD1Migrations, env, listDurableObjectIds, runInDurableObject } from 'cloudflare:test';
import { afterAll, afterEach, vi } from 'vitest';
import './loader';

await applyD1Migrations(env.DB, env.MIGRATIONS);

// Where a test leaves its clock behind the platform's, an alarm between the two fires for ever.
afterEach(() => {
  vi.useRealTimers();
});

// An alarm that fires while the runner shuts down finds no code to run any more, and the runner waits for it without end.
afterAll(async () => {
  for (const objects of [env.CONVERSATION, env.DESK] as DurableObjectNamespace[]) {
    for (const id of await listDurableObjectIds(objects)) {
      await runInDurableObject(objects.get(id), (_, { storage }) => storage.deleteAlarm());
    }
  }
});
