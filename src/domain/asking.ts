import type { Command, Decision } from './command';
import { type Base, type Ended, type Hours, type Lifecycle, latest, openHandoff, type Pending } from './handoff';
import type { Policy } from './policy';
import { type Reason, urgencyOf } from './reasons';
import { put, refuse, withdrawPrompts } from './steps';

/** Somebody asks for a person: what opens, what is raised, and what a closed store makes of it. */

export function request(state: Lifecycle, command: Command & { do: 'request' }, now: number, policy: Policy): Decision {
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

export function told(state: Lifecycle, { handoff: n, estimate, somebodyHere }: Command & { do: 'told' }): Decision {
  const open = openHandoff(state);
  if (open?.status !== 'pending' || open.n !== n || open.told) return refuse('not_due');
  const pending: Pending = { ...open, told: { estimate }, longer: open.longer || !somebodyHere };
  return { ok: true, next: put(state, pending), effects: [] };
}

/** A second request counts as a repetition of the first within this time. */
const REPEAT_WINDOW = 60 * 60_000;
