import { env } from 'cloudflare:test';
import { Webhook } from 'standardwebhooks';
import * as v from 'valibot';
import { addHook } from '../../src/hooks/hooks';
import { HOOK_EVENTS, HookEvent, type HookEventType } from '../../src/protocol/hooks';
import { readSettings } from '../../src/settings/store';
import type { HookCall } from '../assistant/hook';
import { hookAt } from '../assistant/hook-calls';

/** Gives a store a hook: it is called for real. */
export async function hook(store: string, events: readonly HookEventType[] = HOOK_EVENTS, name = store) {
  const server = hookAt(name);
  const { id, secret } = await addHook(
    env,
    { store, id: 'ana', name: 'Ana' },
    { url: server.url, events: [...events] },
    Date.now(),
  );
  await env.DESK.get(env.DESK.idFromName(store)).settingsChanged(store, await readSettings(env.DB, store));
  /** As a receiver would read it: checked by the library, and by the schema. */
  const read = (call: HookCall | undefined): HookEvent =>
    v.parse(HookEvent, new Webhook(secret).verify(call?.body ?? '', call?.headers ?? {}));
  return {
    ...server,
    id,
    secret,
    read,
    /** Waits until so many events have come, and reads them in the order in which they happened. */
    events: async (count: number) =>
      (await server.calls(count)).map(read).sort((a, b) => a.timestamp.localeCompare(b.timestamp)),
  };
}
