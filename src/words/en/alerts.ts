import { IN_ENGLISH } from '../../protocol/so-far';
import type { Forms } from '../words';

/** Mails to the team about customers: who waits, what is owed, lists of several, and what a store's own address gets. */

/** What one mail is about, each on one line and cut already. */
export interface AlertFacts {
  customer: string;
  store: string;
  /** In small letters. */
  reason: string;
  /** "14:03", when it was asked. */
  at: string;
  /** "Tue 12 May, 14:03": the same, and when an answer was due. */
  day: string;
  due: string | null;
  /** What the customer was told to expect. */
  minutes: number | null;
  /** Who named the reader, and what they wrote or set themselves: whole, and for a subject. */
  by: string;
  text: string;
  short: string;
}

export interface AlertWords {
  subject: string;
  heading: string;
  /** The heading where nothing else names the store. */
  begins: string;
  asked: string;
  /** For the list of mails, beside the subject. */
  since: string;
  quiet: string;
}
type Say = (facts: AlertFacts) => AlertWords;

const OWED = 'It stands under follow-ups.';
const SOON = 'After an email, other requests stay quiet for five minutes; urgent ones always send one.';
const ONCE = 'Each of these is emailed once.';

const waiting: Say = ({ customer, store, reason, at, minutes }) => ({
  subject: `${customer}, ${reason}`,
  heading: `${customer} is waiting for a person`,
  begins: `${customer} is waiting for a person at ${store}.`,
  asked: minutes === null ? `Asked at ${at}.` : `Asked at ${at} and was told to expect about ${minutes} min.`,
  since: `Waiting since ${at}.`,
  quiet: SOON,
});

const offHours: Say = ({ customer, store, reason, at }) => ({
  subject: `${customer}, ${reason}`,
  heading: `${customer} asked outside opening hours`,
  begins: `${customer} asked outside opening hours of ${store}.`,
  asked: `Asked at ${at}, while nobody was in. ${OWED}`,
  since: `Outside hours, ${at}.`,
  quiet: SOON,
});

const unanswered: Say = ({ customer, store, reason, at }) => ({
  subject: `Nobody answered ${customer}, ${reason}`,
  heading: `Nobody could answer ${customer} in time`,
  begins: `Nobody could answer ${customer} in time at ${store}.`,
  asked: `Asked at ${at}, and was told that nobody could answer. ${OWED}`,
  since: `Asked at ${at}.`,
  quiet: ONCE,
});

const followUp: Say = ({ customer, store, reason, day, due }) => ({
  subject: `Still owed an answer: ${customer}, ${reason}`,
  heading: `${customer} is still owed an answer`,
  begins: `${customer} is still owed an answer at ${store}.`,
  asked: `Asked on ${day}. ${due === null ? OWED : `An answer was due ${due}.`}`,
  since: `Asked on ${day}.`,
  quiet: ONCE,
});

const reminder: Say = ({ customer, text, short }) => ({
  subject: `Reminder: ${short}, ${customer}`,
  heading: text,
  begins: text,
  asked: `A reminder about ${customer}. ${OWED}`,
  since: `A reminder about ${customer}.`,
  quiet: 'Each reminder is emailed to its owner, once for each time that it falls due.',
});

const mention: Say = ({ customer, store, at, by, text, short }) => ({
  subject: `${by} mentioned you: ${short}`,
  heading: `${by} mentioned you in a private note`,
  begins: `${by} mentioned you in a private note at ${store}.`,
  asked: `“${text}” In the chat with ${customer}, at ${at}.`,
  since: `In the chat with ${customer}.`,
  quiet: 'You are emailed where a note names you while you have no dashboard open.',
});

export const alerts = {
  kinds: { waiting, off_hours: offHours, unanswered, follow_up: followUp, reminder, mention },
  urgent: 'Urgent',
  /** Where nobody asked for anybody: what it is instead of a reason. */
  instead: { reminder: 'Reminder', mention: 'Private note' },
  openChat: 'Open the chat',
  openInbox: 'Open the inbox',
  why: (store: string) => `You get this because your email alerts for ${store} are on.`,
  unsubscribe: (store: string) => `Unsubscribe from ${store} alerts`,
  everywhere: 'Alerts for all your stores',
  /** In the text part, each before an address. */
  plain: { unsubscribe: 'Unsubscribe', everywhere: 'All stores' },

  list: {
    heading: {
      reminder: { one: '{n} customer is waiting', other: '{n} customers are waiting' } as Forms,
      gathered: { one: '{n} urgent request', other: '{n} urgent requests' } as Forms,
    },
    more: { other: 'And {n} more in the inbox.' } as Forms,
    at: (heading: string, store: string) => `${heading} at ${store}.`,
    longest: (minutes: string, customer: string, reason: string) => `Longest ${minutes}: ${customer}, ${reason}.`,
    limit: {
      reminder: 'At most one reminder every five minutes.',
      gathered: 'There were many urgent requests within the hour, so further ones come together, every five minutes.',
    },
  },

  summary: {
    subject: (customer: string, reason: string, again: boolean) => `${customer}${again ? ' again' : ''}, ${reason}`,
    heading: (customer: string, again: boolean) => (again ? `${customer} asked again` : `${customer} has a question`),
    at: (heading: string, store: string) => `${heading}, at ${store}.`,
    asked: (at: string) => `Asked at ${at}.`,
    answer: (email: string) => `Answer this email to write to ${email}.`,
    noAddress: 'No address was left. An answer can only be written in the chat.',
    why: (store: string) => `You get this because ${store} sends such requests to this address.`,
  },

  story: {
    soFar: 'What happened so far',
    inWords: 'In the assistant’s words',
    last: 'Last messages',
    assistant: 'Assistant',
    askedWith: 'Asked with',
    message: (n: number, text: string) => `Message ${n}, ${text}`,
    quote: (text: string) => `“${text}”`,
    facts: IN_ENGLISH,
  },
};
