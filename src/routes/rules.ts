import { Hono } from 'hono';
import { managers, ofStore, signedIn } from '../accounts/access';
import type { Env } from '../env';
import { Trial } from '../history/trial';
import { json, smallBody } from './valid';

/** A store's rules before they are saved: tried on its past conversations. Typed for `hc<RulesApi>('/')`. */
export const rules = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/rules')
  .post('/try', signedIn, ofStore, managers, smallBody, json(Trial), async (c) => {
    const { tryRule } = await import('../history/try-rule');
    return c.json(await tryRule(c.env.DB, c.get('actor').store, c.req.valid('json'), Date.now()));
  });

export type RulesApi = typeof rules;
