import { type Filters, filtersOf } from '../knowledge/searching/filters';
import { countryNames } from './countries';
import { LEXICON, REWRITES } from './lexicon';
import type { PriceLimit } from './price-limit';
import { fold, folded, foldPhrase, formsOf, type Phrase, splitsOf, standsIn, words } from './words';

/** One thing that is asked about, and every way in which it may stand in a text. */
export interface Term {
  word: string;
  /** For the index. */
  sought: Phrase[];
  /** For comparison with folded words. */
  forms: Phrase[];
  /** Those of the word itself, without what else means the same. */
  own: Phrase[];
  /** A word of every day, which says little about what is looked for. */
  everyday: boolean;
  /** Nothing else will do: a colour, a size, "Tempo 42", "65 W". */
  specific: boolean;
}

/** What a question asks for, as far as words tell. */
export interface Understood {
  terms: Term[];
  /** The informative words, as the customer wrote them. */
  query: string;
  limit: PriceLimit | null;
  /** What the products have to be, besides what they are. */
  filters: Filters;
  cheap: boolean;
  /** It points at something shown before. */
  it: boolean;
  leans: 'products' | 'articles' | null;
  /** Whether something is there: "do you have …?" */
  having: boolean;
  /** A few words that are no sentence: mostly the name of something. */
  bare: boolean;
  /** Words that tell the better one of two answers that fit. */
  hints: Phrase[];
  /** How something is done. */
  steps: boolean;
  /** It is about the customer's own order, which the assistant cannot see. */
  order: boolean;
  /** In another language than English, as far as its words tell. */
  foreign: boolean;
  /** It wants a yes or no. */
  whether: boolean;
  /** Its words in order, folded, with all that say nothing. */
  said: string[];
}

const MAX_TERMS = 14;
const ORDER_NUMBER = /(?:#|№|\bno\.?|\bnr\.?)\s*\d{3,}|\b[A-Z]{0,3}-?\d{4,}\b/;
const GOODS = '(?:my|our) (?:\\w+ )?(?:order|parcel|package|delivery|shipment)';
const STATUS = [
  new RegExp(`\\b(?:where|wheres|status)\\b.*\\b(?:${GOODS}|my (?:refund|money))\\b`),
  new RegExp(
    `\\b(?:has|have|is|did|hasnt|havent|isnt|when|will)\\b.*\\b${GOODS}\\b.*\\b(?:ship|shipped|sent|left|arrive|arrives|arrived|come|coming|delivered|here|dispatched|late|delayed|way|processed|yet)\\b`,
  ),
  new RegExp(`\\bwaiting (?:for|on) ${GOODS}\\b`),
  /\bmy (?:last|previous|latest|recent|current) orders?\b/,
  /\bdid my (?:payment|order|return|refund|email|parcel)\b/,
  /\b(?:did|have) you (?:get|got|receive|received) my\b/,
  /\b(?:charged|paid|billed) (?:me )?twice\b|\btwice (?:charged|billed)\b/,
  /\bi (?:have )?ordered\b.*\b(?:nothing|still|hasnt|not here)\b/,
  /^(?:please|can you|could you|pls)\b.*\b(?:change|cancel|update|check|correct)\b.*\bmy (?:order|account|address|invoice|booking|delivery address)\b/,
  /\bdid i (?:use|order|pay|choose|enter|buy)\b/,
  /\bhow many (?:loyalty |bonus )?points do i have\b/,
  new RegExp(`\\b${GOODS}\\b.*\\b(?:not|hasnt|isnt|didnt|wasnt|still|yet|late|never|stuck)\\b.*`),
];

/** Where it can be followed or fetched is told by the help pages. */
const HOW_TO_FOLLOW = /\bcan i\b|pick.?up|abhol|verfolg|retir|ritir|suivre/;

/** Reads a question. `lang` is what the client said; the words themselves may say otherwise. */
export function understand(text: string, lang: string): Understood {
  const { filters, rest } = filtersOf(text);
  const limit = filters.price;
  const bare = rewritten(rest.normalize('NFC')).replace(/(\p{L})['’](?:s|t|re|ve|ll|m|d)(?!\p{L})/giu, '$1');
  const all = words(bare.replace(/['’]/g, ' '));
  const plain = all.map(fold);
  const { stop, everyday, english } = stopWords(plain, lang);
  const has = (list: Phrase[]) => list.some((p) => standsIn(plain, p));
  const cheap = has(LEXICON.cheap);
  const whether = LEXICON.whether.has(plain[0] ?? '');
  const order = asksForOrder(text, plain);
  const { named, taken } = phrasesIn(plain, stop);
  for (const { words: said } of LEXICON.cheap)
    for (const at of said.length > 1 ? plain.keys() : [])
      if (said.every((word, n) => plain[at + n] === word)) for (const n of said.keys()) taken.add(at + n);
  const capitals = capitalsIn(bare);
  const kept = informative(
    all,
    plain,
    (n) =>
      taken.has(n) ||
      (stop(n) && !capitals.has(all[n] ?? '')) ||
      LEXICON.cheap.some((p) => p.words.length === 1 && standsIn([plain[n] ?? ''], p)),
    { decimals: decimalsIn(bare, plain), lettered: letteredIn(bare, plain) },
  );
  const shopping = limit !== null || cheap || has(LEXICON.shopping);
  const help = has(LEXICON.help);
  // Their own order cannot be seen, but how it is followed can be told.
  const looked = [...kept.flatMap((word) => (english ? [word] : partsOf(word))), ...(order ? ['track'] : [])];
  const terms = looked.map((word, n): Term => {
    const said = fold(word);
    const figure = figureOf(said, plain);
    if (figure) return { word, ...figure, everyday: false, specific: true };
    const only = [...LEXICON.colours, ...LEXICON.names].some((one) => standsIn([said], one));
    const specific = only || countryNames(said).length > 0 || isCode(said);
    return { ...termOf(word, looked[n - 1], looked[n + 1], english), everyday: everyday(said), specific };
  });
  return {
    terms: [...named, ...terms].slice(0, MAX_TERMS),
    query: kept.map((word) => word.replaceAll('_', ' ')).join(' '),
    limit,
    // "Is it in stock?" wants a no as well.
    filters: { ...filters, inStock: filters.inStock && !(whether && !has(LEXICON.having)) },
    cheap,
    it: has(LEXICON.it),
    leans: shopping === help ? null : shopping ? 'products' : 'articles',
    having: has(LEXICON.having),
    bare: !shopping && !help && all.length <= 4,
    hints: LEXICON.hints.flatMap(({ asked, helps }) => (has(asked) ? helps : [])),
    steps: has(LEXICON.steps),
    order,
    foreign: !english,
    whether,
    said: plain,
  };
}

/** In the words of the help pages. */
export const rewritten = (text: string): string =>
  REWRITES.reduce((said, [several, one]) => said.replace(several, one), text);

/** The stop words of the language that the text seems to be in, with those of the client's and English. */
function stopWords(plain: string[], lang: string) {
  const own = lang.toLowerCase().split('-')[0] ?? 'en';
  const hits = (code: string) => plain.filter((word) => LEXICON.stop.get(code)?.has(word)).length;
  // One word alone may be another language's by chance.
  const score = (code: string) => hits(code) - (code === own ? 0 : 1.5);
  const likely = [...LEXICON.stop.keys()].reduce(
    (a, b) => (score(b) > score(a) ? b : a),
    LEXICON.stop.has(own) ? own : 'en',
  );
  const sets = [...new Set([likely, own])].map((code) => LEXICON.stop.get(code));
  if (hits(likely) === 0 && own !== 'en') sets.push(LEXICON.stop.get('en'));
  const has = (word: string) => sets.some((set) => set?.has(word));
  const english = likely === 'en' || (own === 'en' && hits(likely) === 0);
  const plainWords = [...new Set([likely, own, ...(english ? ['en'] : [])])].map((code) => LEXICON.everyday.get(code));
  return {
    stop: (n: number) => has(plain[n] ?? ''),
    everyday: (word: string) => plainWords.some((set) => set?.has(word)),
    english,
  };
}

/** What letters tell apart, even those that are words by themselves: "usb a". */
const NAMED_BY_LETTER = /^(?:usb|type|typ|cat|class)$/;

/** Words that are not stop words. A lone letter belongs to the word before it: "usb c", "65 w". */
function informative(
  all: string[],
  plain: string[],
  stop: (n: number) => boolean,
  { decimals, lettered }: { decimals: Set<number>; lettered: Set<number> },
): string[] {
  const kept: string[] = [];
  let before = -2;
  for (const [n, word] of all.entries()) {
    if (lettered.has(n)) {
      kept.push(`${all[n - 1]}_${word}`);
      before = n;
      continue;
    }
    if (decimals.has(n)) kept.push(`${kept.pop()}_${word}`);
    if (decimals.has(n)) continue;
    const lone = [...(plain[n] ?? '')].length === 1 && /\p{L}/u.test(word);
    const named = lone && (!stop(n) || NAMED_BY_LETTER.test(plain[n - 1] ?? ''));
    if (named && before === n - 1 && kept.length > 0) kept.push(`${kept.pop()}_${word}`);
    else if (!lone && !stop(n)) {
      kept.push(word);
      before = n;
    }
  }
  return [...new Set(kept)];
}

/**
 * What is called by several words of which some say nothing by themselves: "barre de son" is one thing.
 * @returns a term each, and the places of their words
 */
function phrasesIn(plain: string[], stop: (n: number) => boolean): { named: Term[]; taken: Set<number> } {
  const named: Term[] = [];
  const taken = new Set<number>();
  for (const [at, word] of plain.entries()) {
    for (const { said, sought, apart } of LEXICON.phrases.get(word) ?? []) {
      const places = said.words.map((_, n) => at + n);
      if (!(apart || places.some(stop)) || places.some((n) => taken.has(n))) continue;
      if (!standsIn(plain.slice(at, at + places.length), said)) continue;
      for (const n of places) taken.add(n);
      named.push({
        word: said.words.join(' '),
        sought,
        forms: sought.map(foldPhrase),
        own: [said],
        everyday: false,
        specific: false,
      });
    }
  }
  return { named, taken };
}

const STOPS = new Set([...LEXICON.stop.values()].flatMap((stop) => [...stop]));
const UNITS = new Set(
  `mah ah wh w watt watts kw v volt volts gb tb mb gbit mbit inch inches zoll pulgadas pollici pouces cm mm m km kg g l litre litres liter hz khz mp
  ohm db k p fps lm lumen lumens bit bits atm ports port pol palců дюйм дюйма инча см мм м кг г л вт`.split(/\s+/),
);
const COUNTED =
  /^(?:days?|weeks?|months?|years?|hours?|minutes?|times?|euros?|eur|€|percent|tage?n?|wochen?|monate?n?|jahre?n?|jours?|semaines?|mois|ans?|dias?|semanas?|meses|anos?|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|dagen|weken|maanden|jaar|dni|lat|zile|luni|gun|yil|днів|дні|роки|дни|години)$/;

const isCode = (word: string): boolean => /\p{N}/u.test(word) && /[\p{L}_]/u.test(word);

/**
 * A figure that belongs to a unit or a name, "20000 mAh", "Tempo 42", means what it says only beside that.
 * @returns its forms; null for figures that count days, pieces or money
 */
function figureOf(word: string, plain: string[]): Pick<Term, 'sought' | 'forms' | 'own'> | null {
  if (!/^\p{N}+$/u.test(word)) return null;
  const at = plain.indexOf(word);
  const [before = '', after = ''] = [plain[at - 1], plain[at + 1]];
  const figures = formsOf(word, true).map((one) => one.words);
  const both = (sought: Phrase[]) => ({ sought, forms: sought, own: sought });
  if (UNITS.has(after))
    return both([
      ...figures.map((figure): Phrase => ({ words: [...figure, after], open: true })),
      { words: [word + after], open: false },
    ]);
  const names = (one: string) => /^\p{L}{2,}$/u.test(one) && !STOPS.has(one);
  if (COUNTED.test(after) || !names(before) || names(after) || figures.length > 1) return null;
  const same = LEXICON.families.filter(({ said }) =>
    said.some((one) => one.words.length === 1 && standsIn([before], one)),
  );
  const around = [{ words: [before] }, ...same.flatMap(({ said }) => said)];
  return both(around.map(({ words: name }): Phrase => ({ words: [...name, word], open: false })));
}

/** Small words written in capitals, which are names then: "US layout". None in a text that shouts. */
function capitalsIn(text: string): Set<string> {
  const found = /\p{Ll}{2}/u.test(text) ? (text.match(/(?<![\p{L}\p{N}])\p{Lu}{2,3}(?![\p{L}\p{N}])/gu) ?? []) : [];
  return new Set(found.map((word) => word.toLowerCase()));
}

/** The places of what stands behind a decimal point: 6.7 is one figure. */
function decimalsIn(text: string, plain: string[]): Set<number> {
  const places = new Set<number>();
  let from = 0;
  for (const [, whole = '', part = ''] of text.matchAll(/(?<!\p{N})(\p{N}{1,4})[.,](\p{N}{1,2})(?!\p{N})/gu)) {
    const at = plain.findIndex((word, n) => n >= from && word === whole && plain[n + 1] === part);
    if (at < 0) continue;
    places.add(at + 1);
    from = at + 2;
  }
  return places;
}

/** The places of words that a letter belongs to: "e-reader", "t-shirt". */
function letteredIn(text: string, plain: string[]): Set<number> {
  const places = new Set<number>();
  for (const [, letter = '', word = ''] of fold(text).matchAll(/(?<![\p{L}\p{N}-])(\p{L})-(\p{L}{3,})/gu)) {
    const at = plain.findIndex((one, n) => one === letter && plain[n + 1] === word);
    if (at >= 0) places.add(at + 1);
  }
  return places;
}

/** "Tischlampe" is a "Lampe": a compound whose end is known, as German and Dutch make them, is looked for as both. */
function partsOf(word: string): string[] {
  const said = fold(word);
  if (!/^\p{L}{8,30}$/u.test(said) || LEXICON.familiesAlone([said]).some(Boolean)) return [word];
  let best: { at: number; end: string } | null = null;
  for (const end of LEXICON.ends) {
    const at = said.lastIndexOf(end);
    if (at < 3 || said.length - at - end.length > 2) continue;
    if (!best || end.length > best.end.length) best = { at, end };
  }
  return best ? [word.slice(0, best.at).replace(/s$/, ''), best.end] : [word];
}

function termOf(
  word: string,
  before: string | undefined,
  after: string | undefined,
  english: boolean,
): Pick<Term, 'word' | 'sought' | 'forms' | 'own'> {
  const parts = word.split('_');
  let own: Phrase[] | null = null;
  const sought: Phrase[] =
    parts.length > 1
      ? [
          { words: parts, open: true },
          // "usb c" is also "usbc"; 6.7 is not 67.
          ...(/^\p{N}/u.test(word) ? [] : [{ words: [parts.join('')], open: true }]),
        ]
      : [];
  if (parts.length === 1) {
    sought.push(...formsOf(word, english), ...splitsOf(word));
    // "ear buds" also stands in texts as "earbuds".
    const letters = (other: string | undefined): other is string => other !== undefined && /^\p{L}{2,}$/u.test(other);
    if (letters(word) && letters(before)) sought.push({ words: [before + word], open: true });
    if (letters(word) && letters(after)) sought.push({ words: [word + after], open: true });
    own = sought.map(foldPhrase);
    sought.push(...countryNames(fold(word)));
    const around = [before, word, after].flatMap((w) => (w ? [fold(w)] : []));
    const said = fold(word);
    const [alone, beside] = [LEXICON.familiesAlone([said]), LEXICON.familiesBeside(around)];
    for (const [n, family] of LEXICON.families.entries()) if (alone[n] || beside[n]) sought.push(...family.sought);
  }
  const forms = sought.map(foldPhrase);
  return { word: parts.join(' '), sought, forms, own: own ?? forms };
}

function asksForOrder(text: string, plain: string[]): boolean {
  const order = LEXICON.order.some((p) => standsIn(plain, p));
  const says = (list: Phrase[]) => list.some((p) => standsIn(plain, p));
  if (order && says(LEXICON.mine) && says(LEXICON.when) && !says(LEXICON.may)) return true;
  if (order && LEXICON.notYet.some((p) => standsIn(plain, p))) return true;
  if (HOW_TO_FOLLOW.test(fold(text))) return false;
  if (order && (LEXICON.where.some((p) => standsIn(plain, p)) || ORDER_NUMBER.test(text))) return true;
  const line = folded(text.replace(/['’]/g, '')).join(' ');
  return STATUS.some((pattern) => pattern.test(line));
}
