import { describe, expect, it } from 'vitest';
import type { Lifecycle } from '../../../src/domain/handoff';
import { NEW_LIFECYCLE, responderOf } from '../../../src/domain/handoff';
import { ana, comesOf, decideOn, dele, MINUTE, mira, request, step, T0 } from './records';
import { STATES } from './states';

describe('the first responder', () => {
  it.each([
    ['assistant', { is: 'assistant' }],
    ['pending', { is: 'nobody' }],
    ['longer', { is: 'nobody' }],
    ['withAna', { is: 'staff', staff: ana }],
    // Until it is taken, it is with whoever offered it.
    ['offered', { is: 'staff', staff: ana }],
    ['anaGone', { is: 'staff', staff: ana }],
    ['due', { is: 'assistant' }],
    ['withdrawn', { is: 'assistant' }],
    ['offHours', { is: 'assistant' }],
    ['emailed', { is: 'assistant' }],
  ] as const)('in "%s"', (name, responder) => {
    expect(responderOf(STATES[name])).toEqual(responder);
  });

  it('is told apart by person: taking over raises the turn, a second reply does not', () => {
    const taken = step(STATES.withAna, { do: 'claim', staff: dele, handoff: 1, over: ana.id });
    expect(taken.turn).toBe(4);
    expect(step(step(taken, { do: 'reply', staff: dele }), { do: 'reply', staff: dele }).turn).toBe(4);
  });
});

describe('claims that were sent at the same instant', () => {
  it('of a waiting chat: the first wins, the other reads by whom it was taken', () => {
    const won = step(STATES.pending, { do: 'claim', staff: dele, handoff: 1, over: null });
    expect(comesOf(won, { do: 'claim', staff: ana, handoff: 1, over: null })).toBe('taken by s-dele');
  });

  it('of a chat with the assistant', () => {
    const won = step(NEW_LIFECYCLE, { do: 'claim', staff: dele, handoff: null, over: null });
    expect(comesOf(won, { do: 'claim', staff: ana, handoff: null, over: null })).toBe('taken by s-dele');
  });

  it("of a colleague's chat", () => {
    const won = step(STATES.withAna, { do: 'claim', staff: dele, handoff: 1, over: ana.id });
    expect(comesOf(won, { do: 'claim', staff: mira, handoff: 1, over: ana.id })).toBe('taken by s-dele');
  });

  it('of a chat that was offered: whoever it was not offered to may win as well', () => {
    const won = step(STATES.offered, { do: 'claim', staff: mira, handoff: 1, over: ana.id });
    expect(comesOf(won, { do: 'reply', staff: dele })).toBe('not_yours by s-mira');
  });

  it('and a cancel: who meant to stop waiting when somebody has just come sees that, and the talk goes on', () => {
    const claimed = step(STATES.pending, { do: 'claim', staff: ana, handoff: 1, over: null });
    expect(comesOf(claimed, { do: 'cancel', seen: 'waiting' })).toBe('taken by s-ana');
    expect(decideOn(claimed, { do: 'cancel', seen: 'talking' }).ok).toBe(true);
    expect(decideOn(STATES.pending, { do: 'cancel', seen: 'waiting' }).ok).toBe(true);
  });

  it('and a cancel: the claim that comes second reads that it is over', () => {
    const cancelled = step(STATES.pending, { do: 'cancel' });
    expect(comesOf(cancelled, { do: 'claim', staff: ana, handoff: 1, over: null })).toBe('handoff_over');
  });

  it('on an ended view of a newer talk: over, although the same colleague has it again', () => {
    const again = step(STATES.given, { do: 'claim', staff: ana, handoff: null, over: null });
    expect(comesOf(again, { do: 'claim', staff: dele, handoff: 1, over: ana.id })).toBe('handoff_over');
  });

  it('on an ended view of a newer request: over', () => {
    const again = step(STATES.given, request());
    expect(comesOf(again, { do: 'claim', staff: ana, handoff: 1, over: null })).toBe('handoff_over');
  });
});

it('the record keeps every assignee in order, and the first reply', () => {
  const at = (minutes: number) => ({ now: T0 + minutes * MINUTE });
  let state: Lifecycle = step(NEW_LIFECYCLE, request(), at(0));
  state = step(state, { do: 'claim', staff: ana, handoff: 1, over: null }, at(1));
  state = step(state, { do: 'release', staff: ana }, at(2));
  state = step(state, { do: 'reply', staff: dele }, at(3));
  state = step(state, { do: 'claim', staff: ana, handoff: 1, over: dele.id }, at(4));
  state = step(state, { do: 'reply', staff: ana }, at(5));
  state = step(state, { do: 'end', staff: ana, outcome: 'escalated', note: 'To the lab' }, at(6));
  expect(state).toEqual({
    turn: 7,
    handoffs: [
      {
        status: 'ended',
        n: 1,
        reason: 'customer_request',
        urgency: 'normal',
        source: 'customer',
        trigger: 'A person, please',
        destination: null,
        requestedAt: T0,
        assignees: [
          { staff: ana, at: T0 + 1 * MINUTE },
          { staff: dele, at: T0 + 3 * MINUTE },
          { staff: ana, at: T0 + 4 * MINUTE },
        ],
        firstReplyAt: T0 + 3 * MINUTE,
        waitingSince: T0 + 2 * MINUTE,
        reopened: 0,
        rated: null,
        outcome: 'escalated',
        endedWhile: 'talking',
        endedAt: T0 + 6 * MINUTE,
        note: 'To the lab',
        rating: { is: 'due' },
        away: null,
        emailed: null,
        handbackUntil: null,
        followUp: null,
      },
    ],
  });
});
