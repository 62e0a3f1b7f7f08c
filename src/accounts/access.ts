import { createMiddleware } from 'hono/factory';
import type { StaffActor } from '../domain/actor';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { sessionOf } from './auth';
import type { Person } from './person';
import { membershipOf } from './stores';

/** The doors of the staff's side: a session makes a person, a membership makes an actor. Nothing else does. */

export interface SignedIn {
  Bindings: Env;
  Variables: { person: Person; session: string };
}
export interface InStore {
  Bindings: Env;
  Variables: { person: Person; session: string; actor: StaffActor };
}

/** Needs a session: otherwise 401. */
export const signedIn = createMiddleware<SignedIn>(async (c, next) => {
  const session = await sessionOf(c.env, new URL(c.req.url).origin, c.req.raw.headers);
  if (!session) throw new Refusal('unauthorized');
  c.set('person', session.person);
  c.set('session', session.id);
  await next();
  for (const cookie of session.cookies) c.header('set-cookie', cookie, { append: true });
});

/** Needs a membership of `:store`: otherwise 404, whether or not there is such a store. After `signedIn`. */
export const ofStore = createMiddleware<InStore>(async (c, next) => {
  const person = c.get('person');
  const membership = await membershipOf(c.env, person, c.req.param('store') ?? '');
  if (!membership) throw new Refusal('not_found');
  c.set('actor', { type: 'staff', store: membership.id, id: person.id, name: person.name, role: membership.role });
  await next();
});

/** Owners and admins only: otherwise 403. After `ofStore`. */
export const managers = createMiddleware<InStore>(async (c, next) => {
  if (c.get('actor').role === 'agent') throw new Refusal('forbidden');
  await next();
});
