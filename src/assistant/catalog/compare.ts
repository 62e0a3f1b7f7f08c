import type { Product } from '../knowledge';
import { COMPARED } from './follow-words';
import { foldedList } from './lexicon';
import { folded, type Phrase, standsIn } from './words';

const KINDS = COMPARED.map(({ asked, details, least }) => ({
  asked: foldedList(asked),
  details: foldedList(details),
  least,
}));

export type Comparison = (typeof KINDS)[number];

/** What is to be compared, if something is: "which one is lighter?" */
export const comparisonOf = (said: string[]): Comparison | null =>
  KINDS.find(({ asked }) => asked.some((one) => standsIn(said, one))) ?? null;

/** The words by which it was asked. */
export const isComparing = (word: string): boolean =>
  KINDS.some(({ asked }) => asked.some((one: Phrase) => one.words.length === 1 && standsIn([word], one)));

/** In one unit of each kind, so that figures can be told apart. */
const UNITS: Record<string, { of: string; times: number }> = {
  mg: { of: 'weight', times: 0.001 },
  g: { of: 'weight', times: 1 },
  kg: { of: 'weight', times: 1_000 },
  min: { of: 'time', times: 1 },
  minutes: { of: 'time', times: 1 },
  h: { of: 'time', times: 60 },
  hours: { of: 'time', times: 60 },
  days: { of: 'time', times: 1_440 },
  weeks: { of: 'time', times: 10_080 },
  months: { of: 'time', times: 43_200 },
  years: { of: 'time', times: 525_600 },
  mm: { of: 'length', times: 1 },
  cm: { of: 'length', times: 10 },
  m: { of: 'length', times: 1_000 },
  inch: { of: 'length', times: 25.4 },
  gb: { of: 'storage', times: 1 },
  tb: { of: 'storage', times: 1_000 },
  mah: { of: 'charge', times: 1 },
  wh: { of: 'energy', times: 1 },
  w: { of: 'power', times: 1 },
  l: { of: 'volume', times: 1 },
  ml: { of: 'volume', times: 0.001 },
};

/** The first figure with a unit: "254 g", "1.36 kg", "10,000 mAh". */
function measureOf(value: string): { of: string; amount: number } | null {
  for (const [, digits = '', name = ''] of value.matchAll(/(\d+(?:[.,]\d+)*)\s*(\p{L}+)/gu)) {
    const unit = UNITS[name.toLowerCase()];
    if (!unit) continue;
    const plain = /^\d{1,3}(?:,\d{3})+$/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.');
    return { of: unit.of, amount: Number(plain) * unit.times };
  }
  return null;
}

/** A product with the line of its details that was compared. */
export interface Compared<T> {
  product: T;
  line: string;
}

/**
 * Sets products beside each other by a figure that they all have.
 * @returns best first; null where fewer than two of them say it, or not in the same kind of unit
 */
export function compare<T extends Product>(products: T[], { details, least }: Comparison): Compared<T>[] | null {
  const measured = products.flatMap((product) => {
    for (const { name, value } of product.details) {
      if (!details.some((one) => standsIn(folded(name), one))) continue;
      const measure = measureOf(value);
      if (measure) return [{ product, line: `${name}: ${value}`, ...measure }];
    }
    return [];
  });
  const [first] = measured;
  const alike = measured.filter((one) => one.of === first?.of);
  if (alike.length < 2) return null;
  return alike.sort((a, b) => (least ? a.amount - b.amount : b.amount - a.amount));
}
