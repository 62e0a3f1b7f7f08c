import type { Command, Decision } from './command';
import {
  type Ask,
  type Base,
  type Ended,
  type Hours,
  type Lifecycle,
  latest,
  openHandoff,
  type Pending,
} from './handoff';
import type { Policy } from './policy';
import { type Reason, urgencyOf } from './reasons';
import type { EmailDestination } from './routing';
import { born, put, refuse, waitingAgain, withdrawPrompts } from './steps';

/** Somebody asks for a person: what opens, what is raised, and what a closed store or an email destination makes of it. */

/** "Repeats the request after having waited or cancelled" is an escalation. */
export function askedFor(state: Lifecycle, reason: Reason, now: number): Reason {
  const before = latest(state);
  const repeated =
    reason === 'customer_request' &&
    before?.status === 'ended' &&
    (before.endedWhile === 'waiting' || before.outcome === 'cancelled') &&
    now - before.endedAt < REPEAT_WINDOW;
  return repeated ? 'escalation' : reason;
}

export function request(state: Lifecycle, command: Command & { do: 'request' }, now: number, policy: Policy): Decision {
  const open = openHandoff(state);
  const reason = askedFor(state, command.reason, now);
  const urgency = command.urgency ?? urgencyOf(reason, policy.urgentReasons);

  if (open) {
    if (open.status !== 'pending' || urgency !== 'urgent' || open.urgency === 'urgent') return refuse('already_open');
    const raised: Pending = { ...open, reason, urgency, trigger: command.trigger };
    return { ok: true, next: put(state, raised), effects: [{ type: 'project', transcript: false }] };
  }
  const { source, trigger, hours, to = null } = command;
  const asked = { source, reason, urgency, trigger };
  if (to?.kind === 'email') return passOn(state, asked, to, now, policy);
  if (!hours.open) return ask(state, { ...asked, hours }, now);
  const handoff = waitingAgain(born(state, { ...asked, destination: to }, now), now);
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

type Asked = Pick<Base, 'source' | 'urgency' | 'trigger'> & { reason: Reason };

/** What a record that never was open has of an ended one. */
const NEVER_OPEN = {
  status: 'ended',
  endedWhile: 'away',
  note: '',
  rating: { is: 'none' },
  away: null,
  emailed: null,
  handbackUntil: null,
} as const;

/** A later request is added to a record; a more urgent one is what it stands for from then on. */
function added<T extends Ended>(known: T, { reason, trigger, urgency }: Asked): { record: T; raises: boolean } {
  const raises = urgency === 'urgent' && known.urgency !== 'urgent';
  return { record: raises ? { ...known, reason, trigger, urgency } : known, raises };
}

/**
 * Asked while the store is closed: recorded, and never pending. One record for each closed period; a later request is
 * added to it.
 */
export function ask(state: Lifecycle, asked: Asked & { hours: Hours & { open: false } }, now: number): Decision {
  const { source, reason, trigger, urgency, hours } = asked;
  const { opensAt } = hours;
  const one: Ask = { reason, trigger, at: now };
  const known = state.handoffs.findLast((h) => h.status === 'ended' && h.away?.opensAt === opensAt);
  const before = known?.status === 'ended' && known.away ? { ...known, away: known.away } : null;
  const { record, raises } = before
    ? added({ ...before, away: { opensAt, asks: [...before.away.asks, one] } }, asked)
    : {
        record: {
          ...born(state, { source, reason, trigger, urgency }, now),
          ...NEVER_OPEN,
          outcome: 'off_hours' as const,
          endedAt: now,
          away: { opensAt, asks: [one] },
          followUp: null,
        },
        raises: urgency === 'urgent',
      };
  const followUp = record.followUp ?? { since: now, told: false };
  return {
    ok: true,
    next: put(state, { ...record, followUp }),
    effects: [
      { type: 'record', event: { what: 'away', handoff: record.n, hours } },
      { type: 'project', transcript: true },
      ...(raises ? [{ type: 'alert', handoff: record.n, why: 'off_hours' } as const] : []),
    ],
  };
}

/** Asked of an email destination: noted, and never pending. Asked again soon, it is the same request. */
function passOn(
  state: Lifecycle,
  asked: Asked,
  { address, expectation, first }: EmailDestination & { first: string },
  now: number,
  policy: Policy,
): Decision {
  const { source, reason, trigger, urgency } = asked;
  const one: Ask = { reason, trigger, at: now };
  const same = (h: Ended) => h.emailed?.address === address && now - h.requestedAt < policy.askedAgainWithin;
  const known = state.handoffs.findLast((h) => h.status === 'ended' && same(h));
  const before = known?.status === 'ended' && known.emailed ? { ...known, emailed: known.emailed } : null;
  const more = before && before.emailed.sent < 2 && before.emailed.owedSince === null ? now : null;
  const record = before
    ? added(
        {
          ...before,
          emailed: {
            ...before.emailed,
            asks: [...before.emailed.asks, one],
            owedSince: before.emailed.owedSince ?? more,
          },
        },
        asked,
      ).record
    : {
        ...born(state, { source, reason, trigger, urgency }, now),
        ...NEVER_OPEN,
        outcome: 'emailed' as const,
        endedAt: now,
        emailed: { address, asks: [one], sent: 0, owedSince: now },
        followUp: null,
      };
  const followUp = record.followUp ?? { since: now, told: false };
  return {
    ok: true,
    next: put(state, { ...record, followUp }),
    effects: [
      { type: 'record', event: { what: 'emailed', handoff: record.n, to: address, expectation, first } },
      { type: 'project', transcript: true },
    ],
  };
}

export function told(state: Lifecycle, { handoff: n, estimate, somebodyHere }: Command & { do: 'told' }): Decision {
  const open = openHandoff(state);
  if (open?.status !== 'pending' || open.n !== n || open.told) return refuse('not_due');
  const pending: Pending = { ...open, told: { estimate }, longer: open.longer || !somebodyHere };
  return { ok: true, next: put(state, pending), effects: [] };
}

/** Nobody on duty is there any more: whoever waits reads at once that it takes longer. */
export function alone(state: Lifecycle, { handoff: n }: Command & { do: 'alone' }): Decision {
  const open = openHandoff(state);
  if (open?.status !== 'pending' || open.n !== n || open.longer) return refuse('not_due');
  return { ok: true, next: put(state, { ...open, longer: true }), effects: [] };
}

/** A second request counts as a repetition of the first within this time. */
const REPEAT_WINDOW = 60 * 60_000;
