import type { StaffRef, Target } from './actor';
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

/** What a customer said of a handoff. */
export interface GivenRating {
  is: 'given';
  thumb: Thumb;
  comment: string;
  at: number;
}

/** The question "How was it?" of one handoff: at most one, given at most once, changed until it closes. */
export type Rating =
  | { is: 'due' }
  | { is: 'asked' }
  | GivenRating
  | { is: 'withdrawn' }
  /** Where nothing was begun that could be rated: off hours, and what went out by email. */
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
  /** Whom it was asked of; null: the whole store. */
  destination: Target | null;
  requestedAt: number;
  /** Since when it waited, the last time; null where nobody ever waited. */
  waitingSince: number | null;
  /** Everyone who had it, in order. */
  assignees: { staff: StaffRef; at: number }[];
  firstReplyAt: number | null;
  /** How often a new message reopened it after a staff outcome. */
  reopened: number;
  /** Given before it was reopened: then it is not asked for again. */
  rated: GivenRating | null;
}
export type Pending = Base & {
  status: 'pending';
  waitingSince: number;
  longer: boolean;
  /** What the desk said since then: minutes, or no figure. Null until it answered. */
  told: { estimate: number | null } | null;
};
export type Assigned = Base & {
  status: 'assigned';
  assignee: StaffRef;
  assignedAt: number;
  /** Offered to somebody who has not taken it yet: until then it stays with its assignee. */
  transfer: { to: Target; at: number } | null;
  /** Since when its assignee has no live dashboard; null while they have. */
  goneSince: number | null;
  /** Who has been told that the customer's message of `since` stands unanswered. */
  nudged: { since: number; told: 'assignee' | 'desk' } | null;
};
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
  /** Only `emailed`. */
  emailed: Emailed | null;
  /** Until then a new message reopens it with the same person. */
  handbackUntil: number | null;
  /** What the team owes the customer. Null: nothing. */
  followUp: FollowUp | null;
  /** What goes to the customer after a resolution, unless they write before; missing where nothing will. */
  checkIn?: CheckIn;
};
export interface FollowUp {
  since: number;
  /** Whether the team has been emailed that it fell due. */
  told: boolean;
  /** Who sees to it; missing: whoever comes. */
  owner?: StaffRef;
  /** Put off: it falls due then, whatever the store's hours say. */
  until?: number;
}
export interface CheckIn {
  /** When it was planned: whoever wrote after that gets none. */
  since: number;
  at: number;
  text: string;
  /** In whose name. */
  staff: StaffRef;
}
/** A call-back that staff have set themselves, on the whole conversation. */
export interface Reminder {
  /** 1, 2, 3 … within the conversation, never used again. */
  n: number;
  at: number;
  line: string;
  owner: StaffRef | null;
  /** Whether its owner has been told that it fell due. */
  told: boolean;
}
/** One request among several that were asked while the store was closed, or of an email destination. */
export interface Ask {
  reason: Reason;
  trigger: string;
  at: number;
}
/** Where a request went by email. */
export interface Emailed {
  address: string;
  asks: Ask[];
  /** How many summaries went out: one, and one more at most for what was asked again. */
  sent: number;
  /** Since when a summary is owed: it waits for the customer's address for a while. */
  owedSince: number | null;
}
export type Handoff = Pending | Assigned | Ended;

export interface Lifecycle {
  /** Raised by every change of the first responder; what the assistant made in an older turn is dropped. */
  turn: number;
  /** Oldest first; only the last one can be open. */
  handoffs: Handoff[];
  /** Those that are not done; missing where there never was one. */
  reminders?: Reminder[];
  /** How many there were. */
  remindersMade?: number;
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

/** The handoff that is pending or assigned, if any. A reopened one need not be the last. */
export const openHandoff = (state: Lifecycle): Pending | Assigned | null =>
  state.handoffs.find((h) => h.status !== 'ended') ?? null;

/** The open one, or the one that ended last: one that was reopened may have ended after a later request off hours. */
export const latest = (state: Lifecycle): Handoff | null =>
  openHandoff(state) ??
  state.handoffs.reduce<Handoff | null>((last, h) => (last && endOf(last) > endOf(h) ? last : h), null);

const endOf = (handoff: Handoff): number => (handoff.status === 'ended' ? handoff.endedAt : Number.POSITIVE_INFINITY);

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
  /** `gone`: the staff member was away while the customer waited for a reply. */
  | { what: 'released'; handoff: number; staff: StaffRef; why: 'released' | 'gone' }
  | {
      what: 'ended';
      handoff: number;
      outcome: Outcome;
      staff: StaffRef | null;
      endedWhile: 'waiting' | 'talking';
      /** Within so many days a new message reaches the same person. */
      handbackDays?: number;
    }
  /** Asked while the store is closed, or it closed while somebody waited. */
  | { what: 'away'; handoff: number; hours: Hours & { open: false } }
  /** Passed on by email. `expectation`: by language, when to expect an answer; `first`: what others fall back to. */
  | { what: 'emailed'; handoff: number; to: string; expectation: Readonly<Record<string, string>>; first: string }
  /** The customer ended the chat; what was open was cancelled with it. */
  | { what: 'closed' }
  /** Private. */
  | { what: 'transfer'; handoff: number; is: 'offered' | 'withdrawn' | 'lapsed'; staff: StaffRef; to: Target }
  /** Private: somebody sees to what is owed, puts it off, or says that it is done. */
  | { what: 'owed'; is: 'given'; staff: StaffRef; to: StaffRef | null }
  | { what: 'owed'; is: 'snoozed'; staff: StaffRef; until: number }
  | { what: 'owed'; is: 'done'; staff: StaffRef }
  /** Private: a call-back was set, given to somebody else, put off or done. */
  | { what: 'reminder'; is: 'set' | 'given'; n: number; staff: StaffRef; to: StaffRef | null; at: number; line: string }
  | { what: 'reminder'; is: 'snoozed'; n: number; staff: StaffRef; until: number; line: string }
  | { what: 'reminder'; is: 'done'; n: number; staff: StaffRef; line: string }
  /** Private: a message is to ask the customer later whether all is well, or no longer. */
  | { what: 'check_in'; is: 'planned' | 'called_off'; handoff: number; staff: StaffRef; at: number; text: string }
  /** Private: what became of the customer's address, and of mail to it. */
  | { what: 'mail'; is: 'left' | 'confirmed' | 'stopped' | 'sent' | 'failed' | 'held'; address: string };

/** What customers must not even see the place of. */
export const isPrivate = ({ what }: Pick<LifecycleEvent, 'what'>): boolean =>
  what === 'transfer' || what === 'mail' || what === 'owed' || what === 'reminder' || what === 'check_in';

/** The last handoff, where it has ended and can be rated; what was asked off hours is not one. */
export function lastRated(state: Lifecycle): Ended | null {
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

/** What the customer is asked to rate, or will be `in` so many ms. */
export function prompt(
  state: Lifecycle,
  now: number,
  policy: Policy,
): { handoff: Ended; source: RatingSource; in: number } | null {
  const handoff = lastRated(state);
  if (handoff?.rating.is !== 'due') {
    const open = openRating(state, now, policy);
    return open && { ...open, in: 0 };
  }
  if (now - handoff.endedAt > policy.ratingOpenFor) return null;
  return {
    handoff,
    source: ratingSource(handoff.outcome),
    in: Math.max(0, handoff.endedAt + policy.ratingAfter - now),
  };
}

/** The source tag of a rating: what ended. */
export function ratingSource(outcome: Outcome): RatingSource {
  return outcome === 'cancelled' || outcome === 'unanswered' || outcome === 'abandoned' ? outcome : 'ended';
}
