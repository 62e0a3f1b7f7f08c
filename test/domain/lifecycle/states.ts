import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/command';
import { type Lifecycle, NEW_LIFECYCLE, type Rating } from '../../../src/domain/handoff';
import {
  ana,
  assigned,
  comesOf,
  DAY,
  type Expected,
  emailed,
  ended,
  MINUTE,
  NOW,
  offHours,
  pending,
  T0,
  toDele,
  type When,
} from './records';

/** Every state that a conversation can be in, and the table that says what a command does in each. */

const GIVEN: Rating = { is: 'given', thumb: 'up', comment: 'Quick', at: T0 + 11 * MINUTE };

export const STATES = {
  /** Nobody was ever asked for. */
  assistant: NEW_LIFECYCLE,
  pending: { turn: 2, handoffs: [pending()] },
  /** The customer has read that it takes longer. */
  longer: { turn: 2, handoffs: [pending({ longer: true })] },
  withAna: { turn: 3, handoffs: [assigned()] },
  /** Ana has it, and has offered it to Dele. */
  offered: { turn: 3, handoffs: [assigned({ transfer: { to: toDele, at: T0 + 5 * MINUTE } })] },
  /** Ana has it, and has no dashboard open. */
  anaGone: { turn: 3, handoffs: [assigned({ goneSince: T0 + 5 * MINUTE })] },
  // Ended, and of the question "How was it?":
  due: { turn: 4, handoffs: [ended()] },
  asked: { turn: 4, handoffs: [ended({ rating: { is: 'asked' } })] },
  given: { turn: 4, handoffs: [ended({ rating: GIVEN })] },
  withdrawn: { turn: 4, handoffs: [ended({ rating: { is: 'withdrawn' } })] },
  /** A new message brings Ana back. */
  handback: { turn: 4, handoffs: [ended({ rating: { is: 'asked' }, handbackUntil: T0 + 10 * MINUTE + DAY })] },
  /** Nobody came, and an answer is owed. */
  owed: {
    turn: 3,
    handoffs: [
      ended({
        outcome: 'unanswered',
        endedWhile: 'waiting',
        assignees: [],
        rating: { is: 'asked' },
        followUp: { since: T0 + 10 * MINUTE, told: false },
      }),
    ],
  },
  offHours: { turn: 1, handoffs: [offHours()] },
  /** Its summary waits for the customer's address. */
  emailed: { turn: 1, handoffs: [emailed()] },
} satisfies Record<string, Lifecycle>;

export type StateName = keyof typeof STATES;

/** What is expected in every state; the type says when one is missing. */
export type Everywhere = Record<StateName, Expected>;

export function all<Name extends StateName>(names: readonly Name[], expected: Expected): Record<Name, Expected> {
  return Object.fromEntries(names.map((name) => [name, expected])) as Record<Name, Expected>;
}

export const WAITING = ['pending', 'longer'] as const;
export const TALKING = ['withAna', 'offered', 'anaGone'] as const;
export const OPENED = [...WAITING, ...TALKING] as const;
/** Ended, with a question that was not answered. */
export const PROMPTED = ['due', 'asked', 'handback'] as const;
/** Ended, with a question that was answered or taken back. */
export const QUIET = ['given', 'withdrawn'] as const;
/** Never open, and an answer is owed. */
export const NOTED = ['offHours', 'emailed'] as const;
export const OVER = [...PROMPTED, 'owed', ...QUIET, ...NOTED] as const;
export const EVERY = Object.keys(STATES) as StateName[];

/** One command in every state. */
export function inEveryState(name: string, command: Command, expected: Everywhere, when: When = {}): void {
  describe(name, () => {
    it.each(EVERY)('in "%s"', (state) => {
      expect(comesOf(STATES[state], command, when)).toEqual(expected[state]);
    });
  });
}

// ── What stands in several tables ───────────────────────────────────────────────────────────────────────────────────

/** The handoff that `request()` opens. */
export const opened = (n: number, over: object = {}) => ({
  status: 'pending',
  n,
  reason: 'customer_request',
  urgency: 'normal',
  source: 'customer',
  trigger: 'A person, please',
  requestedAt: NOW,
  waitingSince: NOW,
  ...over,
});
/** Asked again after nobody had come. */
export const REPEATED = { reason: 'escalation', urgency: 'urgent' } as const;
export const asked = (n: number, reason = 'customer_request') => [
  'cut',
  `asked #${n}: ${reason} from customer`,
  'project',
];
export const WITHDRAWN = { rating: { is: 'withdrawn' } };
export const SETTLED = { followUp: null };

export const claimedBy = (staff: typeof ana, over: object = {}) => ({
  status: 'assigned',
  assignee: staff,
  assignedAt: NOW,
  assignees: [{ staff, at: NOW }],
  ...over,
});
export const takenFromAna = (staff: typeof ana, over: object = {}) => ({
  assignee: staff,
  assignedAt: NOW,
  assignees: [
    { staff: ana, at: T0 + MINUTE },
    { staff, at: NOW },
  ],
  ...over,
});

/** Whoever takes over from the assistant. */
export function steppedIn(staff: typeof ana, over: object = {}): Record<'assistant' | (typeof OVER)[number], Expected> {
  const begun = (n: number) => ({
    n,
    urgency: 'normal',
    source: 'staff',
    requestedAt: NOW,
    ...claimedBy(staff, over),
  });
  const effects = (n: number) => [`cut by ${staff.id}`, `joined #${n}: ${staff.id}`, 'project'];
  const after = (settled: object | null): Expected => ({
    turn: '+1',
    ...(settled && { '#1': settled }),
    '#2': begun(2),
    effects: effects(2),
  });
  return {
    assistant: { turn: '+1', '#1': begun(1), effects: effects(1) },
    ...all(PROMPTED, after(WITHDRAWN)),
    owed: after({ ...WITHDRAWN, ...SETTLED }),
    ...all(QUIET, after(null)),
    ...all(NOTED, after(SETTLED)),
  };
}
