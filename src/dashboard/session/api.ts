import type { ErrorBody, ErrorCode } from '../../errors';

export type Role = 'owner' | 'admin' | 'agent';
export interface StoreOfMine {
  id: string;
  key: string;
  name: string;
  accent: string;
  role: Role;
}
export interface Me {
  user: { id: string; name: string; email: string; initials: string };
  stores: StoreOfMine[];
}
export interface Person {
  id: string;
  name: string;
  email: string;
  role: Role;
}
export interface Knowledge {
  products: number;
  articles: number;
}
export interface ImportReport {
  added: number;
  changed: number;
  removed: number;
  bad: { line: number; cause: string }[];
}

/** What a request came to. `offline`: no answer at all. */
export type Answer<T> = { ok: true; value: T } | { ok: false; code: ErrorCode | 'offline'; message: string };

const OFFLINE = { ok: false, code: 'offline', message: 'No connection. Please try again.' } as const;

async function ask<T>(path: string, init?: RequestInit): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch {
    return OFFLINE;
  }
  const body = await response.json().catch(() => null);
  if (response.ok) return { ok: true, value: body as T };
  const refusal = (body as ErrorBody | null)?.error;
  return { ok: false, code: refusal?.code ?? 'unavailable', message: refusal?.message ?? OFFLINE.message };
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const getMe = () => ask<Me>('/api/me');
export const getTicket = (store: string) => ask<{ ticket: string }>(`/api/stores/${store}/ticket`, post({}));
export const getPeople = (store: string) => ask<{ people: Person[] }>(`/api/stores/${store}/people`);
export const invite = (store: string, person: { name: string; email: string; role: Role }) =>
  ask<unknown>(`/api/stores/${store}/people`, post(person));
export const getKnowledge = (store: string) => ask<Knowledge>(`/api/stores/${store}/knowledge`);
export const signOut = () => ask<unknown>('/api/auth/sign-out', post({}));

/** Sends one file as it is: a product feed, or one Markdown article. */
export const importKnowledge = (store: string, kind: 'products' | 'articles', file: File) =>
  ask<ImportReport>(`/api/stores/${store}/knowledge?${new URLSearchParams({ kind, file: file.name })}`, {
    method: 'POST',
    body: file,
  });
