import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTexts } from '../../src/assistant/knowledge/over-http.ts';
import { ROOT } from './build.ts';
import type { MailApi } from './mail-api.ts';
import { database } from './storage.ts';

/** The shops and their team, let in through the doors that a merchant uses. */

export interface Store {
  id: string;
  key: string;
  name: string;
}

/** A staff member who is signed in. */
export interface Member {
  id: string;
  name: string;
  email: string;
  cookie: string;
}

export interface Team {
  stores: Store[];
  members: Member[];
}

const OWNER = { email: 'ana@faults.example', name: 'Ana Kovač', store: 'Mill & Kettle' };
const COLLEAGUE = { email: 'dele@faults.example', name: 'Dele Okafor', role: 'agent' };
const DEMO = join(ROOT, 'src/dev/demo');
const ARTICLES = ['warranty-two-years.md', 'return-within-30-days.md', 'battery-care.md', 'express-delivery.md'];

export interface Door {
  origin: string;
  setupKey: string;
  mail: MailApi;
}

/** Posts, or whatever `init` says, as somebody of the team. @throws when the answer is no success */
export async function ask(origin: string, path: string, cookie: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('origin', origin);
  if (cookie) headers.set('cookie', cookie);
  const answer = await fetch(origin + path, { method: 'POST', redirect: 'manual', ...init, headers });
  if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

export const json = (value: unknown): RequestInit => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

/** The first store and its owner, by the set-up key; a colleague, by the invitation in their mail. */
export async function setUp({ origin, setupKey, mail }: Door): Promise<Team> {
  const entered = await ask(origin, '/setup', '', json({ key: setupKey, ...OWNER }));
  const { store } = (await entered.json()) as { store: Store };
  const owner = cookieOf(entered);
  await ask(origin, `/api/stores/${store.id}/people`, owner, json(COLLEAGUE));
  const token = /\/sign-in\?token=([\w-]+)/.exec(mail.lastTo(COLLEAGUE.email)?.text ?? '')?.[1] ?? '';
  const invited = cookieOf(await ask(origin, '/sign-in', '', { body: new URLSearchParams({ token }) }));
  const members = [await whoIs(origin, owner), await whoIs(origin, invited)];
  return { stores: [store], members };
}

async function whoIs(origin: string, cookie: string): Promise<Member> {
  const me = await ask(origin, '/api/me', cookie, { method: 'GET' });
  const { user } = (await me.json()) as { user: Omit<Member, 'cookie'> };
  return { ...user, cookie };
}

/** A second store of the same team. There is no door for it yet, so it is written into the database. */
export function open(state: string, { stores, members }: Team, name: string): Team {
  const db = database(state);
  const now = Date.now();
  const store = { id: randomBytes(16).toString('base64url'), key: randomBytes(12).toString('base64url'), name };
  const insert = (table: string, row: Record<string, string | number>) => {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?');
    db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${marks})`).run(...Object.values(row));
  };
  insert('store', { ...store, created_at: now });
  for (const [i, { id }] of members.entries()) {
    insert('member', { store_id: store.id, user_id: id, role: i === 0 ? 'owner' : 'agent', created_at: now + i });
  }
  db.close();
  return { stores: [...stores, store], members };
}

/** The shortest waits that a store can choose, and as many urgent emails as it can. */
const SETTINGS = { alertAgainAfter: 1, replyByEmailAfter: 30, urgentEmailsAnHour: 100 };

/** Something to answer from, and settings that make much happen soon. */
export async function furnish(origin: string, team: Team): Promise<void> {
  const cookie = team.members[0]?.cookie ?? '';
  const read = (file: string) => readFileSync(join(DEMO, file), 'utf8');
  for (const { id } of team.stores) {
    const door = { origin, store: id, cookie };
    await importTexts(door, { name: 'Products', format: 'google', files: { 'feed.xml': read('feed.xml') } });
    const articles = Object.fromEntries(ARTICLES.map((file) => [file, read(`articles/${file}`)]));
    await importTexts(door, { name: 'Articles', format: 'markdown', files: articles });
    await settings(origin, team, id, SETTINGS);
  }
}

/** Changes some of a store's settings, as the settings page does: all of them are written. */
export async function settings(origin: string, team: Team, store: string, changes: object): Promise<void> {
  const cookie = team.members[0]?.cookie ?? '';
  const path = `/api/stores/${store}/settings`;
  const now = (await (await ask(origin, path, cookie, { method: 'GET' })).json()) as { settings: object };
  await ask(origin, path, cookie, { method: 'PUT', ...json({ ...now.settings, ...changes }) });
}
