/** Times and prices as the reader's region writes them, in the reader's own time zone. */
export let tag = 'en';
/** Made when there is a time to write: a page's first one takes a slow phone longer than the panel's first drawing. */
let clock: Intl.DateTimeFormat | undefined;

export function readAs(wanted: string): void {
  tag = wanted;
}

export function timeOf(at: number): string {
  // Arabic too is written with the digits of the shop's own prices and order numbers.
  clock ||= new Intl.DateTimeFormat(tag, { numberingSystem: 'latn', timeStyle: 'short' });
  return clock.format(at);
}

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

/** The start of that day in the reader's zone. */
export const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
