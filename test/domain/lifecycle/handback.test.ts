import { describe, expect, it } from 'vitest';
import { handback } from '../../../src/domain/afterwards';
import type { Command } from '../../../src/domain/command';
import { deadlines } from '../../../src/domain/deadlines';
import { type GivenRating, type Lifecycle, openRating, type Rating } from '../../../src/domain/handoff';
import { DEFAULT_POLICY } from '../../../src/domain/policy';
import {
  ana,
  CLOSED,
  comesOf,
  DAY,
  dele,
  ended,
  HOUR,
  MINUTE,
  MORNING,
  OPEN,
  offHours,
  request,
  step,
  T0,
} from './records';
import { STATES } from './states';

const WEEK = { handbackFor: 7 * DAY };
const endedAt = T0 + 10 * MINUTE;
const until = endedAt + 7 * DAY;
const handedBack = (rating: Rating): Lifecycle => ({ turn: 4, handoffs: [ended({ rating, handbackUntil: until })] });
const GIVEN: GivenRating = { is: 'given', thumb: 'up', comment: 'Quick', at: endedAt + MINUTE };
const comesBack = (onDuty: boolean, hours = OPEN): Command => ({ do: 'reopen', hours, onDuty });
const reopens = (state: Lifecycle, now: number, hours = OPEN) => handback(state, hours, now) !== null;

describe('the window after staff have ended a talk', () => {
  const end: Command = { do: 'end', staff: ana, outcome: 'resolved', note: '' };

  it('is none unless the store sets one, and opens after nothing but a staff outcome', () => {
    expect(reopens(step(STATES.withAna, end), endedAt)).toBe(false);
    expect(reopens(step(STATES.withAna, end, { policy: WEEK, now: endedAt }), endedAt + 1)).toBe(true);
    expect(reopens(step(STATES.withAna, { do: 'cancel' }, { policy: WEEK, now: endedAt }), endedAt + 1)).toBe(false);
    const giveUp: Command = { do: 'deadline', name: 'give_up', handoff: 1, hours: OPEN };
    expect(reopens(step(STATES.pending, giveUp, { policy: WEEK }), endedAt)).toBe(false);
  });

  it('closes on time', () => {
    expect(reopens(handedBack({ is: 'asked' }), until - 1)).toBe(true);
    expect(reopens(handedBack({ is: 'asked' }), until)).toBe(false);
    expect(comesOf(handedBack({ is: 'asked' }), comesBack(true), { now: until })).toBe('not_due');
  });

  it('is of the last handoff only: a newer one has its own', () => {
    const again = step(handedBack({ is: 'asked' }), request());
    expect(reopens(again, endedAt + HOUR)).toBe(false);
    expect(reopens(step(again, { do: 'cancel' }), endedAt + HOUR)).toBe(false);
  });

  it('stays open over a request off hours', () => {
    const state = { turn: 4, handoffs: [...handedBack({ is: 'asked' }).handoffs, offHours({ n: 2 })] };
    expect(reopens(state, MORNING)).toBe(true);
    const again = step(state, comesBack(true), { now: MORNING });
    expect(again.handoffs.map(({ n, status }) => `${n} ${status}`)).toEqual(['1 assigned', '2 ended']);
  });
});

describe('a new message within it', () => {
  const now = endedAt + DAY;

  it('reopens the same handoff, at its place, with the same person', () => {
    const again = step(handedBack({ is: 'due' }), comesBack(true), { now });
    expect(again.handoffs).toHaveLength(1);
    expect(again.handoffs[0]).toMatchObject({ status: 'assigned', assignee: ana, requestedAt: T0, reopened: 1 });
    expect(again.turn).toBe(5);
  });

  it('is pending where that person is off duty; anybody may take it, and its ladder starts now', () => {
    const again = step(handedBack({ is: 'due' }), comesBack(false), { now });
    expect(deadlines(again, DEFAULT_POLICY).map(({ name, at }) => [name, at - now])).toEqual([
      ['longer', 5 * MINUTE],
      ['give_up', 30 * MINUTE],
    ]);
    const taken = step(again, { do: 'claim', staff: dele, handoff: 1, over: null }, { now });
    expect(taken.handoffs[0]?.assignees.map(({ staff }) => staff.id)).toEqual(['s-ana', 's-dele']);
  });

  it('brings back whoever had it last', () => {
    const withDele = step(STATES.withAna, { do: 'claim', staff: dele, handoff: 1, over: ana.id });
    const over = step(withDele, { do: 'end', staff: dele, outcome: 'resolved', note: '' }, { policy: WEEK });
    expect(step(over, comesBack(true), { now }).handoffs[0]).toMatchObject({ assignee: dele });
  });

  it('settles what that person still owed', () => {
    const owes = ended({ outcome: 'follow_up', handbackUntil: until, followUp: { since: endedAt, told: false } });
    const again = step({ turn: 4, handoffs: [owes, offHours({ n: 2 })] }, comesBack(true), { now });
    expect(again.handoffs[1]).toMatchObject({ followUp: null });
    expect(deadlines(again, DEFAULT_POLICY)).toEqual([]);
  });

  it('can reopen it again and again', () => {
    let state = handedBack({ is: 'due' });
    for (const n of [1, 2, 3]) {
      state = step(state, comesBack(true), { now });
      expect(state.handoffs[0]).toMatchObject({ reopened: n });
      state = step(state, { do: 'end', staff: ana, outcome: 'resolved', note: '' }, { now, policy: WEEK });
    }
  });
});

describe('the question "How was it?"', () => {
  const now = endedAt + DAY;
  const endsAgain = (state: Lifecycle) =>
    step(
      step(state, comesBack(true), { now }),
      { do: 'end', staff: ana, outcome: 'resolved', note: '' },
      { now, policy: WEEK },
    );
  const rate: Command = { do: 'rate', handoff: 1, thumb: 'down', comment: '' };

  it('that was not answered is withdrawn when the conversation reopens, and asked after it', () => {
    const again = step(handedBack({ is: 'asked' }), comesBack(true), { now });
    expect(openRating(again, now, DEFAULT_POLICY)).toBeNull();
    expect(comesOf(again, rate, { now })).toBe('not_asked');
    expect(endsAgain(handedBack({ is: 'asked' })).handoffs[0]).toMatchObject({ rating: { is: 'due' } });
  });

  it('that was answered is asked no more; the answer stands, and can still be changed', () => {
    const over = endsAgain(handedBack(GIVEN));
    expect(over.handoffs[0]).toMatchObject({ rating: GIVEN, rated: GIVEN });
    expect(deadlines(over, DEFAULT_POLICY)).toEqual([]);
    const changed = step(over, rate, { now: now + MINUTE });
    expect(endsAgain(changed).handoffs[0]).toMatchObject({ rating: { is: 'given', thumb: 'down' } });
  });
});

describe('a new message within it, off hours', () => {
  const now = endedAt + HOUR;
  const asked = step(handedBack({ is: 'asked' }), comesBack(true, CLOSED), { now });

  it('is a request off hours, and takes nothing back of the question', () => {
    expect(asked.handoffs).toMatchObject([
      { outcome: 'resolved', rating: { is: 'asked' } },
      { outcome: 'off_hours', followUp: { since: now, told: false } },
    ]);
    expect(asked.turn).toBe(4);
  });

  it('once for each closed period: from then on the assistant answers', () => {
    expect(reopens(asked, now + 1, CLOSED)).toBe(false);
    expect(reopens(asked, now + 1, { ...CLOSED, opensAt: MORNING + DAY })).toBe(true);
  });

  it('after opening it reaches the person again', () => {
    expect(reopens(asked, MORNING)).toBe(true);
  });

  it('is owed too where staff came by night, and had answered what was asked before', () => {
    let night = step({ turn: 1, handoffs: [] }, request({ hours: CLOSED }), { now: T0 });
    night = step(night, { do: 'reply', staff: ana }, { now: T0 + MINUTE });
    const end: Command = { do: 'end', staff: ana, outcome: 'resolved', note: '' };
    night = step(night, end, { now: T0 + 2 * MINUTE, policy: WEEK });
    expect(night.handoffs[0]).toMatchObject({ followUp: null });
    const more = step(night, comesBack(true, CLOSED), { now });
    expect(more.handoffs[0]).toMatchObject({
      away: { asks: [{ at: T0 }, { at: now }] },
      followUp: { since: now, told: false },
    });
    expect(reopens(more, now + 1, CLOSED)).toBe(false);
  });
});
