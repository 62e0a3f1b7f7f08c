import type { StaffRef } from './actor';
import type { Command, Decision, Effect } from './command';
import { type Assigned, type Lifecycle, openHandoff, type Pending } from './handoff';
import { base, finish, put, refuse, withdrawPrompts } from './steps';

/** What staff do with a handoff: claim, answer, release and end it. */

export function claim(
  state: Lifecycle,
  { staff, handoff: seen, over }: Command & { do: 'claim' },
  now: number,
): Decision {
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
export function reply(state: Lifecycle, { staff }: Command & { do: 'reply' }, now: number): Decision {
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

export function release(state: Lifecycle, { staff }: Command & { do: 'release' }, now: number): Decision {
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

export function end(state: Lifecycle, { staff, outcome, note }: Command & { do: 'end' }, now: number): Decision {
  const open = openHandoff(state);
  if (!open) return refuse('handoff_over');
  if (open.status === 'pending') return refuse('not_allowed_now');
  if (open.assignee.id !== staff.id) return refuse('not_yours', open.assignee);
  return finish(state, open, outcome, staff, note, now);
}
