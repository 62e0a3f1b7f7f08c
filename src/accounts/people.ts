import { and, asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import type { MailResult } from '../channels/mail/mail';
import { sendNow } from '../channels/mail/send-now';
import { member, personChoice, store, user } from '../db/schema';
import { ROLES, type Role, type StaffActor } from '../domain/actor';
import type { Env } from '../env';
import { type Change, noted, revisionsOf } from '../settings/audit';
import { Seen } from '../settings/values';
import type { StaffLanguage } from '../words/words';
import { randomId } from './ids';
import { languageOf } from './language';
import { createLink, hashLinkToken, INVITATION_DAYS, linkUrl } from './links';
import { Email, Name } from './person';
import { readSpeaks } from './profile';

/** The people of a store. Everything here is bound to the store of the verified member who asks. */

export interface Colleague {
  id: string;
  name: string;
  email: string;
  role: Role;
}

export const Invitation = v.object({ name: Name, email: Email, role: v.picklist(ROLES) });
export type Invitation = v.InferOutput<typeof Invitation>;

const colleague = { id: user.id, name: user.name, email: user.email, role: member.role };

type Known = Colleague & { speaks: string[]; secondStep: boolean };

/** Each with the languages that they speak, as tags, and whether a code is asked of them after the link. */
export async function peopleOf(env: Env, actor: StaffActor): Promise<Known[]> {
  const rows = await drizzle(env.DB)
    .select({ ...colleague, speaks: personChoice.speaks, secondStep: user.twoFactorEnabled })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .leftJoin(personChoice, eq(personChoice.userId, user.id))
    .where(eq(member.storeId, actor.store))
    .orderBy(asc(member.createdAt), asc(user.name));
  return rows.map(({ speaks, ...person }) => ({ ...person, speaks: readSpeaks(speaks) }));
}

/** The same, each with the newest of their entries in the list of changes. */
export async function peopleSeen(env: Env, actor: StaffActor): Promise<(Known & { seen: number })[]> {
  const people = await peopleOf(env, actor);
  const places = people.map(({ id }) => ({ area: 'people' as const, of: id }));
  const revisions = await revisionsOf(env.DB, actor.store, places);
  return people.map((person, i) => ({ ...person, seen: revisions[i]?.n ?? 0 }));
}

/** Who may bring in whom: owners anyone, admins anyone but an owner. */
export const mayInvite = (actor: StaffActor, role: Role): boolean =>
  actor.role === 'owner' || (actor.role === 'admin' && role !== 'owner');

export interface Invited {
  person: Colleague;
  /** Whether the link was mailed; otherwise they ask for one on the sign-in page. */
  mailed: MailResult['is'];
}

/**
 * Adds a person to the actor's store and mails them a link. Somebody who has an account keeps their own name; somebody who
 * belongs to the store already keeps their role, and gets a new link.
 * @param from `language`: in which the inviter's own pages speak
 */
export async function invite(
  env: Env,
  actor: StaffActor,
  invitation: Invitation,
  { origin, language, now }: { origin: string; language: StaffLanguage; now: number },
): Promise<Invited> {
  const db = drizzle(env.DB);
  const { name, email, role } = invitation;
  const at = new Date(now);
  // Inserts that do nothing where the row exists: two invitations at once end in one account and one membership.
  await db
    .insert(user)
    .values({ id: randomId(), name, email, createdAt: at, updatedAt: at })
    .onConflictDoNothing({ target: user.email });
  const account = await db.select({ id: user.id, name: user.name }).from(user).where(eq(user.email, email)).get();
  if (!account) throw new Error('The account was not stored');
  const join = env.DB.prepare(
    'INSERT INTO member (store_id, user_id, role, created_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING',
  ).bind(actor.store, account.id, role, now);
  const of = { id: account.id, name: account.name };
  const change: Change = { area: 'people', of, before: null, after: { name: account.name, email, role } };
  await noted(env.DB, actor, change, { write: join, now });
  const joined = db
    .select({ ...colleague, store: store.name })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .innerJoin(store, eq(store.id, member.storeId));
  const row = await joined.where(and(eq(member.storeId, actor.store), eq(member.userId, account.id))).get();
  if (!row) throw new Error('The membership was not stored');
  const { store: storeName, ...person } = row;

  const token = await createLink(env, email, INVITATION_DAYS * 86_400_000, now);
  const { invitationMail } = await import('../channels/mail/invitation');
  const mail = await invitationMail({
    to: email,
    name: person.name,
    by: actor.name,
    store: storeName,
    url: linkUrl(origin, token),
    days: INVITATION_DAYS,
    // Of a new colleague nothing is known but who brings them in.
    language: (await languageOf(env, email)) ?? language,
  });
  const idempotencyKey = `invitation/${await hashLinkToken(token)}`;
  const { is } = await sendNow(env, mail, { template: 'invitation', idempotencyKey, patience: 'one-try' });
  return { person, mailed: is };
}

/** Who may send whom away: owners anyone, admins anyone but an owner, and everybody may leave. */
export const mayRemove = (actor: StaffActor, person: Pick<Colleague, 'id' | 'role'>): boolean =>
  person.id === actor.id || mayInvite(actor, person.role);

export type Removal = { ok: true } | { ok: false; reason: 'not_found' | 'forbidden' | 'last_owner' };

/** Holds where a person is no owner, or the store has another one. Looked at where it is written: two may write at once. */
const NOT_LAST_OWNER = "(role <> 'owner' OR (SELECT count(*) FROM member WHERE store_id = ?1 AND role = 'owner') > 1)";

/** `seen`: which of the person's entries in the list of changes was the newest. */
export const RoleWanted = v.object({ role: v.picklist(ROLES), seen: v.optional(Seen) });
export type RoleWanted = v.InferOutput<typeof RoleWanted>;

/**
 * Gives a person of the actor's store another role. The last owner stays one.
 * @throws Refusal `changed_meanwhile` where somebody has done so since
 */
export async function changeRole(
  env: Env,
  actor: StaffActor,
  id: string,
  { role, seen }: RoleWanted,
  now: number,
): Promise<Removal> {
  const find = async () => (await peopleOf(env, actor)).find((person) => person.id === id);
  const known = await find();
  if (!known) return { ok: false, reason: 'not_found' };
  // Whoever could neither have invited the one nor the other; and nobody raises themselves.
  if (!mayInvite(actor, known.role) || !mayInvite(actor, role)) return { ok: false, reason: 'forbidden' };
  const write = env.DB.prepare(
    `UPDATE member SET role = ?3 WHERE store_id = ?1 AND user_id = ?2 AND role = ?4
     AND (?3 = 'owner' OR ${NOT_LAST_OWNER})`,
  ).bind(actor.store, id, role, known.role);
  const of = { id, name: known.name };
  const change: Change = { area: 'people', of, before: { role: known.role }, after: { role }, seen };
  const { meta } = await noted(env.DB, actor, change, { write, now, current: find });
  return meta.changes ? { ok: true } : { ok: false, reason: 'last_owner' };
}

/** Takes a person out of the actor's store and its teams. The last owner stays. Their account is theirs and stays too. */
export async function removePerson(env: Env, actor: StaffActor, id: string, now: number): Promise<Removal> {
  const known = (await peopleOf(env, actor)).find((person) => person.id === id);
  if (!known) return { ok: false, reason: 'not_found' };
  if (!mayRemove(actor, known)) return { ok: false, reason: 'forbidden' };
  const leave = env.DB.prepare(
    `DELETE FROM member WHERE store_id = ?1 AND user_id = ?2 AND role = ?3 AND ${NOT_LAST_OWNER}`,
  ).bind(actor.store, id, known.role);
  const teams = env.DB.prepare(
    `DELETE FROM team_member WHERE store_id = ?1 AND user_id = ?2
     AND NOT EXISTS (SELECT 1 FROM member WHERE store_id = ?1 AND user_id = ?2)`,
  ).bind(actor.store, id);
  const { name, email, role } = known;
  const change: Change = { area: 'people', of: { id, name }, before: { name, email, role }, after: null };
  const left = await noted(env.DB, actor, change, { write: leave, also: [teams], now });
  return left.meta.changes ? { ok: true } : { ok: false, reason: 'last_owner' };
}

export type Reset = { ok: true } | { ok: false; reason: 'not_found' | 'forbidden' };

/**
 * For somebody who has lost both phone and backup codes: they sign in by the link alone, until they turn their second step on
 * again. Only an owner of every store that they work for: what another owner's store hangs on is not this one's to weaken.
 */
export async function resetSecondStep(env: Env, actor: StaffActor, id: string, now: number): Promise<Reset> {
  const known = (await peopleOf(env, actor)).find((person) => person.id === id);
  if (!known) return { ok: false, reason: 'not_found' };
  const elsewhere = env.DB.prepare(
    `SELECT 1 FROM member theirs WHERE user_id = ?1 AND NOT EXISTS
     (SELECT 1 FROM member WHERE store_id = theirs.store_id AND user_id = ?2 AND role = 'owner') LIMIT 1`,
  ).bind(id, actor.id);
  if (actor.role !== 'owner' || id === actor.id || (await elsewhere.first())) return { ok: false, reason: 'forbidden' };
  const write = env.DB.prepare('UPDATE user SET two_factor_enabled = 0 WHERE id = ?1 AND two_factor_enabled = 1').bind(
    id,
  );
  const secret = env.DB.prepare('DELETE FROM two_factor WHERE user_id = ?1').bind(id);
  const of = { id, name: known.name };
  const change: Change = { area: 'people', of, before: { secondStep: true }, after: { secondStep: false } };
  await noted(env.DB, actor, change, { write, also: [secret], now });
  return { ok: true };
}

/** Whether somebody still is what their ticket says, by one look at both tables. */
export async function standingOf(
  env: Env,
  { store, id, session }: StaffActor,
): Promise<'in' | 'no_member' | 'signed_out'> {
  const row = await env.DB.prepare(
    `SELECT EXISTS (SELECT 1 FROM member WHERE store_id = ?1 AND user_id = ?2) AS member,
            EXISTS (SELECT 1 FROM session WHERE id = ?3) AS session`,
  )
    .bind(store, id, session ?? null)
    .first<{ member: number; session: number }>();
  if (!row?.member) return 'no_member';
  return session !== undefined && !row.session ? 'signed_out' : 'in';
}
