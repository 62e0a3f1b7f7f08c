import type { MailWords } from '../locales';

export const fr: MailWords = {
  subject: '{name} de {store} vous a répondu',
  subjectStore: '{store} vous a répondu',
  sender: '{name} de {store}',
  messages: {
    one: '{n} message depuis votre départ du chat',
    many: '{n} de messages depuis votre départ du chat',
    other: '{n} messages depuis votre départ du chat',
  },
  earlier: {
    one: '{n} message plus ancien se trouve dans le chat.',
    many: '{n} de messages plus anciens se trouvent dans le chat.',
    other: '{n} messages plus anciens se trouvent dans le chat.',
  },
  above: 'Écrivez votre réponse au-dessus de cette ligne',
  answer: 'Répondez simplement à cet e-mail. Votre réponse arrivera dans le même chat.',
  asked: 'Votre question',
  confirmWhy: 'Est-ce bien votre adresse ? Une fois confirmée, nos e-mails pourront aussi montrer votre question.',
  confirm: 'Oui, c’est mon adresse',
  why: 'Vous recevez cet e-mail parce que cette adresse a été laissée dans le chat de {store}.',
  notYou: 'Ce n’était pas vous ? Arrêtez ces e-mails et vous ne recevrez plus rien.',
  stop: 'Arrêter ces e-mails',
  confirmTitle: 'Est-ce bien votre adresse ?',
  confirmText: 'Elle a été laissée dans le chat d’une boutique, pour que la réponse vous parvienne.',
  confirmedTitle: 'Merci',
  confirmedText: 'Les réponses de ce chat arriveront à votre adresse.',
  stopTitle: 'Arrêter ces e-mails ?',
  stopText: 'Les réponses de ce chat n’arriveront plus à votre adresse.',
  stoppedTitle: 'Plus d’e-mails',
  stoppedText: 'Les réponses de ce chat n’arrivent plus à votre adresse.',
};
