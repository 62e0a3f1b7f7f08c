import { env } from 'cloudflare:test';
import { vi } from 'vitest';
import type { HookAnswer, HookCall } from './hook';

declare global {
  interface TestEnv {
    HOOK_URL: string;
  }
}

/** An address of its own on the server that is called, whose answers are planned and whose calls are read. */
export function hookAt(name: string) {
  const came = async () => (await fetch(`${env.HOOK_URL}/calls?store=${name}`)).json<HookCall[]>();
  return {
    url: `${env.HOOK_URL}/hook/${name}`,
    /** What the next calls are answered. */
    plan: (...answers: HookAnswer[]) =>
      fetch(`${env.HOOK_URL}/plan`, { method: 'POST', body: JSON.stringify({ store: name, answers }) }),
    /** What has come in so far. */
    came,
    /** Waits until it was called so often. */
    calls: (count: number): Promise<HookCall[]> =>
      vi.waitFor(
        async () => {
          const calls = await came();
          if (calls.length < count) throw new Error(`${calls.length} of ${count} calls`);
          return calls;
        },
        { timeout: 15_000, interval: 20 },
      ),
  };
}
