import { and, asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { member, team, teamMember, user } from '../db/schema';
import { personOf } from '../protocol/person';
import type { StaffPerson } from '../protocol/staff';
import { type Change, type Editor, noted, revisionsOf } from '../settings/audit';
import { Seen } from '../settings/values';
import { randomId } from './ids';
import { Name } from './person';

/** Groups of a store's people that a chat can be handed to. Every query is bound to the store that it is given. */

export interface Team {
  id: string;
  name: string;
  people: StaffPerson[];
}

const MOST_TEAMS = 30;
const PersonId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

export const TeamWanted = v.object({
  name: v.pipe(Name, v.maxLength(60)),
  /** Ids of people of the store. */
  people: v.pipe(
    v.array(PersonId),
    v.maxLength(200),
    v.transform((people) => [...new Set(people)]),
  ),
});
export type TeamWanted = v.InferOutput<typeof TeamWanted>;

/** `seen`: which of its entries in the list of changes was the newest. */
export const TeamChanged = v.object({ ...TeamWanted.entries, seen: v.optional(Seen) });

export type TeamRefusal = 'not_found' | 'bad_request' | 'team_exists' | 'too_many_teams';
export type TeamChange = { ok: true; team: Team } | { ok: false; reason: TeamRefusal };

/** Of one store, by name, each with those of its people who still belong to the store. */
export async function teamsOf(d1: D1Database, store: string): Promise<Team[]> {
  const db = drizzle(d1);
  const [teams, people] = await db.batch([
    db.select({ id: team.id, name: team.name }).from(team).where(eq(team.storeId, store)),
    db
      .select({ team: teamMember.teamId, id: user.id, name: user.name })
      .from(teamMember)
      .innerJoin(member, and(eq(member.storeId, teamMember.storeId), eq(member.userId, teamMember.userId)))
      .innerJoin(user, eq(user.id, member.userId))
      .where(eq(teamMember.storeId, store))
      .orderBy(asc(user.name), asc(user.id)),
  ]);
  return teams
    .map(({ id, name }) => ({ id, name, people: people.filter((one) => one.team === id).map(personOf) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The same, each with the newest of its entries in the list of changes. */
export async function teamsSeen(d1: D1Database, store: string): Promise<(Team & { seen: number })[]> {
  const teams = await teamsOf(d1, store);
  const places = teams.map(({ id }) => ({ area: 'teams' as const, of: id }));
  const revisions = await revisionsOf(d1, store, places);
  return teams.map((one, i) => ({ ...one, seen: revisions[i]?.n ?? 0 }));
}

/** @param now epoch ms */
export async function addTeam(d1: D1Database, editor: Editor, wanted: TeamWanted, now: number): Promise<TeamChange> {
  const { store } = editor;
  const id = randomId();
  const refused = await whyNot(d1, store, id, wanted);
  if (refused) return refused;
  // Limit and name are looked at again where it is written: two may be added at the same instant.
  const insert = d1
    .prepare(
      `INSERT INTO team (store_id, id, name, created_at) SELECT ?1, ?2, ?3, ?4
       WHERE (SELECT count(*) FROM team WHERE store_id = ?1) < ?5
         AND NOT EXISTS (SELECT 1 FROM team WHERE store_id = ?1 AND name = ?3 COLLATE NOCASE)`,
    )
    .bind(store, id, wanted.name, now, MOST_TEAMS);
  const after = { name: wanted.name, people: await namesOf(d1, store, wanted.people) };
  const change: Change = { area: 'teams', of: { id, name: wanted.name }, before: null, after };
  const written = await noted(d1, editor, change, { write: insert, also: [join(d1, store, id, wanted)], now });
  return written.meta.changes ? changed(d1, store, id) : { ok: false, reason: 'team_exists' };
}

/**
 * Renames it, and replaces its people.
 * @param seen the revision that whoever changes it saw
 * @throws Refusal `changed_meanwhile` where there is a newer one
 */
export async function changeTeam(
  d1: D1Database,
  editor: Editor,
  id: string,
  wanted: TeamWanted,
  { seen, now }: { seen: number | undefined; now: number },
): Promise<TeamChange> {
  const { store } = editor;
  const known = (await teamsOf(d1, store)).find((one) => one.id === id);
  if (!known) return { ok: false, reason: 'not_found' };
  const refused = await whyNot(d1, store, id, wanted);
  if (refused) return refused;
  const rename = d1
    .prepare(
      `UPDATE team SET name = ?3 WHERE store_id = ?1 AND id = ?2
       AND NOT EXISTS (SELECT 1 FROM team WHERE store_id = ?1 AND id <> ?2 AND name = ?3 COLLATE NOCASE)`,
    )
    .bind(store, id, wanted.name);
  const leave = d1
    .prepare(
      `DELETE FROM team_member WHERE store_id = ?1 AND team_id = ?2
       AND EXISTS (SELECT 1 FROM team WHERE store_id = ?1 AND id = ?2 AND name = ?3)`,
    )
    .bind(store, id, wanted.name);
  const before = { name: known.name, people: known.people.map(({ name }) => name) };
  const after = { name: wanted.name, people: await namesOf(d1, store, wanted.people) };
  const change: Change = { area: 'teams', of: { id, name: wanted.name }, before, after, seen };
  const also = [leave, join(d1, store, id, wanted)];
  const current = async () => (await teamsOf(d1, store)).find((one) => one.id === id);
  const written = await noted(d1, editor, change, { write: rename, also, now, current });
  return written.meta.changes ? changed(d1, store, id) : { ok: false, reason: 'team_exists' };
}

/** @returns whether there was such a team */
export async function removeTeam(d1: D1Database, editor: Editor, id: string, now: number): Promise<boolean> {
  const known = (await teamsOf(d1, editor.store)).find((one) => one.id === id);
  if (!known) return false;
  const { name, people } = known;
  const before = { name, people: people.map((person) => person.name) };
  // Its people go with it (the schema's `cascade`).
  const write = d1.prepare('DELETE FROM team WHERE store_id = ?1 AND id = ?2').bind(editor.store, id);
  const { meta } = await noted(d1, editor, { area: 'teams', of: { id, name }, before, after: null }, { write, now });
  return meta.changes > 0;
}

/** Only people of the store, and only into a team that stands there by this name. */
const join = (d1: D1Database, store: string, id: string, { name, people }: TeamWanted): D1PreparedStatement =>
  d1
    .prepare(
      `INSERT OR IGNORE INTO team_member (store_id, team_id, user_id)
       SELECT ?1, ?2, user_id FROM member
       WHERE store_id = ?1 AND user_id IN (SELECT value FROM json_each(?4))
         AND EXISTS (SELECT 1 FROM team WHERE store_id = ?1 AND id = ?2 AND name = ?3)`,
    )
    .bind(store, id, name, JSON.stringify(people));

async function changed(d1: D1Database, store: string, id: string): Promise<TeamChange> {
  const found = (await teamsOf(d1, store)).find((one) => one.id === id);
  return found ? { ok: true, team: found } : { ok: false, reason: 'not_found' };
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

/** What stands against it before anything is written. SQLite folds only ASCII, so names are compared here too. */
async function whyNot(
  d1: D1Database,
  store: string,
  id: string,
  { name, people }: TeamWanted,
): Promise<(TeamChange & { ok: false }) | null> {
  const [teams, known] = await Promise.all([teamsOf(d1, store), countPeople(d1, store, people)]);
  const others = teams.filter((one) => one.id !== id);
  if (known !== people.length) return { ok: false, reason: 'bad_request' };
  if (others.some((one) => folded(one.name) === folded(name))) return { ok: false, reason: 'team_exists' };
  return others.length >= MOST_TEAMS ? { ok: false, reason: 'too_many_teams' } : null;
}

/** By name, as teams show them. */
async function namesOf(d1: D1Database, store: string, people: readonly string[]): Promise<string[]> {
  const { results } = await d1
    .prepare(
      `SELECT name FROM user JOIN member ON member.user_id = user.id
       WHERE member.store_id = ?1 AND user.id IN (SELECT value FROM json_each(?2)) ORDER BY name, user.id`,
    )
    .bind(store, JSON.stringify(people))
    .all<{ name: string }>();
  return results.map(({ name }) => name);
}

async function countPeople(d1: D1Database, store: string, people: readonly string[]): Promise<number> {
  const row = await d1
    .prepare('SELECT count(*) AS n FROM member WHERE store_id = ?1 AND user_id IN (SELECT value FROM json_each(?2))')
    .bind(store, JSON.stringify(people))
    .first<{ n: number }>();
  return row?.n ?? 0;
}
