import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/command';
import { type Circumstances, deadlines, NOTHING_KNOWN } from '../../../src/domain/deadlines';
import type { Lifecycle } from '../../../src/domain/handoff';
import { DEFAULT_POLICY, type Policy } from '../../../src/domain/policy';
import {
  ana,
  assigned,
  CLOSED,
  comesOf,
  DAY,
  HOUR,
  MINUTE,
  NOW,
  OPEN,
  request,
  SECOND,
  step,
  T0,
  toDele,
} from './records';
import { STATES, type StateName } from './states';

interface Where {
  policy?: Partial<Policy>;
  known?: Partial<Circumstances>;
}
const listed = (state: Lifecycle, { policy, known }: Where = {}) =>
  deadlines(state, { ...DEFAULT_POLICY, ...policy }, { ...NOTHING_KNOWN, ...known }).map(
    (d) => `${d.name} #${d.handoff} +${(d.at - T0) / SECOND}s`,
  );
const fires = (name: 'longer' | 'give_up' | 'rating' | 'unanswered_assignee' | 'unanswered_desk'): Command => ({
  do: 'deadline',
  name,
  handoff: 1,
  hours: OPEN,
});

describe('deadlines', () => {
  it.each<[StateName, string[]]>([
    ['assistant', []],
    ['pending', ['longer #1 +300s', 'give_up #1 +1800s']],
    ['longer', ['give_up #1 +1800s']],
    ['withAna', []],
    ['offered', ['transfer #1 +420s']],
    ['anaGone', []],
    ['due', ['rating #1 +602s']],
    ['asked', []],
    ['given', []],
    ['withdrawn', []],
    ['handback', []],
    ['owed', ['follow_up #1 +15000s']],
    ['offHours', ['follow_up #1 +14400s']],
    ['emailed', ['summary #1 +120s', 'follow_up #1 +14400s']],
  ])('of "%s"', (name, expected) => {
    expect(listed(STATES[name])).toEqual(expected);
  });

  it('come not a millisecond early, and once', () => {
    const at = T0 + 5 * MINUTE;
    expect(comesOf(STATES.pending, fires('longer'), { now: at - 1 })).toBe('not_due');
    const next = step(STATES.pending, fires('longer'), { now: at });
    expect(comesOf(next, fires('longer'), { now: at })).toBe('not_due');
  });

  it('start anew when a chat is released, which keeps its place in the queue', () => {
    const now = T0 + 8 * MINUTE;
    const waited = step(STATES.longer, { do: 'claim', staff: ana, handoff: 1, over: null });
    const released = step(waited, { do: 'release', staff: ana }, { now });
    expect(released.handoffs[0]).toMatchObject({ requestedAt: T0, waitingSince: now, longer: false, told: null });
    expect(listed(released)).toEqual(['longer #1 +780s', 'give_up #1 +2280s']);
  });

  it('of a handoff that is over do not fire on the next one', () => {
    const again = step(STATES.due, request());
    for (const name of ['longer', 'give_up', 'rating'] as const)
      expect(comesOf(again, fires(name), { now: NOW + DAY })).toBe('not_due');
  });

  it('that came too late after an eviction still do the right thing, in any order', () => {
    const now = NOW + DAY;
    const givenUp = step(STATES.pending, fires('give_up'), { now });
    expect(comesOf(givenUp, fires('longer'), { now })).toBe('not_due');
  });
});

describe('a chat that is pending again after the store has closed', () => {
  const closedSince = T0 + 7 * MINUTE;
  const now = T0 + 8 * MINUTE;
  const released = step(STATES.withAna, { do: 'release', staff: ana }, { now });

  it('is closed at once, where the store goes away', () => {
    const policy = { closesAt: closedSince };
    expect(listed(released, { policy })).toContain('closing #1 +420s');
    const closing: Command = { do: 'deadline', name: 'closing', handoff: 1, hours: CLOSED };
    expect(comesOf(released, closing, { now, policy })).toMatchObject({ '#1': { outcome: 'unanswered' } });
  });

  it('waits on, where the table goes on', () => {
    expect(listed(released)).toEqual(['longer #1 +780s', 'give_up #1 +2280s']);
  });
});

describe('a customer who waits for a reply', () => {
  const known = (minutes: number | null) => ({
    known: { owedSince: minutes === null ? null : T0 + minutes * MINUTE },
  });

  it('their assignee is told after five minutes and the desk after ten, once for each unanswered message', () => {
    expect(listed(STATES.withAna, known(2))).toEqual(['unanswered_assignee #1 +420s', 'unanswered_desk #1 +720s']);
    const nudged = step(STATES.withAna, fires('unanswered_assignee'), { ...known(2), now: T0 + 7 * MINUTE });
    expect(listed(nudged, known(2))).toEqual(['unanswered_desk #1 +720s']);
    const told = step(nudged, fires('unanswered_desk'), { ...known(2), now: T0 + 12 * MINUTE });
    expect(listed(told, known(2))).toEqual([]);
  });

  it('and anew for the next message, after an answer', () => {
    const told = step(STATES.withAna, fires('unanswered_desk'), known(2));
    expect(listed(told, known(null))).toEqual([]);
    expect(listed(told, known(20))).toEqual(['unanswered_assignee #1 +1500s', 'unanswered_desk #1 +1800s']);
  });

  it('whoever is told counts from the moment that they took it over', () => {
    const told = step(STATES.withAna, fires('unanswered_desk'), known(2));
    const taken = step(told, { do: 'claim', staff: toDele.staff, handoff: 1, over: ana.id });
    expect(taken.handoffs[0]).toMatchObject({ nudged: null });
  });

  it('is pending again when whoever has the chat has been gone for two minutes', () => {
    expect(listed(STATES.anaGone, known(2))).toContain('gone #1 +420s');
    // They wrote while she had been away for longer than that: at once.
    expect(listed(STATES.anaGone, known(30))).toContain('gone #1 +1800s');
    expect(listed(STATES.anaGone)).toEqual([]);
    expect(listed(STATES.withAna, known(2)).join()).not.toContain('gone');
  });

  it('keeps their place when it is, and waits anew', () => {
    const now = T0 + 20 * MINUTE;
    const gone: Command = { do: 'deadline', name: 'gone', handoff: 1, hours: OPEN };
    const again = step(STATES.anaGone, gone, { ...known(2), now });
    expect(again.handoffs[0]).toMatchObject({ status: 'pending', requestedAt: T0, waitingSince: now, longer: false });
  });

  it('whoever comes back in time keeps it', () => {
    const back = step(STATES.anaGone, { do: 'presence', staff: ana.id, goneSince: null });
    expect(listed(back, known(2)).join()).not.toContain('gone');
  });
});

describe('a customer who has fallen silent', () => {
  const silent = { known: { silentSince: T0 + 5 * MINUTE } };

  it('is left alone, unless the store turns it on', () => {
    expect(listed(STATES.withAna, silent)).toEqual([]);
    const policy = { abandonAfter: 2 * HOUR };
    expect(listed(STATES.withAna, { ...silent, policy })).toEqual(['abandoned #1 +7500s']);
    expect(listed(STATES.withAna, { policy })).toEqual([]);
  });

  it('is asked how it was, with a tag that says what ended', () => {
    const abandoned: Command = { do: 'deadline', name: 'abandoned', handoff: 1, hours: OPEN };
    const state = { turn: 3, handoffs: [assigned()] };
    const next = step(state, abandoned, { ...silent, policy: { abandonAfter: 10 * MINUTE } });
    expect(next.handoffs[0]).toMatchObject({ outcome: 'abandoned', rating: { is: 'due' }, followUp: null });
  });
});
