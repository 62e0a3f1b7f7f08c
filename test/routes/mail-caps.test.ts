import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { ADDRESS_A_DAY, NETWORK_AN_HOUR, STORE_AN_HOUR, takeFromCap } from '../../src/channels/mail/caps';
import { mailCap } from '../../src/db/schema';
import { db } from './visit';

/** Anonymous chat used as an email cannon (Zendesk 2025): how much goes to addresses that nobody confirmed. */

const HOUR = 3_600_000;
const T0 = Date.UTC(2030, 0, 1, 12, 30);
let fresh = 0;
/** Nobody's yet, so that a test says only what it is about. */
const somebody = () => `a${++fresh}@mail.example`;
const somewhere = () => `192.0.2.${++fresh}/${fresh}`;

type Over = Partial<Parameters<typeof takeFromCap>[1]>;
const take = (over: Over = {}, now = T0) =>
  takeFromCap(env.DB, { address: somebody(), store: 'mill', network: somewhere(), ...over }, now);
/** How many of so many pass. */
const passed = async (count: number, over: () => Over, now = T0) => {
  let through = 0;
  for (let i = 0; i < count; i += 1) if (await take(over(), now)) through += 1;
  return through;
};

test('an address gets six a day, from whatever store and network', async () => {
  const address = somebody();
  expect(await passed(9, () => ({ address, store: `store-${++fresh}` }))).toBe(ADDRESS_A_DAY);
  expect(await take({ address: ` ${address.toUpperCase()}` }, T0 + HOUR)).toBe(false);
  expect(await take({ address }, T0 + 12 * HOUR)).toBe(true);
});

test('from a network twenty an hour go out, to whatever address', async () => {
  const network = '198.51.100.7';
  expect(await passed(23, () => ({ network }))).toBe(NETWORK_AN_HOUR);
  expect(await take({ network: '198.51.100.8' })).toBe(true);
  expect(await take({ network }, T0 + HOUR)).toBe(true);
});

test('one who has IPv6 has one network, however it is written', async () => {
  const forms = ['2001:db8:0:1::7', '2001:0DB8:0000:0001:ffff::', '2001:db8::1:0:0:0:9', '2001:db8:0:1:a:b:c:d'];
  expect(await passed(24, () => ({ network: forms[++fresh % 4]! }))).toBe(NETWORK_AN_HOUR);
  expect(await take({ network: '2001:db8:0:2::7' })).toBe(true);
});

test('a store sends two hundred an hour, and another store is not held back by it', async () => {
  const through = await Promise.all(Array.from({ length: STORE_AN_HOUR + 20 }, () => take({ store: 'busy' })));
  expect(through.filter(Boolean)).toHaveLength(STORE_AN_HOUR);
  expect(await take({ store: 'calm' })).toBe(true);
});

test('what is held back counts for nothing', async () => {
  const [address, network] = [somebody(), '203.0.113.9'];
  await passed(ADDRESS_A_DAY, () => ({ address }));
  expect(await passed(50, () => ({ address, network }))).toBe(0);
  expect(await passed(NETWORK_AN_HOUR, () => ({ network }))).toBe(NETWORK_AN_HOUR);
});

test('without a network the others still count', async () => {
  const address = somebody();
  expect(await passed(8, () => ({ address, network: null }))).toBe(ADDRESS_A_DAY);
});

test('keeps hashes only, and nothing longer than it holds somebody back', async () => {
  await db.delete(mailCap);
  await take({ address: 'jonas@mail.example', network: '192.0.2.1' });
  const rows = await db.select().from(mailCap);
  expect(rows).toHaveLength(3);
  for (const { key } of rows) expect(key).toMatch(/^[\w-]{43}$/);
  await take({}, T0 + 25 * HOUR);
  expect((await db.select().from(mailCap)).map(({ since }) => since).every((since) => since > T0)).toBe(true);
});
