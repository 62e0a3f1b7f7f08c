import type { Phrases } from '../phrases';

export const en: Phrases = {
  hello: 'Hello. What are you looking for?',
  thanks: 'You’re welcome.',
  bye: 'Goodbye. Write again any time.',
  ok: 'Good. Write again if anything else comes up.',
  about:
    'I’m the assistant of this shop. I answer from its products and help pages, and you can ask for a person at any time.',
  best: 'These fit best.',
  cheaper: 'I found something cheaper.',
  notCheaper: 'I found nothing cheaper of this kind.',
  notAtPrice: 'I found nothing at that price.',
  closest: 'This comes closest.',
  noOrders: 'I can’t look into orders.',
  seeOrder: 'I can’t look into orders myself. You see where yours is here.',
  yourOrder: 'Your order',
  notSure: 'I don’t have a clear answer to that.',
  unknown: 'I couldn’t find anything about that. Could you put it another way?',
  handover: 'I’m not sure about this one, so I’m asking a person to join.',
  offer: 'Shall I get somebody?',
  onlyFiles: 'Thank you, that has arrived. I can’t look into files myself. What is it about, in a few words?',
  offerQuestion: 'Nobody is in right now. Shall I leave your question for the team?',
  wrote: '{name} wrote: {words}',
  teamWrote: 'The team wrote: {words}',
  quoted: '“{text}”',
  found: {
    one: 'I found one that fits.',
    other: 'I found {n} that fit.',
  },
  stock: {
    in_stock: 'in stock',
    out_of_stock: 'out of stock',
    preorder: 'available to pre-order',
    backorder: 'on back order',
  },
};
