import { Hono } from 'hono';
import { ofStore, signedIn } from '../accounts/access';
import { isConversationOf } from '../accounts/ids';
import { conversationStub } from '../conversation/door';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { Asked } from '../history/search/asked';
import { json, smallBody } from './valid';

/** A store's past conversations, for everybody of the store. Typed for `hc<HistoryApi>('/')`. */
export const history = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store')
  // By POST: what somebody looks for is a name or an address, and those belong in no address line or log.
  .post('/history/search', signedIn, ofStore, smallBody, json(Asked), async (c) => {
    const { searchHistory } = await import('../history/search/search');
    return c.json(await searchHistory(c.env.DB, c.get('actor').store, c.req.valid('json')));
  })
  .get('/conversations/:conversation/record', signedIn, ofStore, async (c) => {
    const { store } = c.get('actor');
    const id = c.req.param('conversation');
    const record = (await isConversationOf(store, id)) ? await conversationStub(c.env, store, id).record() : null;
    if (!record) throw new Refusal('not_found');
    return c.json(record);
  });

export type HistoryApi = typeof history;
