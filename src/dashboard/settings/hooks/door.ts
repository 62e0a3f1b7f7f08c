import type { InferRequestType, InferResponseType } from 'hono/client';
import { ask, hooksRoutes as routes } from '../../session/api';

/** A store's hooks over HTTP. */

export type Hooks = InferResponseType<typeof routes.$get, 200>;
export type Hook = Hooks['hooks'][number];
export type Parked = Hooks['parked'][number];
export type Wanted = InferRequestType<typeof routes.$post>['json'];
export type Failure = Pick<Parked, 'why' | 'status'>;

const one = routes[':hook'];

export const getHooks = (store: string) => ask(() => routes.$get({ param: { store } }));
/** Its secret is shown this once. */
export const addHook = (store: string, wanted: Wanted) => ask(() => routes.$post({ param: { store }, json: wanted }));
export const changeHook = (store: string, { id: hook, seen }: Hook, wanted: Wanted) =>
  ask(() => one.$put({ param: { store, hook }, json: { ...wanted, seen } }));
export const switchHook = (store: string, hook: string, on: boolean) =>
  ask(() => one.switch.$put({ param: { store, hook }, json: { on } }));
/** Shown this once. */
export const newSecret = (store: string, hook: string) => ask(() => one.secret.$post({ param: { store, hook } }));
export const testHook = (store: string, hook: string) => ask(() => one.test.$post({ param: { store, hook } }));
export const removeHook = (store: string, hook: string) => ask(() => one.$delete({ param: { store, hook } }));
export const retry = (store: string, key: string) => ask(() => routes.retry.$post({ param: { store }, json: { key } }));
