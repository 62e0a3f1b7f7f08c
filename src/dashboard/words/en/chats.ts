import { room } from '../words';

/** Settings, Chats and endings; and while somebody waits. */
export const en = {
  title: 'Chats and endings',
  about: 'What happens while a person talks to a customer, and after it.',
  talking: 'While a person has the chat',
  talkingHint: 'Counted from the customer’s message, or from the step.',
  rows: {
    transferAfter: 'A transfer that nobody takes goes back after',
    unansweredAssignee: 'No reply: tell whoever has the chat after',
    unansweredDesk: 'No reply: tell everybody on duty after',
    goneAfter: 'Whoever has the chat is away for',
    replyByEmailAfter: 'Send a reply by email after',
    handbackDays: 'Write again and reach the same person within',
    abandonAfter: 'Silent for',
    followUpAfter: 'Follow-ups fall due after',
    alertAgainAfter: 'Alert everyone again',
    longerAfter: 'Offer to leave an email',
    giveUpAfter: 'Give up',
    urgentEmailsAnHour: 'Urgent emails within an hour',
    dutyEndsAfter: 'Duty ends without a dashboard open',
  },
  hints: {
    transferAfter: 'Until somebody takes it, its sender stays with the customer.',
    unansweredAssignee: 'The row is marked, and they hear it.',
    unansweredDesk: 'Anybody can take over then.',
    goneAfter:
      'No dashboard of theirs is open while the customer waits for a reply: the chat then waits for somebody else.',
    replyByEmailAfter:
      'To a customer who has left and has an email address, unless they read it by then. One email for several replies.',
    handbackDays: 'A new message reopens the chat. The closing words tell the customer so.',
    abandonAfter: 'Since the last reply of a person.',
    followUpAfter: 'In hours during which the store is open. Then the team is emailed once.',
    alertAgainAfter: 'On duty: in the dashboard. Others: one reminder email.',
    longerAfter: 'The customer reads that it takes longer, and keeps their place.',
    giveUpAfter: 'Recorded as unanswered, stays under Follow-ups.',
    urgentEmailsAnHour: 'Sent one by one. Further ones are gathered into one every five minutes.',
    dutyEndsAfter: 'Whoever forgets the switch is not counted on for longer.',
  },
  atOnce: '0: the assistant answers at once.',
  owed: 'Endings and what is still owed',
  owedHint: 'A chat ends when somebody ends it, or by these rules.',
  endings: 'Endings',
  silent: 'End chats of customers who fall silent',
  silentHint: 'Recorded as abandoned.',

  waits: 'While somebody waits',
  waitsFor: 'For everyone at {store}.',
  waitingRules: 'Waiting rules',
  outside: 'Email urgent requests outside hours',
  outsideHint: 'A complaint at 3 AM gets its email at 3 AM.',
  urgentReasons: 'Urgent reasons',
} as const;

export const chats = room('chats', en);
