import { LEXICON } from './lexicon';
import type { Term, Understood } from './question';
import { isFigure, type Scored, type ScoredPassage, share } from './score';
import type { Findings, Found } from './search';
import { WEIGHTS } from './weights';
import { fold, standsIn } from './words';

/**
 * How sure an answer is: a logistic model over what can be seen of question and answer, fitted on questions with known
 * answers (`npm run eval -- --fit`). Every feature is between −1 and 1, so that its weight says what it counts for.
 */

export const FEATURES = [
  /** Always 1. */
  'base',
  /** The weighted part of the question that stands in the answer. */
  'covered',
  /** Of the question, the weighted part that stands nowhere in the shop, in the shop's language and in others. */
  'strange',
  'strangeAbroad',
  /** How many words that could be names of things stand nowhere in the shop: none, one, two or more. */
  'strangers',
  /** A yes or no is wanted, and there are such words. */
  'whetherStrange',
  /** The same of a word that the shop knows and this has not. */
  'whetherElsewhere',
  /** Of the question, what was taken for a mistyped word of the shop's. */
  'guessed',
  /** Of the question, what stands in the shop and not in this answer. */
  'elsewhere',
  /** A colour, a size or a figure is asked for, and this has it not. */
  'unlike',
  /** How much of the question stands in the name or the headings, and how much of these it says. */
  'named',
  'explained',
  /** How much there is to go by: nothing but words of every day is little. */
  'substance',
  /** It asks for goods (1) or for rules (−1). */
  'leans',
  /** It asks for goods, and this is a passage whose title does not speak of them. */
  'aside',
  /** How much better (worse) the best answer of the other kind covers it. */
  'rival',
  /** The next best are of the same article, or of the same category. */
  'agree',
  /** A few words that are no sentence. */
  'bare',
  /** It is far better than the next. */
  'margin',
  /** Figures of the kind that is asked for stand there (1), or are wanted and do not (−1). */
  'hinted',
] as const;
export type Feature = (typeof FEATURES)[number];
export type Evidence = Record<Feature, number>;
export type Kind = 'products' | 'passages';

interface Seen {
  asked: Understood;
  weights: number[];
  found: Findings;
  products: Scored<Found>[];
  passages: ScoredPassage[];
}

const flag = (is: boolean): number => (is ? 1 : 0);

const isGoods = ({ word }: Term): boolean => LEXICON.goods.some((one) => standsIn([fold(word)], one));
const NEXT = 4;

/** Of those that come next, the share that is of the same article or category. */
function agreement(kind: Kind, products: Scored<Found>[], passages: ScoredPassage[]): number {
  const of = kind === 'products' ? products.map((p) => p.found.category) : passages.map((p) => p.found.article);
  const [first, ...next] = of.slice(0, NEXT + 1);
  return next.length === 0 ? 1 : next.filter((one) => one === first).length / next.length;
}

/** What speaks for and against the best product or passage; null where nothing was found. */
export function evidenceOf(kind: Kind, { asked, weights, found, products, passages }: Seen): Evidence | null {
  const best = kind === 'products' ? products[0] : passages[0];
  if (!best) return null;
  const { terms, leans } = asked;
  const knows = terms.map((_, n) => (found.spread[n]?.products ?? 0) + (found.spread[n]?.passages ?? 0) > 0);
  const strange = share(
    knows.map((known) => flag(!known)),
    weights,
  );
  const isStranger = (n: number) => !knows[n] && terms[n]?.everyday === false && !isFigure(terms[n].word);
  const strangers = terms.filter((_, n) => isStranger(n)).length;
  const lacks = (n: number) => (best.strengths[n] ?? 0) === 0;
  const carried = terms.reduce(
    (sum, term, n) => sum + (term.everyday ? 0 : (best.strengths[n] ?? 0) * (weights[n] ?? 0)),
    0,
  );
  const other = kind === 'products' ? passages[0] : products[0];
  const next = kind === 'products' ? null : passages.find((p) => p.found.article !== passages[0]?.found.article);
  return {
    base: 1,
    covered: best.coverage,
    strange: asked.foreign ? 0 : strange,
    strangeAbroad: asked.foreign ? strange : 0,
    strangers: Math.min(2, strangers) / 2,
    whetherStrange: flag(asked.whether && strangers > 0),
    whetherElsewhere: flag(asked.whether && terms.some((term, n) => knows[n] && !term.everyday && lacks(n))),
    guessed: share(
      found.meant.map((words) => flag(words.length > 0)),
      weights,
    ),
    elsewhere: share(
      knows.map((known, n) => flag(known && lacks(n))),
      weights,
    ),
    unlike: flag(terms.some((term, n) => term.specific && lacks(n))),
    named: best.named,
    explained: best.explained,
    substance: Math.min(1, carried / 2),
    leans: leans === 'products' ? 1 : leans === 'articles' ? -1 : 0,
    aside:
      kind === 'passages' && (leans === 'products' || asked.having) && terms.some(isGoods)
        ? 1 - Math.min(1, passages[0]?.titled ?? 0)
        : 0,
    rival: (other?.coverage ?? 0) - best.coverage,
    agree: agreement(kind, products, passages),
    bare: flag(asked.bare),
    margin: kind === 'products' ? 0 : Math.min(1, (best.rank - (next?.rank ?? 0)) * 4),
    hinted: kind === 'products' || asked.hints.length === 0 ? 0 : passages[0]?.hinted ? 1 : -1,
  };
}

/** 0–1: how likely the answer is right. */
export function certaintyOf(kind: Kind, evidence: Evidence): number {
  const weights = WEIGHTS[kind];
  return 1 / (1 + Math.exp(-FEATURES.reduce((sum, name) => sum + weights[name] * evidence[name], 0)));
}
