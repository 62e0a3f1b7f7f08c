import type { Product } from '../knowledge';
import { anyOf, siblingsOf as siblingsMatch, tiersOf, waysOf } from '../knowledge/searching/expressions';
import { type Filters, NO_FILTERS } from '../knowledge/searching/filters';
import {
  byIds,
  passagesIn,
  productsIn,
  siblingsOf,
  standing,
  totals,
  wordsUnder,
} from '../knowledge/searching/statements';
import { expand, withForms } from '../knowledge/searching/terms';
import { lettersOf, meant } from '../knowledge/searching/typos';
import type { Term } from './question';
import { fold, isUnspaced } from './words';

export type Found = Product & {
  /** Less is better; null for what was not searched for but stands in context. */ score: number | null;
};
export interface FoundPassage {
  article: string;
  title: string;
  /** Empty where the article has no page of its own. */
  url: string;
  /** What it was written in, in the dashboard; null for what was imported. */
  lang: string | null;
  heading: string;
  text: string;
  score: number;
}
export interface Findings {
  /**
   * The terms that were looked for: those of the question, with what the shop's own words make of them (mistyped words
   * put right, model numbers in other spellings, colours in other languages). What is compared with texts is these.
   */
  terms: Term[];
  products: Found[];
  passages: FoundPassage[];
  /** In how many products and passages each of `terms` stands, five hundred at most. */
  spread: { products: number; passages: number }[];
  /** Whether it is a brand of the store's. */
  brands: boolean[];
  /** The words that it was taken for, where it stands nowhere: it may be a slip, or another thing altogether. */
  meant: string[][];
  totals: { products: number; passages: number };
  /** False where nothing passed the filters: then the products are those without them. */
  filtered: boolean;
}

/**
 * Searches one store's products and passages: in one round trip what stands in the shop at all, in a second what fits,
 * and one between them where a word stands nowhere and may be mistyped.
 * @param context ids of products shown before, whose siblings are wanted too
 * @param filters what `filtersOf` read from the question
 */
export async function search(
  db: D1Database,
  store: string,
  asked: Term[],
  context: string[],
  filters: Filters = NO_FILTERS,
): Promise<Findings> {
  const expanded = expand(asked);
  const [counts, sums, shown] = await db.batch([
    standing(db, store, expanded.map(waysOf)),
    totals(db, store),
    byIds(db, store, context),
  ]);
  const looked = expanded.map((term, n): Looked => ({ term, meant: [], ...(rows<Spread>(counts)[n] ?? NOWHERE) }));
  const known = withoutNoise(await corrected(db, store, looked));
  const terms = known.map(({ term }) => term);

  const before = rows<ProductRow>(shown);
  const told = known.filter(({ products }) => products > 0).sort((a, b) => a.products - b.products);
  const saidOf = (some: Looked[]) => some.map(({ inProducts }) => inProducts);
  const tiers = tiersOf(store, saidOf(told), saidOf(told.filter(({ brand }) => brand)));
  const inPassages = known.filter(({ passages }) => passages > 0).map((one) => one.inPassages);
  const [sum] = rows<{ products: number; articles: number }>(sums);
  const { products: inAll = 0 } = sum ?? {};
  const none = db.prepare('SELECT 1 WHERE false');
  const [found, passages, siblings] = await db.batch([
    tiers.length > 0 ? productsIn(db, store, { tiers, filters, products: inAll }) : none,
    inPassages.length > 0 ? passagesIn(db, store, anyOf(store, inPassages)) : none,
    before.length > 0 ? siblingsOf(db, store, siblingsMatch(store, before)) : none,
  ]);
  const strict = rows<ProductRow>(found);
  const relax = strict.length === 0 && tiers.length > 0 && (filters.price !== null || filters.inStock);
  const searched = relax
    ? rows<ProductRow>(await productsIn(db, store, { tiers, filters: NO_FILTERS, products: inAll }).all())
    : strict;
  return {
    terms,
    products: [...unique(searched), ...unique([...before, ...rows<ProductRow>(siblings)])].map(productOf),
    passages: rows<FoundPassage>(passages),
    spread: known.map(({ products, passages }) => ({ products, passages })),
    brands: known.map(({ brand }) => Boolean(brand)),
    meant: known.map(({ meant }) => meant),
    totals: { products: inAll, passages: PASSAGES_AN_ARTICLE * (sum?.articles ?? 0) },
    filtered: !relax,
  };
}

/** Only what is rare among how many counts on it, and that within a logarithm. */
const PASSAGES_AN_ARTICLE = 4;

interface Spread {
  products: number;
  passages: number;
  /** 1 or 0. */
  brand: number;
  /** What it stands as, for the index. */
  inProducts: string;
  inPassages: string;
}
const NOWHERE: Spread = { products: 0, passages: 0, brand: 0, inProducts: '', inPassages: '' };

/** A term and what is known of it. */
type Looked = Spread & { term: Term; meant: string[] };

const stands = ({ products, passages }: Spread): boolean => products + passages > 0;

/** Words that stand nowhere, found by what they may have meant. */
async function corrected(db: D1Database, store: string, looked: Looked[]): Promise<Looked[]> {
  // What names one thing only, and words of every day, are not taken for others.
  const isLost = (one: Looked) => !stands(one) && !one.term.everyday && !one.term.specific;
  const lost = looked.filter(isLost).map(({ term }) => fold(term.word));
  const letters = [...new Set(lost.flatMap(lettersOf))];
  if (letters.length === 0) return looked;
  const { results } = await wordsUnder(db, store, letters).all<{ letter: string; words: string }>();
  const put = looked.map((one): Looked => {
    if (!isLost(one)) return one;
    const word = fold(one.term.word);
    const near = results.filter(({ letter }) => lettersOf(word).includes(letter)).map(({ words }) => words);
    const found = meant(word, near);
    return { ...one, term: withForms(one.term, found), meant: found.map(({ words }) => words.join(' ')) };
  });
  const changed = put.filter((one) => one.meant.length > 0);
  if (changed.length === 0) return looked;
  const ways = changed.map(({ term }) => waysOf(term));
  const again = await standing(db, store, ways).all<Spread>();
  return put.map((one) => ({ ...one, ...again.results[changed.indexOf(one)] }));
}

/** Of what is written without spaces, the pairs of characters that are no word of the shop only lie between words. */
function withoutNoise(looked: Looked[]): Looked[] {
  const known = looked.some((one) => isUnspaced(one.term.word) && stands(one));
  return looked.filter((one) => !(known && isUnspaced(one.term.word) && !stands(one)));
}

interface ProductRow extends Omit<Product, 'salePrice' | 'groupId' | 'details'> {
  sale_price: number | null;
  group_id: string | null;
  details: string;
  amount?: number | null;
  score: number | null;
}

const productOf = ({ sale_price, group_id, details, amount: _, ...row }: ProductRow): Found => ({
  ...row,
  salePrice: sale_price,
  groupId: group_id,
  details: JSON.parse(details),
});

/** Two sources may know the same product: the better one stays. */
const unique = (found: ProductRow[]): ProductRow[] =>
  [...new Map(found.toReversed().map((p) => [p.id, p])).values()].reverse();

/** The shape is that of the statement, over tables whose schema is ours. */
const rows = <T>(result: D1Result | undefined): T[] => (result?.results ?? []) as T[];
