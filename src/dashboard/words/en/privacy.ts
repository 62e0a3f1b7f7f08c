import { room } from '../words';

/** Settings, Privacy: how long conversations are kept, what is kept of one customer, and erasing it. */
export const en = {
  title: 'Privacy',
  about: 'How long {store} keeps what customers say, and what to do when one of them asks for it.',

  keep: 'How long conversations are kept',
  keepAbout: 'What is older goes by itself, with everything that belongs to it.',
  after: 'Erase conversations',
  never: 'Never: keep them all',
  months: { one: 'After {n} month', other: 'After {n} months' },
  afterHint:
    'Counted from the last message. Chats that still go on stay, and so does what waits for a reminder. Old conversations go a few at a time, some 1,400 a day.',
  swept: {
    none: 'Looked through: {day}, {time}. Nothing was old enough.',
    other: 'Looked through: {day}, {time}. Erased: {n}.',
  },
  going: {
    one: '{n} conversation is still being erased. That goes on by itself.',
    other: '{n} conversations are still being erased. That goes on by itself.',
  },

  one: 'One customer',
  oneAbout: 'When a customer asks what you keep of them, or wants it gone.',
  email: 'Email address of the customer',
  find: 'Find',
  bad: 'Enter an address like name@example.com.',
  found: 'Conversations found',
  none: 'Nothing is kept under {email}.',
  noneWhy:
    'Whoever left no address is found in History by what they wrote. Open the conversation: “Erase this conversation” stands in its menu.',
  more: 'There are more than these. Erase or save them first, then look again.',
  messages: { one: '{n} message', other: '{n} messages' },
  span: '{from} – {to}',
  by: {
    address: 'Left this address',
    same: 'Same browser, or same customer of the shop, as one with this address',
    words: 'This address is only mentioned: it may be somebody else',
  },
  open: 'Open',
  saveJson: 'Save as JSON',
  saveText: 'Save as text',
  saved: 'Saved. Give it to the customer in a way that only they can read.',
  savedNames: 'Photos and files are named in it: save them from the conversation itself and add them.',
  erase: { one: 'Erase {n} conversation', other: 'Erase {n} conversations' },
  erased: { one: '{n} conversation is erased.', other: '{n} conversations are erased.' },
  erasedLeft: {
    one: '{n} of them could not be erased yet. It is tried again by itself.',
    other: '{n} of them could not be erased yet. It is tried again by itself.',
  },

  /** In the text that is saved for the customer, under each conversation. */
  also: {
    title: 'Also kept',
    address: 'Email address',
    device: 'Device',
    zone: 'Time zone',
    askedFrom: 'Page when a person was asked for',
    cart: 'Cart when a person was asked for',
    told: 'Told by the shop’s page',
    opened: 'Opened',
    inWords: 'In the assistant’s words',
    tags: 'Tags',
    properties: 'Properties',
    tasks: 'Tasks',
    reminders: 'Reminders',
  },
  pair: '{name}: {value}',

  eraseTitle: { one: 'Erase this conversation?', other: 'Erase {n} conversations?' },
  eraseFirst: 'This goes, for good:',
  goes: {
    words: 'every message, photo, file, private note and draft, and what the search finds them by',
    customer: 'the email address, device, pages, cart and properties',
    team: 'tags, tasks, reminders, follow-ups, ratings and the figures they are counted from',
    waiting: 'alerts, calls of hooks and emails about it that have not gone out yet',
  },
  openNow: 'If the chat is open, it closes for the customer and for your team. Whoever writes again begins a new one.',
  confirm: 'Type “{word}” to confirm',
  word: 'erase',
  act: 'Erase',
  erasing: 'Erasing…',
  outside: 'Emails and calls that have gone out cannot be taken back.',

  what: 'What goes and what stays',
  whatGoes: 'With a conversation goes everything that belongs to it:',
  whatStays:
    'What stays says nothing of anybody: how many tokens a day were used, how long waits were, and in Changes who erased how many conversations and when.',
  whatElse: 'Answers that you have written stay, also where a customer’s question led to them.',
  backups:
    'Cloudflare can put databases back to an earlier moment, for up to 30 days. Until then what was erased is still in there, for whoever runs this server.',
} as const;

export const words = room('privacy', en);
