import { describe, expect, it } from 'vitest';
import type { Command, Decision, Effect } from '../../src/domain/command';
import { deadlines } from '../../src/domain/deadlines';
import { decide } from '../../src/domain/decide';
import {
  type Assigned,
  type Ended,
  type Handoff,
  type Hours,
  type Lifecycle,
  NEW_LIFECYCLE,
  openRating,
  type Pending,
  type Rating,
  ratingSource,
  responderOf,
} from '../../src/domain/handoff';
import { DEFAULT_POLICY } from '../../src/domain/policy';
import { deepFreeze } from './freeze';

const T0 = Date.UTC(2026, 5, 1, 9, 0, 0);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** When the command of a case arrives, if the case says nothing else: every deadline of its state has passed. */
const NOW = T0 + 40 * MINUTE;

const ana = { id: 's-ana', name: 'Ana Petrova' };
const dele = { id: 's-dele', name: 'Dele Okafor' };

const OPEN: Hours = { open: true };

const common = {
  n: 1,
  reason: 'customer_request',
  urgency: 'normal',
  source: 'customer',
  trigger: 'Talk to a person',
  requestedAt: T0,
  destination: null,
  assignees: [],
  firstReplyAt: null,
  reopened: 0,
  rated: null,
} as const satisfies Partial<Handoff>;
const pending = (over: Partial<Pending> = {}): Pending => ({
  ...common,
  assignees: [],
  status: 'pending',
  waitingSince: T0,
  longer: false,
  told: null,
  ...over,
});
const assigned = (over: Partial<Assigned> = {}): Assigned => ({
  ...common,
  assignees: [{ staff: ana, at: T0 + MINUTE }],
  status: 'assigned',
  assignee: ana,
  assignedAt: T0 + MINUTE,
  transfer: null,
  goneSince: null,
  nudged: null,
  ...over,
});
const ended = (over: Partial<Ended> = {}): Ended => ({
  ...common,
  assignees: [{ staff: ana, at: T0 + MINUTE }],
  status: 'ended',
  outcome: 'resolved',
  endedWhile: 'talking',
  endedAt: T0 + 10 * MINUTE,
  note: '',
  rating: { is: 'due' },
  away: null,
  emailed: null,
  handbackUntil: null,
  followUp: null,
  ...over,
});
const GIVEN: Rating = { is: 'given', thumb: 'up', comment: 'Quick', at: T0 + 11 * MINUTE };

const STATES = {
  assistant: NEW_LIFECYCLE,
  pending: { turn: 2, handoffs: [pending()] },
  longer: { turn: 2, handoffs: [pending({ longer: true })] },
  withAna: { turn: 3, handoffs: [assigned()] },
  due: { turn: 4, handoffs: [ended()] },
  asked: { turn: 4, handoffs: [ended({ rating: { is: 'asked' } })] },
  given: { turn: 4, handoffs: [ended({ rating: GIVEN })] },
  withdrawn: { turn: 4, handoffs: [ended({ rating: { is: 'withdrawn' } })] },
} satisfies Record<string, Lifecycle>;
type StateName = keyof typeof STATES;

/** What is expected of a case: a refusal ("taken by s-ana"), or what differs afterwards, with the effects in words. */
type Expected = string | { turn?: number; effects: string[]; [handoff: `#${number}`]: object };

/** Only what differs: the turn, and of each handoff the fields that changed (all of a new one). */
function changes(before: Lifecycle, after: Lifecycle): object {
  const result: Record<string, unknown> = {};
  if (before.turn !== after.turn) result.turn = after.turn;
  for (const handoff of after.handoffs) {
    const old: object = before.handoffs.find((h) => h.n === handoff.n) ?? {};
    const changed = Object.entries(handoff).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(old, key)),
    );
    if (changed.length > 0) result[`#${handoff.n}`] = Object.fromEntries(changed);
  }
  return result;
}

function words(effect: Effect): string {
  if (effect.type === 'cut') return effect.by ? `cut by ${effect.by.id}` : 'cut';
  if (effect.type === 'alert') return `alert #${effect.handoff}: ${effect.why}`;
  if (effect.type === 'summary') return `summary #${effect.handoff}${effect.again ? ' again' : ''}`;
  if (effect.type === 'project') return effect.transcript ? 'project with transcript' : 'project';
  const { event } = effect;
  switch (event.what) {
    case 'asked':
      return `asked #${event.handoff}: ${event.reason} from ${event.source}`;
    case 'joined':
      return `joined #${event.handoff}: ${event.staff.id}${event.previous ? ` after ${event.previous.id}` : ''}`;
    case 'released':
      return `released #${event.handoff}: ${event.staff.id}${event.why === 'gone' ? ', gone' : ''}`;
    case 'ended':
      return `ended #${event.handoff}: ${event.outcome} by ${event.staff?.id ?? 'nobody'} while ${event.endedWhile}`;
    case 'away':
      return `away #${event.handoff} until ${event.hours.opensAt}`;
    case 'emailed':
      return `emailed #${event.handoff} to ${event.to}`;
    case 'transfer':
      return `transfer ${event.is} #${event.handoff} by ${event.staff.id}`;
    case 'mail':
      return `mail ${event.is}`;
  }
}

function observed(state: Lifecycle, decision: Decision): Expected {
  if (!decision.ok) return decision.by ? `${decision.reason} by ${decision.by.id}` : decision.reason;
  return { ...changes(state, decision.next), effects: decision.effects.map(words) };
}

const decideOn = (state: Lifecycle, command: Command, now = NOW, policy = DEFAULT_POLICY): Decision =>
  decide(deepFreeze(state), deepFreeze(command), now, policy);

/** Throws where a refusal comes, for stories that have to go on. */
function step(state: Lifecycle, command: Command, now = NOW): Lifecycle {
  const decision = decideOn(state, command, now);
  if (!decision.ok) throw new Error(`${command.do}: ${decision.reason}`);
  return decision.next;
}

const request = (over: Partial<Command & { do: 'request' }> = {}): Command => ({
  do: 'request',
  source: 'customer',
  reason: 'customer_request',
  trigger: 'A person, please',
  hours: OPEN,
  ...over,
});

/** The handoff that `request()` opens in a conversation that has `n - 1`. */
const opened = (n: number, over: object = {}) => ({
  status: 'pending',
  n,
  reason: 'customer_request',
  urgency: 'normal',
  source: 'customer',
  trigger: 'A person, please',
  requestedAt: NOW,
  waitingSince: NOW,
  longer: false,
  told: null,
  assignees: [],
  firstReplyAt: null,
  ...over,
});
const asked = (n: number) => ['cut', `asked #${n}: customer_request from customer`, 'project'];

const steppedIn = (n: number, staff: typeof ana, over: object = {}) => ({
  status: 'assigned',
  n,
  reason: null,
  urgency: 'normal',
  source: 'staff',
  trigger: '',
  requestedAt: NOW,
  assignee: staff,
  assignedAt: NOW,
  assignees: [{ staff, at: NOW }],
  firstReplyAt: null,
  ...over,
});
const WITHDRAWN = { rating: { is: 'withdrawn' } };
const claimedBy = (staff: typeof ana, over: object = {}) => ({
  status: 'assigned',
  assignee: staff,
  assignedAt: NOW,
  assignees: [{ staff, at: NOW }],
  ...over,
});
const over = (outcome: string, endedWhile: string, more: object = {}) => ({
  status: 'ended',
  outcome,
  endedWhile,
  endedAt: NOW,
  note: '',
  rating: { is: 'due' },
  away: null,
  ...more,
});
const given = { '#1': { rating: { is: 'given', thumb: 'down', comment: 'Slow', at: NOW } }, effects: ['project'] };

/** Every command in every state; the type says when a state is missing. */
const CASES: [string, Command, Record<StateName, Expected>][] = [
  [
    'request',
    request(),
    {
      assistant: { turn: 2, '#1': opened(1), effects: asked(1) },
      pending: 'already_open',
      longer: 'already_open',
      withAna: 'already_open',
      due: { turn: 5, '#1': WITHDRAWN, '#2': opened(2), effects: asked(2) },
      asked: { turn: 5, '#1': WITHDRAWN, '#2': opened(2), effects: asked(2) },
      given: { turn: 5, '#2': opened(2), effects: asked(2) },
      withdrawn: { turn: 5, '#2': opened(2), effects: asked(2) },
    },
  ],
  [
    'a more urgent request',
    request({ reason: 'refund', trigger: 'I want my money back' }),
    {
      assistant: {
        turn: 2,
        '#1': opened(1, { reason: 'refund', urgency: 'urgent', trigger: 'I want my money back' }),
        effects: ['cut', 'asked #1: refund from customer', 'project'],
      },
      pending: {
        '#1': { reason: 'refund', urgency: 'urgent', trigger: 'I want my money back' },
        effects: ['project'],
      },
      longer: {
        '#1': { reason: 'refund', urgency: 'urgent', trigger: 'I want my money back' },
        effects: ['project'],
      },
      withAna: 'already_open',
      ...both(['due', 'asked'], {
        turn: 5,
        '#1': WITHDRAWN,
        '#2': opened(2, { reason: 'refund', urgency: 'urgent', trigger: 'I want my money back' }),
        effects: ['cut', 'asked #2: refund from customer', 'project'],
      }),
      ...both(['given', 'withdrawn'], {
        turn: 5,
        '#2': opened(2, { reason: 'refund', urgency: 'urgent', trigger: 'I want my money back' }),
        effects: ['cut', 'asked #2: refund from customer', 'project'],
      }),
    },
  ],
  [
    'Ana claims what she sees as waiting',
    { do: 'claim', staff: ana, handoff: 1, over: null },
    {
      assistant: 'handoff_over',
      pending: { turn: 3, '#1': claimedBy(ana), effects: ['joined #1: s-ana', 'project'] },
      longer: { turn: 3, '#1': claimedBy(ana), effects: ['joined #1: s-ana', 'project'] },
      withAna: 'already_yours',
      ...both(['due', 'asked', 'given', 'withdrawn'], 'handoff_over'),
    },
  ],
  [
    'Dele claims what he sees as waiting',
    { do: 'claim', staff: dele, handoff: 1, over: null },
    {
      assistant: 'handoff_over',
      pending: { turn: 3, '#1': claimedBy(dele), effects: ['joined #1: s-dele', 'project'] },
      longer: { turn: 3, '#1': claimedBy(dele), effects: ['joined #1: s-dele', 'project'] },
      withAna: 'taken by s-ana',
      ...both(['due', 'asked', 'given', 'withdrawn'], 'handoff_over'),
    },
  ],
  [
    'Dele takes over what he sees with the assistant',
    { do: 'claim', staff: dele, handoff: null, over: null },
    {
      assistant: { turn: 2, '#1': steppedIn(1, dele), effects: ['cut by s-dele', 'joined #1: s-dele', 'project'] },
      // The customer asked for a person a moment ago: Dele is that person.
      pending: { turn: 3, '#1': claimedBy(dele), effects: ['joined #1: s-dele', 'project'] },
      longer: { turn: 3, '#1': claimedBy(dele), effects: ['joined #1: s-dele', 'project'] },
      withAna: 'taken by s-ana',
      ...both(['due', 'asked'], {
        turn: 5,
        '#1': WITHDRAWN,
        '#2': steppedIn(2, dele),
        effects: ['cut by s-dele', 'joined #2: s-dele', 'project'],
      }),
      ...both(['given', 'withdrawn'], {
        turn: 5,
        '#2': steppedIn(2, dele),
        effects: ['cut by s-dele', 'joined #2: s-dele', 'project'],
      }),
    },
  ],
  [
    'Dele takes over from Ana',
    { do: 'claim', staff: dele, handoff: 1, over: ana.id },
    {
      assistant: 'handoff_over',
      pending: { turn: 3, '#1': claimedBy(dele), effects: ['joined #1: s-dele', 'project'] },
      longer: { turn: 3, '#1': claimedBy(dele), effects: ['joined #1: s-dele', 'project'] },
      withAna: {
        turn: 4,
        '#1': {
          assignee: dele,
          assignedAt: NOW,
          assignees: [
            { staff: ana, at: T0 + MINUTE },
            { staff: dele, at: NOW },
          ],
        },
        effects: ['joined #1: s-dele after s-ana', 'project'],
      },
      ...both(['due', 'asked', 'given', 'withdrawn'], 'handoff_over'),
    },
  ],
  [
    'Ana replies',
    { do: 'reply', staff: ana },
    {
      assistant: {
        turn: 2,
        '#1': steppedIn(1, ana, { firstReplyAt: NOW }),
        effects: ['cut by s-ana', 'joined #1: s-ana', 'project'],
      },
      ...both(['pending', 'longer'], {
        turn: 3,
        '#1': claimedBy(ana, { firstReplyAt: NOW }),
        effects: ['joined #1: s-ana', 'project'],
      }),
      withAna: { '#1': { firstReplyAt: NOW }, effects: [] },
      ...both(['due', 'asked'], {
        turn: 5,
        '#1': WITHDRAWN,
        '#2': steppedIn(2, ana, { firstReplyAt: NOW }),
        effects: ['cut by s-ana', 'joined #2: s-ana', 'project'],
      }),
      ...both(['given', 'withdrawn'], {
        turn: 5,
        '#2': steppedIn(2, ana, { firstReplyAt: NOW }),
        effects: ['cut by s-ana', 'joined #2: s-ana', 'project'],
      }),
    },
  ],
  [
    'Dele replies',
    { do: 'reply', staff: dele },
    {
      assistant: {
        turn: 2,
        '#1': steppedIn(1, dele, { firstReplyAt: NOW }),
        effects: ['cut by s-dele', 'joined #1: s-dele', 'project'],
      },
      ...both(['pending', 'longer'], {
        turn: 3,
        '#1': claimedBy(dele, { firstReplyAt: NOW }),
        effects: ['joined #1: s-dele', 'project'],
      }),
      withAna: 'not_yours by s-ana',
      ...both(['due', 'asked'], {
        turn: 5,
        '#1': WITHDRAWN,
        '#2': steppedIn(2, dele, { firstReplyAt: NOW }),
        effects: ['cut by s-dele', 'joined #2: s-dele', 'project'],
      }),
      ...both(['given', 'withdrawn'], {
        turn: 5,
        '#2': steppedIn(2, dele, { firstReplyAt: NOW }),
        effects: ['cut by s-dele', 'joined #2: s-dele', 'project'],
      }),
    },
  ],
  [
    'Ana releases',
    { do: 'release', staff: ana },
    {
      assistant: 'handoff_over',
      ...both(['pending', 'longer'], 'not_allowed_now'),
      withAna: {
        turn: 4,
        '#1': { status: 'pending', waitingSince: NOW, longer: false, told: null },
        effects: ['released #1: s-ana', 'project'],
      },
      ...both(['due', 'asked', 'given', 'withdrawn'], 'handoff_over'),
    },
  ],
  [
    'Dele releases',
    { do: 'release', staff: dele },
    {
      assistant: 'handoff_over',
      ...both(['pending', 'longer'], 'not_allowed_now'),
      withAna: 'not_yours by s-ana',
      ...both(['due', 'asked', 'given', 'withdrawn'], 'handoff_over'),
    },
  ],
  [
    'Ana ends',
    { do: 'end', staff: ana, outcome: 'follow_up', note: 'Call the courier' },
    {
      assistant: 'handoff_over',
      ...both(['pending', 'longer'], 'not_allowed_now'),
      withAna: {
        turn: 4,
        '#1': over('follow_up', 'talking', { note: 'Call the courier' }),
        effects: ['ended #1: follow_up by s-ana while talking', 'project with transcript'],
      },
      ...both(['due', 'asked', 'given', 'withdrawn'], 'handoff_over'),
    },
  ],
  [
    'Dele ends',
    { do: 'end', staff: dele, outcome: 'resolved', note: '' },
    {
      assistant: 'handoff_over',
      ...both(['pending', 'longer'], 'not_allowed_now'),
      withAna: 'not_yours by s-ana',
      ...both(['due', 'asked', 'given', 'withdrawn'], 'handoff_over'),
    },
  ],
  [
    'the customer cancels',
    { do: 'cancel' },
    {
      assistant: 'nothing_open',
      ...both(['pending', 'longer'], {
        turn: 3,
        '#1': over('cancelled', 'waiting'),
        effects: ['ended #1: cancelled by nobody while waiting', 'project with transcript'],
      }),
      withAna: {
        turn: 4,
        '#1': over('cancelled', 'talking'),
        effects: ['ended #1: cancelled by nobody while talking', 'project with transcript'],
      },
      ...both(['due', 'asked', 'given', 'withdrawn'], 'nothing_open'),
    },
  ],
  [
    'the customer rates',
    { do: 'rate', handoff: 1, thumb: 'down', comment: 'Slow' },
    {
      ...both(['assistant', 'pending', 'longer', 'withAna', 'due', 'withdrawn'], 'not_asked'),
      ...both(['asked', 'given'], given),
    },
  ],
  [
    'the customer rates a handoff that there is not',
    { do: 'rate', handoff: 2, thumb: 'up', comment: '' },
    both(['assistant', 'pending', 'longer', 'withAna', 'due', 'asked', 'given', 'withdrawn'], 'not_asked'),
  ],
  [
    'the deadline "longer"',
    { do: 'deadline', name: 'longer', handoff: 1, hours: OPEN },
    {
      pending: { '#1': { longer: true }, effects: [] },
      ...both(['assistant', 'longer', 'withAna', 'due', 'asked', 'given', 'withdrawn'], 'not_due'),
    },
  ],
  [
    'the deadline "give_up"',
    { do: 'deadline', name: 'give_up', handoff: 1, hours: OPEN },
    {
      ...both(['pending', 'longer'], {
        turn: 3,
        '#1': over('unanswered', 'waiting'),
        effects: ['ended #1: unanswered by nobody while waiting', 'project with transcript'],
      }),
      ...both(['assistant', 'withAna', 'due', 'asked', 'given', 'withdrawn'], 'not_due'),
    },
  ],
  [
    'the deadline "rating"',
    { do: 'deadline', name: 'rating', handoff: 1, hours: OPEN },
    {
      due: { '#1': { rating: { is: 'asked' } }, effects: [] },
      ...both(['assistant', 'pending', 'longer', 'withAna', 'asked', 'given', 'withdrawn'], 'not_due'),
    },
  ],
];

function both<Name extends StateName>(names: Name[], expected: Expected): Record<Name, Expected> {
  return Object.fromEntries(names.map((name) => [name, expected])) as Record<Name, Expected>;
}

describe.each(CASES)('%s', (_, command, expected) => {
  it.each(Object.keys(STATES) as StateName[])('in "%s"', (name) => {
    const state = STATES[name];
    expect(observed(state, decideOn(state, command))).toEqual(expected[name]);
  });
});

describe('the first responder', () => {
  it.each([
    ['assistant', { is: 'assistant' }],
    ['pending', { is: 'nobody' }],
    ['longer', { is: 'nobody' }],
    ['withAna', { is: 'staff', staff: ana }],
    ['due', { is: 'assistant' }],
    ['withdrawn', { is: 'assistant' }],
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
    expect(observed(won, decideOn(won, { do: 'claim', staff: ana, handoff: 1, over: null }))).toBe('taken by s-dele');
  });

  it('of a chat with the assistant', () => {
    const won = step(NEW_LIFECYCLE, { do: 'claim', staff: dele, handoff: null, over: null });
    expect(observed(won, decideOn(won, { do: 'claim', staff: ana, handoff: null, over: null }))).toBe(
      'taken by s-dele',
    );
  });

  it("of a colleague's chat", () => {
    const third = { id: 's-mira', name: 'Mira' };
    const won = step(STATES.withAna, { do: 'claim', staff: dele, handoff: 1, over: ana.id });
    expect(observed(won, decideOn(won, { do: 'claim', staff: third, handoff: 1, over: ana.id }))).toBe(
      'taken by s-dele',
    );
  });

  it('and a cancel: who meant to stop waiting when somebody has just come sees that, and the talk goes on', () => {
    const claimed = step(STATES.pending, { do: 'claim', staff: ana, handoff: 1, over: null });
    expect(observed(claimed, decideOn(claimed, { do: 'cancel', seen: 'waiting' }))).toBe('taken by s-ana');
    expect(decideOn(claimed, { do: 'cancel', seen: 'talking' }).ok).toBe(true);
    expect(decideOn(STATES.pending, { do: 'cancel', seen: 'waiting' }).ok).toBe(true);
  });

  it('and a cancel: the claim that comes second reads that it is over', () => {
    const cancelled = step(STATES.pending, { do: 'cancel' });
    expect(observed(cancelled, decideOn(cancelled, { do: 'claim', staff: ana, handoff: 1, over: null }))).toBe(
      'handoff_over',
    );
  });

  it('on an ended view of a newer talk: over, although the same colleague has it again', () => {
    const again = step(STATES.given, { do: 'claim', staff: ana, handoff: null, over: null });
    expect(observed(again, decideOn(again, { do: 'claim', staff: dele, handoff: 1, over: ana.id }))).toBe(
      'handoff_over',
    );
  });

  it('on an ended view of a newer request: over', () => {
    const again = step(STATES.given, request());
    expect(observed(again, decideOn(again, { do: 'claim', staff: ana, handoff: 1, over: null }))).toBe('handoff_over');
  });
});

describe('asking again', () => {
  const cancelledAt = T0 + 10 * MINUTE;
  const cancelled = ended({ outcome: 'cancelled', endedWhile: 'waiting', endedAt: cancelledAt, assignees: [] });
  const reasonOf = (last: Ended, command: Command, now: number) => {
    const decision = decideOn({ turn: 4, handoffs: [last] }, command, now);
    const open = decision.ok && decision.next.handoffs.at(-1);
    return open && `${open.reason}, ${open.urgency}`;
  };

  it.each([
    ['after cancelling', cancelled, request(), cancelledAt + 1, 'escalation, urgent'],
    ['after cancelling in a talk', { ...cancelled, endedWhile: 'talking' }, request(), NOW, 'escalation, urgent'],
    ['after nobody came', { ...cancelled, outcome: 'unanswered' }, request(), NOW, 'escalation, urgent'],
    ['an hour later', cancelled, request(), cancelledAt + 60 * MINUTE, 'customer_request, normal'],
    ['just within the hour', cancelled, request(), cancelledAt + 60 * MINUTE - 1, 'escalation, urgent'],
    ['after having been helped', ended(), request(), NOW, 'customer_request, normal'],
    [
      'when it is the assistant that asks',
      cancelled,
      request({ reason: 'low_confidence' }),
      NOW,
      'low_confidence, normal',
    ],
  ] as const)('%s', (_, last, command, now, expected) => {
    expect(reasonOf(last, command, now)).toBe(expected);
  });
});

describe('urgency', () => {
  it.each([
    ['the rule says urgent', request({ reason: 'rule', source: 'rule', urgency: 'urgent' }), 'urgent'],
    ['the rule says normal', request({ reason: 'complaint', source: 'rule', urgency: 'normal' }), 'normal'],
    ['by default', request({ reason: 'complaint', source: 'assistant' }), 'urgent'],
  ] as const)('%s', (_, command, urgency) => {
    expect(step(NEW_LIFECYCLE, command).handoffs[0]).toMatchObject({
      urgency,
      reason: command.do === 'request' && command.reason,
    });
  });

  it("follows the store's own list", () => {
    const policy = { ...DEFAULT_POLICY, urgentReasons: ['rule'] as const };
    for (const [reason, urgency] of [
      ['rule', 'urgent'],
      ['refund', 'normal'],
    ] as const) {
      const decision = decideOn(NEW_LIFECYCLE, request({ reason }), NOW, policy);
      expect(decision.ok && decision.next.handoffs[0]).toMatchObject({ reason, urgency });
    }
  });

  it('is raised once: a second urgent reason changes nothing', () => {
    const raised = step(STATES.pending, request({ reason: 'refund' }));
    expect(observed(raised, decideOn(raised, request({ reason: 'complaint' })))).toBe('already_open');
  });
});

describe('deadlines', () => {
  const names = (state: Lifecycle) =>
    deadlines(state, DEFAULT_POLICY).map((d) => `${d.name} #${d.handoff} +${(d.at - T0) / SECOND}s`);

  it.each([
    ['assistant', []],
    ['pending', ['longer #1 +300s', 'give_up #1 +1800s']],
    ['longer', ['give_up #1 +1800s']],
    ['withAna', []],
    ['due', ['rating #1 +602s']],
    ['asked', []],
    ['given', []],
    ['withdrawn', []],
  ] as const)('of "%s"', (name, expected) => {
    expect(names(STATES[name])).toEqual(expected);
  });

  it('come not a millisecond early, and once', () => {
    const fire: Command = { do: 'deadline', name: 'longer', handoff: 1, hours: OPEN };
    const at = T0 + 5 * MINUTE;
    expect(observed(STATES.pending, decideOn(STATES.pending, fire, at - 1))).toBe('not_due');
    const next = step(STATES.pending, fire, at);
    expect(observed(next, decideOn(next, fire, at))).toBe('not_due');
  });

  it('start anew when a chat is released, which keeps its place in the queue', () => {
    const released = step(STATES.withAna, { do: 'release', staff: ana }, T0 + 8 * MINUTE);
    expect(released.handoffs[0]).toMatchObject({ requestedAt: T0, waitingSince: T0 + 8 * MINUTE, longer: false });
    expect(names(released)).toEqual(['longer #1 +780s', 'give_up #1 +2280s']);
  });

  it('of a handoff that is over do not fire on the next one', () => {
    const again = step(STATES.due, request());
    for (const name of ['longer', 'give_up', 'rating'] as const)
      expect(observed(again, decideOn(again, { do: 'deadline', name, handoff: 1, hours: OPEN }, NOW + DAY))).toBe(
        'not_due',
      );
  });

  it('that came too late after an eviction still do the right thing, in any order', () => {
    const late = NOW + DAY;
    const givenUp = step(STATES.pending, { do: 'deadline', name: 'give_up', handoff: 1, hours: OPEN }, late);
    expect(
      observed(givenUp, decideOn(givenUp, { do: 'deadline', name: 'longer', handoff: 1, hours: OPEN }, late)),
    ).toBe('not_due');
  });
});

describe('rating', () => {
  const closes = T0 + 10 * MINUTE + 7 * DAY;
  const rate: Command = { do: 'rate', handoff: 1, thumb: 'down', comment: '' };

  it.each(['asked', 'given'] as const)('of "%s" closes after 7 days', (name) => {
    expect(decideOn(STATES[name], rate, closes).ok).toBe(true);
    expect(observed(STATES[name], decideOn(STATES[name], rate, closes + 1))).toBe('rating_closed');
  });

  it('is shown while it can be given, and not before it was asked', () => {
    const shown = (name: StateName, now: number) => openRating(STATES[name], now, DEFAULT_POLICY)?.source ?? null;
    expect(shown('due', NOW)).toBeNull();
    expect(shown('asked', NOW)).toBe('ended');
    expect(shown('given', closes)).toBe('ended');
    expect(shown('given', closes + 1)).toBeNull();
    expect(shown('withdrawn', NOW)).toBeNull();
    expect(shown('withAna', NOW)).toBeNull();
  });

  it('of an earlier handoff can still be changed after a new one opened', () => {
    const again = step(STATES.given, request());
    expect(observed(again, decideOn(again, rate))).toEqual({
      '#1': { rating: { is: 'given', thumb: 'down', comment: '', at: NOW } },
      effects: ['project'],
    });
  });

  it('that was withdrawn by a new handoff is not asked again when that one is cancelled', () => {
    const cancelled = step(step(STATES.asked, request()), { do: 'cancel' });
    expect(observed(cancelled, decideOn(cancelled, rate))).toBe('not_asked');
    expect(cancelled.handoffs.map((h) => h.status === 'ended' && h.rating.is)).toEqual(['withdrawn', 'due']);
  });

  it.each([
    ['resolved', 'ended'],
    ['escalated', 'ended'],
    ['follow_up', 'ended'],
    ['cancelled', 'cancelled'],
    ['unanswered', 'unanswered'],
    ['abandoned', 'abandoned'],
  ] as const)('of "%s" carries the source "%s"', (outcome, source) => {
    expect(ratingSource(outcome)).toBe(source);
  });
});

describe('the record', () => {
  it('keeps every assignee in order, and the first reply', () => {
    let state = step(NEW_LIFECYCLE, request(), T0);
    state = step(state, { do: 'claim', staff: ana, handoff: 1, over: null }, T0 + 1 * MINUTE);
    state = step(state, { do: 'release', staff: ana }, T0 + 2 * MINUTE);
    state = step(state, { do: 'reply', staff: dele }, T0 + 3 * MINUTE);
    state = step(state, { do: 'claim', staff: ana, handoff: 1, over: dele.id }, T0 + 4 * MINUTE);
    state = step(state, { do: 'reply', staff: ana }, T0 + 5 * MINUTE);
    state = step(state, { do: 'end', staff: ana, outcome: 'escalated', note: 'To the lab' }, T0 + 6 * MINUTE);
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
          requestedAt: T0,
          assignees: [
            { staff: ana, at: T0 + 1 * MINUTE },
            { staff: dele, at: T0 + 3 * MINUTE },
            { staff: ana, at: T0 + 4 * MINUTE },
          ],
          firstReplyAt: T0 + 3 * MINUTE,
          outcome: 'escalated',
          endedWhile: 'talking',
          endedAt: T0 + 6 * MINUTE,
          note: 'To the lab',
          rating: { is: 'due' },
          away: null,
        },
      ],
    });
  });
});
