import type { Term } from './question';
import type { Findings, Found, FoundPassage } from './search';
import { folded, standsIn } from './words';

/** How much of what was asked stands in what was found. The base of every confidence. */

/** Where a word of the question stands says how much the product is about it. */
const IN = { name: 1, details: 0.8, description: 0.6, apart: 0.3, heading: 1, body: 0.85 };

/**
 * What each term weighs: rare words say more than common ones, and a word that stands nowhere in the shop says the most,
 * because then the question is about something else. Figures alone say little.
 */
export function weigh(terms: Term[], { spread, totals }: Findings): number[] {
  const all = totals.products + totals.passages;
  return terms.map((term, n) => {
    const { products = 0, passages = 0 } = spread[n] ?? {};
    const rarity = Math.log((all + 1) / (products + passages + 1)) / Math.log(all + 2);
    return (/^\p{N}+$/u.test(term.word) ? 0.4 : 1) * (products + passages === 0 ? 2.2 : 1 + rarity);
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
    const name = folded(
      [found.title, found.brand, found.category, found.colour, found.id, found.mpn, found.gtin].join(' · '),
    );
    const details = folded(found.details.map((d) => `${d.name} ${d.value}`).join(' · '));
    const description = folded(found.description);
    const named = terms.map((term) => stands(name, term));
    // "Battery" stands in the details of half a shop: it counts only for a product that was named by something else.
    const about = terms.some((_, n) => named[n] && (weights[n] ?? 0) >= 0.8);
    const inside: number[] = [];
    const strengths = terms.map((term, n) => {
      if (named[n]) return IN.name;
      const where = stands(details, term) ? IN.details : stands(description, term) ? IN.description : 0;
      if (where > 0) inside.push(n);
      return about ? where : Math.min(where, IN.apart);
    });
    return { found, coverage: share(strengths, weights), inside };
  });
  return scored.sort(byCoverage);
}

export function scorePassages(passages: FoundPassage[], terms: Term[], weights: number[]): Scored<FoundPassage>[] {
  const scored = passages.map((found) => {
    const head = folded(`${found.title} · ${found.heading}`);
    const body = folded(found.text);
    const heading = terms.map((term) => stands(head, term));
    const about = heading.some(Boolean);
    const inside: number[] = [];
    const strengths = terms.map((term, n) => {
      if (heading[n]) return IN.heading;
      if (!stands(body, term)) return 0;
      inside.push(n);
      return about ? IN.body : IN.body * 0.75;
    });
    return { found, coverage: share(strengths, weights), inside };
  });
  return scored.sort(byCoverage);
}
