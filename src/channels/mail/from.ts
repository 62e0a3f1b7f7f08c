import { line } from './words';

/** What a display name cannot hold, quoted or not, in any reader of addresses that is less careful than RFC 5322. */
const UNSAFE = /[<>\\]/g;
/** Words of RFC 5322 section 3.2.3, or of other scripts (RFC 6532): these stand without quotes. */
const PLAIN = /^[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~ ]+$/u;

const addressOf = (from: string): string => (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();

/**
 * `"Name" <address>` (RFC 5322 section 3.4), in Unicode: encoding for the wire is the mail API's.
 * @param from the configured sender, with or without a name of its own
 * @param name in its place; whatever it holds, the address stays the configured one
 */
export function sender(from: string, name: string | undefined): string {
  const shown = line((name ?? '').replace(UNSAFE, ' ').replaceAll('"', "'"), 100);
  if (shown === '') return from;
  return `${PLAIN.test(shown) ? shown : `"${shown}"`} <${addressOf(from)}>`;
}
