import { inLanguage, plainly } from '../../words/words';

/** Dates and times of the store, not of the reader's clock. */

type How = Intl.DateTimeFormatOptions;

const format = inLanguage((tag) => (how: How) => new Intl.DateTimeFormat(plainly(tag), how));

/** A date without a zone, `YYYY-MM-DD`. */
export const dateIn = (day: string, how: How): string =>
  format()({ ...how, timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));

export const momentIn = (timeZone: string, at: number, how: How): string => format()({ ...how, timeZone }).format(at);

/** Monday first, as they begin a line. */
export const dayNames = inLanguage((tag) => {
  const weekday = new Intl.DateTimeFormat(plainly(tag), { weekday: 'long', timeZone: 'UTC' });
  // A week that begins with a Monday.
  const names = Array.from({ length: 7 }, (_, day) => weekday.format(Date.UTC(2024, 0, 1 + day)));
  return names.map((name) => name.slice(0, 1).toLocaleUpperCase(tag) + name.slice(1));
});
