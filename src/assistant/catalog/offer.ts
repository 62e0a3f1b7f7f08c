import type { Card } from '../../protocol/common';
import type { Product } from '../knowledge';
import { foundWords, type Phrases, phraseLanguage, phrasesFor } from '../phrases';
import type { Term, Understood } from './question';
import type { Scored } from './score';
import type { Found } from './search';
import { folded, standsIn } from './words';

/** What is said about products, and which ones are shown. */
export interface Offer {
  text: string[];
  shown: Found[];
  confidence: number;
}

export const MAX_CARDS = 4;

export const priceOf = (p: Product): number | null => p.salePrice ?? p.price;

/** How many decimals a currency has (ISO 4217). */
const decimals = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

export function cardOf(p: Product): Card {
  const money = (amount: number | null) =>
    amount === null || p.currency === null ? null : { amount, currency: p.currency };
  return {
    id: p.id,
    title: p.title,
    url: p.url,
    image: p.image,
    price: money(priceOf(p)),
    was: p.salePrice === null ? null : money(p.price),
    availability: p.availability,
  };
}

/** "Title: €49.00, in stock." */
export function factsOf(p: Product, lang: string, phrases: Phrases): string {
  const amount = priceOf(p);
  const price =
    amount === null || p.currency === null
      ? null
      : new Intl.NumberFormat(phraseLanguage(lang), { style: 'currency', currency: p.currency }).format(
          amount / 10 ** decimals(p.currency),
        );
  return `${p.title}: ${[price, phrases.stock[p.availability]].filter(Boolean).join(', ')}.`;
}

/** Within what the customer wants to pay. */
export function affordable({ price, salePrice, currency }: Product, { limit }: Understood): boolean {
  if (!limit) return true;
  const amount = salePrice ?? price;
  if (amount === null || currency === null) return false;
  const whole = amount / 10 ** decimals(currency);
  return (limit.min === null || whole >= limit.min) && (limit.max === null || whole <= limit.max);
}

export const byPrice = (a: Found, b: Found) => (priceOf(a) ?? Number.MAX_VALUE) - (priceOf(b) ?? Number.MAX_VALUE);

/** Of equal fit, what can be bought now comes first. */
export const byStock = (a: Found, b: Found) =>
  Number(b.availability !== 'out_of_stock') - Number(a.availability !== 'out_of_stock');

/**
 * An answer of products.
 * @param scored best first
 * @param confidence that of the best one
 */
export function offerOf(
  scored: Scored<Found>[],
  asked: Understood,
  weights: number[],
  confidence: number,
  lang: string,
): Offer {
  const phrases = phrasesFor(lang);
  const top = scored[0]?.coverage ?? 0;
  const browses = asked.limit !== null || asked.having;
  const fitting = scored
    .filter((s) => s.coverage >= top - 0.02 || (browses && saysAsMuch(s, scored[0])))
    .map((s) => s.found);
  const inReach = fitting.filter((p) => affordable(p, asked));
  if (asked.limit && inReach.length === 0) {
    const near = fitting.toSorted(byPrice);
    return { text: [phrases.notAtPrice, ` ${phrases.closest}`], shown: near.slice(0, 2), confidence };
  }
  const sorted = asked.cheap ? inReach.toSorted(byPrice) : inReach.toSorted(byStock);
  const shown = sorted.slice(0, MAX_CARDS);
  const [first] = shown;
  const about = scored.find((s) => s.found === first);
  if (first && about && shown.length <= 2) {
    // The rarest of the words that its name has not is what the question is about.
    const [rarest] = about.inside.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
    const detail = detailOf(
      first,
      asked.terms.filter((_, n) => n === rarest),
    );
    if (detail) return { text: [withDetail(first, detail)], shown, confidence };
  }
  if (first && shown.length === 1) return { text: [factsOf(first, lang, phrases)], shown, confidence };
  const text =
    sorted.length > shown.length
      ? [foundWords(lang, sorted.length), ` ${phrases.best}`]
      : [foundWords(lang, shown.length)];
  return { text, shown, confidence };
}

/**
 * Who looks around is shown what is named alike and says the rest anywhere: that it stands among the details of one and in
 * the description of another makes no difference to them.
 */
function saysAsMuch({ strengths }: Scored<Found>, best: Scored<Found> | undefined): boolean {
  if (!best) return false;
  return best.strengths.every((most, n) => {
    const there = strengths[n] ?? 0;
    return best.inside.includes(n) ? there > 0 : there >= most;
  });
}

/** "Title. Weight: 620 g.", "Title: It floats." Never two colons in a row. */
export const withDetail = ({ title }: Product, line: string): string =>
  line.includes(': ') ? `${title}${/[.!?…]$/.test(title) ? '' : '.'} ${line}` : `${title}: ${line}`;

/** The line of a product that answers, word for word: a detail, else a sentence of its description. */
export function detailOf(p: Product, terms: Term[]): string | null {
  if (terms.length === 0) return null;
  const hits = (text: string) => {
    const there = folded(text);
    return terms.filter((term) => term.forms.some((form) => standsIn(there, form))).length;
  };
  const lines = [
    ...p.details.map((d) => `${d.name}: ${d.value}`),
    ...[...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(p.description)].map((s) => s.segment.trim()),
  ];
  const best = lines.reduce((a, b) => (hits(b) > hits(a) ? b : a), '');
  return best && hits(best) > 0 ? (/[.!?…]$/.test(best) ? best : `${best}.`) : null;
}
