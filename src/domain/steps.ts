import type { StaffRef } from './actor';
import type { CheckInPlan, Decision, Effect, RefusalReason } from './command';
import {
  type Assigned,
  type Base,
  type CheckIn,
  type Ended,
  type Handoff,
  type Lifecycle,
  type Outcome,
  type Pending,
  type Responder,
  responderOf,
  STAFF_OUTCOMES,
} from './handoff';
import { DAY, type Policy } from './policy';

/** What several commands do to the state. */

export const refuse = (reason: RefusalReason, by?: StaffRef): Decision =>
  by ? { ok: false, reason, by } : { ok: false, reason };

/** Replaces a handoff or appends a new one, and raises the turn where the first responder changed. */
export function put(state: Lifecycle, handoff: Handoff): Lifecycle {
  const handoffs = [...state.handoffs.filter((h) => h.n !== handoff.n), handoff].sort((a, b) => a.n - b.n);
  const next = { ...state, handoffs };
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

/** A person speaks to the customer: what was owed until now is settled. */
export const settle = (state: Lifecycle): Lifecycle =>
  state.handoffs.some((h) => h.status === 'ended' && h.followUp)
    ? {
        ...state,
        handoffs: state.handoffs.map((h) => (h.status === 'ended' && h.followUp ? { ...h, followUp: null } : h)),
      }
    : state;

/** Somebody has to come: its place in the queue stays, its ladder starts anew at this moment. */
export const waitingAgain = (open: Base, now: number): Pending => ({
  ...base(open),
  status: 'pending',
  waitingSince: now,
  longer: false,
  told: null,
});

/** It is with this staff member from now on. */
export const assignedTo = (handoff: Base, staff: StaffRef, now: number): Assigned => ({
  ...base(handoff),
  status: 'assigned',
  assignee: staff,
  assignedAt: now,
  assignees: [...handoff.assignees, { staff, at: now }],
  transfer: null,
  goneSince: null,
  nudged: null,
});

/** Ends whatever is open; a rating is due after it, unless it was given before it was reopened. */
export function finish(
  state: Lifecycle,
  open: Pending | Assigned,
  how: { outcome: Outcome; staff: StaffRef | null; note: string; checkIn?: CheckInPlan | undefined },
  now: number,
  policy: Policy,
): Decision & { ok: true } {
  const { outcome, staff, note, checkIn } = how;
  const endedWhile = open.status === 'pending' ? 'waiting' : 'talking';
  const byStaff = STAFF_OUTCOMES.some((one) => one === outcome);
  const isOwed = outcome === 'unanswered' || outcome === 'follow_up';
  const comesBack = byStaff && policy.handbackFor > 0;
  const ended: Ended = {
    ...base(open),
    status: 'ended',
    outcome,
    endedWhile,
    endedAt: now,
    note,
    rating: open.rated ?? { is: 'due' },
    away: null,
    emailed: null,
    handbackUntil: comesBack ? now + policy.handbackFor : null,
    followUp: isOwed ? { since: now, told: false } : null,
    ...(checkIn && staff && outcome === 'resolved' && { checkIn: planned(checkIn, staff, now) }),
  };
  const days = comesBack ? { handbackDays: Math.round(policy.handbackFor / DAY) } : {};
  const effects: Effect[] = [
    { type: 'record', event: { what: 'ended', handoff: open.n, outcome, staff, endedWhile, ...days } },
    { type: 'project', transcript: true },
  ];
  if (ended.checkIn) effects.push(planning(ended.n, ended.checkIn));
  if (outcome === 'unanswered') effects.push({ type: 'alert', handoff: open.n, why: 'unanswered' });
  return { ok: true, next: put(state, ended), effects };
}

export const planned = ({ days, text }: CheckInPlan, staff: StaffRef, now: number): CheckIn => ({
  since: now,
  at: now + days * DAY,
  text,
  staff,
});

/** What the log says of it. */
export const planning = (handoff: number, { at, text, staff }: CheckIn): Effect => ({
  type: 'record',
  event: { what: 'check_in', is: 'planned', handoff, staff, at, text },
});

/** The fields that every status has. */
export const base = (handoff: Base): Base => {
  const { n, reason, urgency, source, trigger, destination, requestedAt, assignees, firstReplyAt } = handoff;
  const { waitingSince, reopened, rated } = handoff;
  const times = { requestedAt, waitingSince, firstReplyAt };
  return { n, reason, urgency, source, trigger, destination, ...times, assignees, reopened, rated };
};

/** A handoff that begins at this moment. */
export const born = (
  state: Lifecycle,
  begun: Pick<Base, 'reason' | 'urgency' | 'source' | 'trigger'> & Partial<Base>,
  now: number,
): Base => ({
  n: state.handoffs.length + 1,
  destination: null,
  requestedAt: now,
  waitingSince: null,
  assignees: [],
  firstReplyAt: null,
  reopened: 0,
  rated: null,
  ...begun,
});
