import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/command';
import { deadlines } from '../../../src/domain/deadlines';
import { responderOf } from '../../../src/domain/handoff';
import { DEFAULT_POLICY } from '../../../src/domain/policy';
import { mayReply } from '../../../src/domain/talking';
import { ana, assigned, comesOf, dele, MINUTE, mira, OPEN, pending, step, T0, toCare, toDele } from './records';
import { STATES } from './states';

const at = (minutes: number) => ({ now: T0 + minutes * MINUTE });
const lapses: Command = { do: 'deadline', name: 'transfer', handoff: 1, hours: OPEN };
const offered = step(STATES.withAna, { do: 'transfer', staff: ana, to: toDele }, at(5));

describe('a chat that is offered', () => {
  it('stays with whoever offered it, who goes on answering', () => {
    expect(responderOf(offered)).toEqual({ is: 'staff', staff: ana });
    expect(offered.turn).toBe(STATES.withAna.turn);
    const answered = step(offered, { do: 'reply', staff: ana }, at(6));
    expect(answered.handoffs[0]).toMatchObject({ assignee: ana, transfer: { to: toDele, at: T0 + 5 * MINUTE } });
  });

  it('is taken by claiming it or by answering in it', () => {
    const claim: Command = { do: 'claim', staff: dele, handoff: 1, over: ana.id };
    for (const command of [claim, { do: 'reply', staff: dele } as const]) {
      const taken = step(offered, command, at(6));
      expect(taken.handoffs[0]).toMatchObject({ assignee: dele, transfer: null, requestedAt: T0 });
      expect(deadlines(taken, DEFAULT_POLICY)).toEqual([]);
    }
  });

  it('is answered by whom it was offered to; anybody else takes it over first', () => {
    const [one] = offered.handoffs;
    if (one?.status !== 'assigned') throw new Error('not assigned');
    expect([ana, dele, mira].map((staff) => mayReply(one, staff))).toEqual([true, true, false]);
    const toTeam = assigned({ transfer: { to: toCare, at: T0 } });
    expect([ana, dele, mira].map((staff) => mayReply(toTeam, staff))).toEqual([true, false, false]);
    expect(mayReply(pending(), mira)).toBe(true);
    expect(mayReply(null, mira)).toBe(true);
  });

  it('that nobody takes goes back after two minutes, and not before', () => {
    expect(comesOf(offered, lapses, { now: T0 + 7 * MINUTE - 1 })).toBe('not_due');
    expect(comesOf(offered, lapses, at(7))).toEqual({
      '#1': { transfer: null },
      effects: ['transfer lapsed #1: s-ana to s-dele'],
    });
  });

  it('is pending again where whoever offered it has gone, and keeps its place', () => {
    const left = step(offered, { do: 'presence', staff: ana.id, goneSince: T0 + 6 * MINUTE }, at(6));
    const lapsed = step(left, lapses, at(7));
    expect(lapsed.handoffs[0]).toEqual(
      pending({ assignees: [{ staff: ana, at: T0 + MINUTE }], waitingSince: T0 + 7 * MINUTE }),
    );
    expect(comesOf(left, lapses, at(7))).toMatchObject({ effects: ['released #1: s-ana, gone', 'project'] });
  });

  it('offered to somebody else instead, it waits for them anew', () => {
    const again = step(offered, { do: 'transfer', staff: ana, to: toCare }, at(6));
    expect(deadlines(again, DEFAULT_POLICY)).toMatchObject([{ name: 'transfer', at: T0 + 8 * MINUTE }]);
    expect(comesOf(again, { do: 'reply', staff: dele }, at(6))).toBe('not_yours by s-ana');
  });

  it('and withdrawn is as if it had not been', () => {
    const withdrawn = step(offered, { do: 'withdraw', staff: ana }, at(6));
    expect(withdrawn).toEqual(STATES.withAna);
    expect(comesOf(withdrawn, { do: 'reply', staff: dele }, at(6))).toBe('not_yours by s-ana');
  });

  it('ends when the customer cancels', () => {
    const cancelled = step(offered, { do: 'cancel' }, at(6));
    expect(cancelled.handoffs[0]).toMatchObject({ status: 'ended', outcome: 'cancelled', endedWhile: 'talking' });
    expect(comesOf(cancelled, { do: 'reply', staff: dele }, at(7))).toMatchObject({ '#2': { source: 'staff' } });
  });
});
