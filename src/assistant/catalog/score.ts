import { LEXICON } from './lexicon';
import { baseOf, type Term, type Understood } from './question';
import type { Findings, Found, FoundPassage } from './search';
import { finder, folded, standsIn } from './words';

/** How much of what was asked stands in what was found: what every confidence is made of. */

/** A synonym is a little less than the word itself. */
const SYNONYM = 0.96;
/** Where a word of the question stands says how much the product is about it. */
const IN = { name: 1, beside: 0.95, branch: 0.75, details: 0.8, description: 0.6, apart: 0.3, heading: 1, body: 0.85 };

const WEIGHT = { unknown: 1.8, unknownEveryday: 0.3, everyday: 0.5, figure: 0.4 };
export const isFigure = (word: string): boolean => /^(?:\p{N}+|two|three|four|five)$/u.test(word);

/**
 * What each term weighs: rare words say more than common ones, and a word that stands nowhere in the shop says the most,
 * because then the question is about something else. Words of every day and figures that only count say little.
 */
export function weigh(terms: Term[], { spread, totals }: Findings): number[] {
  const all = totals.products + totals.passages;
  return terms.map((term, n) => {
    const { products = 0, passages = 0 } = spread[n] ?? {};
    const there = products + passages;
    const rarity = Math.log((all + 1) / (there + 1)) / Math.log(all + 2);
    if (isFigure(term.word) && !term.specific) return WEIGHT.figure * (there === 0 ? WEIGHT.unknown : 1 + rarity);
    if (term.everyday) return there === 0 ? WEIGHT.unknownEveryday : WEIGHT.everyday * (1 + rarity);
    return there === 0 ? WEIGHT.unknown : 1 + rarity;
  });
}

export interface Scored<T> {
  found: T;
  /** 0–1: the weighted part of the question that it covers. */
  coverage: number;
  /** For choosing the best. */
  rank: number;
  /** Which terms stand only in its details or description. */
  inside: number[];
  /** How strongly each term stands in it, 0–1. */
  strengths: number[];
  /** 0–1: how much of the question stands in its name or title. */
  named: number;
  /** 0–1: how much of its name or title the question says. */
  explained: number;
}

export const share = (strengths: number[], weights: number[]): number => {
  const total = weights.reduce((a, b) => a + b, 0);
  return total === 0 ? 0 : strengths.reduce((sum, s, n) => sum + s * (weights[n] ?? 0), 0) / total;
};

/** Best first; those equally good stay in BM25's order. */
const byRank = <T extends { score: number | null }>(a: Scored<T>, b: Scored<T>): number =>
  b.rank - a.rank || (a.found.score ?? 0) - (b.found.score ?? 0);

const numbers = (there: boolean[]): number[] => there.map(Number);

/** Says something in a name or title, in whatever language it is. */
const STOPS = new Set([...LEXICON.stop.values()].flatMap((stop) => [...stop]));
const isInformative = (word: string): boolean =>
  word.length > 1 &&
  !isFigure(word) &&
  !STOPS.has(word) &&
  !LEXICON.hints.some(({ helps }) => helps.some((hint) => standsIn([word], hint)));

/** The share of a name's informative words that the question says. */
function explainedOf(name: string[], stands: (text: readonly string[]) => boolean[]): number {
  const words = name.filter(isInformative);
  return words.length === 0 ? 0 : words.filter((word) => stands([word]).some(Boolean)).length / words.length;
}

/** The share of the question's neighbouring words that are neighbours in a name too. */
function inARow(said: string[], name: string[]): number {
  if (said.length < 2) return 0;
  const pairs = new Set(name.slice(1).map((word, n) => `${name[n]} ${word}`));
  return said.slice(1).filter((word, n) => pairs.has(`${said[n]} ${word}`)).length / (said.length - 1);
}

/** What a thing is for, or comes with, is said behind such a word: a stand for earbuds is no earbuds. */
const BESIDE =
  / (?:for|with|für|mit|pour|avec|para|con|per|voor|met|com|do|dla|z|pentru|cu|για|με|için|для|з|за|с|with|without|ل|مع) .*$/iu;
const headOf = (title: string): string => title.replace(BESIDE, '');

const PREFER_PRODUCT = { inARow: 0.1, explained: 0.03 };

export function scoreProducts(products: Found[], asked: Understood, weights: number[]): Scored<Found>[] {
  const { terms, said } = asked;
  const stands = finder(terms.map((term) => term.forms));
  const itself = finder(terms.map((term) => term.own));
  const scored = products.map((found) => {
    // Of "Keyboards & mice > Mice", the last part is what it is.
    const branches = (found.category ?? '').split('>');
    const kind = branches.pop();
    const title = folded(found.title);
    const name = folded([found.title, found.brand, kind, found.colour, found.id, found.mpn, found.gtin].join(' · '));
    const inName = stands(name);
    const head = stands(folded([headOf(found.title), found.brand, kind, found.colour, found.id].join(' · ')));
    const asSaid = itself(name);
    const inDetails = stands(folded(found.details.map((d) => `${d.name} ${d.value}`).join(' · ')));
    const inDescription = stands(folded(found.description));
    const inBranch = stands(folded(branches.join(' · ')));
    // "Battery" stands in the details of half a shop: it counts only for a product that was named by something else.
    const about = terms.some((_, n) => inName[n] && (weights[n] ?? 0) >= 0.8);
    const inside: number[] = [];
    const strengths = terms.map((_, n) => {
      if (inName[n]) return (head[n] ? IN.name : IN.beside) * (asSaid[n] ? 1 : SYNONYM);
      if (inBranch[n]) return IN.branch;
      const where = inDetails[n] ? IN.details : inDescription[n] ? IN.description : 0;
      if (where > 0) inside.push(n);
      return about ? where : Math.min(where, IN.apart);
    });
    const coverage = share(strengths, weights);
    const explained = explainedOf(title, stands);
    const rank = coverage + PREFER_PRODUCT.inARow * inARow(said, title) + PREFER_PRODUCT.explained * explained;
    return { found, coverage, rank, inside, strengths, named: share(numbers(inName), weights), explained };
  });
  return scored.sort(byRank);
}

/** What decides between passages that cover the same part of the question. */
const PREFER = {
  title: 0.08,
  heading: 0.05,
  opening: 0.03,
  hintedTitle: 0.06,
  hintedText: 0.03,
  steps: 0.04,
  language: 0.05,
};

export interface ScoredPassage extends Scored<FoundPassage> {
  /** 0–1: how much of the question stands in the article's title. */
  titled: number;
  /** It has figures of the kind that the question asks for. */
  hinted: boolean;
}

export function scorePassages(passages: FoundPassage[], asked: Understood, weights: number[]): ScoredPassage[] {
  const { terms, hints } = asked;
  const stands = finder(terms.map((term) => term.forms));
  const hintIn = finder([hints]);
  const scored = passages.map((found) => {
    const titleWords = folded(found.title);
    const opening = found.heading === found.title;
    const headWords = opening ? [] : folded(found.heading);
    const body = folded(found.text);
    const [inTitle, inHeading, inBody] = [stands(titleWords), stands(headWords), stands(body)];
    const about = terms.some((_, n) => inTitle[n] || inHeading[n]);
    const inside: number[] = [];
    const strengths = terms.map((_, n) => {
      if (inTitle[n] || inHeading[n]) return IN.heading;
      if (!inBody[n]) return 0;
      inside.push(n);
      return about ? IN.body : IN.body * 0.75;
    });
    const coverage = share(strengths, weights);
    const titled = share(numbers(inTitle), weights);
    const headed = share(
      inHeading.map((there, n) => (there && !inTitle[n] ? 1 : 0)),
      weights,
    );
    const explained = explainedOf([...titleWords, ...headWords], stands);
    const hintedTitle = hintIn(titleWords)[0] ?? false;
    const hinted = hintedTitle || [headWords, body].some((text) => hintIn(text)[0]);
    const rank =
      coverage +
      PREFER.title * (titled * 0.6 + 0.4 * explainedOf(titleWords, stands)) +
      PREFER.heading * headed +
      (opening ? PREFER.opening : 0) +
      (hintedTitle ? PREFER.hintedTitle : 0) +
      (hinted ? PREFER.hintedText : 0) +
      (found.lang !== null && baseOf(found.lang) === asked.lang ? PREFER.language : 0) +
      (asked.steps && /^2\. /m.test(found.text) ? PREFER.steps : 0);
    return { found, coverage, rank, inside, strengths, named: titled + headed, explained, titled, hinted };
  });
  return scored.sort(byRank);
}
