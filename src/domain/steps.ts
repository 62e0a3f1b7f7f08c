import type { StaffRef } from './actor';
import type { Decision, RefusalReason } from './command';
import {
  type Assigned,
  type Base,
  type Ended,
  type Handoff,
  type Lifecycle,
  type Outcome,
  type Pending,
  type Responder,
  responderOf,
} from './handoff';

/** What several commands do to the state. */

export const refuse = (reason: RefusalReason, by?: StaffRef): Decision =>
  by ? { ok: false, reason, by } : { ok: false, reason };

/** Replaces the last handoff, and raises the turn where the first responder changed. */
export function put(state: Lifecycle, handoff: Handoff): Lifecycle {
  const handoffs = [...state.handoffs.filter((h) => h.n !== handoff.n), handoff].sort((a, b) => a.n - b.n);
  const next = { turn: state.turn, handoffs };
  return sameResponder(responderOf(state), responderOf(next)) ? next : { ...next, turn: state.turn + 1 };
}

const sameResponder = (a: Responder, b: Responder) =>
  a.is === 'staff' && b.is === 'staff' ? a.staff.id === b.staff.id : a.is === b.is;

/** An unanswered prompt of the handoff before is withdrawn when a new one opens. */
export const withdrawPrompts = (state: Lifecycle): Lifecycle => ({
  ...state,
  handoffs: state.handoffs.map((h) =>
    h.status === 'ended' && (h.rating.is === 'due' || h.rating.is === 'asked')
      ? { ...h, rating: { is: 'withdrawn' } }
      : h,
  ),
});
/** Ends whatever is open; a rating is due after it. */
export function finish(
  state: Lifecycle,
  open: Pending | Assigned,
  outcome: Outcome,
  staff: StaffRef | null,
  note: string,
  now: number,
): Decision {
  const endedWhile = open.status === 'pending' ? 'waiting' : 'talking';
  const ended: Ended = {
    ...base(open),
    status: 'ended',
    outcome,
    endedWhile,
    endedAt: now,
    note,
    rating: { is: 'due' },
    away: null,
  };
  return {
    ok: true,
    next: put(state, ended),
    effects: [
      { type: 'record', event: { what: 'ended', handoff: open.n, outcome, staff, endedWhile } },
      { type: 'project', transcript: true },
    ],
  };
}

/** The fields that every status has. */
export const base = ({ n, reason, urgency, source, trigger, requestedAt, assignees, firstReplyAt }: Handoff): Base => ({
  n,
  reason,
  urgency,
  source,
  trigger,
  requestedAt,
  assignees,
  firstReplyAt,
});
