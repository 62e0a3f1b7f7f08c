import type { en } from '../words/en/keys';
import type { OpenChat, Panel } from './around';

/**
 * Everything that can be done by name or by key, once: the keys, the palette and the list of keys all read this. A key is
 * one letter, as it is written; `?` leads to the list. What a command is called stands in names.ts, by its id: the keys work
 * without it.
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
  /** Asks for a new store; null for whoever owns none. */
  addStore: (() => void) | null;
  show: (panel: Panel) => void;
  signOut: () => void;
}

export const GROUPS = ['chat', 'list', 'go', 'own'] as const;

export interface Command {
  id: keyof (typeof en)['names'];
  group: (typeof GROUPS)[number];
  key?: string;
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

const page = (id: Command['id'], path: string, key: string): Command => ({
  id,
  group: 'go',
  key,
  when: () => true,
  run: ({ go, home }) => go(`${home}/${path}`),
});

export const COMMANDS: readonly Command[] = [
  {
    id: 'claim',
    group: 'chat',
    key: 'c',
    when: claimable,
    run: ({ chat }) => chat?.claim(),
    byKey: ({ chat }) => (chat && free(chat) ? chat.claim() : chat?.toClaim()),
  },
  {
    id: 'reply',
    group: 'chat',
    key: 'r',
    when: ({ chat }) => chat?.writing != null,
    run: ({ chat }) => chat?.writing?.write('reply'),
  },
  {
    id: 'note',
    group: 'chat',
    key: 'n',
    when: ({ chat }) => chat?.writing != null,
    run: ({ chat }) => chat?.writing?.write('note'),
  },
  {
    id: 'transfer',
    group: 'chat',
    key: 't',
    when: (at) => mine(at) && at.chat?.passingOn === false,
    run: ({ chat }) => chat?.ask('transfer'),
  },
  {
    id: 'end',
    group: 'chat',
    key: 'e',
    when: mine,
    run: ({ chat }) => chat?.ask('end'),
  },
  {
    id: 'release',
    group: 'chat',
    when: mine,
    run: ({ chat }) => chat?.release(),
  },
  {
    id: 'remind',
    group: 'chat',
    when: ({ chat }) => chat !== null,
    run: ({ chat }) => chat?.ask('reminder'),
  },
  {
    id: 'takeAway',
    group: 'chat',
    when: ({ chat }) => chat !== null,
    run: ({ chat }) => chat?.takeAway(),
  },
  {
    id: 'nextWaiting',
    group: 'list',
    key: 'w',
    when: (at) => nextWaiting(at) !== null,
    run: (at) => {
      const next = nextWaiting(at);
      if (next !== null) at.open(next);
    },
  },
  {
    id: 'nextRow',
    group: 'list',
    key: 'j',
    when: ({ walk }) => walk !== null,
    run: ({ walk }) => walk?.(1),
  },
  {
    id: 'rowBefore',
    group: 'list',
    key: 'k',
    when: ({ walk }) => walk !== null,
    run: ({ walk }) => walk?.(-1),
  },
  {
    id: 'search',
    group: 'list',
    key: 's',
    when: ({ search }) => search !== null,
    run: ({ search }) => search?.(),
  },
  page('inbox', 'inbox', 'i'),
  page('followUps', 'follow-ups', 'f'),
  page('history', 'history', 'h'),
  {
    id: 'duty',
    group: 'own',
    when: () => true,
    run: ({ onDuty, setDuty }) => setDuty(!onDuty),
  },
  {
    id: 'addStore',
    group: 'own',
    when: ({ addStore }) => addStore !== null,
    run: ({ addStore }) => addStore?.(),
  },
  {
    id: 'keys',
    group: 'own',
    key: '?',
    when: () => true,
    run: ({ show }) => show('help'),
  },
  {
    id: 'signOut',
    group: 'own',
    when: () => true,
    run: ({ signOut }) => signOut(),
  },
];
