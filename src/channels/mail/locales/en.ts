import type { MailWords } from '../locales';

export const en: MailWords = {
  subject: '{name} from {store} answered you',
  subjectStore: '{store} answered you',
  sender: '{name} from {store}',
  messages: {
    one: '{n} message since you left the chat',
    other: '{n} messages since you left the chat',
  },
  earlier: {
    one: '{n} earlier message is in the chat.',
    other: '{n} earlier messages are in the chat.',
  },
  above: 'Write your answer above this line',
  answer: 'Just answer this email. Your answer lands in the same chat.',
  asked: 'You asked',
  confirmWhy: 'Is this your address? Once you say so, our emails can also show what you asked.',
  confirm: 'Yes, this is my address',
  why: 'You get this because this address was left in the chat of {store}.',
  notYou: 'Was it not you? Then stop these emails, and nothing else will come.',
  stop: 'Stop these emails',
  confirmTitle: 'Is this your address?',
  confirmText: 'It was left in a shop’s chat, so that the answer can reach you.',
  confirmedTitle: 'Thank you',
  confirmedText: 'Answers from this chat will come to your address.',
  stopTitle: 'Stop these emails?',
  stopText: 'Answers from this chat will no longer come to your address.',
  stoppedTitle: 'No more emails',
  stoppedText: 'Answers from this chat no longer come to your address.',
};
