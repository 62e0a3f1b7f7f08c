import { env } from 'cloudflare:test';
import { exports } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { vi } from 'vitest';
import { randomId } from '../../src/accounts/ids';
import { createLink } from '../../src/accounts/links';
import * as schema from '../../src/db/schema';
import type { Role } from '../../src/domain/actor';
import type { Answer, Received } from './mail-api';

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof import('../worker');
    }
  }
  interface TestEnv {
    /** Without a single table. */
    EMPTY: D1Database;
  }
}

/** What route tests do over and over: ask the Worker, have a store, get in as somebody. */

export const ORIGIN = 'https://chat.example';
export const SECRET = 'a-secret-for-tests-only-0123456789abcdef';
export const SETUP_KEY = 'set-up-key-for-tests';
export const db = drizzle(env.DB, { schema });

type Init = Omit<RequestInit, 'body'> & {
  json?: unknown;
  form?: Record<string, string>;
  body?: string;
  cookie?: string;
};

/** As a browser would send it: a POST names our origin unless the test says otherwise. */
export function request(path: string, { json, form, cookie, ...init }: Init = {}): Request {
  const headers = new Headers(init.headers);
  const body = json !== undefined ? JSON.stringify(json) : form ? new URLSearchParams(form).toString() : init.body;
  if (json !== undefined) headers.set('content-type', 'application/json');
  if (form) headers.set('content-type', 'application/x-www-form-urlencoded');
  if (cookie) headers.set('cookie', cookie);
  const method = init.method ?? (body === undefined ? 'GET' : 'POST');
  if (method !== 'GET' && !headers.has('origin')) headers.set('origin', ORIGIN);
  return new Request(`${ORIGIN}${path}`, {
    ...init,
    redirect: 'manual',
    method,
    headers,
    ...(body !== undefined && { body }),
  });
}

export const ask = (path: string, init?: Init): Promise<Response> => exports.default.fetch(request(path, init));

/** A WebSocket upgrade that offers these subprotocols. */
export const knock = (path: string, protocols: string[], headers: Record<string, string> = {}): Promise<Response> =>
  ask(path, { headers: { upgrade: 'websocket', 'sec-websocket-protocol': protocols.join(', '), ...headers } });

/** The code of a refusal, with its status in front: "404 not_found". */
export async function refusal(answer: Response): Promise<string> {
  const { error } = (await answer.json()) as { error: { code: string } };
  return `${answer.status} ${error.code}`;
}

/** `name=value` of every cookie that an answer sets. */
export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

export const HTML = { accept: 'text/html,*/*' };

export async function newPerson(name: string, email: string): Promise<string> {
  const id = randomId();
  const at = new Date();
  await db.insert(schema.user).values({ id, name, email, createdAt: at, updatedAt: at });
  return id;
}

export interface Store {
  id: string;
  key: string;
}

export async function newStore(name: string, people: Record<string, Role> = {}): Promise<Store> {
  const store = { id: randomId(), key: randomId(12) };
  await db.insert(schema.store).values({ ...store, name, createdAt: Date.now() });
  for (const [userId, role] of Object.entries(people)) {
    await db.insert(schema.member).values({ storeId: store.id, userId, role, createdAt: Date.now() });
  }
  return store;
}

/** Through a link, as everybody gets in. @returns the session's cookie */
export async function signIn(email: string, headers: Record<string, string> = {}): Promise<string> {
  const token = await createLink(env, email, 60_000, Date.now());
  const answer = await ask('/sign-in', { form: { token }, headers });
  if (answer.status !== 303) throw new Error(`Signing in was answered ${answer.status}`);
  return cookiesOf(answer);
}

/** Tells the mail API how to answer the next tries to an address. */
export async function planMail(to: string, answers: Answer[]): Promise<void> {
  await fetch(`${env.MAIL_API_URL}/plan`, { method: 'POST', body: JSON.stringify({ to, answers }) });
}

export async function mailTo(to: string): Promise<Received[]> {
  const answer = await fetch(`${env.MAIL_API_URL}/sent?to=${encodeURIComponent(to)}`);
  return answer.json<Received[]>();
}

/** Waits until so many tries reached the mail API. */
export const mailArrives = (to: string, count = 1): Promise<Received[]> =>
  vi.waitFor(
    async () => {
      const received = await mailTo(to);
      if (received.length < count) throw new Error(`${received.length} of ${count} mails to ${to}`);
      return received;
    },
    { timeout: 10_000, interval: 50 },
  );
