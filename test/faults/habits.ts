import type { CustomerState } from '../../src/protocol/customer';

/** What people say, and how often they do what. */

/**
 * `busy`: everything a customer can do. `patient`: complains and then waits, and nobody of the team ever takes them.
 * `leaving`: asks for a person, leaves an address, and is gone when somebody has come.
 */
export type Nature = 'busy' | 'patient' | 'leaving';

export const QUESTIONS = [
  'Do you have a charger with two ports?',
  'How long is the warranty?',
  'Which headphones do you sell?',
  'Can I send something back after two weeks?',
  'How fast is express delivery?',
  'Qwertz uiop asdfgh',
];
export const SMALL = ['Thank you.', 'It is the blue one.', 'The box was open.', 'That is it.', 'One moment please.'];
export const PLEAS = ['Can I talk to a human please?', 'I want to speak to a real person.'];
/** Urgent words. */
export const ANGER = ['I want my money back.', 'This is outrageous, I have a complaint.'];
export const REPLIES = ['Hello, I am here.', 'Let me look.', 'That is on its way.', 'Could you tell me the number?'];
export const NOTES = ['Third time this week.', 'Seems upset.', 'Ask the warehouse.'];
/** Stands in everything that only the team may read. */
export const PRIVATE = 'PRIVATE';

type Wish = 'ask' | 'burst' | 'talk' | 'plead' | 'rage' | 'request' | 'cancel' | 'idle';

export const WISHES: Record<CustomerState['phase']['is'], Partial<Record<Wish, number>>> = {
  assistant: { ask: 35, burst: 8, plead: 8, rage: 6, request: 20, idle: 23 },
  waiting: { talk: 35, burst: 5, rage: 3, cancel: 10, idle: 47 },
  person: { talk: 45, burst: 10, cancel: 5, idle: 40 },
};

type Duty = 'claim' | 'reply' | 'note' | 'look' | 'release' | 'transfer' | 'withdraw' | 'end';
/** Whose the conversation is. `offered`: one's own, and passed on to somebody who has not taken it yet. */
export type Whose = 'assistant' | 'pending' | 'mine' | 'offered' | 'colleague';

const DUTIES: Record<Whose, Partial<Record<Duty, number>>> = {
  assistant: { claim: 2, note: 8, look: 90 },
  pending: { claim: 35, reply: 8, note: 7, look: 50 },
  mine: { reply: 40, note: 12, release: 7, transfer: 5, end: 18, look: 18 },
  offered: { reply: 30, note: 10, withdraw: 15, end: 10, look: 35 },
  colleague: { claim: 6, reply: 5, note: 15, look: 74 },
};
const LEFT_ALONE = { note: 15, look: 85 };
/** Whoever leaves is answered and done with, so that the answer can follow them. */
const ANSWERED: Record<Whose, Partial<Record<Duty, number>>> = {
  assistant: { look: 1 },
  pending: { claim: 80, look: 20 },
  mine: { end: 50, reply: 20, look: 30 },
  offered: { end: 1 },
  colleague: { look: 1 },
};

/** @param replied whether the customer has had an answer of the team */
export function dutiesFor(nature: Nature, whose: Whose, replied: boolean): Partial<Record<Duty, number>> {
  if (nature === 'patient') return LEFT_ALONE;
  if (nature === 'busy') return DUTIES[whose];
  return whose === 'mine' && !replied ? { reply: 1 } : ANSWERED[whose];
}
