import { type Filters, filtersOf } from '../knowledge/searching/filters';
import { LEXICON, REWRITES } from './lexicon';
import { asksForOrder } from './own-order';
import type { PriceLimit } from './price-limit';
import { capitalsIn, decimalsIn, informative, letteredIn } from './telling-words';
import { partsOf, phrasesIn, type Term, termFor } from './term';
import { fold, type Phrase, standsIn, words } from './words';

export type { Term } from './term';

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
  /** The client's language, without its region. */
  lang: string;
  /** It wants a yes or no. */
  whether: boolean;
  /** Its words in order, folded, with all that say nothing. */
  said: string[];
}

const MAX_TERMS = 14;

/** In characters. */
const READ = { beginning: 600, end: 600 };
/** Of a very long message, its beginning and its end are read: what is wanted stands there. */
export const readable = (text: string): string =>
  text.length <= READ.beginning + READ.end ? text : `${text.slice(0, READ.beginning)} … ${text.slice(-READ.end)}`;

/** Reads a question. `lang` is what the client said; the words themselves may say otherwise. */
export function understand(message: string, lang: string): Understood {
  // What is invisible parts words that are one.
  const text = readable(message).replace(/[\p{Cf}\p{Cc}]+/gu, (found) => (/\s/.test(found) ? ' ' : ''));
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
  const terms = looked.map(
    (word, n): Term => ({
      ...termFor(word, { before: looked[n - 1], after: looked[n + 1], english, plain }),
      everyday: everyday(fold(word)),
    }),
  );
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
    lang: baseOf(lang),
    whether,
    said: plain,
  };
}

export const baseOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? 'en';

/** In the words of the help pages. */
export const rewritten = (text: string): string =>
  REWRITES.reduce((said, [several, one]) => said.replace(several, one), text);

/** The stop words of the language that the text seems to be in, with those of the client's and English. */
function stopWords(plain: string[], lang: string) {
  const own = baseOf(lang);
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
