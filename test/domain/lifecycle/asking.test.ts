import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/command';
import { type Ended, NEW_LIFECYCLE } from '../../../src/domain/handoff';
import { comesOf, decideOn, ended, HOUR, MINUTE, NOW, offHours, request, step, T0, toCare } from './records';
import { STATES } from './states';

describe('asking again', () => {
  const cancelledAt = T0 + 10 * MINUTE;
  const cancelled = ended({ outcome: 'cancelled', endedWhile: 'waiting', endedAt: cancelledAt, assignees: [] });
  const reasonOf = (before: Ended[], command: Command, now: number) => {
    const decision = decideOn({ turn: 4, handoffs: before }, command, { now });
    const open = decision.ok && decision.next.handoffs.at(-1);
    return open && `${open.reason}, ${open.urgency}`;
  };

  it.each([
    ['after cancelling', [cancelled], request(), cancelledAt + 1, 'escalation, urgent'],
    ['after cancelling in a talk', [{ ...cancelled, endedWhile: 'talking' }], request(), NOW, 'escalation, urgent'],
    ['after nobody came', [{ ...cancelled, outcome: 'unanswered' }], request(), NOW, 'escalation, urgent'],
    ['an hour later', [cancelled], request(), cancelledAt + HOUR, 'customer_request, normal'],
    ['just within the hour', [cancelled], request(), cancelledAt + HOUR - 1, 'escalation, urgent'],
    ['after having been helped', [ended()], request(), NOW, 'customer_request, normal'],
    ['after having been helped since', [cancelled, ended({ n: 2 })], request(), NOW, 'customer_request, normal'],
    [
      'when it is the assistant that asks',
      [cancelled],
      request({ reason: 'low_confidence' }),
      NOW,
      'low_confidence, normal',
    ],
    [
      'after cancelling what was reopened, with a request off hours in between',
      [{ ...cancelled, reopened: 1 }, offHours({ n: 2 })],
      request(),
      NOW,
      'escalation, urgent',
    ],
  ] as [string, Ended[], Command, number, string][])('%s', (_, before, command, now, expected) => {
    expect(reasonOf(before, command, now)).toBe(expected);
  });
});

describe('urgency', () => {
  it.each([
    ['the rule says urgent', request({ reason: 'rule', source: 'rule', urgency: 'urgent' }), 'urgent'],
    ['the rule says normal', request({ reason: 'complaint', source: 'rule', urgency: 'normal' }), 'normal'],
    ['by default', request({ reason: 'complaint', source: 'assistant' }), 'urgent'],
  ] as const)('%s', (_, command, urgency) => {
    expect(step(NEW_LIFECYCLE, command).handoffs[0]).toMatchObject({ urgency, reason: command.reason });
  });

  it("follows the store's own list", () => {
    const policy = { urgentReasons: ['rule'] as const };
    for (const [reason, urgency] of [
      ['rule', 'urgent'],
      ['refund', 'normal'],
    ] as const) {
      expect(step(NEW_LIFECYCLE, request({ reason }), { policy }).handoffs[0]).toMatchObject({ reason, urgency });
    }
  });

  it('is raised once: a second urgent reason changes nothing', () => {
    const raised = step(STATES.pending, request({ reason: 'refund' }));
    expect(comesOf(raised, request({ reason: 'complaint' }))).toBe('already_open');
  });

  it('is raised where it stands: whom it was asked of, and its place, stay', () => {
    const waiting = step(NEW_LIFECYCLE, request({ to: toCare }), { now: T0 });
    const raised = step(waiting, request({ reason: 'refund', to: null }));
    expect(raised.handoffs[0]).toMatchObject({ urgency: 'urgent', destination: toCare, requestedAt: T0 });
  });
});
