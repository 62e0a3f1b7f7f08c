import type { Phrases } from '../phrases';

export const nl: Phrases = {
  hello: 'Hallo. Waar bent u naar op zoek?',
  thanks: 'Graag gedaan.',
  bye: 'Tot ziens. Schrijf gerust weer.',
  ok: 'Goed. Schrijf gerust als er nog iets is.',
  about:
    'Ik ben de assistent van deze winkel. Ik antwoord vanuit de producten en hulppagina’s, en u kunt altijd om een persoon vragen.',
  best: 'Deze passen het best.',
  cheaper: 'Ik heb iets goedkopers gevonden.',
  notCheaper: 'Ik heb niets goedkopers van deze soort gevonden.',
  notAtPrice: 'Voor die prijs heb ik niets gevonden.',
  closest: 'Dit komt het dichtst in de buurt.',
  noOrders: 'Ik kan geen bestellingen inzien.',
  seeOrder: 'Ik kan niet in bestellingen kijken. Hier ziet u waar die van u is.',
  yourOrder: 'Uw bestelling',
  notSure: 'Daar heb ik geen duidelijk antwoord op.',
  unknown: 'Daar heb ik niets over gevonden. Kunt u het anders zeggen?',
  handover: 'Dit weet ik niet zeker, dus ik vraag een persoon erbij.',
  offer: 'Zal ik iemand erbij halen?',
  onlyFiles:
    'Bedankt, het is aangekomen. Zelf kan ik geen bestanden bekijken. Waar gaat het over, in een paar woorden?',
  offerQuestion: 'Er is nu niemand. Zal ik uw vraag voor het team achterlaten?',
  wrote: '{name} schreef: {words}',
  teamWrote: 'Het team schreef: {words}',
  quoted: '“{text}”',
  found: {
    one: 'Ik heb er een gevonden die past.',
    other: 'Ik heb er {n} gevonden die passen.',
  },
  stock: {
    in_stock: 'op voorraad',
    out_of_stock: 'niet op voorraad',
    preorder: 'te reserveren',
    backorder: 'in nalevering',
  },
};
