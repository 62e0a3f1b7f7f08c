import type { OnDuty, QueueRow } from '../../src/protocol/desk';

/** Rows of the queue, as the tests of its models need them. */

export const T0 = 1_800_000_000_000;
const NAMES: Record<string, string> = { ana: 'Ana Kovač', dele: 'Dele Okafor', joanna: 'Joanna Lind' };

export const person = (id: string) => ({ id, name: NAMES[id] ?? id, initials: 'X' });
export const onDuty = (id: string, here = true): OnDuty => ({ ...person(id), since: T0, here });

/** Somebody who waits. @param requestedAt ms after `T0` */
export const pending = (id: string, requestedAt = 0, over: Partial<QueueRow> = {}): QueueRow => ({
  id,
  rev: 1,
  customer: id,
  initials: 'G',
  lang: 'en',
  status: 'pending',
  handoff: 1,
  reason: 'customer_request',
  urgency: 'normal',
  requestedAt: T0 + requestedAt,
  waitingSince: T0 + requestedAt,
  assignee: null,
  transfer: null,
  destination: null,
  owed: null,
  email: false,
  last: null,
  unread: 0,
  ...over,
});

const spoke = (at: number): Partial<QueueRow> => ({
  last: { from: 'customer', name: null, text: 'Hi', at: T0 + at, seq: 1 },
});

export const talking = (id: string, who: string, at = 0, over: Partial<QueueRow> = {}) =>
  pending(id, 0, { status: 'assigned', assignee: person(who), waitingSince: null, ...spoke(at), ...over });

export const chatting = (id: string, at = 0) =>
  pending(id, 0, { status: 'assistant', handoff: null, reason: null, requestedAt: null, ...spoke(at) });

/** To `who`, or to the team of that name. @param until ms after `T0` */
export const offeredTo = (who: string, until = 120_000, kind: 'person' | 'team' = 'person'): Partial<QueueRow> => ({
  transfer: {
    to: kind === 'person' ? { kind, ...person(who) } : { kind, id: who, name: who },
    until: T0 + until,
  },
});
