import type { Reason, Urgency } from '../domain/reasons';
import type { QueueRow } from '../protocol/desk';

/** What an alert's email says of a conversation. */
export interface AlertSummary {
  customer: string;
  reason: Reason | null;
  urgency: Urgency;
  /** What triggered it, in words: the customer's, or a rule's. Empty where there were none. */
  trigger: string;
  requestedAt: number;
  openQuestion: string | null;
  /** The last few messages, oldest first; `from` as a colleague reads it ("Guest 4821", "Assistant", "Ana"). */
  last: { from: string; text: string; at: number }[];
  /** The rest of "What happened so far", where it is known. */
  lookedFor?: string | null;
  tried?: string | null;
  gaveUpAt?: string | null;
  /** The same in the assistant's own words, where they are there by now. */
  inWords?: string | null;
  /** Minutes that the customer was told to expect. */
  estimate?: number | null;
}

/** What the queue alone knows, for when the conversation cannot be asked. */
export function summaryOfRow(row: QueueRow, now: number): AlertSummary {
  const { customer, reason, urgency, last } = row;
  const names = { customer, assistant: 'Assistant', staff: last?.name ?? 'Team' };
  return {
    customer,
    reason,
    urgency,
    trigger: '',
    requestedAt: row.requestedAt ?? row.waitingSince ?? now,
    openQuestion: null,
    last: last ? [{ from: names[last.from], text: last.text, at: last.at }] : [],
  };
}
