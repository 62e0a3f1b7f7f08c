import type { StaffRef } from './actor';
import type { DeadlineName, Hours, Lifecycle, LifecycleEvent, StaffOutcome, Thumb } from './handoff';
import type { Reason, Urgency } from './reasons';

/** What can be asked of the lifecycle, and what comes of it: the next state with its effects, or a refusal. */

export type Command =
  | {
      do: 'request';
      source: 'customer' | 'assistant' | 'rule';
      reason: Reason;
      trigger: string;
      urgency?: Urgency;
      hours: Hours;
    }
  /** What the desk knows of a wait: the estimate in minutes, and whether anybody on duty is there to see it. */
  | { do: 'told'; handoff: number; estimate: number | null; somebodyHere: boolean }
  /** `handoff`: the one the staff member sees, null for a chat with the assistant. `over`: from whom, as they see it. */
  | { do: 'claim'; staff: StaffRef; handoff: number | null; over: string | null }
  | { do: 'reply'; staff: StaffRef }
  | { do: 'release'; staff: StaffRef }
  | { do: 'end'; staff: StaffRef; outcome: StaffOutcome; note: string }
  /** `seen`: what the customer had on screen, where their client says so. */
  | { do: 'cancel'; seen?: 'waiting' | 'talking' | undefined }
  | { do: 'rate'; handoff: number; thumb: Thumb; comment: string }
  | { do: 'deadline'; name: DeadlineName; handoff: number; hours: Hours };

export type Effect =
  /** Append a system message. */
  | { type: 'record'; event: LifecycleEvent }
  /** Stop the assistant's answer that is being streamed, keep it, mark it as cut off. */
  | { type: 'cut'; by: StaffRef | null }
  /** History follows; `transcript` asks for the words too. */
  | { type: 'project'; transcript: boolean }
  /** The team is told at once although nobody is there: it was asked off hours, and is urgent. */
  | { type: 'alert'; handoff: number };

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
