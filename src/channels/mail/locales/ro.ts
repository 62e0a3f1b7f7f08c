import type { MailWords } from '../locales';

export const ro: MailWords = {
  subject: '{name} de la {store} ți-a răspuns',
  subjectStore: '{store} ți-a răspuns',
  sender: '{name} de la {store}',
  messages: {
    one: 'Un mesaj de când ai ieșit din chat',
    few: '{n} mesaje de când ai ieșit din chat',
    other: '{n} de mesaje de când ai ieșit din chat',
  },
  earlier: {
    one: 'Un mesaj mai vechi este în chat.',
    few: '{n} mesaje mai vechi sunt în chat.',
    other: '{n} de mesaje mai vechi sunt în chat.',
  },
  above: 'Scrie răspunsul deasupra acestei linii',
  answer: 'Răspunde pur și simplu la acest e-mail. Răspunsul tău ajunge în același chat.',
  asked: 'Ai întrebat',
  confirmWhy: 'Aceasta este adresa ta? După ce confirmi, e-mailurile noastre pot arăta și întrebarea ta.',
  confirm: 'Da, este adresa mea',
  why: 'Primești acest e-mail pentru că adresa a fost lăsată în chatul {store}.',
  notYou: 'Nu ai fost tu? Oprește aceste e-mailuri și nu va mai veni nimic.',
  stop: 'Oprește aceste e-mailuri',
  confirmTitle: 'Aceasta este adresa ta?',
  confirmText: 'A fost lăsată în chatul unui magazin, pentru ca răspunsul să ajungă la tine.',
  confirmedTitle: 'Mulțumim',
  confirmedText: 'Răspunsurile din acest chat vor veni la adresa ta.',
  stopTitle: 'Oprești aceste e-mailuri?',
  stopText: 'Răspunsurile din acest chat nu vor mai veni la adresa ta.',
  stoppedTitle: 'Gata cu e-mailurile',
  stoppedText: 'Răspunsurile din acest chat nu mai vin la adresa ta.',
};
