import type { HandoffView, StaffMessage } from '../../protocol/staff';
import type { Room } from '../room';
import { customerName, forStaff, handoffView } from './staff';

/** A whole conversation as its store's staff may take it away: read from its own storage, up to this moment. */
export interface ConversationRecord {
  customer: string;
  lang: string;
  /** Where an answer reaches them, where they left it. */
  email: string | null;
  startedAt: number;
  messages: StaffMessage[];
  handoffs: HandoffView[];
  /** IANA: the store's. */
  timeZone: string;
}

export function recordOf(room: Room, now: number): ConversationRecord {
  const { lang, startedAt } = room.customer;
  const { transferAfter } = room.policy(now);
  return {
    customer: customerName(room.customer),
    lang,
    email: room.mailing.reachable?.address ?? null,
    startedAt,
    messages: room.store.entries.map(forStaff),
    handoffs: room.state.handoffs.map((handoff) => handoffView(handoff, transferAfter)),
    timeZone: room.storeSettings.timeZone,
  };
}
