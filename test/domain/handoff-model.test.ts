import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command';
import { deadlines } from '../../src/domain/deadlines';
import { decide } from '../../src/domain/decide';
import {
  type Handoff,
  type Hours,
  type Lifecycle,
  NEW_LIFECYCLE,
  openHandoff,
  responderOf,
} from '../../src/domain/handoff';
import { DEFAULT_POLICY } from '../../src/domain/policy';
import { REASONS } from '../../src/domain/reasons';
import { deepFreeze } from './freeze';

/**
 * The lifecycle as a model: two tabs of one customer and three staff members send whatever they like in any order, on
 * views that may be stale, while the clock runs and deadlines fire early, late, twice or never. What is checked after
 * every step is written down here once more in the plainest way, and knows nothing of how the machine does it.
 */

const T0 = Date.UTC(2026, 5, 1, 9, 0, 0);
const OPEN: Hours = { open: true };
const closed = (opensAt: number): Hours => ({ open: false, opensAt, words: null, first: 'en' });
const RUNS = 4_000;
const STEPS = 60;

const STAFF = [
  { id: 's-ana', name: 'Ana Petrova' },
  { id: 's-dele', name: 'Dele Okafor' },
  { id: 's-mira', name: 'Mira Lindqvist' },
] as const;
type Who = 0 | 1 | 2;

type Step =
  | { step: 'clock'; by: number }
  | { step: 'look'; who: Who }
  | { step: 'tabLooks'; tab: 0 | 1 }
  | { step: 'claim' | 'reply' | 'release'; who: Who }
  | { step: 'race'; order: Who[] }
  | { step: 'end'; who: Who; outcome: 'resolved' | 'escalated' | 'follow_up' }
  | {
      step: 'request';
      reason: (typeof REASONS)[number];
      source: 'customer' | 'assistant' | 'rule';
      urgent: boolean;
      hours: Hours;
    }
  | { step: 'told'; handoff: number; estimate: number | null; somebodyHere: boolean }
  | { step: 'cancel' }
  | { step: 'rate'; tab: 0 | 1; thumb: 'up' | 'down' }
  | { step: 'fire'; name: 'longer' | 'give_up' | 'rating'; handoff: number }
  | { step: 'alarm' };

const who = fc.constantFrom<Who>(0, 1, 2);
const tab = fc.constantFrom<0 | 1>(0, 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant('clock' as const),
      // Around every threshold of the policy: the rating's 2 s, 5 and 30 minutes, 7 days.
      by: fc.constantFrom(0, 1, 1_999, 2_000, 60_000, 299_999, 300_000, 1_800_000, 7 * 86_400_000),
    }),
  },
  { weight: 3, arbitrary: fc.record({ step: fc.constant('look' as const), who }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('tabLooks' as const), tab }) },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('told' as const),
      handoff: fc.integer({ min: 1, max: 4 }),
      estimate: fc.constantFrom(null, 1, 4, 30),
      somebodyHere: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ step: fc.constantFrom('claim' as const, 'reply' as const), who }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('release' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('race' as const),
      order: fc.shuffledSubarray<Who>([0, 1, 2], { minLength: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('end' as const),
      who,
      outcome: fc.constantFrom('resolved' as const, 'escalated' as const, 'follow_up' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      step: fc.constant('request' as const),
      reason: fc.constantFrom(...REASONS),
      source: fc.constantFrom('customer' as const, 'assistant' as const, 'rule' as const),
      // Open most of the time; two different closed periods.
      hours: fc.constantFrom(OPEN, OPEN, OPEN, closed(T0 + 3_600_000), closed(T0 + 90_000_000)),
      urgent: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('cancel' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant('rate' as const),
      tab,
      thumb: fc.constantFrom('up' as const, 'down' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('fire' as const),
      name: fc.constantFrom('longer' as const, 'give_up' as const, 'rating' as const),
      handoff: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ step: fc.constant('alarm' as const) }) },
);

/** Which fields a handoff has, by status: none of another state's may stay behind. */
const BASE = ['n', 'reason', 'urgency', 'source', 'trigger', 'requestedAt', 'assignees', 'firstReplyAt', 'status'];
const FIELDS: Record<Handoff['status'], string[]> = {
  pending: [...BASE, 'waitingSince', 'longer', 'told'].sort(),
  assigned: [...BASE, 'assignee', 'assignedAt'].sort(),
  ended: [...BASE, 'outcome', 'endedWhile', 'endedAt', 'note', 'rating', 'away'].sort(),
};

/** Who should answer the customer after an accepted command: "assistant", "nobody" or a staff member's id. */
function expectedResponder(before: string, command: Command): string {
  switch (command.do) {
    case 'request':
      // Outside hours nothing is ever pending: whoever answered goes on.
      return command.hours.open ? 'nobody' : before;
    case 'told':
      return before;
    case 'claim':
    case 'reply':
      return command.staff.id;
    case 'release':
      return 'nobody';
    case 'end':
    case 'cancel':
      return 'assistant';
    case 'deadline':
      return command.name === 'give_up' ? 'assistant' : before;
    case 'rate':
      return before;
  }
}

const ladder = (handoff: Handoff) => (handoff.status === 'ended' ? 2 : handoff.status === 'assigned' ? 1 : 0);
const withoutRating = (handoff: Handoff) => JSON.stringify({ ...handoff, rating: undefined });
const timesOf = (h: Handoff): number[] => [
  h.requestedAt,
  ...h.assignees.map((a) => a.at),
  ...(h.status === 'ended' ? [h.endedAt] : []),
];

/** Asked while the store was closed. */
const isAway = (handoff: Handoff): boolean => handoff.status === 'ended' && handoff.outcome === 'off_hours';

class World {
  state: Lifecycle = deepFreeze(structuredClone(NEW_LIFECYCLE));
  now = T0;
  responder = 'assistant';
  /** What each staff member and each tab has on screen. */
  views = STAFF.map(() => ({ handoff: null as number | null, over: null as string | null }));
  tabs = [1, 1];
  readonly seen = new Set<string>();

  run(step: Step): void {
    switch (step.step) {
      case 'clock':
        this.now += step.by;
        break;
      case 'look':
        this.look(step.who);
        break;
      case 'tabLooks':
        this.tabs[step.tab] = Math.max(1, this.state.handoffs.length);
        break;
      case 'claim':
        this.send({ do: 'claim', staff: STAFF[step.who], ...this.view(step.who) });
        break;
      case 'reply':
      case 'release':
        this.send({ do: step.step, staff: STAFF[step.who] });
        break;
      case 'race':
        this.race(step.order);
        break;
      case 'end':
        this.send({ do: 'end', staff: STAFF[step.who], outcome: step.outcome, note: '' });
        break;
      case 'request': {
        const { reason, source, urgent } = step;
        this.send({
          do: 'request',
          reason,
          source,
          trigger: reason,
          hours: OPEN,
          ...(urgent ? { urgency: 'urgent' } : {}),
        });
        break;
      }
      case 'told': {
        const { handoff, estimate, somebodyHere } = step;
        this.send({ do: 'told', handoff, estimate, somebodyHere });
        break;
      }
      case 'cancel':
        this.send({ do: 'cancel' });
        break;
      case 'rate':
        this.send({ do: 'rate', handoff: this.tabs[step.tab] ?? 1, thumb: step.thumb, comment: '' });
        break;
      case 'fire':
        this.send({ do: 'deadline', name: step.name, handoff: step.handoff, hours: OPEN });
        break;
      case 'alarm':
        this.alarm();
        break;
    }
  }

  private view(who: Who) {
    return this.views[who] ?? { handoff: null, over: null };
  }

  private look(who: Who): void {
    const open = openHandoff(this.state);
    this.views[who] = { handoff: open?.n ?? null, over: open?.status === 'assigned' ? open.assignee.id : null };
  }

  /** All look at the same state, then claim one after another: one wins, the others read by whom it was taken. */
  private race(order: Who[]): void {
    for (const one of order) this.look(one);
    const holder = this.responder;
    const contenders = order.filter((one) => STAFF[one].id !== holder);
    const answers = contenders.map((one) => this.send({ do: 'claim', staff: STAFF[one], ...this.view(one) }));
    const winner = contenders[0];
    if (winner === undefined) return;
    expect(answers).toEqual(contenders.map((_, i) => (i === 0 ? 'ok' : `taken by ${STAFF[winner].id}`)));
    this.seen.add('race');
  }

  /** Fires what is due, soonest first; firing again must find nothing. */
  private alarm(): void {
    const due = deadlines(this.state, DEFAULT_POLICY)
      .filter((d) => d.at <= this.now)
      .sort((a, b) => a.at - b.at);
    for (const { name, handoff } of due) {
      expect(this.send({ do: 'deadline', name, handoff, hours: OPEN })).toBe('ok');
      expect(this.send({ do: 'deadline', name, handoff, hours: OPEN })).toBe('not_due');
    }
  }

  private send(command: Command): string {
    const before = this.state;
    const copy = JSON.stringify(before);
    const decision = decide(before, deepFreeze(command), this.now, DEFAULT_POLICY);
    expect(JSON.stringify(before)).toBe(copy);
    if (!decision.ok) {
      this.seen.add(decision.reason);
      return decision.by ? `${decision.reason} by ${decision.by.id}` : decision.reason;
    }
    this.seen.add(command.do === 'deadline' ? command.name : command.do);
    if (command.do === 'release' || command.do === 'end')
      expect(this.responder, 'only its assignee releases or ends a handoff').toBe(command.staff.id);
    if (command.do === 'claim' && command.handoff !== null)
      expect(before.handoffs[command.handoff - 1]?.status, 'what is claimed as seen is still open').not.toBe('ended');
    const wasOpen = openHandoff(before) !== null;
    const raised = command.do === 'request' && wasOpen;
    if (raised) this.seen.add('raised');
    const responder = raised ? this.responder : expectedResponder(this.responder, command);
    this.state = deepFreeze(decision.next);
    this.check(before, responder);
    this.responder = responder;
    return 'ok';
  }

  private check(before: Lifecycle, expected: string): void {
    const { state, now } = this;
    const is = responderOf(state);
    expect(is.is === 'staff' ? is.staff.id : is.is, 'the first responder').toBe(expected);
    expect(state.turn, 'the turn rises by one exactly when the first responder changes').toBe(
      before.turn + (expected === this.responder ? 0 : 1),
    );

    const open = state.handoffs.filter((h) => h.status !== 'ended');
    expect(open.length, 'open handoffs').toBeLessThanOrEqual(1);
    expect(open.length === 0 || open[0] === state.handoffs.at(-1), 'only the last is open').toBe(true);
    expect(
      state.handoffs.map((h) => h.n),
      'numbered from 1 without a gap',
    ).toEqual(state.handoffs.map((_, i) => i + 1));
    expect(state.handoffs.length - before.handoffs.length, 'appended one at a time').toBeOneOf([0, 1]);

    for (const handoff of state.handoffs) {
      expect(Object.keys(handoff).sort(), 'the fields of its state').toEqual(FIELDS[handoff.status]);
      const times = timesOf(handoff);
      expect(times, 'times never decrease').toEqual([...times].sort((a, b) => a - b));
      for (const at of times) expect(at, 'nothing lies ahead').toBeLessThanOrEqual(now);
      const old = before.handoffs[handoff.n - 1];
      if (old) this.checkAgainst(old, handoff);
      const later = state.handoffs.slice(handoff.n).filter((h) => !isAway(h));
      if (handoff.status === 'ended' && !isAway(handoff) && later.length > 0)
        expect(handoff.rating.is, 'an unanswered question of an earlier handoff').toBeOneOf(['given', 'withdrawn']);
      if (isAway(handoff))
        expect(handoff, 'off hours nothing is begun').toMatchObject({ rating: { is: 'none' }, assignees: [] });
      if (handoff.status === 'assigned') expect(handoff.assignees.at(-1)?.staff).toEqual(handoff.assignee);
    }
    this.checkDeadlines();
  }

  private checkAgainst(old: Handoff, now: Handoff): void {
    expect(now.requestedAt, 'its place in the queue').toBe(old.requestedAt);
    expect(now.assignees.slice(0, old.assignees.length), 'assignees only grow').toEqual(old.assignees);
    if (old.firstReplyAt !== null) expect(now.firstReplyAt, 'the first reply stays the first').toBe(old.firstReplyAt);
    if (old.urgency === 'urgent') expect(now.urgency, 'urgent stays urgent').toBe('urgent');
    if (isAway(old)) {
      const asks = (h: Handoff) => (h.status === 'ended' ? (h.away?.asks ?? []) : []);
      expect(asks(now).slice(0, asks(old).length), 'requests of a closed period are added').toEqual(asks(old));
      expect(isAway(now), 'off hours stays off hours').toBe(true);
    } else if (old.status === 'ended') {
      expect(withoutRating(now), 'an ended handoff changes in nothing but its rating').toBe(withoutRating(old));
      const was = old.rating.is;
      const is = now.status === 'ended' ? now.rating.is : 'gone';
      const allowed = { due: ['due', 'asked', 'withdrawn'], asked: ['asked', 'given', 'withdrawn'] };
      expect(is, `a rating that was ${was}`).toBeOneOf(was === 'due' || was === 'asked' ? allowed[was] : [was]);
    } else if (now.status === 'ended') {
      expect(now.rating, 'the question comes later').toEqual({ is: 'due' });
    } else if (ladder(now) < ladder(old)) {
      expect(now.status, 'only a release goes back').toBe('pending');
    }
  }

  private checkDeadlines(): void {
    const { state } = this;
    const list = deadlines(state, DEFAULT_POLICY);
    const last = state.handoffs.findLast((h) => !isAway(h));
    for (const d of list) expect(d.handoff, 'deadlines are of the latest handoff').toBe(last?.n);
    expect(new Set(list.map((d) => d.name)).size, 'each deadline once').toBe(list.length);
    const names = list.map((d) => d.name);
    if (last?.status === 'pending') {
      expect(names, 'no waiting customer without a deadline').toContain('give_up');
      for (const d of list) expect(d.at, 'the ladder starts where the waiting did').toBeGreaterThan(last.waitingSince);
    } else if (last?.status === 'ended' && last.rating.is === 'due') {
      expect(names).toEqual(['rating']);
    } else {
      expect(names).toEqual([]);
    }
  }
}

describe('the lifecycle, in any order', () => {
  it(`keeps its invariants over ${RUNS} runs`, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: STEPS, size: 'max' }), (steps) => {
        const world = new World();
        for (const one of steps) world.run(one);
        for (const what of world.seen) seen.add(what);
      }),
      { numRuns: RUNS },
    );
    // A run that never reaches a refusal or a command proves nothing about it.
    expect([...seen].sort()).toEqual(
      [
        ...['request', 'raised', 'claim', 'race', 'reply', 'release', 'end', 'cancel', 'rate', 'told'],
        ...['longer', 'give_up', 'rating'],
        ...['already_open', 'nothing_open', 'taken', 'already_yours', 'not_yours', 'handoff_over'],
        ...['not_allowed_now', 'not_asked', 'rating_closed', 'not_due'],
      ].sort(),
    );
  });
});
