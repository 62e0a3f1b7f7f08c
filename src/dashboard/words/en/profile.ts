import { room } from '../words';

/** The reader’s own page. */
export const en = {
  title: 'Your profile',
  about: 'For you alone, in every store that you work for.',
  saveChanges: 'Save changes',
  saved: 'Saved.',

  you: 'Who you are',
  name: 'Name',
  nameHint: 'Colleagues read all of it. Customers read your first name, also in chats that are open now.',
  nameMissing: 'A name has at least one letter.',
  speaks: 'Languages you speak',
  speaksHint: 'Colleagues see them where they hand a chat on.',
  addLanguage: 'Add a language',
  remove: 'Remove {language}',

  working: 'How you work',
  language: 'Language of the dashboard',
  asBrowser: 'As in your browser',

  alerts: 'Email alerts',
  alertsHint: 'When a customer needs help, store by store.',
  notices: 'Notices on your devices',
  noticesHint: 'What you are told of, quiet hours and sounds.',
  noticesIn: 'Notices for {store}',

  sessions: 'Where you are signed in',
  sessionsHint: 'What you do not know, sign out: its pages close at once.',
  unknownDevice: 'A browser',
  here: 'This one',
  used: 'Signed in: {day} · Last used: {used}',
  signOut: 'Sign out',
  signOutOf: 'Sign out of {device}, signed in {day}',
  signOutOthers: 'Sign out everywhere else',
  signedOut: 'Signed out there.',
} as const;

export const profile = room('profile', en);
