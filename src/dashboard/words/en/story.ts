import { room } from '../words';

/** Why the customer is here, and what happened so far. */
export const en = {
  reason: 'Reason',
  unanswered: { other: 'Could not answer {n} times in a row' },
  unansweredTwice: 'Could not answer twice in a row',
  reopened: { one: 'Reopened', other: 'Reopened {n}×' },
  forWhom: 'For {name}',
  asked: 'Asked {time}',
  waited: 'Waited {time}',
  soFar: 'What happened so far',
  hide: 'Hide what happened so far',
  show: 'Show what happened so far',
  openQuestion: 'Open question',
  recorded: 'Recorded by the assistant, {time}',
  written: 'Written by the assistant, {time}',
  gaveUpAt: 'Message {message}, {why}.',
  terms: {
    looked_for: 'Looked for',
    tried: 'Assistant tried',
    opened: 'Opened',
    gave_up: 'Gave up at',
    open_question: 'Open question',
  },
  showed: 'Showed {titles}',
  answeredFrom: 'Answered from “{titles}”',
  foundNothing: 'Found nothing that fits',
  andMore: { other: '{titles} and {n} more' },
  sure: '{percent} sure',
} as const;

export const story = room('story', en);
