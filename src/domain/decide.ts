import type { StaffRef } from './actor';
import {
  type Assigned,
  type Base,
  type DeadlineName,
  deadlines,
  type Ended,
  type Handoff,
  type Hours,
  type Lifecycle,
  type LifecycleEvent,
  latest,
  type Outcome,
  openHandoff,
  type Pending,
  type Rating,
  type Responder,
  responderOf,
  type StaffOutcome,
  type Thumb,
} from './handoff';
import type { Policy } from './policy';
import { type Reason, type Urgency, urgencyOf } from './reasons';

/**
 * The lifecycle as one pure function from (state, command, now) to the next state with its effects, or a refusal that
 * changes nothing.
 */

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

const refuse = (reason: RefusalReason, by?: StaffRef): Decision =>
  by ? { ok: false, reason, by } : { ok: false, reason };

/** Decides one command. Pure; `now` is the handler's one reading of the clock. */
export function decide(state: Lifecycle, command: Command, now: number, policy: Policy): Decision {
  switch (command.do) {
    case 'request':
      return request(state, command, now, policy);
    case 'told':
      return told(state, command);
    case 'claim':
      return claim(state, command, now);
    case 'reply':
      return reply(state, command, now);
    case 'release':
      return release(state, command, now);
    case 'end':
      return end(state, command, now);
    case 'cancel':
      return cancel(state, command, now);
    case 'rate':
      return rate(state, command, now, policy);
    case 'deadline':
      return deadline(state, command, now, policy);
  }
}

/** Replaces the last handoff, and raises the turn where the first responder changed. */
function put(state: Lifecycle, handoff: Handoff): Lifecycle {
  const handoffs = [...state.handoffs.filter((h) => h.n !== handoff.n), handoff].sort((a, b) => a.n - b.n);
  const next = { turn: state.turn, handoffs };
  return sameResponder(responderOf(state), responderOf(next)) ? next : { ...next, turn: state.turn + 1 };
}

const sameResponder = (a: Responder, b: Responder) =>
  a.is === 'staff' && b.is === 'staff' ? a.staff.id === b.staff.id : a.is === b.is;

/** An unanswered prompt of the handoff before is withdrawn when a new one opens. */
const withdrawPrompts = (state: Lifecycle): Lifecycle => ({
  ...state,
  handoffs: state.handoffs.map((h) =>
    h.status === 'ended' && (h.rating.is === 'due' || h.rating.is === 'asked')
      ? { ...h, rating: { is: 'withdrawn' } }
      : h,
  ),
});

function request(state: Lifecycle, command: Command & { do: 'request' }, now: number, policy: Policy): Decision {
  const open = openHandoff(state);
  // "Repeats the request after having waited or cancelled" is an escalation.
  const before = latest(state);
  const repeated =
    command.reason === 'customer_request' &&
    before?.status === 'ended' &&
    (before.endedWhile === 'waiting' || before.outcome === 'cancelled') &&
    now - before.endedAt < REPEAT_WINDOW;
  const reason: Reason = repeated ? 'escalation' : command.reason;
  const urgency = command.urgency ?? urgencyOf(reason, policy.urgentReasons);

  if (open) {
    if (open.status !== 'pending' || urgency !== 'urgent' || open.urgency === 'urgent') return refuse('already_open');
    const raised: Pending = { ...open, reason, urgency, trigger: command.trigger };
    return { ok: true, next: put(state, raised), effects: [{ type: 'project', transcript: false }] };
  }
  const { source, trigger, hours } = command;
  if (!hours.open) return ask(state, { source, reason, urgency, trigger, hours }, now);
  const handoff: Pending = {
    status: 'pending',
    n: state.handoffs.length + 1,
    reason,
    urgency,
    source,
    trigger,
    requestedAt: now,
    waitingSince: now,
    longer: false,
    told: null,
    assignees: [],
    firstReplyAt: null,
  };
  return {
    ok: true,
    next: put(withdrawPrompts(state), handoff),
    effects: [
      { type: 'cut', by: null },
      { type: 'record', event: { what: 'asked', handoff: handoff.n, source, reason } },
      { type: 'project', transcript: false },
    ],
  };
}

/**
 * Asked while the store is closed: recorded, and never pending. One record for each closed period; a later request is
 * added to it.
 */
function ask(
  state: Lifecycle,
  request: Pick<Base, 'source' | 'urgency' | 'trigger'> & { reason: Reason; hours: Hours & { open: false } },
  now: number,
): Decision {
  const { source, urgency, trigger, reason, hours } = request;
  const { opensAt } = hours;
  const before = state.handoffs.findLast((h) => h.status === 'ended' && h.away?.opensAt === opensAt);
  const known = before?.status === 'ended' && before.away ? before : null;
  const asks = [...(known?.away?.asks ?? []), { reason, trigger, at: now }];
  const raises = urgency === 'urgent' && known?.urgency !== 'urgent';
  const record: Ended = {
    ...(known ?? {
      n: state.handoffs.length + 1,
      source,
      requestedAt: now,
      assignees: [],
      firstReplyAt: null,
      status: 'ended',
      outcome: 'off_hours',
      endedWhile: 'away',
      endedAt: now,
      note: '',
      rating: { is: 'none' },
    }),
    ...(known && !raises
      ? { reason: known.reason, trigger: known.trigger, urgency: known.urgency }
      : { reason, trigger, urgency }),
    away: { opensAt, asks },
  };
  return {
    ok: true,
    next: put(state, record),
    effects: [
      { type: 'record', event: { what: 'away', handoff: record.n, hours } },
      { type: 'project', transcript: true },
      ...(raises ? [{ type: 'alert', handoff: record.n } as const] : []),
    ],
  };
}

function told(state: Lifecycle, { handoff: n, estimate, somebodyHere }: Command & { do: 'told' }): Decision {
  const open = openHandoff(state);
  if (open?.status !== 'pending' || open.n !== n || open.told) return refuse('not_due');
  const pending: Pending = { ...open, told: { estimate }, longer: open.longer || !somebodyHere };
  return { ok: true, next: put(state, pending), effects: [] };
}

/** A second request counts as a repetition of the first within this time. */
const REPEAT_WINDOW = 60 * 60_000;

function claim(state: Lifecycle, { staff, handoff: seen, over }: Command & { do: 'claim' }, now: number): Decision {
  const open = openHandoff(state);
  if (!open) {
    if (seen !== null) return refuse('handoff_over');
    return stepIn(state, staff, now);
  }
  if (open.status === 'assigned') {
    if (open.assignee.id === staff.id) return refuse('already_yours');
    if (over !== open.assignee.id) return refuse('taken', open.assignee);
  }
  // Also where the same colleague has it again: what was seen is another episode.
  if (seen !== null && seen !== open.n) return refuse('handoff_over');
  return assign(state, open, staff, now);
}

/** A staff member takes over from the assistant: a handoff that is born assigned. */
function stepIn(state: Lifecycle, staff: StaffRef, now: number): Decision {
  const born: Assigned = {
    status: 'assigned',
    n: state.handoffs.length + 1,
    reason: null,
    urgency: 'normal',
    source: 'staff',
    trigger: '',
    requestedAt: now,
    assignee: staff,
    assignedAt: now,
    assignees: [{ staff, at: now }],
    firstReplyAt: null,
  };
  return {
    ok: true,
    next: put(withdrawPrompts(state), born),
    effects: [
      { type: 'cut', by: staff },
      { type: 'record', event: { what: 'joined', handoff: born.n, staff, previous: null } },
      { type: 'project', transcript: false },
    ],
  };
}

function assign(state: Lifecycle, open: Pending | Assigned, staff: StaffRef, now: number): Decision {
  const previous = open.status === 'assigned' ? open.assignee : null;
  const assigned: Assigned = {
    ...base(open),
    status: 'assigned',
    assignee: staff,
    assignedAt: now,
    assignees: [...open.assignees, { staff, at: now }],
  };
  return {
    ok: true,
    next: put(state, assigned),
    effects: [
      { type: 'record', event: { what: 'joined', handoff: open.n, staff, previous } },
      { type: 'project', transcript: false },
    ],
  };
}

/** A public reply: claims a pending handoff, takes over from the assistant, is refused in a colleague's chat. */
function reply(state: Lifecycle, { staff }: Command & { do: 'reply' }, now: number): Decision {
  const open = openHandoff(state);
  if (open?.status === 'assigned' && open.assignee.id !== staff.id) return refuse('not_yours', open.assignee);
  let next = state;
  let effects: Effect[] = [];
  if (open?.status !== 'assigned') {
    const claimed = open ? assign(state, open, staff, now) : stepIn(state, staff, now);
    if (!claimed.ok) return claimed;
    ({ next, effects } = claimed);
  }
  const mine = openHandoff(next);
  if (mine?.status === 'assigned' && mine.firstReplyAt === null) next = put(next, { ...mine, firstReplyAt: now });
  return { ok: true, next, effects };
}

function release(state: Lifecycle, { staff }: Command & { do: 'release' }, now: number): Decision {
  const open = openHandoff(state);
  if (!open) return refuse('handoff_over');
  if (open.status === 'pending') return refuse('not_allowed_now');
  if (open.assignee.id !== staff.id) return refuse('not_yours', open.assignee);
  // It keeps its place by `requestedAt`; its ladder starts anew at this moment.
  const pending: Pending = { ...base(open), status: 'pending', waitingSince: now, longer: false, told: null };
  return {
    ok: true,
    next: put(state, pending),
    effects: [
      { type: 'record', event: { what: 'released', handoff: open.n, staff } },
      { type: 'project', transcript: false },
    ],
  };
}

function end(state: Lifecycle, { staff, outcome, note }: Command & { do: 'end' }, now: number): Decision {
  const open = openHandoff(state);
  if (!open) return refuse('handoff_over');
  if (open.status === 'pending') return refuse('not_allowed_now');
  if (open.assignee.id !== staff.id) return refuse('not_yours', open.assignee);
  return finish(state, open, outcome, staff, note, now);
}

function cancel(state: Lifecycle, { seen }: Command & { do: 'cancel' }, now: number): Decision {
  const open = openHandoff(state);
  // Somebody has just come: whoever meant to stop waiting sees that first.
  if (seen === 'waiting' && open?.status === 'assigned') return refuse('taken', open.assignee);
  return open ? finish(state, open, 'cancelled', null, '', now) : refuse('nothing_open');
}

function finish(
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

function rate(state: Lifecycle, command: Command & { do: 'rate' }, now: number, policy: Policy): Decision {
  const handoff = state.handoffs.find((h) => h.n === command.handoff);
  if (handoff?.status !== 'ended') return refuse('not_asked');
  if (handoff.rating.is !== 'asked' && handoff.rating.is !== 'given') return refuse('not_asked');
  if (now - handoff.endedAt > policy.ratingOpenFor) return refuse('rating_closed');
  const rating: Rating = { is: 'given', thumb: command.thumb, comment: command.comment, at: now };
  return { ok: true, next: put(state, { ...handoff, rating }), effects: [{ type: 'project', transcript: false }] };
}

function deadline(
  state: Lifecycle,
  { name, handoff: n, hours }: Command & { do: 'deadline' },
  now: number,
  policy: Policy,
): Decision {
  if (!deadlines(state, policy).some((d) => d.name === name && d.handoff === n && d.at <= now))
    return refuse('not_due');
  const handoff = state.handoffs.find((h) => h.n === n);
  if (handoff?.status === 'pending') {
    if (name === 'longer') return { ok: true, next: put(state, { ...handoff, longer: true }), effects: [] };
    const ended = finish(state, handoff, 'unanswered', null, '', now);
    if (!ended.ok || name !== 'closing' || hours.open) return ended;
    return { ...ended, effects: [...ended.effects, { type: 'record', event: { what: 'away', handoff: n, hours } }] };
  }
  if (handoff?.status === 'ended') {
    return { ok: true, next: put(state, { ...handoff, rating: { is: 'asked' } }), effects: [] };
  }
  return refuse('not_due');
}

/** The fields that every status has. */
const base = ({ n, reason, urgency, source, trigger, requestedAt, assignees, firstReplyAt }: Handoff): Base => ({
  n,
  reason,
  urgency,
  source,
  trigger,
  requestedAt,
  assignees,
  firstReplyAt,
});
