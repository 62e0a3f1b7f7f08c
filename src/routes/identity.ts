import { Hono } from 'hono';
import * as v from 'valibot';
import { managers, ofStore, signedIn } from '../accounts/access';
import { endSecretBefore, identityOf, newIdentitySecret, removeIdentity } from '../accounts/identity-key';
import { takeToken } from '../accounts/identity-token';
import { keyOfStore } from '../accounts/stores';
import type { Env } from '../env';
import { json, smallBody } from './valid';

const Token = v.object({ token: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4_096)) });

/** The secret by which a shop's server signs in its customers, for the store's owners and admins. Typed for `hc<IdentityApi>`. */
export const identityApi = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/identity')
  .get('/', signedIn, ofStore, managers, async (c) => {
    return c.json(await identityOf(c.env.DB, c.get('actor').store, Date.now()));
  })
  // The secret is shown this once. The one before it holds for another day.
  .post('/', signedIn, ofStore, managers, async (c) => {
    const now = Date.now();
    const { store } = c.get('actor');
    const made = await newIdentitySecret(c.env, c.get('actor'), now);
    return c.json({ made, identity: await identityOf(c.env.DB, store, now) }, 201);
  })
  .delete('/before', signedIn, ofStore, managers, async (c) => {
    const now = Date.now();
    await endSecretBefore(c.env, c.get('actor'), now);
    return c.json(await identityOf(c.env.DB, c.get('actor').store, now));
  })
  .delete('/', signedIn, ofStore, managers, async (c) => {
    const now = Date.now();
    await removeIdentity(c.env, c.get('actor'), now);
    return c.json(await identityOf(c.env.DB, c.get('actor').store, now));
  })
  // What is wrong with a token is told to whoever made it, and to nobody who brings one.
  .post('/check', signedIn, ofStore, managers, smallBody, json(Token), async (c) => {
    const { store: id } = c.get('actor');
    const key = await keyOfStore(c.env, id);
    const taken = await takeToken(c.env, { id, key }, c.req.valid('json').token, Date.now());
    return c.json(taken.ok ? { ok: true as const, customer: taken.customer, until: taken.until } : taken);
  });

export type IdentityApi = typeof identityApi;
