import { room } from '../words';

/** Settings, What is missing: questions without an answer, and the answers that were written to them. */
export const en = {
  title: 'What is missing',
  about:
    'What customers asked in the last 90 days and the assistant could not answer. Write an answer, and it is used from the next message on.',
  saved: 'Saved',
  more: { one: 'And {n} more question, asked less often.', other: 'And {n} more questions, asked less often.' },
  none: 'Nothing is missing right now. A question that the assistant cannot answer shows up here a few minutes after the customer’s last message, or when a person has ended the chat.',
  questions: 'Questions without an answer',
  answered: 'Answered by now',
  write: 'Write an answer',
  writeTo: 'Write an answer to “{question}”',
  moreFor: 'More for “{question}”',
  done: 'Done',
  notWorth: 'Not worth an answer',
  asked: { one: 'Asked once', other: 'Asked {n} times' },
  askedSince: { one: 'Asked once since it was settled', other: 'Asked {n} times since it was settled' },
  toPerson: { other: '{n} went to a person' },
  last: 'last {when}',
  dayAndTime: '{day}, {time}',
  wordings: 'Other wordings',
  wordingsAndWhere: 'Other wordings, and where it was asked',
  where: 'Where it was asked',
  inThese: 'Last asked in these chats:',
  inThis: 'Asked in this chat:',
  comesBack: 'It comes back when it is asked three more times.',
  answerSaved: 'The answer is saved. It is used from the next message on.',
  answerRemoved: 'The answer is removed.',

  written: 'Answers written here',
  writtenHint: 'They stay as they are when you import products or articles.',
  add: 'Add answer',
  noneYet: 'None yet.',
  moreForWritten: 'More for {question}',
  change: 'Change',
  remove: 'Remove answer',
  gone: 'The assistant will no longer answer “{question}” with it.',
  ways: { other: '{n} wordings' },
} as const;

export const missing = room('missing', en);
