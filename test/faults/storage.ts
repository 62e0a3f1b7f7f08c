import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { deserialize } from 'node:v8';
import type { Lifecycle } from '../../src/domain/handoff';

/** What stands on the disk. It can be read while workerd runs, and is all that is left once it was killed. */

export interface Job {
  key: string;
  attempts: number;
  due: number;
  parked: string | null;
}

/** An object's storage. Times are epoch ms. */
interface Stored {
  /** The object's own alarm, and the platform's list of alarms: what fires is the latter. */
  alarm: number | null;
  listed: number | null;
  outbox: Job[];
}

export interface StoredConversation extends Stored {
  id: string;
  store: string;
  state: Lifecycle;
  messages: { seq: number; pub: number | null; at: number; cid: string; body: Body }[];
}

type Message = StoredConversation['messages'][number];

/** What a message says, of whichever kind. */
export interface Body {
  kind: string;
  text?: string;
  /** The place of the question that an answer answers. */
  re?: number;
  cut?: unknown;
  event?: { what: string; handoff: number; outcome?: string };
}

export interface StoredHandoff {
  storeId: string;
  conversationId: string;
  n: number;
  status: string;
  outcome: string | null;
  urgency: string;
  reason: string | null;
  requestedAt: number;
  lastAssignee: string | null;
  rating: string | null;
  comment: string | null;
}

/** D1, for whoever also writes. @param state the folder that all state is in */
export function database(state: string): DatabaseSync {
  const folder = join(state, 'v3/d1/miniflare-D1DatabaseObject');
  const [file, ...others] = filesIn(folder);
  if (!file || others.length > 0) throw new Error('There is one database');
  return new DatabaseSync(join(folder, file));
}

export function conversations(state: string): StoredConversation[] {
  return objects(state, 'Conversation', (db, stored) => {
    const about = value<{ customer: { store: string; conversation: string } }>(db, 'about');
    const dossier = value<{ lifecycle: { state: Lifecycle }; events: Message[]; jobs: Job[] }>(db, 'dossier');
    if (!about) throw new Error('A conversation begins with its customer');
    const rowsOfMessages = values<Message>(db, "SELECT value FROM _cf_KV WHERE key LIKE 'message/%' ORDER BY key");
    const messages = [...rowsOfMessages, ...(dossier?.events ?? [])].sort((a, b) => a.seq - b.seq);
    const { conversation: id, store } = about.customer;
    const began = dossier?.lifecycle.state ?? { turn: 1, handoffs: [] };
    return { ...stored, id, store, state: began, messages };
  });
}

export const desks = (state: string): Stored[] => objects(state, 'Desk', (_, stored) => stored);

export function handoffsInHistory(state: string): StoredHandoff[] {
  const db = database(state);
  const found = rows<StoredHandoff>(
    db,
    `SELECT store_id AS storeId, conversation_id AS conversationId, n, status, outcome, urgency, reason,
      requested_at AS requestedAt, last_assignee AS lastAssignee, rating, rating_comment AS comment FROM handoff`,
  );
  db.close();
  return found;
}

/** The transcript of each conversation that has one, by the conversation's id. */
export function transcripts(state: string): Map<string, { seq: number; kind: string }[]> {
  const db = database(state);
  const found = rows<{ id: string; transcript: string }>(
    db,
    'SELECT id, transcript FROM conversation WHERE transcript IS NOT NULL',
  );
  db.close();
  return new Map(found.map(({ id, transcript }) => [id, JSON.parse(transcript)]));
}

const filesIn = (folder: string) =>
  readdirSync(folder).filter((file) => file.endsWith('.sqlite') && file !== 'metadata.sqlite');

/** Waits while workerd mends what a kill has left. */
const reader = (file: string) => new DatabaseSync(file, { readOnly: true, timeout: 10_000 });

/** The guarantee is the query's: its columns are those of `T`. */
const rows = <T>(db: DatabaseSync, sql: string, ...values: string[]): T[] => db.prepare(sql).all(...values) as T[];

/** As the runtime serialises them. */
const values = <T>(db: DatabaseSync, sql: string, ...keys: string[]): T[] =>
  rows<{ value: Uint8Array }>(db, sql, ...keys).map(({ value }) => deserialize(value) as T);

const value = <T>(db: DatabaseSync, key: string): T | undefined =>
  values<T>(db, 'SELECT value FROM _cf_KV WHERE key = ?', key)[0];

const has = (db: DatabaseSync, table: string) =>
  rows(db, 'SELECT 1 FROM sqlite_master WHERE name = ?', table).length > 0;

/** A desk has a table of them, a conversation has them beside its state; null where nothing was ever written. */
function jobsOf(db: DatabaseSync): Job[] | null {
  if (has(db, 'outbox')) return rows<Job>(db, 'SELECT key, attempts, due, parked FROM outbox');
  if (!has(db, '_cf_KV') || !value(db, 'about')) return null;
  return value<{ jobs: Job[] }>(db, 'dossier')?.jobs ?? [];
}

/** Every object of a class that has written anything. */
function objects<T>(state: string, name: string, read: (db: DatabaseSync, stored: Stored) => T): T[] {
  const folder = join(state, `v3/do/baton-${name}`);
  const list = reader(join(folder, 'metadata.sqlite'));
  const found = filesIn(folder).flatMap((file) => {
    const db = reader(join(folder, file));
    try {
      const jobs = jobsOf(db);
      if (!jobs) return [];
      // workerd counts nanoseconds.
      const alarm = has(db, '_cf_METADATA') ? 'SELECT value / 1000000 AS at FROM _cf_METADATA WHERE key = 1' : null;
      const listed = 'SELECT scheduled_time / 1000000 AS at FROM _cf_ALARM WHERE actor_id = ?';
      const stored = {
        alarm: (alarm ? rows<{ at: number | null }>(db, alarm)[0]?.at : null) ?? null,
        listed: rows<{ at: number }>(list, listed, file.replace('.sqlite', ''))[0]?.at ?? null,
        outbox: jobs,
      };
      return [read(db, stored)];
    } finally {
      db.close();
    }
  });
  list.close();
  return found;
}
