import { Hono } from 'hono';
import * as v from 'valibot';
import { managers, ofStore, signedIn } from '../accounts/access';
import { ModelWanted, modelView, readyModel, saveModel } from '../assistant/model';
import { botView, newKey, newSecret, saveBot } from '../assistant/webhook/bot';
import type { Env } from '../env';
import { readSettings } from '../settings/store';
import { Seen } from '../settings/values';
import { json, smallBody } from './valid';

const BotWanted = v.object({ url: v.pipe(v.string(), v.trim(), v.maxLength(500)), seen: v.optional(Seen) });

async function viewOf(env: Env, store: string) {
  const { settings } = await readSettings(env.DB, store);
  const [model, bot] = await Promise.all([modelView(env, store, settings.timeZone, Date.now()), botView(env, store)]);
  return { ...model, bot };
}

/** Who answers a store's customers first, for its owners and admins. Secrets come in and never out. Typed for `hc<ResponderApi>`. */
export const responder = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/responder')
  .get('/', signedIn, ofStore, managers, async (c) => c.json(await viewOf(c.env, c.get('actor').store)))
  .put('/model', signedIn, ofStore, managers, smallBody, json(ModelWanted), async (c) => {
    const { store } = c.get('actor');
    await saveModel(c.env, c.get('actor'), c.req.valid('json'), Date.now());
    return c.json(await viewOf(c.env, store));
  })
  .post('/model/try', signedIn, ofStore, managers, async (c) => {
    const { store } = c.get('actor');
    const { settings } = await readSettings(c.env.DB, store);
    const model = await readyModel(c.env, store, { ...settings, modelTokensADay: null }, Date.now());
    if (typeof model === 'string') return c.json({ ok: false, message: 'Save a model first.' });
    const { tryModel } = await import('../assistant/llm/try');
    return c.json(await tryModel(c.env, model));
  })
  .put('/bot', signedIn, ofStore, managers, smallBody, json(BotWanted), async (c) => {
    const { store } = c.get('actor');
    await saveBot(c.env, c.get('actor'), c.req.valid('json'), Date.now());
    return c.json(await viewOf(c.env, store));
  })
  // What they make is shown this once.
  .post('/bot/secret', signedIn, ofStore, managers, async (c) => {
    const { store } = c.get('actor');
    const made = await newSecret(c.env, c.get('actor'), Date.now());
    return c.json({ made, view: await viewOf(c.env, store) }, 201);
  })
  .post('/bot/key', signedIn, ofStore, managers, async (c) => {
    const { store } = c.get('actor');
    const made = await newKey(c.env, c.get('actor'), Date.now());
    return c.json({ made, view: await viewOf(c.env, store) }, 201);
  })
  .post('/bot/test', signedIn, ofStore, managers, async (c) => {
    const { tryBot } = await import('../assistant/webhook/try');
    return c.json(await tryBot(c.env, c.get('actor').store));
  });

export type ResponderApi = typeof responder;
