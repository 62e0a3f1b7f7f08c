import { Hono } from 'hono';
import { managers, ofStore, signedIn } from '../accounts/access';
import { ModelWanted, modelView, readyModel, saveModel } from '../assistant/model';
import type { Env } from '../env';
import { readSettings } from '../settings/store';
import { json, smallBody } from './valid';

/** Who answers a store's customers first, for its owners and admins. Secrets come in and never out. Typed for `hc<ResponderApi>`. */
export const responder = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/responder')
  .get('/', signedIn, ofStore, managers, async (c) => {
    const { store } = c.get('actor');
    const { settings } = await readSettings(c.env.DB, store);
    return c.json(await modelView(c.env, store, settings.timeZone, Date.now()));
  })
  .put('/model', signedIn, ofStore, managers, smallBody, json(ModelWanted), async (c) => {
    const { store } = c.get('actor');
    const now = Date.now();
    await saveModel(c.env, store, c.req.valid('json'), now);
    const { settings } = await readSettings(c.env.DB, store);
    return c.json(await modelView(c.env, store, settings.timeZone, now));
  })
  .post('/model/try', signedIn, ofStore, managers, async (c) => {
    const { store } = c.get('actor');
    const { settings } = await readSettings(c.env.DB, store);
    const model = await readyModel(c.env, store, { ...settings, modelTokensADay: null }, Date.now());
    if (typeof model === 'string') return c.json({ ok: false, message: 'Save a model first.' });
    const { tryModel } = await import('../assistant/llm/try');
    return c.json(await tryModel(c.env, model));
  });

export type ResponderApi = typeof responder;
