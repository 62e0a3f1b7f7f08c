import { upgradeFor } from '../conversation/door';
import type { StaffActor } from '../domain/actor';
import type { Env } from '../env';

/** One desk a store. */
export const deskStub = (env: Env, store: string) => env.DESK.get(env.DESK.idFromName(store));

/** Hands a WebSocket upgrade of a verified staff member to the desk of their store. */
export const openDesk = (env: Env, request: Request, actor: StaffActor): Promise<Response> =>
  deskStub(env, actor.store).fetch(upgradeFor(request, actor));
