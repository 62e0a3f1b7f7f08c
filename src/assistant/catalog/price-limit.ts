import { fold } from './words';

/** What somebody wants to pay, in whole units of the shop's currency. */
export interface PriceLimit {
  min: number | null;
  max: number | null;
}

// Bounded, because what customers paste may be figures for pages.
const NUMBER = String.raw`(\d{1,3}(?:[.,\s]\d{3}){1,3}|\d{1,9})(?:[.,]\d{1,2})?(?![\d.,]{0,9}\d)`;
const CURRENCY = String.raw`(?:[€$£₺₴]|(?:eur(?:o|os)?|ευρω|dollars?|usd|pounds?|gbp|zł|zl|pln|lei|ron|lv|лв|bgn|грн|uah|tl|try|lira|chf|kr)(?!\p{L})|евро|євро|يورو)`;
const BELOW = `under|below|less than|up to|at most|max(?:imum)?|cheaper than|not more than|no more than|within|unter|bis(?: zu)?|hochstens|maximal|weniger als|moins de|jusqu.a|sous|menos de|hasta|por debajo de|sotto|meno di|fino a|massimo|onder|tot|minder dan|ate|abaixo de|ponizej|do|mniej niz|sub|pana la|mai putin de|κατω απο|εωσ|μεχρι|до|менше|дешевше|под|не повече от|اقل من|تحت|حتى`;
const ABOVE = `over|above|more than|at least|from|min(?:imum)?|uber|mehr als|mindestens|ab|plus de|au moins|mas de|al menos|oltre|piu di|almeno|meer dan|boven|minstens|mais de|acima de|powyzej|wiecej niz|peste|mai mult de|πανω απο|над|більше|понад|повече от|اكثر من`;
const BETWEEN = `between|zwischen|entre|tra|fra|tussen|pomiedzy|miedzy|intre|μεταξυ|между|між|بين`;
const START = String.raw`(?<![\p{L}\p{N}])`;
// What follows the figure tells a price from "up to 9 kg".
const END = String.raw`(?=\s*(?:${CURRENCY}|[?!.,;)]|$|(?:for|with|and|or|please|und|et|y|e|i|и|та|fur|mit|pour|avec|para|con|per|voor|met)(?!\p{L})))`;

const pattern = (words: string) =>
  new RegExp(
    `${START}(?:${words})\\s*(?:(?:i|gli|le|the|los|las|les|os|as|τα|τισ)\\s+)?${CURRENCY}?\\s*${NUMBER}${END}(?:\\s*${CURRENCY})?`,
    'u',
  );
const MAX = pattern(BELOW);
const MIN = pattern(ABOVE);
// Turkish says it behind.
const MAX_AFTER = new RegExp(`${NUMBER}\\s*${CURRENCY}\\S*\\s+(?:alt|az)\\p{L}*`, 'u');
const RANGE = new RegExp(
  `${START}(?:${BETWEEN})\\s*${CURRENCY}?\\s*${NUMBER}\\s*${CURRENCY}?\\s+\\S{1,4}\\s+${CURRENCY}?\\s*${NUMBER}(?:\\s*${CURRENCY})?`,
  'u',
);

const value = (digits: string | undefined): number | null => (digits ? Number(digits.replace(/[.,\s]/g, '')) : null);

/**
 * Finds "under 100 euros", "between 50 and 80", "bis 60 €" in a question.
 * @returns the limit, and the question without it
 */
export function priceLimitOf(text: string): { limit: PriceLimit | null; rest: string } {
  const plain = fold(text);
  const range = RANGE.exec(plain);
  if (range) return { limit: { min: value(range[1]), max: value(range[2]) }, rest: plain.replace(range[0], ' ') };
  let rest = plain;
  const take = (...patterns: RegExp[]): number | null => {
    for (const one of patterns) {
      const found = one.exec(rest);
      if (!found) continue;
      rest = rest.replace(found[0], ' ');
      return value(found[1]);
    }
    return null;
  };
  const max = take(MAX, MAX_AFTER);
  const min = take(MIN);
  return max === null && min === null ? { limit: null, rest: text } : { limit: { min, max }, rest };
}
