import { Hono } from 'hono';
import { managers, ofStore, signedIn } from '../accounts/access';
import type { Env } from '../env';
import { ConversationsWanted, CustomerWanted } from '../history/customer-wanted';
import { json, smallBody } from './valid';

const work = () => import('../history/of-customer');

/** What is kept of customers: for its owners and admins. By POST: addresses belong in no log. Typed for `hc<PrivacyApi>('/')`. */
export const privacy = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/privacy')
  .get('/', signedIn, ofStore, managers, async (c) => {
    const { privacyOf } = await work();
    return c.json(await privacyOf(c.env, c.get('actor').store));
  })
  .post('/find', signedIn, ofStore, managers, smallBody, json(CustomerWanted), async (c) => {
    const { conversationsOf } = await work();
    return c.json(await conversationsOf(c.env, c.get('actor').store, c.req.valid('json').email));
  })
  .post('/export', signedIn, ofStore, managers, smallBody, json(ConversationsWanted), async (c) => {
    const { givenAway } = await work();
    const conversations = await givenAway(c.env, c.get('actor').store, c.req.valid('json').conversations);
    return c.json({ exportedAt: Date.now(), conversations });
  })
  .post('/erase', signedIn, ofStore, managers, smallBody, json(ConversationsWanted), async (c) => {
    const { eraseConversations } = await work();
    return c.json(await eraseConversations(c.env, c.get('actor'), c.req.valid('json').conversations, Date.now()));
  });

export type PrivacyApi = typeof privacy;
