import type { OpenChat, Panel } from './around';

/**
 * Everything that can be done by name or by key, once: the keys, the palette and the list of keys all read this. A key is
 * one letter, as it is written; `?` leads to the list.
 */

export interface Around {
  /** `/dashboard/:store` */
  home: string;
  go: (path: string) => void;
  chat: OpenChat | null;
  walk: ((by: 1 | -1) => void) | null;
  /** Ids of those who wait, most pressing first. */
  waiting: readonly string[];
  onDuty: boolean;
  setDuty: (on: boolean) => void;
  /** To the search of the queue, where it is shown. */
  search: (() => void) | null;
  /** Opens a conversation, and goes to its heading. */
  open: (conversation: string) => void;
  show: (panel: Panel) => void;
  signOut: () => void;
}

export const GROUPS = ['This chat', 'Inbox', 'Go to', 'You'] as const;

export interface Command {
  id: string;
  group: (typeof GROUPS)[number];
  key?: string;
  /** As it is named now. */
  name: (at: Around) => string;
  /** As the list of keys names it, whatever is open. */
  about?: string;
  /** Words by which it is found as well. */
  also?: string;
  when: (at: Around) => boolean;
  run: (at: Around) => void;
  /** What its key does, where a letter that slipped must not do it all. */
  byKey?: (at: Around) => void;
}

const claimable = ({ chat }: Around): boolean => chat !== null && chat.mode !== 'mine';
/** Nobody has it: it can be taken by one letter. */
const free = (chat: OpenChat): boolean => chat.mode === 'pending' || chat.offered;
const mine = ({ chat }: Around): boolean => chat?.mode === 'mine';

/** Who waits, after the one that is open; null where there is nobody else. */
function nextWaiting({ waiting, chat }: Around): string | null {
  const next = waiting[(waiting.indexOf(chat?.id ?? '') + 1) % waiting.length];
  return next === undefined || next === chat?.id ? null : next;
}

const page = (id: string, name: string, path: string, also: string, key?: string): Command => ({
  id,
  group: 'Go to',
  name: () => name,
  also,
  ...(key && { key }),
  when: () => true,
  run: ({ go, home }) => go(`${home}/${path}`),
});

export const COMMANDS: readonly Command[] = [
  {
    id: 'claim',
    group: 'This chat',
    key: 'c',
    name: ({ chat }) => (chat?.colleague ? `Take over from ${chat.colleague}` : 'Take over'),
    about: 'Take over. Where somebody has the chat: to the button',
    also: 'claim answer pick up',
    when: claimable,
    run: ({ chat }) => chat?.claim(),
    byKey: ({ chat }) => (chat && free(chat) ? chat.claim() : chat?.toClaim()),
  },
  {
    id: 'reply',
    group: 'This chat',
    key: 'r',
    name: () => 'Reply',
    also: 'write answer message',
    when: ({ chat }) => chat?.writing != null,
    run: ({ chat }) => chat?.writing?.write('reply'),
  },
  {
    id: 'note',
    group: 'This chat',
    key: 'n',
    name: () => 'Private note',
    also: 'write comment colleagues mention',
    when: ({ chat }) => chat?.writing != null,
    run: ({ chat }) => chat?.writing?.write('note'),
  },
  {
    id: 'transfer',
    group: 'This chat',
    key: 't',
    name: () => 'Transfer',
    also: 'hand over pass on assign team',
    when: (at) => mine(at) && at.chat?.passingOn === false,
    run: ({ chat }) => chat?.ask('transfer'),
  },
  {
    id: 'end',
    group: 'This chat',
    key: 'e',
    name: () => 'End session',
    also: 'close resolve finish done',
    when: mine,
    run: ({ chat }) => chat?.ask('end'),
  },
  {
    id: 'release',
    group: 'This chat',
    name: () => 'Release',
    also: 'give back queue waiting',
    when: mine,
    run: ({ chat }) => chat?.release(),
  },
  {
    id: 'remind',
    group: 'This chat',
    name: () => 'Set a reminder',
    also: 'call back later snooze',
    when: ({ chat }) => chat !== null,
    run: ({ chat }) => chat?.ask('reminder'),
  },
  {
    id: 'take-away',
    group: 'This chat',
    name: () => 'Save or print',
    also: 'export text pdf download',
    when: ({ chat }) => chat !== null,
    run: ({ chat }) => chat?.takeAway(),
  },
  {
    id: 'next-waiting',
    group: 'Inbox',
    key: 'w',
    name: () => 'Next who waits',
    also: 'next waiting customer queue',
    when: (at) => nextWaiting(at) !== null,
    run: (at) => {
      const next = nextWaiting(at);
      if (next !== null) at.open(next);
    },
  },
  {
    id: 'next-row',
    group: 'Inbox',
    key: 'j',
    name: () => 'Next row',
    also: 'down list',
    when: ({ walk }) => walk !== null,
    run: ({ walk }) => walk?.(1),
  },
  {
    id: 'row-before',
    group: 'Inbox',
    key: 'k',
    name: () => 'Row before',
    also: 'up list previous',
    when: ({ walk }) => walk !== null,
    run: ({ walk }) => walk?.(-1),
  },
  {
    id: 'search',
    group: 'Inbox',
    key: 's',
    name: () => 'Search the inbox',
    also: 'find customer',
    when: ({ search }) => search !== null,
    run: ({ search }) => search?.(),
  },
  page('inbox', 'Inbox', 'inbox', 'queue chats waiting', 'i'),
  page('follow-ups', 'Follow-ups', 'follow-ups', 'owed later reminders', 'f'),
  page('history', 'History', 'history', 'past search old conversations', 'h'),
  {
    id: 'on-duty',
    group: 'You',
    name: ({ onDuty }) => (onDuty ? 'Go off duty' : 'Go on duty'),
    also: 'duty away available',
    when: () => true,
    run: ({ onDuty, setDuty }) => setDuty(!onDuty),
  },
  {
    id: 'keys',
    group: 'You',
    key: '?',
    name: () => 'Keys',
    about: 'These keys',
    also: 'keyboard shortcuts help',
    when: () => true,
    run: ({ show }) => show('help'),
  },
  {
    id: 'sign-out',
    group: 'You',
    name: () => 'Sign out',
    also: 'leave log out',
    when: () => true,
    run: ({ signOut }) => signOut(),
  },
];
