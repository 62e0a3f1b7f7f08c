import { ask } from './asking';
import type { Command, Decision } from './command';
import { type Ended, type Handoff, type Hours, type Lifecycle, latest, openHandoff, type Rating } from './handoff';
import type { Policy } from './policy';
import { urgencyOf } from './reasons';
import { assignedTo, put, refuse, settle, waitingAgain } from './steps';

/** What can still happen to a handoff that has ended: it is rated, reopened, answered late. */

export function rate(state: Lifecycle, command: Command & { do: 'rate' }, now: number, policy: Policy): Decision {
  const handoff = state.handoffs.find((h) => h.n === command.handoff);
  if (handoff?.status !== 'ended') return refuse('not_asked');
  if (handoff.rating.is !== 'asked' && handoff.rating.is !== 'given') return refuse('not_asked');
  if (now - handoff.endedAt > policy.ratingOpenFor) return refuse('rating_closed');
  const rating: Rating = { is: 'given', thumb: command.thumb, comment: command.comment, at: now };
  return { ok: true, next: put(state, { ...handoff, rating }), effects: [{ type: 'project', transcript: false }] };
}

/** The handoff that a new message reopens at this moment; null where the assistant answers it. */
export function handback(state: Lifecycle, hours: Hours, now: number): Ended | null {
  if (openHandoff(state)) return null;
  const last = state.handoffs.findLast((h) => h.status === 'ended' && h.outcome !== 'off_hours');
  if (last?.status !== 'ended' || last.handbackUntil === null || now >= last.handbackUntil) return null;
  // Once for each closed period: from then on the customer keeps talking to the assistant.
  const notedIn = (h: Handoff) =>
    h.status === 'ended' &&
    !hours.open &&
    h.away?.opensAt === hours.opensAt &&
    h.away.asks.some(({ at }) => at >= last.endedAt);
  return state.handoffs.some(notedIn) ? null : last;
}

export function reopen(
  state: Lifecycle,
  { hours, onDuty }: Command & { do: 'reopen' },
  now: number,
  policy: Policy,
): Decision {
  const last = handback(state, hours, now);
  if (!last) return refuse('not_due');
  const reason = last.reason ?? 'customer_request';
  if (!hours.open) {
    const urgency = urgencyOf(reason, policy.urgentReasons);
    return ask(state, { source: 'customer', reason, urgency, trigger: '', hours }, now);
  }
  const { rating } = last;
  const again = { ...last, reopened: last.reopened + 1, rated: rating.is === 'given' ? rating : null };
  const staff = onDuty ? last.assignees.at(-1)?.staff : undefined;
  return {
    ok: true,
    next: put(staff ? settle(state) : state, staff ? assignedTo(again, staff, now) : waitingAgain(again, now)),
    effects: [
      { type: 'cut', by: staff ?? null },
      {
        type: 'record',
        event: staff
          ? { what: 'joined', handoff: last.n, staff, previous: null }
          : { what: 'asked', handoff: last.n, source: 'customer', reason: last.reason },
      },
      { type: 'project', transcript: false },
    ],
  };
}

/** Staff answered what was owed, and nobody took over. */
export function followUp(state: Lifecycle): Decision {
  if (openHandoff(state)) return refuse('not_allowed_now');
  const next = settle(state);
  return { ok: true, next, effects: next === state ? [] : [{ type: 'project', transcript: true }] };
}

/** An email of the customer's on an ended handoff changes no first responder; an answer is owed. */
export function mailed(state: Lifecycle, now: number): Decision {
  const last = latest(state);
  if (last?.status !== 'ended') return refuse('not_due');
  const next = last.followUp ? state : put(state, { ...last, followUp: { since: now, told: false } });
  return { ok: true, next, effects: [{ type: 'project', transcript: true }] };
}
