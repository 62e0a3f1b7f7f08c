import { describe, expect, test } from 'vitest';
import type { Base, Handoff, Lifecycle } from '../../src/domain/handoff';
import { happened } from '../../src/domain/happened';

/** What changes of a handoff mean to whoever looks at them from outside. */

const BASE: Base = {
  n: 1,
  reason: 'customer_request',
  urgency: 'normal',
  source: 'customer',
  trigger: '',
  destination: null,
  requestedAt: 1,
  waitingSince: 1,
  assignees: [],
  firstReplyAt: null,
  reopened: 0,
  rated: null,
};
const given = (at: number) => ({ is: 'given', thumb: 'up', comment: '', at }) as const;
const pending = (over = {}) => ({ ...BASE, status: 'pending', longer: false, told: null, ...over }) as Handoff;
const assigned = (id: string, over = {}) =>
  ({
    ...BASE,
    status: 'assigned',
    assignee: { id, name: id },
    assignedAt: 2,
    transfer: null,
    goneSince: null,
    nudged: null,
    ...over,
  }) as Handoff;
const ended = (over = {}) =>
  ({
    ...BASE,
    status: 'ended',
    outcome: 'resolved',
    endedWhile: 'talking',
    endedAt: 3,
    note: '',
    rating: { is: 'due' },
    away: null,
    emailed: null,
    handbackUntil: null,
    followUp: null,
    ...over,
  }) as Handoff;
const owed = { followUp: { since: 3, told: false } };
const offered = { to: { kind: 'team', team: { id: 't', name: 'T' } }, at: 2 };

const state = (...handoffs: (Handoff | null)[]): Lifecycle => ({
  turn: 1,
  handoffs: handoffs.filter((handoff) => handoff !== null),
});

describe.each<[string, Handoff | null, Handoff, string[]]>([
  ['asked', null, pending(), ['handoff.opened']],
  ['asked outside hours', null, ended({ outcome: 'off_hours', ...owed }), ['handoff.opened', 'follow_up.recorded']],
  ['asked again in it', ended(owed), ended({ ...owed, endedAt: 4 }), []],
  ['a more urgent reason', pending(), pending({ urgency: 'urgent' }), ['handoff.raised']],
  ['told how long it takes', pending(), pending({ told: { estimate: 3 } }), []],
  ['claimed', pending(), assigned('ana'), ['handoff.claimed']],
  ['stepped in', null, assigned('ana', { source: 'staff' }), ['handoff.claimed']],
  ['taken over', assigned('ana'), assigned('bo'), ['handoff.claimed']],
  ['answered', assigned('ana'), assigned('ana', { firstReplyAt: 3 }), []],
  ['offered', assigned('ana'), assigned('ana', { transfer: offered }), []],
  ['let go', assigned('ana'), pending({ waitingSince: 3 }), ['handoff.released']],
  ['resolved', assigned('ana'), ended(), ['handoff.ended']],
  ['nobody came', pending(), ended({ outcome: 'unanswered', ...owed }), ['handoff.ended', 'follow_up.recorded']],
  ['asked how it was', ended(), ended({ rating: { is: 'asked' } }), []],
  ['rated', ended({ rating: { is: 'asked' } }), ended({ rating: given(4) }), ['handoff.rated']],
  ['rated otherwise', ended({ rating: given(4) }), ended({ rating: given(5) }), ['handoff.rated']],
  ['seen to', ended(owed), ended(), []],
  ['written by email', ended(), ended(owed), ['follow_up.recorded']],
  ['reopened', ended({ rating: given(4) }), pending({ rated: given(4) }), ['handoff.opened']],
  ['reopened with the same person', ended(), assigned('ana', { reopened: 1 }), ['handoff.claimed']],
  [
    'rated before, and ended again',
    assigned('ana', { rated: given(4) }),
    ended({ rating: given(4) }),
    ['handoff.ended'],
  ],
])('%s', (_, before, after, expected) => {
  test(expected.join(' and ') || 'nothing', () => {
    expect(happened(state(before), state(after)).map(({ what }) => what)).toEqual(expected);
  });
});

test('what did not change says nothing, and each change names its handoff', () => {
  const old = ended(owed);
  const events = happened(state(old), state(old, pending({ n: 2 })));
  expect(events.map(({ what, handoff }) => [what, handoff.n])).toEqual([['handoff.opened', 2]]);
});
