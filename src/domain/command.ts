import type { StaffRef, Target } from './actor';
import type { DeadlineName } from './deadlines';
import type { Hours, Lifecycle, LifecycleEvent, StaffOutcome, Thumb } from './handoff';
import type { Reason, Urgency } from './reasons';
import type { EmailDestination } from './routing';

/** What can be asked of the lifecycle, and what comes of it: the next state with its effects, or a refusal. */

export type Command =
  | {
      do: 'request';
      source: 'customer' | 'assistant' | 'rule';
      reason: Reason;
      trigger: string;
      /** What a rule of the store's makes of it. */
      urgency?: Urgency | undefined;
      /** Where it goes, by the store's rules; without it, to the whole store. `first`: the store's first language. */
      to?: Target | (EmailDestination & { first: string }) | null;
      hours: Hours;
    }
  /** What the desk knows of a wait: the estimate in minutes, and whether anybody on duty is there to see it. */
  | { do: 'told'; handoff: number; estimate: number | null; somebodyHere: boolean }
  /** The last person on duty has left their dashboard. */
  | { do: 'alone'; handoff: number }
  /** Whether whoever has the chat is there: since when they are not, or null. */
  | { do: 'presence'; staff: string; goneSince: number | null }
  /** Somebody has another name from now on. */
  | { do: 'renamed'; staff: StaffRef }
  /** `handoff`: the one the staff member sees, null for a chat with the assistant. `over`: from whom, as they see it. */
  | { do: 'claim'; staff: StaffRef; handoff: number | null; over: string | null }
  | { do: 'reply'; staff: StaffRef }
  | { do: 'release'; staff: StaffRef }
  | { do: 'transfer'; staff: StaffRef; to: Target }
  | { do: 'withdraw'; staff: StaffRef }
  /** `checkIn`: only after a resolution. */
  | { do: 'end'; staff: StaffRef; outcome: StaffOutcome; note: string; checkIn?: CheckInPlan | undefined }
  /** Sets, changes or takes back what asks the customer after a resolution whether all is well. */
  | { do: 'check_in'; staff: StaffRef; handoff: number; plan: CheckInPlan | null }
  /** A call-back: at a time, with a line, for its owner. */
  | { do: 'remind'; staff: StaffRef; owner: StaffRef; at: number; line: string }
  /** Who sees to what is owed, or to a reminder; that it is put off; that it is done. */
  | { do: 'tend'; staff: StaffRef; of: Tended; as: Tending }
  /** A new message within the window after a staff outcome. `onDuty`: whether the same person can take it. */
  | { do: 'reopen'; hours: Hours; onDuty: boolean }
  /** A reply from the follow-ups: it changes no first responder. */
  | { do: 'follow_up' }
  /** The customer wrote by email after it had ended: something is owed again. */
  | { do: 'mailed' }
  /** `seen`: what the customer had on screen, where their client says so. */
  | { do: 'cancel'; seen?: 'waiting' | 'talking' | undefined }
  | { do: 'rate'; handoff: number; thumb: Thumb; comment: string }
  | { do: 'deadline'; name: DeadlineName; handoff: number; hours: Hours };

export interface CheckInPlan {
  /** After so many days, at the time of day of its planning. */
  days: number;
  text: string;
}
export type Tended = { is: 'follow_up'; handoff: number } | { is: 'reminder'; n: number };
export type Tending = { is: 'done' } | { is: 'snoozed'; until: number } | { is: 'given'; to: StaffRef | null };

export type Effect =
  /** Append a system message. */
  | { type: 'record'; event: LifecycleEvent }
  /** Stop the assistant's answer that is being streamed, keep it, mark it as cut off. */
  | { type: 'cut'; by: StaffRef | null }
  /** History follows; `transcript` asks for the words too. */
  | { type: 'project'; transcript: boolean }
  /** The team is emailed although nobody waits: urgent off hours, nobody came, or what was owed fell due. */
  | { type: 'alert'; handoff: number; why: 'off_hours' | 'unanswered' | 'follow_up' }
  /** Its owner is told that a reminder fell due. */
  | { type: 'remind'; n: number }
  /** A message goes to the customer in somebody's name; the same `id` is the same message. */
  | { type: 'say'; id: string; staff: StaffRef; text: string }
  /** A summary goes to the store's email destination. `again`: more was asked since the first. */
  | { type: 'summary'; handoff: number; again: boolean };

export type RefusalReason =
  | 'already_open'
  | 'nothing_open'
  | 'taken'
  | 'already_yours'
  | 'not_yours'
  | 'handoff_over'
  | 'not_allowed_now'
  | 'not_asked'
  | 'rating_closed'
  | 'not_due';

export type Decision =
  | { ok: true; next: Lifecycle; effects: Effect[] }
  /** `by`: who has it, where that is the reason. */
  | { ok: false; reason: RefusalReason; by?: StaffRef };
