import fc from 'fast-check';
import type { StaffOutcome } from '../../../src/domain/handoff';

/** Everything that can happen to a conversation and its desk, and how it reads in the story of a run that failed. */

export type Tab = 0 | 1;
export type Who = 0 | 1 | 2;
export const PEOPLE = [
  ['ana', 'Ana Kovač'],
  ['dele', 'Dele Okafor'],
  ['tomas', 'Tomás Rivera'],
] as const;

export type Step =
  /** `puzzle`: a question that the assistant cannot answer. `invoice`: words that the store's rules send by email. */
  | { do: 'say' | 'puzzle' | 'invoice' | 'resend' | 'request' | 'cancel' | 'reconnect' | 'leaveAddress'; tab: Tab }
  | { do: 'rate'; tab: Tab; thumb: 'up' | 'down' }
  | { do: 'claim' | 'takeOver' | 'reply' | 'answerOwed' | 'note' | 'release' | 'withdraw'; who: Who }
  | { do: 'end'; who: Who; outcome: StaffOutcome }
  | { do: 'transfer'; who: Who; to: Who }
  | { do: 'sitDown' | 'leave'; who: Who }
  | { do: 'duty'; who: Who; on: boolean }
  | { do: 'race' | 'mail' | 'evict' | 'evictDesk' | 'crashDesk' | 'crash' | 'alarm' | 'close' | 'open' }
  | { do: 'wait'; ms: number };

export interface Settings {
  handbackDays: 0 | 3;
  atClosing: 'finish' | 'away';
  abandonAfter: number | null;
  closed: boolean;
}

export const settings: fc.Arbitrary<Settings> = fc.record({
  handbackDays: fc.constantFrom(0 as const, 3 as const),
  atClosing: fc.constantFrom('finish' as const, 'away' as const),
  abandonAfter: fc.constantFrom(null, 15),
  closed: fc.constantFrom(false, false, false, true),
});

const tab = fc.constantFrom<Tab>(0, 1);
const who = fc.constantFrom<Who>(0, 1, 2);
const one = <S extends string>(...names: S[]) => fc.constantFrom(...names);
const MINUTE = 60_000;
/** Around what the lifecycle waits for: the rating, a transfer, an answer, somebody who comes, the customer's silence. */
const SPANS = [2_001, MINUTE, 2 * MINUTE + 1, 5 * MINUTE + 1, 15 * MINUTE + 1, 30 * MINUTE + 1, 5 * 60 * MINUTE];

const weighted: [number, fc.Arbitrary<Step>][] = [
  [6, fc.record({ do: one('say', 'say', 'puzzle', 'invoice', 'resend', 'reconnect', 'leaveAddress'), tab })],
  [5, fc.record({ do: one('request', 'request', 'request', 'cancel'), tab })],
  [2, fc.record({ do: one('rate'), tab, thumb: one('up', 'down') })],
  [6, fc.record({ do: one('claim', 'takeOver', 'reply', 'reply', 'answerOwed', 'note'), who })],
  [2, fc.record({ do: one('release', 'withdraw'), who })],
  [3, fc.record({ do: one('end'), who, outcome: one('resolved', 'escalated', 'follow_up') })],
  [2, fc.record({ do: one('transfer'), who, to: who })],
  [3, fc.record({ do: one('sitDown', 'leave'), who })],
  [1, fc.record({ do: one('duty'), who, on: fc.boolean() })],
  [2, fc.record({ do: one('race', 'mail', 'close', 'open') })],
  [2, fc.record({ do: one('evict', 'evictDesk', 'crashDesk', 'crash', 'alarm') })],
  [5, fc.record({ do: one('wait'), ms: fc.constantFrom(...SPANS) })],
];
export const step: fc.Arbitrary<Step> = fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** One line of a story. */
export function told(s: Step): string {
  if (s.do === 'wait') return `${s.ms} ms pass`;
  if (s.do === 'transfer') return `${PEOPLE[s.who][0]} offers it to ${PEOPLE[s.to][0]}`;
  if (s.do === 'duty') return `${PEOPLE[s.who][0]} is ${s.on ? 'on' : 'off'} duty`;
  if (s.do === 'end') return `${PEOPLE[s.who][0]} ends: ${s.outcome}`;
  if (s.do === 'rate') return `tab ${s.tab} rates: ${s.thumb}`;
  if ('who' in s) return `${PEOPLE[s.who][0]}: ${s.do}`;
  return 'tab' in s ? `tab ${s.tab}: ${s.do}` : s.do;
}
