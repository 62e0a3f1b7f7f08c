import { room } from '../words';

/** The queue: its lists and rows, its filter and search, and what is told of it. */
export const en = {
  queue: 'Queue',
  waiting: 'Waiting',
  mine: 'Mine',
  team: 'Team',
  assistant: 'With the assistant',
  nobodyWaits: 'Nobody is waiting.',
  noneOpen: 'You have no open chats.',
  someOf: '{n} of {all}',

  search: 'Search',
  searchHistory: 'Search the history for {words}',
  noMatch: 'No open chat matches.',
  matches: 'Open chats that match',

  filter: 'Filter',
  reason: 'Reason',
  anyReason: 'Any reason',
  language: 'Language',
  anyLanguage: 'Any language',
  anyTeam: 'Any team',
  unread: 'Unread',
  filtered: 'Filtered',
  hidden: { one: ', {n} waiting customer hidden', other: ', {n} waiting customers hidden' },
  showAll: 'Show all',

  test: 'Test',
  urgent: 'urgent',
  typing: 'typing…',
  isTyping: 'typing',
  unreadCount: { other: '{n} unread' },
  withName: 'With {name}',
  wrote: '{name} wrote {time}',
  customerWrote: 'customer wrote {time}',
  waits: 'Waiting {n} min',
  waitsLate: 'Waiting {n} min, late',
  waitsVeryLate: 'Waiting {n} min, very late',

  offeredTo: 'Offered to {name}',
  offeredToYou: 'Offered to you',
  noReply: 'No reply for {n} min',
  forName: 'For {name}',
  forYou: 'For you',
  waitsAgain: 'Waits again',
  hasLeft: 'Has left',
  tasks: { one: '{n} task', other: '{n} tasks' },
  emailLeft: 'Email left',
} as const;

export const inbox = room('inbox', en);
