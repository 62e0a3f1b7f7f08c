import type { MailWords } from '../locales';

export const de: MailWords = {
  subject: '{name} von {store} hat Ihnen geantwortet',
  subjectStore: '{store} hat Ihnen geantwortet',
  sender: '{name} von {store}',
  messages: {
    one: '{n} Nachricht, seit Sie den Chat verlassen haben',
    other: '{n} Nachrichten, seit Sie den Chat verlassen haben',
  },
  earlier: {
    one: '{n} frühere Nachricht steht im Chat.',
    other: '{n} frühere Nachrichten stehen im Chat.',
  },
  above: 'Schreiben Sie Ihre Antwort über diese Zeile',
  answer: 'Antworten Sie einfach auf diese E-Mail. Ihre Antwort erscheint im selben Chat.',
  asked: 'Sie fragten',
  confirmWhy: 'Ist das Ihre Adresse? Sobald Sie das bestätigen, können unsere E-Mails auch Ihre Frage zeigen.',
  confirm: 'Ja, das ist meine Adresse',
  why: 'Sie erhalten diese E-Mail, weil diese Adresse im Chat von {store} hinterlassen wurde.',
  notYou: 'Das waren nicht Sie? Dann beenden Sie diese E-Mails, und es kommt nichts mehr.',
  stop: 'Diese E-Mails beenden',
  confirmTitle: 'Ist das Ihre Adresse?',
  confirmText: 'Sie wurde im Chat eines Shops hinterlassen, damit die Antwort Sie erreicht.',
  confirmedTitle: 'Danke',
  confirmedText: 'Antworten aus diesem Chat kommen an Ihre Adresse.',
  stopTitle: 'Diese E-Mails beenden?',
  stopText: 'Antworten aus diesem Chat kommen dann nicht mehr an Ihre Adresse.',
  stoppedTitle: 'Keine weiteren E-Mails',
  stoppedText: 'Antworten aus diesem Chat kommen nicht mehr an Ihre Adresse.',
};
