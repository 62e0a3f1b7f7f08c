import { Hono } from 'hono';
import * as v from 'valibot';
import { managers, ofStore, signedIn } from '../accounts/access';
import { keyOfStore, NameWanted, renameStore } from '../accounts/stores';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { sitesSeen } from '../settings/site-seen';
import { json, smallBody } from './valid';

const Page = v.object({ url: v.pipe(v.string(), v.trim(), v.maxLength(1_000)) });

/** A store's own name, and whether its chat stands on its shop's pages. Typed for `hc<InstallApi>('/')`. */
export const install = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store')
  .put('/name', signedIn, ofStore, managers, smallBody, json(NameWanted), async (c) => {
    await renameStore(c.env, c.get('actor'), c.req.valid('json'), Date.now());
    return c.json({ name: c.req.valid('json').name });
  })
  .get('/install/seen', signedIn, ofStore, managers, async (c) => {
    return c.json({ sites: await sitesSeen(c.env.DB, c.get('actor').store) });
  })
  .post('/install/look', signedIn, ofStore, managers, smallBody, json(Page), async (c) => {
    const { store } = c.get('actor');
    if (c.env.VISITOR_LIMIT && !(await c.env.VISITOR_LIMIT.limit({ key: `look ${store}` })).success)
      throw new Refusal('too_fast');
    const { lookOnPage } = await import('../outbound/on-page');
    const key = await keyOfStore(c.env, store);
    return c.json(await lookOnPage(c.env, c.req.valid('json').url, { key, home: c.req.url }));
  });

export type InstallApi = typeof install;
