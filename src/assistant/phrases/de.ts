import type { Phrases } from '../phrases';

export const de: Phrases = {
  hello: 'Hallo. Wonach suchen Sie?',
  thanks: 'Gern geschehen.',
  bye: 'Auf Wiedersehen. Schreiben Sie jederzeit wieder.',
  ok: 'Gut. Schreiben Sie wieder, wenn noch etwas ist.',
  about:
    'Ich bin der Assistent dieses Shops. Ich antworte aus seinen Produkten und Hilfeseiten, und Sie können jederzeit nach einer Person fragen.',
  best: 'Diese passen am besten.',
  cheaper: 'Ich habe etwas Günstigeres gefunden.',
  notCheaper: 'Ich habe nichts Günstigeres dieser Art gefunden.',
  notAtPrice: 'Zu diesem Preis habe ich nichts gefunden.',
  closest: 'Das kommt dem am nächsten.',
  noOrders: 'Bestellungen kann ich nicht einsehen.',
  seeOrder: 'In Bestellungen kann ich nicht sehen. Hier steht, wo Ihre gerade ist.',
  yourOrder: 'Ihre Bestellung',
  notSure: 'Darauf habe ich keine klare Antwort.',
  unknown: 'Dazu habe ich nichts gefunden. Können Sie es anders sagen?',
  handover: 'Hier bin ich nicht sicher, deshalb bitte ich eine Person dazu.',
  offer: 'Soll ich jemanden holen?',
  onlyFiles:
    'Danke, das ist angekommen. Ich kann selbst nicht in Dateien hineinsehen. Worum geht es, in wenigen Worten?',
  offerQuestion: 'Gerade ist niemand da. Soll ich Ihre Frage für das Team hinterlassen?',
  wrote: '{name} schrieb: {words}',
  teamWrote: 'Das Team schrieb: {words}',
  quoted: '„{text}“',
  found: {
    one: 'Ich habe eines gefunden, das passt.',
    other: 'Ich habe {n} gefunden, die passen.',
  },
  stock: {
    in_stock: 'auf Lager',
    out_of_stock: 'nicht auf Lager',
    preorder: 'vorbestellbar',
    backorder: 'bald wieder lieferbar',
  },
};
