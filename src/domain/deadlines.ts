import {
  type Assigned,
  type CheckIn,
  type Ended,
  type Handoff,
  type Lifecycle,
  lastRated,
  openHandoff,
  type Pending,
} from './handoff';
import type { Policy } from './policy';

/**
 * Every due-time of a conversation. Derived from stored times, so none can be lost, doubled or left behind: what fired has
 * changed what it is derived from. All times are epoch ms.
 */

export type DeadlineName =
  | 'longer'
  | 'give_up'
  | 'closing'
  | 'transfer'
  | 'gone'
  | 'unanswered_assignee'
  | 'unanswered_desk'
  | 'abandoned'
  | 'rating'
  | 'summary'
  | 'follow_up'
  | 'check_in'
  | 'reminder';

export interface Deadline {
  name: DeadlineName;
  /** Of a reminder, its own number. */
  handoff: number;
  at: number;
}

/** What the lifecycle's own records do not say: it stands in the messages, and in what is known of the customer. */
export interface Circumstances {
  /** Since when the customer waits for a reply of whoever has their chat; null while they do not. */
  owedSince: number | null;
  /** Since when the customer has not answered what staff wrote last; null while it is not their turn. */
  silentSince: number | null;
  /** When they wrote last, in the chat or by email; null: never. */
  wroteAt: number | null;
  /** Whether an answer can reach them by email. */
  contact: boolean;
}
export const NOTHING_KNOWN: Circumstances = { owedSince: null, silentSince: null, wroteAt: null, contact: false };

export function deadlines(state: Lifecycle, policy: Policy, known: Circumstances = NOTHING_KNOWN): Deadline[] {
  const open = openHandoff(state);
  const due: Deadline[] = state.handoffs.flatMap((h) => (h.status === 'ended' ? owed(h, policy, known) : []));
  for (const h of state.handoffs) {
    const checkIn = checkInOf(state, h, known);
    if (checkIn) due.push({ name: 'check_in', handoff: h.n, at: checkIn.at });
  }
  for (const { n, at, told } of state.reminders ?? []) if (!told) due.push({ name: 'reminder', handoff: n, at });
  if (open?.status === 'pending') due.push(...waiting(open, policy));
  else if (open) due.push(...talking(open, policy, known));
  else {
    const rated = lastRated(state);
    if (rated?.rating.is === 'due') {
      due.push({ name: 'rating', handoff: rated.n, at: rated.endedAt + policy.ratingAfter });
    }
  }
  return due;
}

function waiting({ n, waitingSince, longer, told }: Pending, policy: Policy): Deadline[] {
  const patience = told?.estimate ? told.estimate * 60_000 : policy.longerAfter;
  const ladder: Deadline[] = [];
  if (!longer) ladder.push({ name: 'longer', handoff: n, at: waitingSince + patience });
  if (policy.closesAt !== null) ladder.push({ name: 'closing', handoff: n, at: policy.closesAt });
  ladder.push({ name: 'give_up', handoff: n, at: waitingSince + policy.giveUpAfter });
  return ladder;
}

function talking({ n, transfer, goneSince, nudged }: Assigned, policy: Policy, known: Circumstances): Deadline[] {
  const due: Deadline[] = [];
  if (transfer) due.push({ name: 'transfer', handoff: n, at: transfer.at + policy.transferAfter });
  const { owedSince, silentSince } = known;
  if (owedSince !== null) {
    if (goneSince !== null)
      due.push({ name: 'gone', handoff: n, at: Math.max(goneSince + policy.goneAfter, owedSince) });
    const told = nudged?.since === owedSince ? nudged.told : null;
    if (!told) due.push({ name: 'unanswered_assignee', handoff: n, at: owedSince + policy.unansweredAssignee });
    if (told !== 'desk') due.push({ name: 'unanswered_desk', handoff: n, at: owedSince + policy.unansweredDesk });
  }
  if (silentSince !== null && policy.abandonAfter !== null) {
    due.push({ name: 'abandoned', handoff: n, at: silentSince + policy.abandonAfter });
  }
  return due;
}

/** What still is to ask the customer whether all is well: nothing once they wrote, or asked for a person, since. */
export function checkInOf(state: Lifecycle, handoff: Handoff, { wroteAt }: Circumstances): CheckIn | null {
  const planned = handoff.status === 'ended' ? handoff.checkIn : undefined;
  if (!planned || (wroteAt !== null && wroteAt > planned.since)) return null;
  const isOver = (h: Handoff) => h.status !== 'ended' || h.requestedAt > planned.since;
  return state.handoffs.some(isOver) ? null : planned;
}

/** What is still to be sent of something that has ended. */
function owed({ n, emailed, followUp }: Ended, policy: Policy, { contact }: Circumstances): Deadline[] {
  const due: Deadline[] = [];
  if (emailed?.owedSince != null) {
    due.push({ name: 'summary', handoff: n, at: emailed.owedSince + (contact ? 0 : policy.summaryWaits) });
  }
  const at = followUp && !followUp.told ? (followUp.until ?? policy.dueAt(followUp.since)) : null;
  if (at !== null) due.push({ name: 'follow_up', handoff: n, at });
  return due;
}
