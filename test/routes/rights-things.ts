import { env } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { vi } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import * as schema from '../../src/db/schema';
import { hookAt } from '../assistant/hook-calls';
import { scene } from '../conversation/client';
import { ask, db, newPerson, newStore, type Store, signIn } from './visit';

/** Two stores, who belongs to them, and something of everything that a route can name. */

const WHO = ['ana', 'dele', 'tomas', 'eve', 'rosa'] as const;
export type Who = (typeof WHO)[number] | 'nobody';

export interface World {
  /** Ana owns it, Dele manages it, Tomas answers customers, and Rosa did until a moment ago. */
  mine: Store;
  /** Eve's. */
  others: Store;
  cookies: Record<Who, string | undefined>;
}

export async function twoStores(): Promise<World> {
  for (const who of WHO) await db.insert(schema.user).values(account(who));
  const mine = await newStore('Mine', { ana: 'owner', dele: 'admin', tomas: 'agent', rosa: 'agent' });
  const others = await newStore('Others', { eve: 'owner' });
  const cookies: World['cookies'] = { nobody: undefined, ana: '', dele: '', tomas: '', eve: '', rosa: '' };
  for (const who of WHO) cookies[who] = await signIn(addressOf(who));
  const gone = await ask(`/api/stores/${mine.id}/people/rosa`, { method: 'DELETE', cookie: cookies.ana ?? '' });
  if (!gone.ok) throw new Error('Rosa is still there');
  return { mine, others, cookies };
}

const addressOf = (who: string) => `${who}@rights.example`;
function account(id: string) {
  const at = new Date();
  return { id, name: `${id} Test`, email: addressOf(id), createdAt: at, updatedAt: at };
}

let made = 0;

/** Something that a path can name, by the name of its place there. Made for each who asks: some are removed by it. */
export const thingsOf = ({ id }: Store, cookie: string): Record<string, () => Promise<string>> => {
  const post = async <T>(path: string, json: unknown): Promise<T> => {
    const answer = await ask(`/api/stores/${id}${path}`, { json, cookie });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  let source = '';
  return {
    store: async () => id,
    conversation: () => talkOf(id),
    person: async () => {
      const userId = await newPerson('Somebody', addressOf(`somebody-${++made}`));
      await db.insert(schema.member).values({ storeId: id, userId, role: 'agent', createdAt: 0 });
      return userId;
    },
    team: async () => {
      const team = { storeId: id, id: `team-${++made}`, name: `Team ${made}`, createdAt: 0 };
      await db.insert(schema.team).values(team);
      return team.id;
    },
    hook: async () => {
      await db.delete(schema.hook);
      const hook = { url: hookAt(`rights-${++made}`).url, events: ['handoff.opened'] };
      return (await post<{ made: { id: string } }>('/hooks', hook)).made.id;
    },
    key: async () =>
      (await post<{ made: { id: string } }>('/keys', { name: `Key ${++made}`, scopes: ['knowledge'] })).made.id,
    reply: async () =>
      (await post<{ id: string }>('/saved-replies', { name: `r${++made}`, shared: true, texts: { en: 'Hello' } })).id,
    answer: async () =>
      (await post<{ id: string }>('/answers', { question: `Q ${++made}?`, others: [], answer: 'A', lang: 'en' })).id,
    source: async () => {
      const begin = { kind: 'products', source: null, name: `f${++made}`, reading: { format: 'google' } };
      const begun = await post<{ source: number; import: string }>('/knowledge/imports', begin);
      source = begun.import;
      return String(begun.source);
    },
    // Of the source that stands before it in the path.
    import: async () => source,
    n: async () => '0',
    device: async () => 'a-device',
    session: async () => sessionOf(id),
  };
};

/** Of whoever owns the store. */
async function sessionOf(store: string): Promise<string> {
  const { member, session } = schema;
  const rows = await db.select().from(session).innerJoin(member, eq(member.userId, session.userId));
  return rows.find((row) => row.member.storeId === store && row.member.role === 'owner')?.session.id ?? '';
}

const talks = new Map<string, Promise<string>>();
/** A talk that is over, of which history knows. */
function talkOf(store: string): Promise<string> {
  const known = talks.get(store) ?? talk(store);
  talks.set(store, known);
  return known;
}

async function talk(store: string): Promise<string> {
  const id = await newConversationId(store);
  const { customer, staff } = scene(store, id);
  const mira = await customer();
  await mira.say('Where is my lamp?');
  await mira.ask({ type: 'request', id: 'request-of-mira' });
  const ana = await staff();
  await ana.claim();
  await ana.end('resolved');
  mira.close();
  ana.close();
  const { handoff } = schema;
  await vi.waitFor(async () => {
    const rows = await db.select().from(handoff);
    if (!rows.some((row) => row.conversationId === id && row.status === 'ended')) throw new Error('not yet');
  });
  return id;
}

/** Everything that stands in the database but who is signed in. */
export async function everything(): Promise<Record<string, unknown[]>> {
  const { results } = await env.DB.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all<{
    name: string;
  }>();
  const names = results.map(({ name }) => name).filter((name) => !/^(_cf|sqlite_|d1_|session$|rate_limit$)/.test(name));
  const tables = await env.DB.batch(names.map((name) => env.DB.prepare(`SELECT * FROM "${name}"`)));
  return Object.fromEntries(names.map((name, i) => [name, tables[i]?.results ?? []]));
}
