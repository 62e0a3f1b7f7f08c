import type { Money } from '../../src/protocol/common';

/** Times and prices as the reader's region writes them, in the reader's own time zone. */
let tag = 'en';
let clock = new Intl.DateTimeFormat(tag);

export function readAs(wanted: string): void {
  tag = wanted;
  // Arabic too is written with the digits of the shop's own prices and order numbers.
  clock = new Intl.DateTimeFormat(tag, { timeStyle: 'short', numberingSystem: 'latn' });
}

export const timeOf = (at: number): string => clock.format(at);

/** "Today", "Yesterday", then the date. */
export function dayOf(at: number, now: number): string {
  const days = Math.round((midnight(at) - midnight(now)) / 86_400_000);
  const day =
    days > -2
      ? new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(days, 'day')
      : new Intl.DateTimeFormat(tag, {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          numberingSystem: 'latn',
        }).format(at);
  return day.charAt(0).toLocaleUpperCase(tag) + day.slice(1);
}

/** An opening in the words of its nearness, with the places that they have. */
export function openingOf(
  at: number,
  now: number,
): [key: 'opensToday' | 'opensTomorrow' | 'opensOn', Record<string, string>] {
  const days = Math.round((midnight(at) - midnight(now)) / 86_400_000);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { numberingSystem: 'latn', ...options }).format(at);
  return [
    days < 1 ? 'opensToday' : days < 2 ? 'opensTomorrow' : 'opensOn',
    { time: timeOf(at), weekday: part({ weekday: 'long' }), date: part({ day: 'numeric', month: 'long' }) },
  ];
}

/** The start of that day in the reader's zone. */
export const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** Minor units of the currency (ISO 4217), so 6900 EUR is €69.00 and 6900 JPY is ¥6,900. */
export function priceOf({ amount, currency }: Money): string {
  try {
    const format = new Intl.NumberFormat(tag, { style: 'currency', currency, numberingSystem: 'latn' });
    return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  } catch {
    return `${(amount / 100).toFixed(2)} ${currency}`;
  }
}
