import type { Money } from '../../protocol/common';

const SYMBOLS: Record<string, string> = { '€': 'EUR', '£': 'GBP' };

const digitsOf = (currency: string): number | null => {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? null;
  } catch {
    return null;
  }
};

/**
 * Reads a price as feeds write it: `49.90 EUR`, `EUR 1,299.00`, `1.299,00 EUR`, `€ 49`. A lone separator before exactly
 * three digits separates thousands, except in currencies that have three decimals.
 * @returns minor units of an ISO 4217 currency, or null where it is not a price
 */
export function parsePrice(text: string): Money | null {
  const match = /^([A-Za-z]{3}|[€£])?\s*(\d[\d.,'’\s]*?)\s*([A-Za-z]{3}|[€£])?$/u.exec(text.trim());
  const unit = match?.[1] ?? match?.[3];
  if (!match?.[2] || !unit || (match[1] && match[3])) return null;
  const currency = SYMBOLS[unit] ?? unit.toUpperCase();
  const digits = digitsOf(currency);
  if (digits === null) return null;
  const amount = minorUnits(match[2].replace(/[\s'’]/g, ''), digits);
  return amount === null ? null : { amount, currency };
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
