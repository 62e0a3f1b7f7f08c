import { type Reason, URGENT_BY_DEFAULT } from './reasons';

/** What a store can change about the lifecycle: the values that stand in brackets on the specification's page. Times in ms. */
export interface Policy {
  urgentReasons: readonly Reason[];
  /** How many answers in a row the assistant may be unsure of before it asks for a person. */
  unsureAnswers: number;
  /** After this long the customer reads that it takes longer than usual, where there was no estimate. */
  longerAfter: number;
  /** After this long nobody came: the handoff ends `unanswered`. */
  giveUpAfter: number;
  /** When the store closes for those who still wait; null where its table goes on, or it does not close. */
  closesAt: number | null;
  /** From the end of a handoff to the question "How was it?". */
  ratingAfter: number;
  /** How long a rating can be given and changed. */
  ratingOpenFor: number;
  /** After a handback the assistant does not ask for a person on its own in this many customer messages. */
  quietAfterHandback: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

export const DEFAULT_POLICY: Policy = {
  urgentReasons: URGENT_BY_DEFAULT,
  unsureAnswers: 2,
  longerAfter: 5 * MINUTE,
  giveUpAfter: 30 * MINUTE,
  closesAt: null,
  ratingAfter: 2 * SECOND,
  ratingOpenFor: 7 * DAY,
  quietAfterHandback: 2,
};
