import { Hono } from 'hono';
import { managers, ofStore, signedIn } from '../accounts/access';
import {
  addTeam,
  changeTeam,
  removeTeam,
  type Team,
  type TeamChange,
  TeamChanged,
  TeamWanted,
  teamsSeen,
} from '../accounts/teams';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { json, smallBody } from './valid';

function done(change: TeamChange): { team: Team } {
  if (!change.ok) throw new Refusal(change.reason);
  return { team: change.team };
}

/** A store's teams: everybody of the store reads them, owners and admins change them. Typed for `hc<TeamsApi>('/')`. */
export const teams = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/teams')
  .get('/', signedIn, ofStore, async (c) => c.json({ teams: await teamsSeen(c.env.DB, c.get('actor').store) }))
  .post('/', signedIn, ofStore, managers, smallBody, json(TeamWanted), async (c) => {
    const added = await addTeam(c.env.DB, c.get('actor'), c.req.valid('json'), Date.now());
    return c.json(done(added), 201);
  })
  .put('/:team', signedIn, ofStore, managers, smallBody, json(TeamChanged), async (c) => {
    const { seen, ...wanted } = c.req.valid('json');
    const how = { seen, now: Date.now() };
    const changed = await changeTeam(c.env.DB, c.get('actor'), c.req.param('team'), wanted, how);
    return c.json(done(changed));
  })
  .delete('/:team', signedIn, ofStore, managers, async (c) => {
    if (!(await removeTeam(c.env.DB, c.get('actor'), c.req.param('team'), Date.now()))) throw new Refusal('not_found');
    return c.json({ removed: true as const });
  });

export type TeamsApi = typeof teams;
