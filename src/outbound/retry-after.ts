/** `Retry-After` (RFC 9110 section 10.2.3), seconds or a date, as ms from `now`. */
export function retryAfter(value: string | null, now: number): number | null {
  if (!value) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1_000;
  // `Date.parse` alone takes much that is no date of HTTP ("-1").
  const at = value.endsWith(' GMT') ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
