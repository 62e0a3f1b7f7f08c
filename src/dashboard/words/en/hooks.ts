import { room } from '../words';

/** Hooks: where a store's events go. */
export const en = {
  title: 'Hooks',
  about:
    'Your own systems hear what happens in the chats: each event is posted to an address, signed by Standard Webhooks. The README tells what is in it and how to check it.',
  add: 'Add hook',
  none: 'No hooks yet. Nothing leaves this store.',
  list: 'Hooks',
  changed: 'Hooks changed',
  added: 'The hook is added. Copy its signing secret now: it is not shown again.',
  saved: 'The hook is saved.',
  removed: 'The hook is removed.',
  renewed: 'A new signing secret is made. Copy it now: it is not shown again. The old one signs too for a day.',
  switchedOn: 'The hook is on.',
  switchedOff: 'The hook is off. Nothing is sent to it.',
  retried: 'On its way. What fails again comes back here.',
  secret: 'Signing secret',

  more: 'More for {hook}',
  change: 'Change',
  test: 'Send a test event',
  renew: 'New signing secret',
  turnOn: 'Switch on',
  turnOff: 'Switch off',
  hears: 'Sends {events}',
  all: 'Sends everything',

  testing: 'Sending a test event…',
  arrived: 'The test event arrived.',
  failure: {
    status: 'The address answered with an error ({status}).',
    no_answer: 'The address could not be reached, or did not answer within 10 seconds.',
    refused_address: 'The address cannot be called. It has to be public, and must not redirect elsewhere.',
    off: 'It was switched off.',
  },
  off: {
    merchant: 'Switched off. Nothing is sent to it.',
    gone: 'Switched off ({since}): the address said that it is gone.',
    failing: 'Switched off ({since}): nothing got through for days.',
  },
  failing: 'Nothing gets through at the moment. Each event is tried again for three days. Last, {since}: {why}',
  since: '{day} at {time}',
  parked: {
    one: '<b>One event was not delivered.</b> {at}: {why}',
    other: '<b>{n} events were not delivered.</b> The last, {at}: {why}',
  },

  addTitle: 'Add hook',
  changeTitle: 'Change hook',
  address: 'Address',
  which: 'What is sent',
  addIt: 'Add',
  pickOne: 'Choose at least one.',
  removeTitle: 'Remove hook?',
  remove: 'Nothing is sent to {hook} any more, and what was not delivered is let go.',

  events: {
    'handoff.opened': 'Somebody asks for a person, also outside hours',
    'handoff.raised': 'A request becomes urgent',
    'handoff.claimed': 'Somebody takes a chat',
    'handoff.released': 'A chat waits again',
    'handoff.ended': 'A request ends, with its outcome',
    'handoff.rated': 'A customer says how it was',
    'follow_up.recorded': 'An answer is owed',
    'summary.written': 'The assistant has summed up what led to it',
    'email.left': 'A customer leaves an email address',
  },
} as const;

export const words = room('hooks', en);
