import { room } from '../words';

/** Every conversation of a store: looking through them, and taking one away on paper. */
export const en = {
  title: 'History',
  about: 'Every conversation of {store}, private notes included, newest first.',
  search: 'Search',
  placeholder: 'Words, a name, an address, an order…',
  results: 'Results',
  found: { none: 'Nothing found', one: '{n} conversation', other: '{n} conversations' },
  foundOrMore: { none: 'Nothing found', other: '{n} or more conversations' },
  nothing: 'Nothing found',
  nothingWhy: 'All of the words have to stand in one conversation. Fewer words, or their beginnings, find more.',
  noneYet: 'No conversations yet',
  noneYetWhy: 'A conversation shows up here a few minutes after its last message.',
  clear: 'Clear search and filters',
  capped: {
    other: 'Only the newest {n} conversations with these words are looked at. Choose days to see others.',
  },
  looked: { other: 'The newest {n} conversations have been looked at.' },
  more: 'Show more',
  further: 'Look further back',

  filters: 'Filters',
  outcome: 'Outcome',
  anyOutcome: 'Any outcome',
  reason: 'Reason',
  anyReason: 'Any reason',
  person: 'Person',
  anybody: 'Anybody',
  hasLeft: 'Somebody who has left',
  rating: 'Rating',
  anyRating: 'Any rating',
  language: 'Language',
  anyLanguage: 'Any language',
  tag: 'Tag',
  anyTag: 'Any tag',
  from: 'From',
  to: 'To',
  clearFilters: 'Clear filters',

  conversations: 'Conversations',
  messagesOf: 'Messages of {customer}',
  messages: { one: '{n} message', other: '{n} messages' },
  moreMessages: { one: '{n} more message with these words', other: '{n} more messages with these words' },
  noteBy: 'Private note by {name}',
  dayAndTime: '{day}, {time}',
  team: 'Team',
} as const;

export const history = room('history', en);
