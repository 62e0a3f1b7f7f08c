/**
 * What is told of the queue as it happens: aloud and as a notification of the open dashboard, and by push where none is open.
 */
export const news = {
  /** Whoever gave no name. */
  guest: 'Guest {n}',
  /** Of another store than the one that is before the reader. */
  inStore: 'In {store}: {news}',
  reason: '{news}: {reason}',
  reasonUrgent: '{news}: {reason}, urgent',
  urgent: '{news}, urgent',
  waiting: '{customer} is waiting',
  waitingAgain: '{customer} is waiting again',
  stillWaiting: '{customer} is still waiting after {n} min',
  offeredYou: '{customer} is offered to you',
  offeredYouBy: '{customer} is offered to you by {name}',
  offered: '{customer} is offered to {team}',
  offeredBy: '{customer} is offered to {team} by {name}',
  noReply: '{customer} has had no reply for {n} min',
  noReplyFrom: '{customer} has had no reply from {name} for {n} min',
  tookOver: '{name} took over {customer}',
  notTaken: '{name} did not take {customer} in time. You stay with them',
  wrote: '{customer} wrote',
  reminder: 'Reminder about {customer}: {text}',
  mentioned: '{name} mentioned you in the chat with {customer}',
} as const;
