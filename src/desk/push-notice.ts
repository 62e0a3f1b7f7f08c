import type { NoticeKind } from '../domain/notices';
import type { Reason } from '../domain/reasons';
import type { Mention, QueueRow } from '../protocol/desk';
import type { Target } from '../protocol/staff';
import type { AlertSummary } from './alerts/summary';

/** What is told to those of the team who have no dashboard open. */
export interface Notice {
  kind: NoticeKind;
  /** Null: about several. */
  conversation: string | null;
  /** A test: who plays it, and nobody else is told. */
  only?: string;
  /** Whom of those on duty. */
  to: 'desk' | Pick<Target, 'kind' | 'id' | 'name'>;
  urgent: boolean;
  /** What it is about. Each reader's language is known when it is sent. */
  says: Says;
  reason: Reason | null;
  /** What the customer or the colleague wrote; empty where nothing is quoted. */
  text: string;
  /** As long as this holds it is owed: they wait since then, it is offered until then, they get no reply since then. */
  while: { waitingSince: number } | { offeredUntil: number } | { owedSince: number } | null;
  /** Epoch ms: later than this it says nothing any more. */
  until: number;
}

export type Says =
  | { is: 'waiting'; customer: string; again: boolean }
  | { is: 'still_waiting'; customer: string; minutes: number }
  | { is: 'many_waiting'; count: number; minutes: number }
  /** `to`: a team's name, or null for the reader. */
  | { is: 'offered'; customer: string; to: string | null; by: string | null }
  /** `by`: from whom; null for the reader. */
  | { is: 'no_reply'; customer: string; by: string | null; minutes: number }
  | { is: 'mentioned'; customer: string; by: string }
  | { is: OwedKind; customer: string };

const MINUTE = 60_000;
/** So long somebody waits at most, where a store says nothing else. */
const WAITING = 30 * MINUTE;
const LATER = 12 * 60 * MINUTE;
const MOST_TEXT = 160;

const short = (text: string): string => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT - 1)}…` : text);
const firstName = (name: string): string => name.split(/\s+/)[0] ?? name;

const ofRow = (row: QueueRow) => ({
  conversation: row.id,
  urgent: row.urgency === 'urgent',
  reason: row.reason,
  text: row.last?.from === 'customer' ? short(row.last.text) : '',
  ...(row.test && { only: row.test }),
});

export function waiting(row: QueueRow & { waitingSince: number }, now: number): Notice {
  const again = row.requestedAt !== null && row.waitingSince > row.requestedAt;
  return {
    ...ofRow(row),
    kind: 'waiting',
    to: row.destination ?? 'desk',
    says: { is: 'waiting', customer: row.customer, again },
    while: { waitingSince: row.waitingSince },
    until: now + WAITING,
  };
}

export function offered(row: QueueRow & { transfer: NonNullable<QueueRow['transfer']> }): Notice {
  const { to, until } = row.transfer;
  const by = row.assignee ? firstName(row.assignee.name) : null;
  const says = { is: 'offered', customer: row.customer, to: to.kind === 'person' ? null : to.name, by } as const;
  return { ...ofRow(row), kind: 'transfers', to, says, while: { offeredUntil: until }, until };
}

/** A customer gets no reply: their person hears of it first, then everybody. */
export function owed(row: QueueRow & { owed: NonNullable<QueueRow['owed']> }, now: number): Notice | null {
  const { assignee, owed: debt } = row;
  if (!assignee) return null;
  const mine = debt.told === 'assignee';
  const minutes = Math.round((now - debt.since) / MINUTE);
  return {
    ...ofRow(row),
    kind: 'chats',
    to: mine ? { kind: 'person', id: assignee.id, name: assignee.name } : 'desk',
    says: { is: 'no_reply', customer: row.customer, by: mine ? null : firstName(assignee.name), minutes },
    while: { owedSince: debt.since },
    until: now + WAITING,
  };
}

/** The reminder: of one, or of all who wait. */
export function stillWaiting(rows: readonly (QueueRow & { waitingSince: number })[], now: number): Notice | null {
  const [first, ...others] = [...rows].sort((a, b) => a.waitingSince - b.waitingSince);
  if (!first) return null;
  const minutes = Math.round((now - first.waitingSince) / MINUTE);
  if (others.length === 0)
    return { ...waiting(first, now), says: { is: 'still_waiting', customer: first.customer, minutes } };
  return {
    kind: 'waiting',
    conversation: null,
    to: 'desk',
    urgent: rows.some(({ urgency }) => urgency === 'urgent'),
    says: { is: 'many_waiting', count: rows.length, minutes },
    reason: null,
    text: '',
    while: { waitingSince: first.waitingSince },
    until: now + WAITING,
  };
}

export const mentioned = (person: string, { conversation, customer, by, text, at }: Mention): Notice => ({
  kind: 'mentions',
  conversation,
  to: { kind: 'person', id: person, name: '' },
  urgent: false,
  says: { is: 'mentioned', customer, by: firstName(by.name) },
  reason: null,
  text: short(text),
  while: null,
  until: at + LATER,
});

export type OwedKind = 'off_hours' | 'unanswered' | 'follow_up' | 'reminder';

export const owedLater = (
  { conversation, kind, meant, only }: { conversation: string; kind: OwedKind; meant?: Target; only?: string },
  { customer, reason, urgency, last, reminder }: AlertSummary,
  now: number,
): Notice => ({
  kind: 'follow_ups',
  conversation,
  to: meant ?? 'desk',
  ...(only && { only }),
  urgent: urgency === 'urgent',
  says: { is: kind, customer },
  reason,
  text: short(reminder ?? last.at(-1)?.text ?? ''),
  while: null,
  until: now + LATER,
});
