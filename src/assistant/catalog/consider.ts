import { ofNamedCategory } from './category';
import { certaintyOf, type Evidence, evidenceOf } from './certainty';
import type { Understood } from './question';
import { isFigure, type Scored, type ScoredPassage, scorePassages, scoreProducts, weigh } from './score';
import { type Findings, type Found, search } from './search';
import { WRITTEN, writtenFor } from './written';

/** What a store has for a question, best first, and what speaks for it. */
export interface Considered {
  /** With what the shop's own words made of its terms: mistyped ones are right from here on. */
  asked: Understood;
  found: Findings;
  /** Of the question's terms. */
  weights: number[];
  products: Scored<Found>[];
  passages: ScoredPassage[];
  /** The team's own answer to this very question. */
  written: ScoredPassage | null;
  evidence: { products: Evidence | null; passages: Evidence | null };
  /** 0–1: how likely the best product, and the best passage, is what was asked for. */
  certainty: { products: number; passages: number };
}

/** @param context ids of products shown before, whose siblings are wanted too */
export async function consider(
  db: D1Database,
  store: string,
  understood: Understood,
  context: string[],
): Promise<Considered> {
  const { terms: sought, filters } = understood;
  let found = await search(db, store, sought, context, filters);
  // What costs more or less than was asked is still what comes closest.
  if (filters.price && !found.products.some((p) => p.score !== null))
    found = await search(db, store, sought, context, { ...filters, price: null });
  const asked = { ...understood, terms: found.terms };
  const weights = weigh(asked.terms, found);
  const searched = found.products.filter((p) => p.score !== null);
  const scored = scoreProducts(searched, asked, weights);
  const products = asked.leans === 'articles' ? scored : ofNamedCategory(scored, asked.terms);
  const passages = scorePassages(found.passages, asked, weights);
  const seen = { asked, weights, found, products, passages };
  const evidence = { products: evidenceOf('products', seen), passages: evidenceOf('passages', seen) };
  const written = writtenFor(asked, passages);
  // Figures and words of every day alone name nothing.
  const sensible = asked.terms.some((term) => !isFigure(term.word) && !term.everyday);
  const sure = (kind: 'products' | 'passages') => {
    const one = evidence[kind];
    return sensible && one ? certaintyOf(kind, one) : 0;
  };
  return {
    asked,
    found,
    weights,
    products,
    passages: written ? [written, ...passages.filter((one) => one !== written)] : passages,
    written,
    evidence,
    certainty: written
      ? { products: 0, passages: WRITTEN }
      : { products: sure('products'), passages: sure('passages') },
  };
}
