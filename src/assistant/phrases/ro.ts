import type { Phrases } from '../phrases';

export const ro: Phrases = {
  hello: 'Bună ziua. Ce căutați?',
  thanks: 'Cu plăcere.',
  bye: 'La revedere. Scrieți oricând.',
  ok: 'Bine. Scrieți dacă mai apare ceva.',
  about:
    'Sunt asistentul acestui magazin. Răspund din produsele și paginile sale de ajutor, iar oricând puteți cere o persoană.',
  best: 'Acestea se potrivesc cel mai bine.',
  cheaper: 'Am găsit ceva mai ieftin.',
  notCheaper: 'Nu am găsit nimic mai ieftin de acest fel.',
  notAtPrice: 'Nu am găsit nimic la acest preț.',
  closest: 'Aceasta este varianta cea mai apropiată.',
  noOrders: 'Nu pot consulta comenzile.',
  seeOrder: 'Nu pot vedea comenzile. Aici vedeți unde este a dumneavoastră.',
  yourOrder: 'Comanda dumneavoastră',
  notSure: 'Nu am un răspuns clar la asta.',
  unknown: 'Nu am găsit nimic despre asta. Puteți spune altfel?',
  handover: 'Nu sunt sigur, așa că rog o persoană să se alăture.',
  offer: 'Să chem pe cineva?',
  onlyFiles: 'Mulțumesc, a ajuns. Eu nu pot vedea fișiere. Despre ce este vorba, în câteva cuvinte?',
  offerQuestion: 'Acum nu este nimeni aici. Să las întrebarea dumneavoastră echipei?',
  wrote: '{name} a scris: {words}',
  teamWrote: 'Echipa a scris: {words}',
  quoted: '„{text}”',
  found: {
    one: 'Am găsit un produs potrivit.',
    few: 'Am găsit {n} produse potrivite.',
    other: 'Am găsit {n} de produse potrivite.',
  },
  stock: {
    in_stock: 'în stoc',
    out_of_stock: 'stoc epuizat',
    preorder: 'la precomandă',
    backorder: 'disponibil la comandă',
  },
};
