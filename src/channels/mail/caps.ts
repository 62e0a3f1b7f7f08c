import { base64url } from '../../accounts/ids';
import { plainAddress } from './address';

/**
 * How much goes to addresses that somebody typed and nobody confirmed. Without it a chat that is open to all would mail
 * whomever a stranger names, as often as they like. Mail to confirmed addresses is not counted.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const ADDRESS_A_DAY = 6;
export const NETWORK_AN_HOUR = 20;
export const STORE_AN_HOUR = 200;

interface Counted {
  address: string;
  store: string;
  /** The IP address that it was typed from, or its `networkHash`; null where it is not known. */
  network: string | null;
}

/** Whoever has one address of IPv6 has the 2^64 beside it. */
function networkOf(ip: string): string {
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.toLowerCase().split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  const groups = [...front, ...zeros, ...back].slice(0, 4);
  return groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}

/** A network as it may be kept: it says no more than whether two are the same. */
export const networkHash = (ip: string): Promise<string> => keyOf('network', networkOf(ip));

async function keyOf(kind: string, value: string): Promise<string> {
  return base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${kind}/${value}`)));
}

/**
 * One mail of this kind: counts it if address, store and network all have room, and counts nothing otherwise. One statement,
 * so that of many at the same instant no more pass than fit.
 * @returns whether it may go out
 */
export async function takeFromCap(db: D1Database, { address, store, network }: Counted, now: number): Promise<boolean> {
  const hour = now - (now % HOUR);
  const day = now - (now % DAY);
  const storeKey = await keyOf('store', store);
  const counted: [key: string, since: number, most: number][] = [
    [await keyOf('address', plainAddress(address)), day, ADDRESS_A_DAY],
    [storeKey, hour, STORE_AN_HOUR],
  ];
  if (network !== null) counted.push([await keyOf('network', networkOf(network)), hour, NETWORK_AN_HOUR]);
  const { results } = await db
    .prepare(
      `WITH taken (key, since, most) AS (VALUES ${counted.map(() => '(?, ?, ?)').join(', ')})
      INSERT INTO mail_cap (key, since, count) SELECT key, since, 1 FROM taken
      WHERE NOT EXISTS (SELECT 1 FROM mail_cap AS now JOIN taken USING (key, since) WHERE now.count >= taken.most)
      ON CONFLICT (key, since) DO UPDATE SET count = count + 1 RETURNING key, count`,
    )
    .bind(...counted.flat())
    .all<{ key: string; count: number }>();
  // Once an hour a store: what is past its day holds nobody back.
  if (results.some(({ key, count }) => key === storeKey && count === 1)) {
    await db
      .prepare('DELETE FROM mail_cap WHERE since <= ?')
      .bind(now - DAY)
      .run();
  }
  return results.length > 0;
}
