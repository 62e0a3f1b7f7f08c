import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command';
import { deadlines } from '../../src/domain/deadlines';
import { decide } from '../../src/domain/decide';
import { type Hours, type Lifecycle, NEW_LIFECYCLE, openHandoff, openRating } from '../../src/domain/handoff';
import { DEFAULT_POLICY } from '../../src/domain/policy';
import type { Reason } from '../../src/domain/reasons';
import { deepFreeze } from './freeze';

const T0 = Date.UTC(2026, 5, 1, 20, 0, 0);
const MINUTE = 60_000;
const MORNING = T0 + 13 * 60 * MINUTE;
const ana = { id: 'ana', name: 'Ana Kovač' };
const closed = (opensAt: number | null = MORNING): Hours => ({ open: false, opensAt, words: null, first: 'en' });
const OPEN: Hours = { open: true };
const request = (reason: Reason, hours: Hours): Command => ({
  do: 'request',
  source: 'customer',
  reason,
  trigger: `words of ${reason}`,
  hours,
});

/** The state after these commands, one a minute, and the effects of the last one. */
function having(...commands: Command[]): { state: Lifecycle; effects: string[] } {
  let state = NEW_LIFECYCLE;
  let effects: string[] = [];
  commands.forEach((command, i) => {
    const decision = decide(deepFreeze(state), command, T0 + i * MINUTE, DEFAULT_POLICY);
    if (!decision.ok) throw new Error(decision.reason);
    state = decision.next;
    effects = decision.effects.map((e) => (e.type === 'record' ? e.event.what : e.type));
  });
  return { state, effects };
}

describe('asked while the store is closed', () => {
  it('is recorded ended, never pending, and the assistant stays first responder', () => {
    const { state, effects } = having(request('customer_request', closed()));
    expect(openHandoff(state)).toBeNull();
    expect(state.turn).toBe(NEW_LIFECYCLE.turn);
    expect(state.handoffs).toMatchObject([
      { status: 'ended', outcome: 'off_hours', reason: 'customer_request', urgency: 'normal', rating: { is: 'none' } },
    ]);
    expect(effects).toEqual(['away', 'project']);
    // Nothing waits for anybody; an answer is owed.
    expect(deadlines(state, DEFAULT_POLICY).map((d) => d.name)).toEqual(['follow_up']);
    expect(openRating(state, T0 + MINUTE, DEFAULT_POLICY)).toBeNull();
  });

  it('a later request in the same closed period is added to the same record', () => {
    const { state, effects } = having(request('customer_request', closed()), request('low_confidence', closed()));
    expect(state.handoffs).toHaveLength(1);
    expect(state.handoffs[0]).toMatchObject({
      reason: 'customer_request',
      away: { opensAt: MORNING, asks: [{ reason: 'customer_request' }, { reason: 'low_confidence', at: T0 + MINUTE }] },
    });
    expect(effects).toEqual(['away', 'project']);
  });

  it('in another closed period it is another record', () => {
    const { state } = having(request('customer_request', closed()), request('customer_request', closed(MORNING + 1)));
    expect(state.handoffs.map((h) => h.n)).toEqual([1, 2]);
  });

  it('an urgent one alerts at once, when it first becomes urgent, and once', () => {
    expect(having(request('complaint', closed())).effects).toEqual(['away', 'project', 'alert']);
    const raised = having(request('customer_request', closed()), request('refund', closed()));
    expect(raised.effects).toEqual(['away', 'project', 'alert']);
    expect(raised.state.handoffs[0]).toMatchObject({ reason: 'refund', urgency: 'urgent' });
    const again = having(request('complaint', closed()), request('refund', closed()));
    expect(again.effects).toEqual(['away', 'project']);
    expect(again.state.handoffs[0]).toMatchObject({ reason: 'complaint' });
  });

  it('a store that never opens again still records it', () => {
    const { state } = having(request('customer_request', closed(null)), request('customer_request', closed(null)));
    expect(state.handoffs).toHaveLength(1);
  });

  it('leaves a rating that is asked for where it is', () => {
    const { state } = having(
      request('customer_request', OPEN),
      { do: 'claim', staff: ana, handoff: 1, over: null },
      { do: 'end', staff: ana, outcome: 'resolved', note: '' },
      { do: 'deadline', name: 'rating', handoff: 1, hours: OPEN },
      request('customer_request', closed()),
    );
    expect(openRating(state, T0 + 5 * MINUTE, DEFAULT_POLICY)).toMatchObject({ handoff: { n: 1 }, source: 'ended' });
    const opened = decide(state, request('customer_request', OPEN), T0 + 6 * MINUTE, DEFAULT_POLICY);
    expect(opened.ok && opened.next.handoffs[0]).toMatchObject({ rating: { is: 'withdrawn' } });
    expect(opened.ok && opened.next.handoffs[1]).toMatchObject({ rating: { is: 'none' } });
  });

  it('cannot be rated', () => {
    const { state } = having(request('customer_request', closed()));
    const rated = decide(state, { do: 'rate', handoff: 1, thumb: 'up', comment: '' }, T0 + MINUTE, DEFAULT_POLICY);
    expect(rated).toEqual({ ok: false, reason: 'not_asked' });
  });
});

describe('closing time while somebody waits', () => {
  const waiting = having(request('customer_request', OPEN)).state;
  const closing: Command = { do: 'deadline', name: 'closing', handoff: 1, hours: closed() };

  it('where the table goes on nothing happens', () => {
    expect(deadlines(waiting, DEFAULT_POLICY).map((d) => d.name)).toEqual(['longer', 'give_up']);
    expect(decide(waiting, closing, T0 + 10 * MINUTE, DEFAULT_POLICY)).toEqual({ ok: false, reason: 'not_due' });
  });

  it('where the team goes away it ends unanswered, with the away message', () => {
    const policy = { ...DEFAULT_POLICY, closesAt: T0 + 10 * MINUTE };
    expect(decide(waiting, closing, T0 + 10 * MINUTE - 1, policy)).toEqual({ ok: false, reason: 'not_due' });
    const decision = decide(waiting, closing, T0 + 10 * MINUTE, policy);
    expect(decision.ok && decision.next.handoffs[0]).toMatchObject({ status: 'ended', outcome: 'unanswered' });
    const effects = decision.ok ? decision.effects.map((e) => (e.type === 'record' ? e.event.what : e.type)) : [];
    expect(effects).toEqual(['ended', 'project', 'alert', 'away']);
  });
});

describe('what the desk says of a wait', () => {
  const waiting = having(request('customer_request', OPEN)).state;
  const told = (estimate: number | null, somebodyHere = true, handoff = 1) =>
    decide(waiting, { do: 'told', handoff, estimate, somebodyHere }, T0 + 1, DEFAULT_POLICY);

  it('an estimate is when it takes longer than usual; without one the store’s own patience is', () => {
    const longer = (decision: ReturnType<typeof told>) =>
      decision.ok && deadlines(decision.next, DEFAULT_POLICY).find((d) => d.name === 'longer')?.at;
    expect(longer(told(4))).toBe(T0 + 4 * MINUTE);
    expect(longer(told(null))).toBe(T0 + 5 * MINUTE);
  });

  it('with nobody on duty there it takes longer at once', () => {
    const decision = told(4, false);
    expect(decision.ok && decision.next.handoffs[0]).toMatchObject({ longer: true });
  });

  it('is taken once, and only for the wait that it is about', () => {
    expect(told(4, true, 2)).toEqual({ ok: false, reason: 'not_due' });
    const first = told(4);
    if (!first.ok) throw new Error(first.reason);
    const again = decide(
      first.next,
      { do: 'told', handoff: 1, estimate: 9, somebodyHere: false },
      T0 + 2,
      DEFAULT_POLICY,
    );
    expect(again).toEqual({ ok: false, reason: 'not_due' });
  });
});
