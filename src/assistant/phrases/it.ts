import type { Phrases } from '../phrases';

export const it: Phrases = {
  hello: 'Buongiorno. Che cosa cerca?',
  thanks: 'Prego.',
  bye: 'Arrivederci. Scriva quando vuole.',
  ok: 'Bene. Scriva se c’è altro.',
  about:
    'Sono l’assistente di questo negozio. Rispondo con i suoi prodotti e le pagine di aiuto, e può chiedere una persona in qualsiasi momento.',
  best: 'Questi sono i più adatti.',
  cheaper: 'Ho trovato qualcosa di più economico.',
  notCheaper: 'Non ho trovato nulla di più economico di questo tipo.',
  notAtPrice: 'Non ho trovato nulla a quel prezzo.',
  closest: 'Questo è il più vicino.',
  noOrders: 'Non posso consultare gli ordini.',
  seeOrder: 'Non posso vedere gli ordini. Qui può vedere a che punto è il suo.',
  yourOrder: 'Il suo ordine',
  notSure: 'Non ho una risposta chiara.',
  unknown: 'Non ho trovato nulla in proposito. Può dirlo in un altro modo?',
  handover: 'Su questo non sono sicuro, quindi chiedo a una persona di unirsi.',
  offer: 'Vuole che chiami qualcuno?',
  onlyFiles: 'Grazie, è arrivato. Io non posso guardare i file. Di che cosa si tratta, in poche parole?',
  offerQuestion: 'Al momento non c’è nessuno. Vuole che lasci la sua domanda al team?',
  wrote: '{name} ha scritto: {words}',
  teamWrote: 'Il team ha scritto: {words}',
  quoted: '«{text}»',
  found: {
    one: 'Ne ho trovato uno adatto.',
    other: 'Ne ho trovati {n} adatti.',
  },
  stock: {
    in_stock: 'disponibile',
    out_of_stock: 'esaurito',
    preorder: 'in prevendita',
    backorder: 'in riassortimento',
  },
};
