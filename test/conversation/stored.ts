import { runInDurableObject } from 'cloudflare:test';
import { expect, vi } from 'vitest';
import type { Lifecycle } from '../../src/domain/handoff';
import type { OutboxRow } from '../../src/outbox/outbox';

/** What a conversation has in its storage, read past its memory. */

interface Dossier {
  lifecycle: { rev: number; state: Lifecycle };
  events: { body: unknown }[];
  jobs: OutboxRow[];
}

const inStorage = <T>(stub: DurableObjectStub, read: (kv: SyncKvStorage) => T): Promise<T> =>
  runInDurableObject(stub as DurableObjectStub<never>, (_, { storage }) => read(storage.kv));

export const dossierOf = (stub: DurableObjectStub): Promise<Dossier | undefined> =>
  inStorage(stub, (kv) => kv.get<Dossier>('dossier'));

/** How many rows messages have. */
export const messageRows = (stub: DurableObjectStub): Promise<number> =>
  inStorage(stub, (kv) => [...kv.list({ prefix: 'message/' })].length);

/** Every key that there is. */
export const keysOf = (stub: DurableObjectStub): Promise<string[]> =>
  inStorage(stub, (kv) => [...kv.list()].map(([key]) => key));

/** What the outbox owes still: what was delivered may only be noted on a socket. */
const owed = (stub: DurableObjectStub): Promise<string[]> =>
  runInDurableObject(stub as DurableObjectStub<never>, (_, state) => {
    const notes = state.getWebSockets().map((socket) => socket.deserializeAttachment()?.notes ?? {});
    const jobs = state.storage.kv.get<Dossier>('dossier')?.jobs ?? [];
    return jobs.filter(({ key, version }) => !notes.some((note) => note[key] >= version)).map(({ key }) => key);
  });

/** Waits until the desk and history know all that they were owed. */
export const delivered = (stub: DurableObjectStub): Promise<void> =>
  vi.waitFor(async () => expect(await owed(stub)).toEqual([]));
