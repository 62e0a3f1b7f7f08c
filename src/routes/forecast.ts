import { Hono } from 'hono';
import { ofStore, signedIn } from '../accounts/access';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { Asked } from '../forecast/schema';
import { json, smallBody } from './valid';

/** What would happen if somebody asked for a person. Changes nothing. Typed for `hc<ForecastApi>('/')`. */
export const forecastApi = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/forecast')
  .post('/', signedIn, ofStore, smallBody, json(Asked), async (c) => {
    const { foresee, instantOf, worldOf } = await import('../forecast/foresee');
    const asked = c.req.valid('json');
    const now = Date.now();
    const world = await worldOf(c.env, c.get('actor').store, now);
    const at = asked.when === null ? now : instantOf(asked.when, world.settings.timeZone);
    if (at === null) throw new Refusal('bad_request');
    return c.json(foresee(world, asked, at));
  });

export type ForecastApi = typeof forecastApi;
