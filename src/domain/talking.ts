import type { StaffRef, Target } from './actor';
import type { Command, Decision, Effect } from './command';
import { type Assigned, type Lifecycle, openHandoff, type Pending } from './handoff';
import type { Policy } from './policy';
import { assignedTo, born, finish, put, refuse, settle, waitingAgain, withdrawPrompts } from './steps';

/** What staff do with a handoff: claim, answer, release, offer and end it. */

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
  const begun = born(state, { reason: null, urgency: 'normal', source: 'staff', trigger: '' }, now);
  return {
    ok: true,
    next: put(settle(withdrawPrompts(state)), assignedTo(begun, staff, now)),
    effects: [
      { type: 'cut', by: staff },
      { type: 'record', event: { what: 'joined', handoff: begun.n, staff, previous: null } },
      { type: 'project', transcript: false },
    ],
  };
}

function assign(state: Lifecycle, open: Pending | Assigned, staff: StaffRef, now: number): Decision {
  const previous = open.status === 'assigned' ? open.assignee : null;
  return {
    ok: true,
    next: put(settle(state), assignedTo(open, staff, now)),
    effects: [
      { type: 'record', event: { what: 'joined', handoff: open.n, staff, previous } },
      { type: 'project', transcript: false },
    ],
  };
}

/** Whether this person may simply answer: nobody has it, they have it, or it was offered to them. */
export const mayReply = (open: Pending | Assigned | null, staff: StaffRef): boolean =>
  open?.status !== 'assigned' ||
  open.assignee.id === staff.id ||
  (open.transfer?.to.kind === 'person' && open.transfer.to.staff.id === staff.id);

export function reply(state: Lifecycle, { staff }: Command & { do: 'reply' }, now: number): Decision {
  const open = openHandoff(state);
  if (open?.status === 'assigned' && !mayReply(open, staff)) return refuse('not_yours', open.assignee);
  let next = state;
  let effects: Effect[] = [];
  if (open?.status !== 'assigned' || open.assignee.id !== staff.id) {
    const claimed = open ? assign(state, open, staff, now) : stepIn(state, staff, now);
    if (!claimed.ok) return claimed;
    ({ next, effects } = claimed);
  }
  const mine = openHandoff(next);
  if (mine?.status === 'assigned' && mine.firstReplyAt === null) next = put(next, { ...mine, firstReplyAt: now });
  return { ok: true, next, effects };
}

/** The chat of this staff member, or why there is none. */
function own(state: Lifecycle, staff: StaffRef): { ok: true; mine: Assigned } | (Decision & { ok: false }) {
  const open = openHandoff(state);
  if (!open) return { ok: false, reason: 'handoff_over' };
  if (open.status === 'pending') return { ok: false, reason: 'not_allowed_now' };
  if (open.assignee.id !== staff.id) return { ok: false, reason: 'not_yours', by: open.assignee };
  return { ok: true, mine: open };
}

export function release(state: Lifecycle, { staff }: Command & { do: 'release' }, now: number): Decision {
  const found = own(state, staff);
  return found.ok ? letGo(state, found.mine, 'released', now) : found;
}

/** It keeps its place by `requestedAt`; its ladder starts anew at this moment. */
export function letGo(state: Lifecycle, open: Assigned, why: 'released' | 'gone', now: number): Decision {
  return {
    ok: true,
    next: put(state, waitingAgain(open, now)),
    effects: [
      { type: 'record', event: { what: 'released', handoff: open.n, staff: open.assignee, why } },
      { type: 'project', transcript: false },
    ],
  };
}

/** Offers it. Until somebody takes it, it stays with its assignee. */
export function transfer(state: Lifecycle, { staff, to }: Command & { do: 'transfer' }, now: number): Decision {
  const found = own(state, staff);
  if (!found.ok) return found;
  if (to.kind === 'person' && to.staff.id === staff.id) return refuse('already_yours');
  const { mine } = found;
  return {
    ok: true,
    next: put(state, { ...mine, transfer: { to, at: now } }),
    effects: [{ type: 'record', event: { what: 'transfer', handoff: mine.n, is: 'offered', staff, to } }],
  };
}

export function withdraw(state: Lifecycle, { staff }: Command & { do: 'withdraw' }): Decision {
  const found = own(state, staff);
  if (!found.ok) return found;
  return found.mine.transfer ? takeBack(state, found.mine, 'withdrawn') : refuse('not_allowed_now');
}

/** The offer ends, and nothing else changes. */
export function takeBack(state: Lifecycle, mine: Assigned, is: 'withdrawn' | 'lapsed'): Decision {
  if (!mine.transfer) return refuse('not_due');
  const { to } = mine.transfer;
  return {
    ok: true,
    next: put(state, { ...mine, transfer: null }),
    effects: [{ type: 'record', event: { what: 'transfer', handoff: mine.n, is, staff: mine.assignee, to } }],
  };
}

export function presence(state: Lifecycle, { staff, goneSince }: Command & { do: 'presence' }): Decision {
  const open = openHandoff(state);
  if (open?.status !== 'assigned' || open.assignee.id !== staff || open.goneSince === goneSince)
    return refuse('not_due');
  return { ok: true, next: put(state, { ...open, goneSince }), effects: [] };
}

/** The open handoff names them as they are called now; what is over keeps the name that was read then. */
export function renamed(state: Lifecycle, { staff }: Command & { do: 'renamed' }): Decision {
  const open = openHandoff(state);
  const isOld = (one: StaffRef) => one.id === staff.id && one.name !== staff.name;
  const called = (one: StaffRef) => (isOld(one) ? staff : one);
  const meant = <T extends Target | null>(to: T): T =>
    to?.kind === 'person' ? { ...to, staff: called(to.staff) } : to;
  const named = open ? [...open.assignees.map((one) => one.staff), ...personsMeant(open)] : [];
  if (!open || !named.some(isOld)) return refuse('not_due');
  const assignees = open.assignees.map((one) => ({ ...one, staff: called(one.staff) }));
  const both = { assignees, destination: meant(open.destination) };
  if (open.status === 'pending') return { ok: true, next: put(state, { ...open, ...both }), effects: [] };
  const transfer = open.transfer && { ...open.transfer, to: meant(open.transfer.to) };
  return {
    ok: true,
    next: put(state, { ...open, ...both, assignee: called(open.assignee), transfer }),
    effects: [],
  };
}

const personsMeant = (open: Pending | Assigned): StaffRef[] =>
  [open.destination, open.status === 'assigned' ? (open.transfer?.to ?? null) : null].flatMap((to) =>
    to?.kind === 'person' ? [to.staff] : [],
  );

export function end(
  state: Lifecycle,
  { staff, outcome, note, checkIn }: Command & { do: 'end' },
  now: number,
  policy: Policy,
): Decision {
  const found = own(state, staff);
  return found.ok ? finish(state, found.mine, { outcome, staff, note, checkIn }, now, policy) : found;
}
