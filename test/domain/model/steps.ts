import fc from 'fast-check';
import type { DeadlineName } from '../../../src/domain/deadlines';
import { STAFF_OUTCOMES } from '../../../src/domain/handoff';
import { REASONS } from '../../../src/domain/reasons';
import { anySettings, type Settings } from './shop';

/** Everything that can happen in the model, and how it reads in the story of a run that failed. */

export const STAFF = [
  { id: 'ana', name: 'Ana Petrova' },
  { id: 'dele', name: 'Dele Okafor' },
  { id: 'mira', name: 'Mira Lindqvist' },
] as const;
export type Who = 0 | 1 | 2;
/** One of them, or whoever has the chat. */
export type Actor = Who | 'owner';
export const CARE = { id: 'care', name: 'Care' };
export const ADDRESSES = ['billing@shop.example', 'returns@shop.example'] as const;
/** Where a request goes: the whole store, a team, a person, or an email destination. */
export type To = 'store' | 'care' | 'dele' | (typeof ADDRESSES)[number];

export type Step =
  /** Alarms come on the way, or not until later. */
  | { step: 'clock'; by: number; late: boolean }
  /** To around the next opening or closing. */
  | { step: 'tide'; to: 'opening' | 'closing'; off: number }
  | { step: 'look' | 'claim' | 'takeOver' | 'answerOwed' | 'arrive'; who: Who }
  | { step: 'reply' | 'release' | 'withdraw'; who: Actor }
  | { step: 'leave'; who: Actor }
  | { step: 'duty'; who: Who; on: boolean }
  | { step: 'transfer'; who: Actor; to: Who | 'care' }
  /** `checkIn`: after so many days. */
  | { step: 'end'; who: Actor; outcome: (typeof STAFF_OUTCOMES)[number]; checkIn: number | null }
  | { step: 'checkIn'; who: Who; days: number | null }
  | { step: 'remind'; who: Who; to: Who; ahead: number }
  | { step: 'tend'; who: Who; of: 'follow_up' | 'reminder'; as: 'done' | 'snoozed' | 'given'; ahead: number; to: Who }
  | { step: 'race'; order: Who[] }
  | { step: 'tabLooks'; tab: 0 | 1 }
  | { step: 'say' | 'mail' | 'leaveAddress' | 'alarm' | 'allLeave' }
  | {
      step: 'request';
      reason: (typeof REASONS)[number];
      source: 'customer' | 'assistant' | 'rule';
      urgent: boolean;
      to: To;
    }
  | { step: 'cancel'; seen: 'waiting' | 'talking' | null }
  /** What is asked, or what a tab shows. */
  | { step: 'rate'; tab: 0 | 1 | null; thumb: 'up' | 'down' }
  /** The desk hears of the queue, and says what it knows; of an older handoff where it is late. */
  | { step: 'desk'; late: boolean; estimate: number | null }
  | { step: 'settings'; settings: Settings }
  | { step: 'fire'; name: DeadlineName; handoff: number };

const NAMES: DeadlineName[] = [
  ...(['longer', 'give_up', 'closing', 'transfer', 'gone', 'unanswered_assignee', 'unanswered_desk'] as const),
  ...(['abandoned', 'rating', 'summary', 'follow_up', 'check_in', 'reminder'] as const),
];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Around every threshold of the policy, and over days. */
const SPANS = [
  ...[0, 1, 1_999, 2_000, MINUTE, 2 * MINUTE - 1, 2 * MINUTE, 5 * MINUTE - 1, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE],
  ...[30 * MINUTE, HOUR, 4 * HOUR, 24 * HOUR, 7 * 24 * HOUR, 28 * 24 * HOUR],
];

const who = fc.constantFrom<Who>(0, 1, 2);
const actor = fc.constantFrom<Actor>(0, 1, 2, 'owner', 'owner', 'owner');
const tab = fc.constantFrom<0 | 1>(0, 1);
/** Now and then. */
const rarely = fc.constantFrom(true, false, false, false);
const one = <S extends string>(...names: S[]) => fc.constantFrom(...names);

export const anyStep = (calendars: number): fc.Arbitrary<Step> => {
  const weighted: [number, fc.Arbitrary<Step>][] = [
    [8, fc.record({ step: one('clock'), by: fc.constantFrom(...SPANS), late: rarely })],
    [1, fc.record({ step: one('tide'), to: one('opening', 'closing'), off: fc.constantFrom(-MINUTE, -1, 0, 1) })],
    [2, fc.record({ step: one('look'), who })],
    [8, fc.record({ step: one('claim', 'takeOver', 'answerOwed', 'arrive'), who })],
    [7, fc.record({ step: one('reply', 'release', 'withdraw'), who: actor })],
    [2, fc.record({ step: one('leave'), who: actor })],
    [1, fc.record({ step: one('duty'), who, on: fc.boolean() })],
    [3, fc.record({ step: one('transfer'), who: actor, to: fc.constantFrom<Who | 'care'>(0, 1, 2, 'care') })],
    [
      3,
      fc.record({
        step: one('end'),
        who: actor,
        outcome: fc.constantFrom(...STAFF_OUTCOMES),
        checkIn: fc.constantFrom(null, 1, 3),
      }),
    ],
    [1, fc.record({ step: one('checkIn'), who, days: fc.constantFrom(null, 1, 7) })],
    [1, fc.record({ step: one('remind'), who, to: who, ahead: fc.constantFrom(0, 1, 4 * HOUR, 24 * HOUR) })],
    [
      2,
      fc.record({
        step: one('tend'),
        who,
        of: one('follow_up', 'reminder'),
        as: one('done', 'snoozed', 'given'),
        ahead: fc.constantFrom(0, MINUTE, 24 * HOUR),
        to: who,
      }),
    ],
    [2, fc.record({ step: one('race'), order: fc.shuffledSubarray<Who>([0, 1, 2], { minLength: 2 }) })],
    [2, fc.record({ step: one('tabLooks'), tab })],
    [6, fc.record({ step: one('say') })],
    [2, fc.record({ step: one('mail', 'leaveAddress', 'allLeave') })],
    [
      6,
      fc.record({
        step: one('request'),
        reason: fc.constantFrom(...REASONS),
        source: one('customer', 'assistant', 'rule'),
        urgent: fc.boolean(),
        to: one<To>('store', 'store', 'store', 'care', 'dele', ...ADDRESSES),
      }),
    ],
    [1, fc.record({ step: one('cancel'), seen: fc.constantFrom('waiting' as const, 'talking' as const, null) })],
    [4, fc.record({ step: one('rate'), tab: fc.constantFrom(0 as const, 1 as const, null), thumb: one('up', 'down') })],
    [3, fc.record({ step: one('desk'), late: rarely, estimate: fc.constantFrom(null, 1, 4, 30) })],
    [1, fc.record({ step: one('settings'), settings: anySettings(calendars) })],
    [1, fc.record({ step: one('fire'), name: fc.constantFrom(...NAMES), handoff: fc.integer({ min: 1, max: 6 }) })],
    [3, fc.record({ step: one('alarm') })],
  ];
  return fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })));
};

const called = (who: Actor): string => (who === 'owner' ? 'whoever has it' : STAFF[who].id);

const span = (ms: number): string => {
  const [days, rest] = [Math.floor(ms / (24 * HOUR)), ms % (24 * HOUR)];
  return `${days > 0 ? `${days} d ` : ''}${new Date(rest).toISOString().slice(11, 23)}`;
};

/** One line of a story. */
export function told(step: Step): string {
  switch (step.step) {
    case 'clock':
      return `${span(step.by)} pass${step.late ? ' without an alarm' : ''}`;
    case 'tide':
      return `it is ${step.off} ms from the next ${step.to}`;
    case 'duty':
      return `${STAFF[step.who].id} is ${step.on ? 'on' : 'off'} duty`;
    case 'transfer':
      return `${called(step.who)} offers it to ${step.to === 'care' ? 'care' : STAFF[step.to].id}`;
    case 'end':
      return `${called(step.who)} ends: ${step.outcome}${step.checkIn ? `, a check-in in ${step.checkIn} d` : ''}`;
    case 'checkIn':
      return `${called(step.who)} ${step.days ? `plans a check-in in ${step.days} d` : 'calls the check-in off'}`;
    case 'remind':
      return `${called(step.who)} sets a reminder for ${called(step.to)} in ${span(step.ahead)}`;
    case 'tend':
      return `${called(step.who)}: the ${step.of} is ${step.as}`;
    case 'race':
      return `all at once: ${step.order.map((one) => STAFF[one].id).join(', ')} claim`;
    case 'tabLooks':
      return `tab ${step.tab} looks`;
    case 'request':
      return `the ${step.source} asks: ${step.reason}${step.urgent ? ', urgent' : ''}, to ${step.to}`;
    case 'cancel':
      return `the customer cancels${step.seen ? `, having seen ${step.seen}` : ''}`;
    case 'rate':
      return `${step.tab === null ? 'the customer' : `tab ${step.tab}`} rates: ${step.thumb}`;
    case 'desk':
      return `the desk says: ${step.estimate ?? 'no'} minutes${step.late ? ', of an older one' : ''}`;
    case 'settings':
      return `settings: ${JSON.stringify(step.settings)}`;
    case 'fire':
      return `the deadline ${step.name} of #${step.handoff} comes`;
    case 'allLeave':
      return 'all of the staff leave';
    case 'alarm':
      return 'the alarm fires';
    case 'say':
      return 'the customer writes';
    case 'mail':
      return 'the customer writes by email';
    case 'leaveAddress':
      return 'the customer leaves an address';
    default:
      return `${called(step.who)}: ${step.step}`;
  }
}
