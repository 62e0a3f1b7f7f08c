import { Hono } from 'hono';
import { managers, ofStore, signedIn } from '../accounts/access';
import { deskStub } from '../desk/door';
import type { Env } from '../env';
import { firstRunOf, Mark, markStep } from '../settings/first-run';
import { json, smallBody } from './valid';

/** How far a new store is, for whoever manages it. Typed for `hc<FirstRunApi>('/')`. */
export const firstRunApi = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/first-run')
  .get('/', signedIn, ofStore, managers, async (c) => {
    const { store } = c.get('actor');
    return c.json(await firstRunOf(c.env.DB, store, await deskStub(c.env, store).isPlayed()));
  })
  .put('/', signedIn, ofStore, managers, smallBody, json(Mark), async (c) => {
    const { store } = c.get('actor');
    await markStep(c.env.DB, store, c.req.valid('json'));
    return c.json(await firstRunOf(c.env.DB, store, await deskStub(c.env, store).isPlayed()));
  });

export type FirstRunApi = typeof firstRunApi;
