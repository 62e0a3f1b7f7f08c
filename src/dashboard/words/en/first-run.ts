import { room } from '../words';

/** The first steps of a new store: the walk through them, and the list that stays beside the inbox. */
export const en = {
  title: 'First steps',
  progress: '{done} of {all} done',
  steps: {
    name: 'Name your store',
    hours: 'Set your hours',
    knowledge: 'Add knowledge',
    script: 'Put the chat on your site',
    try: 'Try it',
  },
  state: { done: 'Done', not_needed: 'Not needed', open: 'To do' },
  right: 'It is right as it is',
  notNeeded: 'Not needed',
  needed: 'Needed after all',
  later: 'Later',
  next: 'Next',
  toInbox: 'To the inbox',
  over: 'All first steps are done.',
} as const;

export const first = room('firstRun', en);
