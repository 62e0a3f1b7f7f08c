import { Hono } from 'hono';
import * as v from 'valibot';
import { managers, ofStore, signedIn } from '../accounts/access';
import { deskStub } from '../desk/door';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { addHook, changeHook, hooksOf, newHookSecret, removeHook, switchHook } from '../hooks/hooks';
import { HookWanted } from '../protocol/hooks';
import { readSettings } from '../settings/store';
import { Seen } from '../settings/values';
import { json, smallBody } from './valid';

const Changed = v.object({ ...HookWanted.entries, seen: v.optional(Seen) });
const Switch = v.object({ on: v.boolean() });
const Again = v.object({ key: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });

async function viewOf(env: Env, store: string) {
  const [hooks, parked] = await Promise.all([hooksOf(env, store), deskStub(env, store).parkedHooks()]);
  return { hooks, parked: parked.filter(({ hook }) => hooks.some(({ id }) => id === hook)) };
}

/** Whoever is in the queue hears of it at once. Where the desk cannot be reached, they hear with their next connection. */
async function changed(env: Env, store: string) {
  await deskStub(env, store)
    .settingsChanged(store, await readSettings(env.DB, store))
    .catch(() => {});
  return viewOf(env, store);
}

/** Where a store's events go, for its owners and admins. Typed for `hc<HooksApi>`. */
export const hooksApi = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/hooks')
  .get('/', signedIn, ofStore, managers, async (c) => c.json(await viewOf(c.env, c.get('actor').store)))
  // The secret is shown this once.
  .post('/', signedIn, ofStore, managers, smallBody, json(HookWanted), async (c) => {
    const { store } = c.get('actor');
    const made = await addHook(c.env, c.get('actor'), c.req.valid('json'), Date.now());
    return c.json({ made, view: await changed(c.env, store) }, 201);
  })
  .post('/retry', signedIn, ofStore, managers, smallBody, json(Again), async (c) => {
    const { store } = c.get('actor');
    if (!(await deskStub(c.env, store).retryHook(c.req.valid('json').key))) throw new Refusal('not_found');
    return c.json({ again: true as const });
  })
  .put('/:hook', signedIn, ofStore, managers, smallBody, json(Changed), async (c) => {
    const { store } = c.get('actor');
    await changeHook(c.env, c.get('actor'), c.req.param('hook'), c.req.valid('json'), Date.now());
    return c.json(await changed(c.env, store));
  })
  .put('/:hook/switch', signedIn, ofStore, managers, smallBody, json(Switch), async (c) => {
    const { store } = c.get('actor');
    await switchHook(c.env, c.get('actor'), c.req.param('hook'), c.req.valid('json').on, Date.now());
    return c.json(await changed(c.env, store));
  })
  .post('/:hook/secret', signedIn, ofStore, managers, async (c) => {
    const { store } = c.get('actor');
    const id = c.req.param('hook');
    const secret = await newHookSecret(c.env, c.get('actor'), id, Date.now());
    return c.json({ made: { id, secret }, view: await viewOf(c.env, store) }, 201);
  })
  .post('/:hook/test', signedIn, ofStore, managers, async (c) => {
    const { tryHook } = await import('../hooks/try');
    const came = await tryHook(c.env, c.get('actor').store, c.req.param('hook'));
    if (!came) throw new Refusal('not_found');
    return c.json(came);
  })
  .delete('/:hook', signedIn, ofStore, managers, async (c) => {
    const { store } = c.get('actor');
    const id = c.req.param('hook');
    await removeHook(c.env, c.get('actor'), id, Date.now());
    await deskStub(c.env, store).dropHook(id);
    return c.json(await changed(c.env, store));
  });

export type HooksApi = typeof hooksApi;
