import { env } from 'cloudflare:test';
import { vi } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import { newKey, newSecret, saveBot } from '../../src/assistant/webhook/bot';
import type { BotMessage } from '../../src/protocol/bot';
import type { StoreSettings } from '../../src/settings/schema';
import type { HookAnswer, HookCall } from '../assistant/hook';
import { ask } from '../routes/visit';
import { scene } from './client';
import { openShop } from './shop';

declare global {
  interface TestEnv {
    HOOK_URL: string;
  }
}

/** A store whose own bot answers first: it is called for real, and answers through the API as its owner would. */
export async function ownBot(settings: Partial<StoreSettings> = {}) {
  const store = `own-${crypto.randomUUID()}`;
  const shop = await openShop(scene(store, await newConversationId(store)), { responder: 'webhook', ...settings });
  const ana = { store, id: 'ana', name: 'Ana' };
  await saveBot(env, ana, { url: `${env.HOOK_URL}/hook/${store}` }, Date.now());
  const secret = await newSecret(env, ana, Date.now());
  const key = await newKey(env, ana, Date.now());
  const { conversation } = shop;
  return {
    ...shop,
    secret,
    key,
    /** What the next calls are answered. */
    plan: (...answers: HookAnswer[]) =>
      fetch(`${env.HOOK_URL}/plan`, { method: 'POST', body: JSON.stringify({ store, answers }) }),
    /** Waits until it was called so often. */
    calls: (count: number): Promise<HookCall[]> =>
      vi.waitFor(
        async () => {
          const calls = await (await fetch(`${env.HOOK_URL}/calls?store=${store}`)).json<HookCall[]>();
          if (calls.length < count) throw new Error(`${calls.length} of ${count} calls`);
          return calls;
        },
        { timeout: 15_000, interval: 20 },
      ),
    says: (what: 'answers' | 'pieces' | 'typing' | 'handoff', json: unknown, bearer = key, id = conversation) =>
      ask(`/api/bot/conversations/${id}/${what}`, { json, headers: { authorization: `Bearer ${bearer}` } }),
  };
}

export const messageOf = (call: HookCall | undefined): BotMessage =>
  (JSON.parse(call?.body ?? '{}') as { data: BotMessage }).data;
