import { room } from '../words';

/** The frame around every page: the way around, the connection, and what is said where there is no page. */
export const en = {
  settingUp: 'Baton is being set up',
  settingUpWhy: 'Its database is not ready yet. This page looks again by itself.',
  failed: 'This page could not be loaded',
  noStore: 'No store yet',
  noStoreWhy: '{email} does not belong to a store. Ask its owner to invite this address.',

  main: 'Main',
  inbox: 'Inbox',
  followUps: 'Follow-ups',
  history: 'History',
  settings: 'Settings',
  mentions: 'Mentions',
  mentioned: '{name}, in the chat with {customer}: {text}',
  reminder: 'Reminder, in the chat with {customer}: {text}',
  waiting: { other: '{n} waiting' },
  waitingUrgent: { other: '{n} waiting, {urgent} urgent' },
  open: { other: '{n} open' },

  store: 'Store',
  stores: 'Stores',
  addStore: 'Add a store…',
  dutyWaiting: { other: '{duty} · {n} waiting' },
  dutyWaitingUrgent: { other: '{duty} · {n} waiting, {urgent} urgent' },
  inOtherStores: { other: '{n} for you in other stores' },
  desk: 'Desk',
  onDuty: 'On duty',
  offDuty: 'Off duty',
  onDutyNow: 'On duty now',
  away: 'Away',
  nobody: 'Nobody',
  chats: { one: '{n} chat', other: '{n} chats' },
  profile: 'Your profile',
  keys: 'Keys',
  commands: 'Commands',
  signOut: 'Sign out',

  connection: 'Connection',
  lost: 'Connection lost. Reconnecting…',
  back: 'Back online.',
  signedOut: 'You are signed out. What you typed is kept on this device.',
  signIn: 'Sign in again',
  removed: 'You no longer belong to {store}. What you typed is still here.',
  leave: 'Leave this page',
  updated: 'Baton has been updated.',
  reload: 'Reload this page',

  waitingNow: {
    none: 'Nobody is waiting',
    one: 'One customer is waiting',
    other: '{n} customers are waiting',
  },
  nobodyWaits:
    'When the assistant hands a customer over, they appear on the left with their reason, and this tab tells you.',
  chooseOne: 'Choose one on the left to read why, and take over.',
} as const;

export const shell = room('shell', en);
