import { LEXICON } from './lexicon';
import type { Term, Understood } from './question';
import type { Findings, Found, FoundPassage } from './search';
import { folded, standsIn } from './words';

/** How much of what was asked stands in what was found. The base of every confidence. */

/** Where a word of the question stands says how much the product is about it. */
const IN = { name: 1, branch: 0.75, details: 0.8, description: 0.6, apart: 0.3, heading: 1, body: 0.85 };

const UNKNOWN = 1.8;
export const isFigure = (word: string): boolean => /^(?:\p{N}+|two|three|four|five)$/u.test(word);

/**
 * What each term weighs: rare words say more than common ones, and a word that stands nowhere in the shop says the most,
 * because then the question is about something else. Figures alone say little.
 */
export function weigh(terms: Term[], { spread, totals }: Findings): number[] {
  const all = totals.products + totals.passages;
  return terms.map((term, n) => {
    const { products = 0, passages = 0 } = spread[n] ?? {};
    const rarity = Math.log((all + 1) / (products + passages + 1)) / Math.log(all + 2);
    return (isFigure(term.word) ? 0.4 : 1) * (products + passages === 0 ? UNKNOWN : 1 + rarity);
  });
}

export interface Scored<T> {
  found: T;
  /** 0–1: the weighted part of the question that it covers. */
  coverage: number;
  /** Which terms stand only in its details or description. */
  inside: number[];
}

const share = (strengths: number[], weights: number[]): number => {
  const total = weights.reduce((a, b) => a + b, 0);
  return total === 0 ? 0 : strengths.reduce((sum, s, n) => sum + s * (weights[n] ?? 0), 0) / total;
};

const stands = (text: string[], term: Term): boolean => term.forms.some((form) => standsIn(text, form));

/** Best first; those equally good stay in BM25's order. */
const byCoverage = <T extends { score: number | null }>(a: Scored<T>, b: Scored<T>): number =>
  b.coverage - a.coverage || (a.found.score ?? 0) - (b.found.score ?? 0);

export function scoreProducts(products: Found[], terms: Term[], weights: number[]): Scored<Found>[] {
  const scored = products.map((found) => {
    // Of "Keyboards & mice > Mice", the last part is what it is.
    const branches = (found.category ?? '').split('>');
    const kind = branches.pop();
    const name = folded([found.title, found.brand, kind, found.colour, found.id, found.mpn, found.gtin].join(' · '));
    const details = folded(found.details.map((d) => `${d.name} ${d.value}`).join(' · '));
    const description = folded(found.description);
    const branch = folded(branches.join(' · '));
    const named = terms.map((term) => stands(name, term));
    // "Battery" stands in the details of half a shop: it counts only for a product that was named by something else.
    const about = terms.some((_, n) => named[n] && (weights[n] ?? 0) >= 0.8);
    const inside: number[] = [];
    const strengths = terms.map((term, n) => {
      if (named[n]) return IN.name;
      if (stands(branch, term)) return IN.branch;
      const where = stands(details, term) ? IN.details : stands(description, term) ? IN.description : 0;
      if (where > 0) inside.push(n);
      return about ? where : Math.min(where, IN.apart);
    });
    return { found, coverage: share(strengths, weights), inside };
  });
  return scored.sort(byCoverage);
}

/** What decides between passages that cover the same part of the question. */
const PREFER = { title: 0.08, heading: 0.05, opening: 0.03, hintedTitle: 0.06, hintedText: 0.03, steps: 0.04 };

export interface ScoredPassage extends Scored<FoundPassage> {
  /** 0–1: how much of the question stands in the article's title. */
  titled: number;
}

/** Says something in a title, in whatever language it is. */
const isInformative = (word: string): boolean =>
  !isFigure(word) &&
  ![...LEXICON.stop.values()].some((stop) => stop.has(word)) &&
  !LEXICON.hints.some(({ helps }) => helps.some((hint) => standsIn([word], hint)));

export function scorePassages(passages: FoundPassage[], asked: Understood, weights: number[]): ScoredPassage[] {
  const { terms, hints } = asked;
  const scored = passages.map((found) => {
    const titleWords = folded(found.title);
    const opening = found.heading === found.title;
    const headWords = opening ? [] : folded(found.heading);
    const body = folded(found.text);
    const title = terms.map((term) => (stands(titleWords, term) ? 1 : 0));
    const heading = terms.map((term) => (stands(headWords, term) ? 1 : 0));
    const about = terms.some((_, n) => title[n] || heading[n]);
    const inside: number[] = [];
    const strengths = terms.map((term, n) => {
      if (title[n] || heading[n]) return IN.heading;
      if (!stands(body, term)) return 0;
      inside.push(n);
      return about ? IN.body : IN.body * 0.75;
    });
    const coverage = share(strengths, weights);
    const titled = share(title, weights);
    const headed = share(
      heading.map((there, n) => (title[n] ? 0 : there)),
      weights,
    );
    const informs = titleWords.filter(isInformative).length || 1;
    const hinted = (there: string[]) => hints.some((hint) => standsIn(there, hint));
    const rank =
      coverage +
      PREFER.title * (titled * 0.6 + 0.4 * Math.min(1, title.filter(Boolean).length / informs)) +
      PREFER.heading * headed +
      (opening ? PREFER.opening : 0) +
      (hinted(titleWords) ? PREFER.hintedTitle : 0) +
      (hinted(headWords) || hinted(body) ? PREFER.hintedText : 0) +
      (asked.steps && /^2\. /m.test(found.text) ? PREFER.steps : 0);
    return { found, coverage, titled, inside, rank };
  });
  return scored.sort((a, b) => b.rank - a.rank || a.found.score - b.found.score);
}
