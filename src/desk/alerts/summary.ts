import type { Reason, Urgency } from '../../domain/reasons';
import type { QueueRow } from '../../protocol/desk';
import type { Fact } from '../../protocol/so-far';
import type { SoFar } from '../../protocol/staff';

/** What an alert's email says of a conversation. */
export interface AlertSummary {
  customer: string;
  reason: Reason | null;
  urgency: Urgency;
  /** What triggered it, in words: the customer's, or a rule's. Empty where there were none. */
  trigger: string;
  requestedAt: number;
  /** The last few messages, oldest first; `from` as a colleague reads it ("Guest 4821", "Ana"), null for the assistant. */
  last: { from: string | null; text: string; at: number }[];
  /** "What happened so far", as the card beside the chat has it; null or missing where that is not known. */
  soFar?: SoFar | null;
  /** As the outbox of an older version kept that: in English. */
  facts?: Fact[];
  /** The same in the assistant's own words, where they are there by now. */
  inWords?: string | null;
  /** What somebody of the team set themselves to be reminded of. */
  reminder?: string;
  /** Who named the reader in a private note, whose first words are `reminder`. */
  by?: string;
  /** Minutes that the customer was told to expect. */
  estimate?: number | null;
}

/** What the queue alone knows, for when the conversation cannot be asked. */
export function summaryOfRow(row: QueueRow, now: number): AlertSummary {
  const { customer, reason, urgency, last } = row;
  const names = { customer, assistant: null, staff: last?.name ?? '' };
  return {
    customer,
    reason,
    urgency,
    trigger: '',
    requestedAt: row.requestedAt ?? row.waitingSince ?? now,
    last: last ? [{ from: names[last.from], text: last.text, at: last.at }] : [],
  };
}
