import { env, runInDurableObject } from 'cloudflare:test';
import { expect, vi } from 'vitest';
import type { AlertSummary } from '../../src/desk/alerts/alerts';
import { keyOf } from '../../src/desk/alerts/key';
import type { QueueRow } from '../../src/protocol/desk';
import { scene } from '../conversation/client';
import type { Received } from '../routes/mail-api';
import { mailTo, newPerson, newStore } from '../routes/visit';

/** A store whose team is emailed, and what its desk is told. */

export const MINUTE = 60_000;

/** A store with two who are opted in, and a dashboard that was opened once. */
export async function shop() {
  // The mail API is one for all test files.
  const tag = crypto.randomUUID();
  const [ana, tomas] = [`ana-${tag}@alerts.example`, `tomas-${tag}@alerts.example`];
  const people = {
    [await newPerson('Ana Kovač', ana)]: 'owner',
    [await newPerson('Tomás Rivera', tomas)]: 'agent',
  } as const;
  const { id: store } = await newStore('Mill & Kettle', people);
  const { desk, atDesk } = scene(store);
  (await atDesk()).close();
  const [anaId = '', tomasId = ''] = Object.keys(people);
  return { store, desk, ana, tomas, anaId, tomasId, key: () => env.KV.get(keyOf(store)) };
}

export const row = (id: string, over: Partial<QueueRow> = {}, at = Date.now()): QueueRow => ({
  id,
  rev: 1,
  customer: `Guest ${id}`,
  initials: 'G',
  lang: 'en',
  status: 'pending',
  handoff: 1,
  reason: 'customer_request',
  urgency: 'normal',
  requestedAt: at,
  waitingSince: at,
  assignee: null,
  transfer: null,
  destination: null,
  owed: null,
  email: false,
  last: { from: 'customer', name: null, text: `Words of ${id}`, at, seq: 1 },
  unread: 1,
  ...over,
});
export const urgent = { urgency: 'urgent', reason: 'refund' } as const;
export const claimed = (id: string) => row(id, { rev: 2, status: 'assigned', waitingSince: null });

export const clock = (at: number) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(at);
};
export const keys = (mails: Received[]) => [...new Set(mails.map((mail) => mail.key))];
/** The mails that arrived, by what they are about. */
export const subjects = async (to: string) => (await mailTo(to)).map((mail) => mail.subject);
export const NORMAL = (id: string) => `Guest ${id}, asked for a person (Mill & Kettle)`;
export const URGENT = (id: string) => `Urgent: Guest ${id}, refund (Mill & Kettle)`;

/** Waits until the desk has nothing under way any more: what it would send, it has sent. */
export const quiet = (desk: DurableObjectStub) =>
  vi.waitFor(
    () =>
      runInDurableObject(desk, (_, { storage }) => {
        const due = storage.sql.exec('SELECT key FROM outbox WHERE parked IS NULL AND due <= ?', Date.now()).toArray();
        expect(due).toEqual([]);
      }),
    { timeout: 10_000, interval: 20 },
  );

export const summary = (over: Partial<AlertSummary> = {}): AlertSummary => ({
  customer: 'Mira',
  reason: 'complaint',
  urgency: 'urgent',
  trigger: 'This is outrageous',
  requestedAt: Date.now(),
  last: [{ from: 'Mira', text: 'This is outrageous', at: Date.now() }],
  ...over,
});
