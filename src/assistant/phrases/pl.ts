import type { Phrases } from '../phrases';

export const pl: Phrases = {
  hello: 'Dzień dobry. Czego szukasz?',
  thanks: 'Nie ma za co.',
  bye: 'Do widzenia. Pisz o każdej porze.',
  ok: 'Dobrze. Napisz, jeśli pojawi się coś jeszcze.',
  about:
    'Jestem asystentem tego sklepu. Odpowiadam na podstawie jego produktów i stron pomocy, a w każdej chwili możesz poprosić o rozmowę z osobą.',
  best: 'Te pasują najlepiej.',
  cheaper: 'Mam coś tańszego.',
  notCheaper: 'Nie mam nic tańszego tego rodzaju.',
  notAtPrice: 'W tej cenie nic nie ma.',
  closest: 'To jest najbliższe.',
  noOrders: 'Nie mam wglądu w zamówienia.',
  seeOrder: 'Nie mam wglądu w zamówienia. Tutaj można sprawdzić, gdzie jest Państwa zamówienie.',
  yourOrder: 'Państwa zamówienie',
  notSure: 'Nie mam na to jasnej odpowiedzi.',
  unknown: 'Nic o tym nie ma. Czy możesz ująć to inaczej?',
  handover: 'Tego nie jestem pewien, więc proszę osobę z zespołu o dołączenie.',
  offer: 'Czy mam poprosić kogoś z zespołu?',
  onlyFiles: 'Dziękuję, dotarło. Sam nie mogę zaglądać do plików. O co chodzi, w kilku słowach?',
  offerQuestion: 'Teraz nikogo nie ma. Czy mam zostawić Twoje pytanie zespołowi?',
  wrote: '{name} pisze: {words}',
  teamWrote: 'Zespół pisze: {words}',
  quoted: '„{text}”',
  found: {
    one: 'Pasuje {n} produkt.',
    few: 'Pasują {n} produkty.',
    many: 'Pasuje {n} produktów.',
    other: 'Pasuje {n} produktu.',
  },
  stock: {
    in_stock: 'w magazynie',
    out_of_stock: 'niedostępny',
    preorder: 'w przedsprzedaży',
    backorder: 'na zamówienie',
  },
};
