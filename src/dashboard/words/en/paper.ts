import { room } from '../words';

/** One conversation on paper. */
export const en = {
  title: 'Conversation with {customer}',
  untitled: 'Conversation',
  page: 'Save or print',
  back: 'Back to the conversation',
  withNotes: 'With private notes',
  saveText: 'Save as text',
  print: 'Print or save as PDF',

  store: 'Store',
  began: 'Began',
  last: 'Last message',
  language: 'Language',
  email: 'Email',
  zone: 'Time zone',
  request: 'Request {n}',
  asked: 'Asked',
  reason: 'Reason',
  reasonUrgent: '{reason}, urgent',
  with: 'With',
  ended: 'Ended',
  outcome: 'Outcome',
  rating: 'Rating',
  ratingWith: '{thumb}: {comment}',
  endingNote: 'Ending note',
  attached: 'Attached: {files}',
  byEmail: 'By email from {address}',
  stopped: 'Stopped before it was whole',
  noteBy: 'Private note by {name}',
} as const;

export const paper = room('paper', en);
