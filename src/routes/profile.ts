import { Hono } from 'hono';
import { signedIn } from '../accounts/access';
import { endOtherSessions, endSession } from '../accounts/auth';
import type { Person } from '../accounts/person';
import { keepProfile, ProfileWanted, speaksOf } from '../accounts/profile';
import { sessionsOf, tokenOf } from '../accounts/sessions';
import { storesOf } from '../accounts/stores';
import { deskStub } from '../desk/door';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { recentOf } from '../history/past';
import { deviceOf } from './device';
import { json, smallBody } from './valid';

/** In every store of theirs. A desk that cannot be reached has nobody there. */
async function atDesks(
  env: Env,
  person: Person,
  tell: (desk: ReturnType<typeof deskStub>, store: string, recent: string[]) => Promise<unknown>,
): Promise<void> {
  const stores = await storesOf(env, person);
  await Promise.allSettled(stores.map(async ({ id }) => tell(deskStub(env, id), id, await recentOf(env.DB, id))));
}

const shown = async (env: Env, person: string, here: string) => {
  const sessions = await sessionsOf(env.DB, person);
  return {
    sessions: sessions.map(({ agent, ...one }) => ({
      ...one,
      device: deviceOf(agent ?? undefined) ?? null,
      here: one.id === here,
    })),
  };
};

/** Who the reader is, and where they are signed in. Typed for `hc<ProfileApi>('/')`. */
export const profileApi = new Hono<{ Bindings: Env }>()
  .basePath('/api/me')
  .get('/profile', signedIn, async (c) => {
    const { id, name } = c.get('person');
    return c.json({ name, speaks: await speaksOf(c.env.DB, id) });
  })
  .put('/profile', signedIn, smallBody, json(ProfileWanted), async (c) => {
    const person = c.get('person');
    const wanted = c.req.valid('json');
    await keepProfile(c.env.DB, person.id, wanted, Date.now());
    if (wanted.name !== person.name) {
      const staff = { id: person.id, name: wanted.name };
      await atDesks(c.env, person, (desk, store, recent) => desk.renamed(store, staff, recent));
    }
    return c.json(wanted);
  })
  .get('/sessions', signedIn, async (c) => c.json(await shown(c.env, c.get('person').id, c.get('session'))))
  .delete('/sessions/:session', signedIn, async (c) => {
    const person = c.get('person');
    const session = c.req.param('session');
    const token = await tokenOf(c.env.DB, person.id, session);
    // The one that asks ends by signing out.
    if (!token || session === c.get('session')) throw new Refusal('not_found');
    await endSession(c.env, new URL(c.req.url).origin, c.req.raw.headers, token);
    await atDesks(c.env, person, (desk, store, recent) => desk.cut(store, person.id, [session], recent));
    return c.json(await shown(c.env, person.id, c.get('session')));
  })
  .delete('/sessions', signedIn, async (c) => {
    const person = c.get('person');
    const others = (await sessionsOf(c.env.DB, person.id)).map(({ id }) => id).filter((id) => id !== c.get('session'));
    await endOtherSessions(c.env, new URL(c.req.url).origin, c.req.raw.headers);
    await atDesks(c.env, person, (desk, store, recent) => desk.cut(store, person.id, others, recent));
    return c.json(await shown(c.env, person.id, c.get('session')));
  });

export type ProfileApi = typeof profileApi;
