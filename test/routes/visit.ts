import { env } from 'cloudflare:test';
import { exports } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import * as schema from '../../src/db/schema';

/** What route tests do over and over: ask the Worker, and get in as somebody. */

export const ORIGIN = 'https://chat.example';
export const SETUP_KEY = 'set-up-key-for-tests';
export const db = drizzle(env.DB, { schema });

type Init = Omit<RequestInit, 'body'> & { json?: unknown; form?: Record<string, string>; body?: BodyInit };

/** As a browser would: a POST names our origin unless the test says otherwise, and redirects are looked at. */
export function ask(path: string, { json, form, ...init }: Init = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const body = json !== undefined ? JSON.stringify(json) : form ? new URLSearchParams(form).toString() : init.body;
  if (json !== undefined) headers.set('content-type', 'application/json');
  if (form) headers.set('content-type', 'application/x-www-form-urlencoded');
  const method = init.method ?? (body === undefined ? 'GET' : 'POST');
  if (method !== 'GET' && !headers.has('origin')) headers.set('origin', ORIGIN);
  return exports.default.fetch(
    new Request(`${ORIGIN}${path}`, {
      redirect: 'manual',
      ...init,
      method,
      headers,
      ...(body !== undefined && { body }),
    }),
  );
}

/** `name=value` of every cookie that an answer sets. */
export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

export const page = { headers: { accept: 'text/html' } };
