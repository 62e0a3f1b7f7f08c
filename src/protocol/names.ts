/** Names as both faces show them. */

/** Up to two letters, of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (/\p{L}/u.test(last) ? first + last : first).toUpperCase();
}

/**
 * A customer's name as somebody reads it: who gave none is "Guest 4821" in records and contracts.
 * @param guest "Guest {n}" in the reader's language
 */
export const calledIn = (guest: string, name: string): string =>
  name.replace(/^Guest (\d{4})$/, (_, n: string) => guest.replace('{n}', n));
