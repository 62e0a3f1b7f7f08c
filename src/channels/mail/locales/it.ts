import type { MailWords } from '../locales';

export const it: MailWords = {
  subject: '{name} di {store} ti ha risposto',
  subjectStore: '{store} ti ha risposto',
  sender: '{name} di {store}',
  messages: {
    one: '{n} messaggio da quando hai lasciato la chat',
    many: '{n} di messaggi da quando hai lasciato la chat',
    other: '{n} messaggi da quando hai lasciato la chat',
  },
  earlier: {
    one: '{n} messaggio precedente è nella chat.',
    many: '{n} di messaggi precedenti sono nella chat.',
    other: '{n} messaggi precedenti sono nella chat.',
  },
  above: 'Scrivi la tua risposta sopra questa riga',
  answer: 'Rispondi semplicemente a questa email. La tua risposta arriverà nella stessa chat.',
  asked: 'Hai chiesto',
  confirmWhy: 'È il tuo indirizzo? Quando lo confermi, le nostre email potranno mostrare anche la tua domanda.',
  confirm: 'Sì, è il mio indirizzo',
  why: 'Ricevi questa email perché questo indirizzo è stato lasciato nella chat di {store}.',
  notYou: 'Non eri tu? Interrompi queste email e non arriverà altro.',
  stop: 'Interrompi queste email',
  confirmTitle: 'È il tuo indirizzo?',
  confirmText: 'È stato lasciato nella chat di un negozio, perché la risposta possa raggiungerti.',
  confirmedTitle: 'Grazie',
  confirmedText: 'Le risposte di questa chat arriveranno al tuo indirizzo.',
  stopTitle: 'Interrompere queste email?',
  stopText: 'Le risposte di questa chat non arriveranno più al tuo indirizzo.',
  stoppedTitle: 'Nessun’altra email',
  stoppedText: 'Le risposte di questa chat non arrivano più al tuo indirizzo.',
};
