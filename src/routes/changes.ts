import { Hono } from 'hono';
import { managers, ofStore, signedIn } from '../accounts/access';
import type { Env } from '../env';
import { ChangesWanted, changesOf, editorsOf } from '../settings/change-list';
import { query } from './valid';

/** Who changed what in a store's settings, for its owners and admins. Typed for `hc<ChangesApi>('/')`. */
export const changes = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/changes')
  .get('/', signedIn, ofStore, managers, query(ChangesWanted), async (c) => {
    return c.json(await changesOf(c.env.DB, c.get('actor').store, c.req.valid('query')));
  })
  .get('/people', signedIn, ofStore, managers, async (c) => {
    return c.json({ people: await editorsOf(c.env.DB, c.get('actor').store) });
  });

export type ChangesApi = typeof changes;
