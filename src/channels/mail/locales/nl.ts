import type { MailWords } from '../locales';

export const nl: MailWords = {
  subject: '{name} van {store} heeft je geantwoord',
  subjectStore: '{store} heeft je geantwoord',
  sender: '{name} van {store}',
  messages: {
    one: '{n} bericht sinds je de chat verliet',
    other: '{n} berichten sinds je de chat verliet',
  },
  earlier: {
    one: '{n} eerder bericht staat in de chat.',
    other: '{n} eerdere berichten staan in de chat.',
  },
  above: 'Schrijf je antwoord boven deze regel',
  answer: 'Beantwoord gewoon deze e-mail. Je antwoord komt in dezelfde chat terecht.',
  asked: 'Je vroeg',
  confirmWhy: 'Is dit jouw adres? Zodra je dat bevestigt, kunnen onze e-mails ook je vraag tonen.',
  confirm: 'Ja, dit is mijn adres',
  why: 'Je krijgt deze e-mail omdat dit adres is achtergelaten in de chat van {store}.',
  notYou: 'Was jij dat niet? Stop dan deze e-mails, en er komt niets meer.',
  stop: 'Deze e-mails stoppen',
  confirmTitle: 'Is dit jouw adres?',
  confirmText: 'Het is achtergelaten in de chat van een winkel, zodat het antwoord je bereikt.',
  confirmedTitle: 'Bedankt',
  confirmedText: 'Antwoorden uit deze chat komen op je adres binnen.',
  stopTitle: 'Deze e-mails stoppen?',
  stopText: 'Antwoorden uit deze chat komen dan niet meer op je adres binnen.',
  stoppedTitle: 'Geen e-mails meer',
  stoppedText: 'Antwoorden uit deze chat komen niet meer op je adres binnen.',
};
