import { room } from '../words';

/** What many pages say. */
export const en = {
  cancel: 'Cancel',
  close: 'Close',
  keep: 'Keep',
  remove: 'Remove',
  save: 'Save',
  tryAgain: 'Try again',
  you: 'You',
  assistant: 'Assistant',
  urgent: 'Urgent',
  today: 'Today',
  yesterday: 'Yesterday',
  offline: 'No connection. Please try again.',
  unreadable: 'Something went wrong. Please try again.',
  pageFailed: 'This page could not be loaded. Please reload it.',
} as const;

export const common = room('common', en);
