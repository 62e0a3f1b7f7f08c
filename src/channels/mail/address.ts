import { base64url } from '../../accounts/ids';

/** As addresses are compared: the part before the @ may in theory tell cases apart (RFC 5321 section 2.4), and never does. */
export const plainAddress = (address: string): string => address.trim().toLowerCase();

/** How an address stands in links and tables: SHA-256 of it in lower case, base64url. */
export async function addressHash(address: string): Promise<string> {
  return base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(plainAddress(address))));
}
