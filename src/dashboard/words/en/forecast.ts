import { room } from '../words';

/** Settings, What would happen. */
export const en = {
  title: 'What would happen',
  about: 'Pick a moment and a request. The rules that run your chat work it out; nobody is told, and nothing is kept.',

  request: 'The request',
  moment: 'Moment',
  momentIn: 'In the store’s time, {zone}. Empty: now.',
  reason: 'Reason',
  onlyRule: 'Only one of your rules',
  language: 'The customer’s language',
  writes: 'What they write',
  writesEmpty: 'Empty: they press “Talk to a person”.',
  page: 'The page they are on',
  cart: 'Cart value',
  urgency: 'Urgency',
  urgencyOf: { reason: 'By its reason', urgent: 'Urgent', normal: 'Not urgent' },

  team: 'The team at that moment',
  where: { here: 'On duty, dashboard open', away: 'On duty, away', off: 'Off duty' },
  noEmail: 'Emails are off',
  noDevice: 'No device for notices',
  justEmailed: 'The team was emailed a minute before',

  outcome: 'Then this happens',
  alwaysOpen: 'Always open.',
  openUntil: 'Open, closes {when}.',
  closedUntil: 'Closed, opens {when}.',
  closed: 'Closed, with no opening ahead.',
  noButton: 'Talking to a person is switched off.',
  toStore: 'It goes to the whole store.',
  toName: 'It goes to {name}.',
  toEmail: 'It goes by email to {address}.',
  toFollowUps: 'Nobody waits: it is recorded and stands under Follow-ups.',
  nobody: 'Nobody is asked for. The assistant goes on.',
  byRule: 'By your rule “{name}”.',
  ruleAt: 'Rule {at}',

  steps: 'What happens, in order',
  step: {
    asked: 'A person is asked for',
    reminder: 'Everyone on duty is alerted again',
    longer: 'It takes longer than usual',
    give_up: 'Nobody came',
    closing: 'The store closes',
    rating: 'The customer is asked how it was',
    summary: 'The summary goes out',
    follow_up: 'The follow-up falls due',
  },
  reads: 'The customer reads',
  dashboards: 'Dashboard: {names}',
  pushes: 'Push: {names}',
  email: 'Email: {names}',
  emailTo: 'Email: {address}',
  bypasses: 'Email: {names}. Urgent, so it goes although another went out less than five minutes before.',
  suppressed: 'No email: another went out less than five minutes before. From {time} on the next one goes.',
  gathered: 'Email at {time}, together with other urgent ones: {names}',
  nobodyTold: 'Nobody of the team is told.',
  unless: 'As long as nobody of the team and not the customer does anything before.',
} as const;

export const words = room('forecast', en);
