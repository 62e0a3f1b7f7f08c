import { Hono } from 'hono';
import { managers, ofStore, signedIn } from '../accounts/access';
import { addKey, KeyWanted, keysOf, revokeKey } from '../accounts/api-keys';
import type { Env } from '../env';
import { json, smallBody } from './valid';

/** A store's API keys, for its owners and admins. Typed for `hc<KeysApi>`. */
export const keysApi = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/keys')
  .get('/', signedIn, ofStore, managers, async (c) => {
    return c.json({ keys: await keysOf(c.env.DB, c.get('actor').store) });
  })
  // The key is shown this once.
  .post('/', signedIn, ofStore, managers, smallBody, json(KeyWanted), async (c) => {
    const made = await addKey(c.env.DB, c.get('actor'), c.req.valid('json'), Date.now());
    return c.json({ made, keys: await keysOf(c.env.DB, c.get('actor').store) }, 201);
  })
  .delete('/:key', signedIn, ofStore, managers, async (c) => {
    await revokeKey(c.env.DB, c.get('actor'), c.req.param('key'), Date.now());
    return c.json({ keys: await keysOf(c.env.DB, c.get('actor').store) });
  });

export type KeysApi = typeof keysApi;
