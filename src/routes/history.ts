import { Hono } from 'hono';
import { ofStore, signedIn } from '../accounts/access';
import type { Env } from '../env';
import { Asked } from '../history/search/asked';
import { json, smallBody } from './valid';

/** A store's past conversations, for everybody of the store. Typed for `hc<HistoryApi>('/')`. */
export const history = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/history')
  // By POST: what somebody looks for is a name or an address, and those belong in no address line or log.
  .post('/search', signedIn, ofStore, smallBody, json(Asked), async (c) => {
    const { searchHistory } = await import('../history/search/search');
    return c.json(await searchHistory(c.env.DB, c.get('actor').store, c.req.valid('json')));
  });

export type HistoryApi = typeof history;
