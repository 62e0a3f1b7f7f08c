/**
 * Where a URL that a merchant gave may lead: the public internet only. The URL parser (WHATWG) has already made one spelling
 * of all: decimal, octal and hexadecimal IPv4, and short IPv6, come out as what they are.
 */

export type Unsafe = 'not_a_url' | 'not_https' | 'has_credentials' | 'private_address';

/** IPv4 ranges that are nobody's on the internet (IANA special-purpose registry, RFC 6890 and later). */
const PRIVATE_V4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Names that are of one network or machine only (RFC 6761, 6762, 8375, and what clouds use). */
const PRIVATE_NAMES = [
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'corp',
  'home',
  'home.arpa',
  'test',
  'invalid',
];

const V4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

const v4 = (text: string): number => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

function isPrivateV4(address: number): boolean {
  return PRIVATE_V4.some(([range, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(address / size) === Math.floor(v4(range) / size);
  });
}

/** The eight groups of an IPv6 address; null where it is none. */
function groupsOf(text: string): number[] | null {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return null;
  const read = (part: string): number[] =>
    part === ''
      ? []
      : part.split(':').flatMap((group) => {
          if (!V4.test(group)) return [/^[0-9a-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16) : Number.NaN];
          return [Math.floor(v4(group) / 65_536), v4(group) % 65_536];
        });
  const before = read(head);
  const after = tail === undefined ? [] : read(tail);
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  if (zeros < 0) return null;
  const groups = [...before, ...new Array<number>(zeros).fill(0), ...after];
  return groups.length === 8 && groups.every((group) => group >= 0 && group <= 0xffff) ? groups : null;
}

function isPrivateV6(groups: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups;
  const inside = g * 65_536 + h;
  const zeros = a === 0 && b === 0 && c === 0 && d === 0 && e === 0;
  // Mapped, compatible and translated addresses are the IPv4 address that they carry (RFC 4291, 6052).
  if (zeros && (f === 0xffff || f === 0)) return isPrivateV4(inside);
  if (zeros || (a === 0 && b === 0 && c === 0 && d === 0)) return true;
  if (a === 0x64 && b === 0xff9b) return c !== 0 || isPrivateV4(inside);
  // 6to4 and Teredo carry one too, and nobody needs them.
  if (a === 0x2002 || (a === 0x2001 && b < 0x200)) return true;
  if (a === 0x2001 && b === 0xdb8) return true;
  // Only 2000::/3 is the internet's: all else is local, multicast, or nobody's yet.
  return a < 0x2000 || a > 0x3fff;
}

/** Whether an address, as text, is one that only a network of its own reaches. What is no address counts as one. */
export function isPrivateAddress(text: string): boolean {
  if (V4.test(text)) return isPrivateV4(v4(text));
  const groups = groupsOf(text.replace(/^\[|\]$/g, '').split('%')[0] ?? '');
  return groups === null || isPrivateV6(groups);
}

/** A host as a URL has it, without the dots that a name may end with. */
const bare = (host: string): string => host.toLowerCase().replace(/\.+$/, '');

/** Whether a URL's host is an address rather than a name. */
export const isAddress = (host: string): boolean => host.startsWith('[') || V4.test(bare(host));

/** What a URL says by itself, before anybody resolves its name. Null: nothing is wrong with it. */
export function unsafeUrl(text: string): Unsafe | null {
  if (text.length > 2_000 || !URL.canParse(text)) return 'not_a_url';
  const url = new URL(text);
  if (url.protocol !== 'https:') return 'not_https';
  if (url.username !== '' || url.password !== '') return 'has_credentials';
  const host = bare(url.hostname);
  if (isAddress(host)) return isPrivateAddress(host) ? 'private_address' : null;
  const isOurs = PRIVATE_NAMES.some((name) => host === name || host.endsWith(`.${name}`));
  // A name without a dot is of the network that it is asked in.
  return isOurs || !host.includes('.') ? 'private_address' : null;
}
