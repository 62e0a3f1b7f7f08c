/** Prices as feeds and exports write them. */

export interface Money {
  /** Minor units of an ISO 4217 currency. */
  amount: number;
  currency: string;
}

/** Signs and abbreviations, folded to small letters. A lone `$` or `kr` may be several currencies: the store's own decides. */
const UNITS: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  '₺': 'TRY',
  '₴': 'UAH',
  '₹': 'INR',
  '₽': 'RUB',
  '₪': 'ILS',
  '₩': 'KRW',
  '₫': 'VND',
  '¥': 'JPY',
  us$: 'USD',
  $: 'USD',
  лв: 'BGN',
  'лв.': 'BGN',
  lv: 'BGN',
  zł: 'PLN',
  zl: 'PLN',
  lei: 'RON',
  leu: 'RON',
  tl: 'TRY',
  грн: 'UAH',
  'грн.': 'UAH',
  kč: 'CZK',
  ft: 'HUF',
  'fr.': 'CHF',
  kr: 'SEK',
  'kr.': 'DKK',
  ден: 'MKD',
  дин: 'RSD',
  r$: 'BRL',
};
const SHARED: Record<string, readonly string[]> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'],
  '¥': ['JPY', 'CNY'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  'kr.': ['DKK', 'SEK', 'NOK', 'ISK'],
};

const DIGITS = new Map<string, number | null>();
function digitsOf(currency: string): number | null {
  const known = DIGITS.get(currency);
  if (known !== undefined) return known;
  let asked: number | null = null;
  try {
    asked =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? null;
  } catch {
    // No currency at all.
  }
  DIGITS.set(currency, asked);
  return asked;
}

const UNIT = String.raw`[A-Za-z]{3}|[A-Za-z]{0,2}[$€£¥₺₴₹₽₪₩₫]|\p{L}{2,3}\.?|[Ff]r\.`;
const PRICE = new RegExp(String.raw`^(${UNIT})?\s*(\d[\d.,'’\s]*?)\s*(?:,-{1,2}|\.-{1,2})?\s*(${UNIT})?$`, 'u');

/**
 * Reads a price as feeds write it: `49.90 EUR`, `1.299,00 лв`, `1 299,00 €`, `$1,299.00`, and `1299` where the currency is
 * known. A lone separator before exactly three digits separates thousands, except in currencies that have three decimals.
 * @param currency of prices that name none
 * @returns null where it is not a price
 */
export function parsePrice(text: string, currency?: string): Money | null {
  const match = PRICE.exec(text.replace(/[\u00a0\u202f\u2009]/g, ' ').trim());
  if (!match?.[2] || (match[1] && match[3])) return null;
  const unit = match[1] ?? match[3];
  const named = unit === undefined ? currency : currencyOf(unit, currency);
  const digits = named === undefined ? null : digitsOf(named);
  if (named === undefined || digits === null) return null;
  const amount = minorUnits(match[2].replace(/[\s'’]/g, ''), digits);
  return amount === null ? null : { amount, currency: named };
}

function currencyOf(unit: string, own: string | undefined): string {
  const small = unit.toLowerCase();
  if (own && SHARED[small]?.includes(own)) return own;
  return UNITS[small] ?? unit.toUpperCase();
}

function minorUnits(number: string, digits: number): number | null {
  const separators = number.match(/[.,]/g) ?? [];
  const last = separators.at(-1);
  let whole = number;
  let fraction = '';
  if (last) {
    const at = number.lastIndexOf(last);
    const tail = number.slice(at + 1);
    const mixed = separators.some((s) => s !== last);
    const decimal = mixed || (separators.length === 1 && (tail.length !== 3 || digits === 3));
    if (decimal && separators.filter((s) => s === last).length > 1) return null;
    if (decimal) {
      whole = number.slice(0, at);
      fraction = tail;
    }
  }
  const groups = whole.split(/[.,]/);
  if (groups.slice(1).some((g) => g.length !== 3) || (groups.length > 1 && (groups[0] ?? '').length > 3)) return null;
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  // Decimals beyond what the currency has are accepted only where they say nothing.
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const amount = Number(groups.join('') + kept);
  return Number.isSafeInteger(amount) ? amount : null;
}
