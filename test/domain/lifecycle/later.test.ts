import { describe, expect, it } from 'vitest';
import type { Command, Tended, Tending } from '../../../src/domain/command';
import { checkInOf, deadlines, NOTHING_KNOWN } from '../../../src/domain/deadlines';
import type { Lifecycle } from '../../../src/domain/handoff';
import { DEFAULT_POLICY } from '../../../src/domain/policy';
import { ana, comesOf, DAY, dele, HOUR, MINUTE, mira, NOW, OPEN, request, step, T0, type When } from './records';
import { STATES } from './states';

/** What staff see to later: call-backs, what is owed, and check-ins after a resolution. */

const fires = (name: 'follow_up' | 'check_in' | 'reminder', handoff = 1): Command => ({
  ...{ do: 'deadline', name, handoff, hours: OPEN },
});
const dues = (state: Lifecycle, known = {}) =>
  deadlines(state, DEFAULT_POLICY, { ...NOTHING_KNOWN, ...known }).map(({ name, handoff, at }) => [name, handoff, at]);

describe('a call-back', () => {
  const AT = NOW + HOUR;
  const remind = (over: Partial<Command & { do: 'remind' }> = {}): Command => ({
    ...{ do: 'remind', staff: ana, owner: dele, at: AT, line: 'Call Mira back' },
    ...over,
  });
  const set = step(STATES.withAna, remind());
  const tend = (as: Tending, n = 1): Command => ({ do: 'tend', staff: mira, of: { is: 'reminder', n }, as });

  it.each(['withAna', 'pending', 'owed', 'fresh'] as const)('can be set on any conversation: %s', (name) => {
    const state = name === 'fresh' ? { turn: 1, handoffs: [] } : STATES[name];
    expect(comesOf(state, remind())).toMatchObject({ effects: ['reminder 1 set by s-ana', 'project'] });
    expect(step(state, remind()).turn).toBe(state.turn);
  });

  it('tells its owner when it falls due, once, and stays until it is done', () => {
    expect(comesOf(set, fires('reminder'), { now: AT - 1 })).toBe('not_due');
    expect(comesOf(set, fires('reminder'), { now: AT })).toMatchObject({ effects: ['remind 1', 'project'] });
    const told = step(set, fires('reminder'), { now: AT });
    expect(comesOf(told, fires('reminder'), { now: AT + DAY })).toBe('not_due');
    expect(told.reminders).toMatchObject([{ n: 1, line: 'Call Mira back', owner: dele, told: true }]);
    expect(step(told, tend({ is: 'done' })).reminders).toEqual([]);
  });

  it('falls due again where it is put off, and belongs to whoever it is given to', () => {
    const told = step(set, fires('reminder'), { now: AT });
    const again = step(told, tend({ is: 'snoozed', until: AT + DAY }), { now: AT });
    expect(comesOf(again, fires('reminder'), { now: AT + DAY - 1 })).toBe('not_due');
    expect(comesOf(again, fires('reminder'), { now: AT + DAY })).toMatchObject({ effects: ['remind 1', 'project'] });
    expect(step(set, tend({ is: 'given', to: ana })).reminders).toMatchObject([{ owner: ana, at: AT }]);
  });

  it('survives whatever becomes of the handoff', () => {
    const ended = step(set, { do: 'end', staff: ana, outcome: 'resolved', note: '' });
    const asked = step(ended, request(), { now: NOW + MINUTE });
    expect(asked.reminders).toEqual(set.reminders);
  });

  it('is never set into the past, is bounded, and its number is not used again', () => {
    expect(comesOf(STATES.withAna, remind({ at: NOW }))).toBe('not_allowed_now');
    expect(comesOf(set, tend({ is: 'snoozed', until: NOW }))).toBe('not_allowed_now');
    expect(comesOf(set, tend({ is: 'done' }, 2))).toBe('not_due');
    let many: Lifecycle = STATES.withAna;
    for (let n = 0; n < 20; n++) many = step(many, remind());
    expect(comesOf(many, remind())).toBe('not_allowed_now');
    const next = step(step(many, tend({ is: 'done' }, 20)), remind());
    expect(next.reminders?.at(-1)?.n).toBe(21);
  });
});

describe('what is owed', () => {
  const of: Tended = { is: 'follow_up', handoff: 1 };
  const tend = (as: Tending, over: Partial<Tended> = {}): Command => ({
    ...{ do: 'tend', staff: ana, of: { ...of, ...over } as Tended, as },
  });
  const since = STATES.owed.handoffs[0]?.status === 'ended' ? (STATES.owed.handoffs[0].followUp?.since ?? 0) : 0;

  it('has an owner where somebody sees to it', () => {
    const mine = step(STATES.owed, tend({ is: 'given', to: dele }));
    expect(mine.handoffs[0]).toMatchObject({ followUp: { since, owner: dele } });
    const nobodys = step(mine, tend({ is: 'given', to: null }));
    expect(nobodys.handoffs[0]).not.toHaveProperty('followUp.owner');
  });

  it('falls due when it was put off to, also where it had fallen due before', () => {
    const until = NOW + DAY;
    const off = step(STATES.owed, tend({ is: 'snoozed', until }));
    expect(dues(off)).toContainEqual(['follow_up', 1, until]);
    const told = step(off, fires('follow_up'), { now: until });
    const again = step(told, tend({ is: 'snoozed', until: until + DAY }), { now: until });
    expect(comesOf(again, fires('follow_up'), { now: until + DAY })).toMatchObject({
      effects: ['alert #1: follow_up'],
    });
  });

  it('is settled where somebody says that it is done, and no responder changes', () => {
    const done = step(STATES.owed, tend({ is: 'done' }));
    expect(done.handoffs[0]).toMatchObject({ followUp: null });
    expect(done.turn).toBe(STATES.owed.turn);
    expect(comesOf(done, tend({ is: 'done' }))).toBe('not_due');
  });

  it('is nothing that can be seen to where nothing is owed', () => {
    expect(comesOf(STATES.withAna, tend({ is: 'done' }))).toBe('not_due');
    expect(comesOf(STATES.owed, tend({ is: 'done' }, { handoff: 7 }))).toBe('not_due');
  });
});

describe('a check-in', () => {
  const plan = { days: 3, text: 'Did it arrive?' };
  const ended = step(STATES.withAna, { do: 'end', staff: ana, outcome: 'resolved', note: '', checkIn: plan });
  const later = (over: Partial<Command & { do: 'check_in' }> = {}): Command => ({
    ...{ do: 'check_in', staff: dele, handoff: 1, plan },
    ...over,
  });
  const AT = NOW + 3 * DAY;
  const comes = (state: Lifecycle, when: When = {}) => comesOf(state, fires('check_in'), { now: AT, ...when });

  it('goes out so many days after the resolution, in the name of whoever ended it, once; the assistant stays', () => {
    expect(comes(ended, { now: AT - 1 })).toBe('not_due');
    expect(comes(ended)).toMatchObject({ effects: ['say by s-ana: Did it arrive?', 'project with transcript'] });
    const sent = step(ended, fires('check_in'), { now: AT });
    expect(sent.turn).toBe(ended.turn);
    expect(comes(sent, { now: AT + DAY })).toBe('not_due');
  });

  it.each<[string, Lifecycle, When]>([
    ['the customer wrote since', ended, { known: { wroteAt: NOW + 1 } }],
    ['the customer asks for a person', step(ended, request(), { now: NOW + 1 }), {}],
    [
      'a colleague takes over',
      step(ended, { do: 'claim', staff: dele, handoff: null, over: null }, { now: NOW + 1 }),
      {},
    ],
    ['it was called off', step(ended, later({ plan: null })), {}],
  ])('does not go out where %s', (_, state, when) => {
    expect(comes(state, when)).toBe('not_due');
  });

  it('goes out where the customer wrote before it was planned only', () => {
    expect(comes(ended, { known: { wroteAt: NOW } })).toMatchObject({
      effects: [expect.stringMatching(/^say/), expect.anything()],
    });
    const planned = step(step(ended, later({ plan: null })), later(), { now: NOW + HOUR });
    const handoff = planned.handoffs[0];
    expect(handoff && checkInOf(planned, handoff, { ...NOTHING_KNOWN, wroteAt: NOW + MINUTE })).toMatchObject({
      staff: dele,
      at: AT + HOUR,
    });
  });

  it('follows a resolution only, and the last one', () => {
    for (const outcome of ['escalated', 'follow_up'] as const) {
      const other = step(STATES.withAna, { do: 'end', staff: ana, outcome, note: '', checkIn: plan });
      expect(dues(other).filter(([name]) => name === 'check_in')).toEqual([]);
      expect(comesOf(other, later())).toBe('not_allowed_now');
    }
    expect(comesOf(STATES.withAna, later())).toBe('not_allowed_now');
    expect(comesOf(ended, later({ handoff: 2 }))).toBe('not_allowed_now');
    expect(comesOf(step(ended, later({ plan: null })), later({ plan: null }))).toBe('not_due');
  });

  it('leaves nothing behind where the handoff is reopened', () => {
    const policy = { handbackFor: 7 * DAY };
    const back = step(
      STATES.withAna,
      { do: 'end', staff: ana, outcome: 'resolved', note: '', checkIn: plan },
      { policy },
    );
    const again = step(back, { do: 'reopen', hours: OPEN, onDuty: true }, { now: NOW + MINUTE, policy });
    expect(again.handoffs[0]).not.toHaveProperty('checkIn');
    expect(T0).toBeLessThan(NOW);
  });
});
