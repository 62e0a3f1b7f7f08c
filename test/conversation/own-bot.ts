import { env } from 'cloudflare:test';
import { newConversationId } from '../../src/accounts/ids';
import { newKey, newSecret, saveBot } from '../../src/assistant/webhook/bot';
import type { BotMessage } from '../../src/protocol/bot';
import type { StoreSettings } from '../../src/settings/schema';
import type { HookCall } from '../assistant/hook';
import { hookAt } from '../assistant/hook-calls';
import { ask } from '../routes/visit';
import { scene } from './client';
import { openShop } from './shop';

/** A store whose own bot answers first: it is called for real, and answers through the API as its owner would. */
export async function ownBot(settings: Partial<StoreSettings> = {}) {
  const store = `own-${crypto.randomUUID()}`;
  const shop = await openShop(scene(store, await newConversationId(store)), { responder: 'webhook', ...settings });
  const ana = { store, id: 'ana', name: 'Ana' };
  const { url, plan, calls } = hookAt(store);
  await saveBot(env, ana, { url }, Date.now());
  const secret = await newSecret(env, ana, Date.now());
  const key = await newKey(env, ana, Date.now());
  const { conversation } = shop;
  return {
    ...shop,
    secret,
    key,
    plan,
    calls,
    says: (what: 'answers' | 'pieces' | 'typing' | 'handoff', json: unknown, bearer = key, id = conversation) =>
      ask(`/api/bot/conversations/${id}/${what}`, { json, headers: { authorization: `Bearer ${bearer}` } }),
  };
}

export const messageOf = (call: HookCall | undefined): BotMessage =>
  (JSON.parse(call?.body ?? '{}') as { data: BotMessage }).data;
