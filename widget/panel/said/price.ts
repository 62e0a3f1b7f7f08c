import type { Money } from '../../../src/protocol/common';
import { tag } from '../reading';

/** Minor units of the currency (ISO 4217), so 6900 EUR is €69.00 and 6900 JPY is ¥6,900. */
export function priceOf({ amount, currency }: Money): string {
  try {
    const format = new Intl.NumberFormat(tag, { style: 'currency', currency, numberingSystem: 'latn' });
    return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  } catch {
    return `${(amount / 100).toFixed(2)} ${currency}`;
  }
}
