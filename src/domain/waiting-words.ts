/**
 * What customers read while they wait, in the store's own words: below "Waiting for support team…", which is the product's, and
 * in the place of its sentence about writing on. A figure is never typed: `{minutes|a few}` is the estimate, and "a few" where
 * there is none or it has run out.
 */

/** Characters: it stands in the dock, above the field. */
export const MOST_WAITING = 200;

const ESTIMATE = /\{minutes\|([^{}|\n]{1,40})\}/g;

/** What has to be mended before such a text may be saved: the estimate without words for when there is none, or braces that mean nothing. */
export function faultOfWaiting(text: string): 'no_fallback' | 'unknown' | null {
  const rest = text.replace(ESTIMATE, (whole, fallback: string) => (fallback.trim() ? '' : whole));
  if (/\{minutes\|?\s*\}/.test(rest)) return 'no_fallback';
  return /[{}]/.test(rest) ? 'unknown' : null;
}

/** Whether a figure was typed, which stays however long somebody waits. */
export const hasFigure = (text: string): boolean => /\p{Nd}/u.test(text.replace(ESTIMATE, ''));

/**
 * In the customer's language, else in the store's first; null: the product's own sentence.
 * @param minutes the estimate as it is shown at this moment
 */
export function waitingWords(
  texts: Readonly<Record<string, string>>,
  { lang, first, minutes }: { lang: string; first: string; minutes: number | null },
): string | null {
  const base = lang.toLowerCase().split(/[-_]/)[0] ?? '';
  const spoken = texts[base] ? base : first;
  const text = texts[spoken];
  if (!text) return null;
  const figure = minutes === null ? null : new Intl.NumberFormat(spoken).format(minutes);
  return text.replace(ESTIMATE, (_, fallback: string) => figure ?? fallback.trim());
}
