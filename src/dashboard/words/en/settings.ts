import { room } from '../words';

/** The frame of the settings, pages that are saved as a whole, numbers in fields, and texts in a store's own words. */
export const en = {
  title: 'Settings',
  signOut: 'Sign out',
  pages: {
    install: 'Install',
    store: 'Store',
    widget: 'Widget',
    hours: 'Business hours',
    requests: 'Where requests go',
    forecast: 'What would happen',
    test: 'Test chat',
    chats: 'Chats and endings',
    assistant: 'Assistant',
    customers: 'What customers see',
    replies: 'Saved replies',
    profile: 'Your profile',
    notices: 'Your notices',
    team: 'Team and alerts',
    knowledge: 'Knowledge',
    missing: 'What is missing',
    changes: 'Changes',
    hooks: 'Hooks',
    keys: 'API keys',
  },
  groups: {
    shop: 'Shop',
    assistant: 'Assistant',
    requests: 'Requests and chats',
    team: 'Team',
    programs: 'Programs',
    you: 'You',
  },

  discard: 'Discard',
  saveChanges: 'Save changes',
  saved: 'Saved',
  savedNow: 'Saved. It holds from now on, for those who wait too.',
  mayNot: 'Owners and admins can change these.',
  lookFirst: 'Some numbers need a look first. They are marked.',

  units: {
    minutes: 'minutes',
    hours: 'hours',
    seconds: 'seconds',
    days: 'days',
    tokens: 'tokens',
    answers: 'answers',
    messages: 'messages',
    emails: 'emails',
  },
  short: { minutes: 'min', hours: 'h', seconds: 's', days: 'days' },
  fieldIn: '{label}, {unit}',
  between: 'Between {least} and {most} {unit}.',

  copy: 'Copy',
  copied: 'Copied',
  copyWhat: 'Copy {what}',

  languageOf: 'Language of: {label}',
  first: '{language} (first)',
  othersRead: 'Customers of other languages read this too, where there are no words of theirs.',
  withoutWords: 'Without words here, these customers read {others}.',
  sentenceAbove: 'the sentence above',
  nothingHere: 'nothing here',
  makeFirst: 'Make {language} the first language',
} as const;

export const settings = room('settings', en);
