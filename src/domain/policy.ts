import { type Reason, URGENT_BY_DEFAULT } from './reasons';

/** What a store can change about the lifecycle: the values that stand in brackets on the specification's page. Times in ms. */
export interface Policy {
  urgentReasons: readonly Reason[];
  /** When the assistant could not answer: it hands over by itself, or asks first. */
  whenUnsure: 'hand_over' | 'offer';
  /** How many answers in a row the assistant may be unsure of before that. */
  unsureAnswers: number;
  /** After this long the customer reads that it takes longer than usual, where there was no estimate. */
  longerAfter: number;
  /** After this long nobody came: the handoff ends `unanswered`. */
  giveUpAfter: number;
  /** When the store closes for those who still wait; null where its table goes on, or it does not close. */
  closesAt: number | null;
  /** An offered chat that nobody took goes back. */
  transferAfter: number;
  /** Without any presence of its assignee, a chat in which the customer waits is pending again. */
  goneAfter: number;
  /** How long a customer's message stands unanswered before its assignee is told, and before the desk is. */
  unansweredAssignee: number;
  unansweredDesk: number;
  /** After the customer's silence a talk ends `abandoned`; null: never. */
  abandonAfter: number | null;
  /** After a staff outcome a new message reaches the same person for so long; 0: not at all. */
  handbackFor: number;
  /** From the end of a handoff to the question "How was it?". */
  ratingAfter: number;
  /** How long a rating can be given and changed. */
  ratingOpenFor: number;
  /** After a handback the assistant does not ask for a person on its own in this many customer messages. */
  quietAfterHandback: number;
  /** When what is owed since an instant falls due: so many open hours later; null where the store never opens. */
  dueAt(since: number): number | null;
  /** A summary waits for the customer's address. */
  summaryWaits: number;
  /** Asking again within this long is the same request to an email destination. */
  askedAgainWithin: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const DEFAULT_POLICY: Policy = {
  urgentReasons: URGENT_BY_DEFAULT,
  whenUnsure: 'hand_over',
  unsureAnswers: 2,
  longerAfter: 5 * MINUTE,
  giveUpAfter: 30 * MINUTE,
  closesAt: null,
  transferAfter: 2 * MINUTE,
  goneAfter: 2 * MINUTE,
  unansweredAssignee: 5 * MINUTE,
  unansweredDesk: 10 * MINUTE,
  abandonAfter: null,
  handbackFor: 0,
  ratingAfter: 2 * SECOND,
  ratingOpenFor: 7 * DAY,
  quietAfterHandback: 2,
  dueAt: (since) => since + 4 * HOUR,
  summaryWaits: 2 * MINUTE,
  askedAgainWithin: 60 * MINUTE,
};
