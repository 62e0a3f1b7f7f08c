import { Hono } from 'hono';
import { isConversationOf } from '../accounts/ids';
import { withKey } from '../accounts/key-access';
import { conversationStub } from '../conversation/door';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { HandoffsWanted, handoffsOf } from '../history/handoffs';
import { query } from './valid';

/** What a store's own programs read by an API key: the key says whose they are. */
export const v1 = new Hono<{ Bindings: Env }>()
  .basePath('/api/v1')
  .get('/store', withKey(null), (c) => {
    const { store, name, scopes } = c.get('key');
    return c.json({ store, key: { name, scopes } });
  })
  .get('/handoffs', withKey('conversations'), query(HandoffsWanted), async (c) => {
    return c.json(await handoffsOf(c.env.DB, c.get('key').store, c.req.valid('query')));
  })
  .get('/conversations/:conversation', withKey('conversations'), async (c) => {
    const { store } = c.get('key');
    const id = c.req.param('conversation');
    // Seen by its mark: no object is woken for another store's.
    const record = (await isConversationOf(store, id)) ? await conversationStub(c.env, store, id).record() : null;
    if (!record) throw new Refusal('not_found');
    return c.json(record);
  });
