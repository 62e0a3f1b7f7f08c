import { room } from '../words';

/** What somebody of the team did. In English the verb is the same whoever it was. */
const did = {
  took: '<b>{who}</b> took over',
  tookFrom: '<b>{who}</b> took over from {from}',
  released: '<b>{who}</b> released this chat',
  gone: '<b>{who}</b> had gone while {customer} waited for a reply',
  offered: '<b>{who}</b> offered this chat to {to}',
  withdrew: '<b>{who}</b> took back the offer to {to}',
  lapsed: '<b>{who}</b> did not take this chat in time',
  ended: '<b>{who}</b> ended the session: {outcome}',
  followUpDone: '<b>{who}</b> settled the follow-up without a reply',
  followUpLater: '<b>{who}</b> put the follow-up off to {until}',
  followUpTo: {
    left: '<b>{who}</b> left the follow-up to whoever comes',
    taken: '<b>{who}</b> sees to the follow-up',
    given: '<b>{who}</b> gave the follow-up to {to}',
  },
  reminderDone: '<b>{who}</b> settled the reminder “{line}”',
  reminderLater: '<b>{who}</b> put the reminder “{line}” off to {until}',
  reminderTo: {
    left: '<b>{who}</b> left the reminder “{line}” to whoever comes',
    taken: '<b>{who}</b> sees to the reminder “{line}”',
    given: '<b>{who}</b> gave the reminder “{line}” to {to}',
  },
  reminderSet: '<b>{who}</b> set a reminder, {until}: {line}',
  reminderSetFor: '<b>{who}</b> set a reminder for {to}, {until}: {line}',
  checkInOff: '<b>{who}</b> called off the check-in',
  checkIn: '<b>{who}</b> planned a check-in for {until}: {line}',
} as const;

/** What the log of a conversation says of what happened in it. */
export const en = {
  them: did,
  /** `who` is “You”. */
  you: did,
  /** As in “to you”. */
  toYou: 'you',
  later: 'later',
  dayAndTime: '{day}, {time}',

  asked: '<b>{who}</b> asked for a person',
  askedWhy: '<b>{who}</b> asked for a person: {reason}',
  askedAway: '<b>{who}</b> asked for a person outside hours',
  passedOn: '<b>{who}</b> asked for a person: passed on to {to}',
  team: 'Team',
  cancelled: '<b>{who}</b> cancelled the request',
  closed: '<b>{who}</b> ended the chat',
  wentBack: '<b>{who}</b> went back to the assistant',
  unanswered: '<b>Nobody</b> answered in time',
  ended: '<b>Ended</b> {outcome}',
  addressLeft: '<b>{who}</b> left an email address: {address}',
  addressConfirmed: '<b>{who}</b> confirmed {address}',
  addressStopped: '<b>{who}</b> wants no more mail at {address}',
  replySent: '<b>Reply</b> sent to {address}',
  replyFailed: '<b>Reply</b> could not be sent to {address}',
  replyHeld: '<b>Reply</b> not sent to {address}: too many mails to unconfirmed addresses',
  unknown: '<b>Something</b> happened that this page knows only when it is loaded again',

  thumbs: { up: 'Thumbs up', down: 'Thumbs down' },
  rated: '<b>{who}</b> rated this {thumb}',
  endingNote: 'Ending note',
  endingNoteBy: 'Ending note by {name}',
} as const;

export const events = room('events', en);
