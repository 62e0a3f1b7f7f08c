import type { StaffRef } from './actor';
import type { Policy } from './policy';
import type { Reason, Urgency } from './reasons';

/**
 * The records of a handoff's lifecycle, `pending → assigned → ended`, and what follows from them. What changes them stands
 * in `decide.ts`. All times are epoch milliseconds.
 */

export const STAFF_OUTCOMES = ['resolved', 'escalated', 'follow_up'] as const;
export type StaffOutcome = (typeof STAFF_OUTCOMES)[number];
export type Outcome = StaffOutcome | 'cancelled' | 'unanswered' | 'abandoned' | 'off_hours' | 'emailed';
export type Source = 'customer' | 'assistant' | 'rule' | 'staff';
export type RatingSource = 'ended' | 'cancelled' | 'unanswered' | 'abandoned';
export type Thumb = 'up' | 'down';

/** The question "How was it?" of one handoff: at most one, given at most once, changed until it closes. */
export type Rating =
  | { is: 'due' }
  | { is: 'asked' }
  | { is: 'given'; thumb: Thumb; comment: string; at: number }
  | { is: 'withdrawn' }
  /** Where nothing was begun that could be rated: off hours. */
  | { is: 'none' };

export interface Base {
  /** 1, 2, 3 … within the conversation. */
  n: number;
  /** Null only where a staff member stepped in by themselves. */
  reason: Reason | null;
  urgency: Urgency;
  source: Source;
  /** What set it off, in the words that did. */
  trigger: string;
  requestedAt: number;
  /** Everyone who had it, in order. */
  assignees: { staff: StaffRef; at: number }[];
  firstReplyAt: number | null;
}
export type Pending = Base & {
  status: 'pending';
  waitingSince: number;
  longer: boolean;
  /** What the desk said since then: minutes, or no figure. Null until it answered. */
  told: { estimate: number | null } | null;
};
export type Assigned = Base & { status: 'assigned'; assignee: StaffRef; assignedAt: number };
export type Ended = Base & {
  status: 'ended';
  outcome: Outcome;
  /** Whether it was being waited for or talked in when it ended, or never was open: the customer reads other words. */
  endedWhile: 'waiting' | 'talking' | 'away';
  endedAt: number;
  note: string;
  rating: Rating;
  /** Only off hours: the closed period that it stands for, and everything that was asked in it. */
  away: { opensAt: number | null; asks: Ask[] } | null;
};
/** One request among several that were asked while the store was closed. */
export interface Ask {
  reason: Reason;
  trigger: string;
  at: number;
}
export type Handoff = Pending | Assigned | Ended;

export interface Lifecycle {
  /** Raised by every change of the first responder; what the assistant made in an older turn is dropped. */
  turn: number;
  /** Oldest first; only the last one can be open. */
  handoffs: Handoff[];
}

export const NEW_LIFECYCLE: Lifecycle = { turn: 1, handoffs: [] };

export type Responder = { is: 'assistant' } | { is: 'nobody' } | { is: 'staff'; staff: StaffRef };

/** Whether the store is open at the instant of a request, and what it says while it is not. */
export type Hours =
  | { open: true }
  | {
      open: false;
      opensAt: number | null;
      /** The store's own words by language; null: the reader's client has its own. */
      words: Readonly<Record<string, string>> | null;
      /** The language that others fall back to. */
      first: string;
    };

export const latest = (state: Lifecycle): Handoff | null => state.handoffs.at(-1) ?? null;

/** The handoff that is pending or assigned, if any. */
export const openHandoff = (state: Lifecycle): Pending | Assigned | null => {
  const last = latest(state);
  return last && last.status !== 'ended' ? last : null;
};

/** Who answers the customer now. Derived, so that it cannot disagree with the handoff. */
export const responderOf = (state: Lifecycle): Responder => {
  const open = openHandoff(state);
  if (!open) return { is: 'assistant' };
  return open.status === 'pending' ? { is: 'nobody' } : { is: 'staff', staff: open.assignee };
};

/** What happened, as system messages keep it; worded in the reader's language when shown. */
export type LifecycleEvent =
  | { what: 'asked'; handoff: number; source: Source; reason: Reason | null }
  | { what: 'joined'; handoff: number; staff: StaffRef; previous: StaffRef | null }
  | { what: 'released'; handoff: number; staff: StaffRef }
  | { what: 'ended'; handoff: number; outcome: Outcome; staff: StaffRef | null; endedWhile: 'waiting' | 'talking' }
  /** Asked while the store is closed, or it closed while somebody waited. */
  | { what: 'away'; handoff: number; hours: Hours & { open: false } };

export type DeadlineName = 'longer' | 'give_up' | 'closing' | 'rating';

/** Every due-time of this state. Derived from stored times, so none can be lost, doubled or left behind. */
export function deadlines(state: Lifecycle, policy: Policy): { name: DeadlineName; handoff: number; at: number }[] {
  const open = openHandoff(state);
  if (open?.status === 'pending') {
    const { n, waitingSince, longer, told } = open;
    const patience = told?.estimate ? told.estimate * 60_000 : policy.longerAfter;
    const ladder: { name: DeadlineName; handoff: number; at: number }[] = [];
    if (!longer) ladder.push({ name: 'longer', handoff: n, at: waitingSince + patience });
    if (policy.closesAt !== null) ladder.push({ name: 'closing', handoff: n, at: policy.closesAt });
    ladder.push({ name: 'give_up', handoff: n, at: waitingSince + policy.giveUpAfter });
    return ladder;
  }
  const rated = lastRated(state);
  return rated?.rating.is === 'due'
    ? [{ name: 'rating', handoff: rated.n, at: rated.endedAt + policy.ratingAfter }]
    : [];
}

/** The last handoff, where it has ended and can be rated; what was asked off hours is not one. */
function lastRated(state: Lifecycle): Ended | null {
  const last = state.handoffs.findLast((h) => h.status !== 'ended' || h.rating.is !== 'none');
  return last?.status === 'ended' ? last : null;
}

/** What the customer can rate now, with the tag that says what ended. */
export function openRating(
  state: Lifecycle,
  now: number,
  policy: Policy,
): { handoff: Ended; source: RatingSource } | null {
  const handoff = lastRated(state);
  if (handoff?.rating.is !== 'asked' && handoff?.rating.is !== 'given') return null;
  if (now - handoff.endedAt > policy.ratingOpenFor) return null;
  return { handoff, source: ratingSource(handoff.outcome) };
}

/** The source tag of a rating: what ended. */
export function ratingSource(outcome: Outcome): RatingSource {
  return outcome === 'cancelled' || outcome === 'unanswered' || outcome === 'abandoned' ? outcome : 'ended';
}
