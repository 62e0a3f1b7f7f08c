import { expect, test } from 'vitest';
import { isConversationOf, newConversationId } from '../../src/accounts/ids';
import { openToken, sameSecret, sealToken } from '../../src/accounts/tokens';
import { SECRET } from './visit';

const T0 = Date.UTC(2030, 0, 1);
const DAY = 86_400_000;
const visitor = { store: 'store-1', conversation: 'c'.repeat(30) };
const staff = { type: 'staff', store: 'store-1', id: 'ana', name: 'Ána 😀', role: 'owner' } as const;

test('a token carries its claims, in letters that stand in a subprotocol', async () => {
  const token = await sealToken(SECRET, 'visitor', visitor, T0);
  expect(token).toMatch(/^[\w-]+\.[\w-]{43}$/);
  expect(await openToken(SECRET, 'visitor', token, T0)).toEqual({ ...visitor, exp: T0 + 90 * DAY });
  const ticket = await sealToken(SECRET, 'ticket', staff, T0);
  expect(await openToken(SECRET, 'ticket', ticket, T0)).toEqual({ ...staff, exp: T0 + 60_000 });
});

test('it ends to the millisecond', async () => {
  const ticket = await sealToken(SECRET, 'ticket', staff, T0);
  expect(await openToken(SECRET, 'ticket', ticket, T0 + 59_999)).not.toBeNull();
  expect(await openToken(SECRET, 'ticket', ticket, T0 + 60_000)).toBeNull();
  const token = await sealToken(SECRET, 'visitor', visitor, T0);
  expect(await openToken(SECRET, 'visitor', token, T0 + 90 * DAY - 1)).not.toBeNull();
  expect(await openToken(SECRET, 'visitor', token, T0 + 90 * DAY)).toBeNull();
});

test('a link in a mail to a customer holds for 60 days', async () => {
  const contact = { store: 'store-1', conversation: 'c'.repeat(30), address: 'a'.repeat(43) };
  const token = await sealToken(SECRET, 'contact', contact, T0);
  expect(await openToken(SECRET, 'contact', token, T0 + 60 * DAY - 1)).toMatchObject(contact);
  expect(await openToken(SECRET, 'contact', token, T0 + 60 * DAY)).toBeNull();
  expect(await openToken(SECRET, 'visitor', token, T0)).toBeNull();
});

test('no token of one kind, of another secret or with a changed letter is taken', async () => {
  const token = await sealToken(SECRET, 'visitor', visitor, T0);
  expect(await openToken(SECRET, 'ticket', token, T0)).toBeNull();
  // Even one whose claims would do for both.
  const both = await sealToken(SECRET, 'visitor', { ...visitor, ...staff }, T0);
  expect(await openToken(SECRET, 'visitor', both, T0)).not.toBeNull();
  expect(await openToken(SECRET, 'ticket', both, T0)).toBeNull();
  expect(await openToken(`${SECRET}x`, 'visitor', token, T0)).toBeNull();
  // The last letter of a signature holds two bits that are padding: what matters is that no other letter changes unseen.
  for (let at = 0; at < token.length - 1; at++) {
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    expect(await openToken(SECRET, 'visitor', changed, T0), `letter ${at}`).toBeNull();
  }
});

test.each(['', '.', 'a.b', 'a.b.c', '...', `${'a'.repeat(2_000)}.b`, 'e30.e30', '%.%'])(
  '%s is no token',
  async (token) => {
    expect(await openToken(SECRET, 'visitor', token, T0)).toBeNull();
  },
);

test('what is longer than any that we make is not looked at, though signed', async () => {
  const padded = (letters: number) =>
    sealToken(SECRET, 'visitor', { ...visitor, more: 'x'.repeat(letters) } as never, T0);
  expect(await openToken(SECRET, 'visitor', await padded(1_500), T0)).toMatchObject(visitor);
  expect(await openToken(SECRET, 'visitor', await padded(2_000), T0)).toBeNull();
});

test('claims that this version does not know as such are refused, though signed', async () => {
  const wrong = await sealToken(SECRET, 'ticket', { ...staff, role: 'root' as 'owner' }, T0);
  expect(await openToken(SECRET, 'ticket', wrong, T0)).toBeNull();
  const elsewhere = await sealToken(SECRET, 'visitor', { ...visitor, conversation: '../x' }, T0);
  expect(await openToken(SECRET, 'visitor', elsewhere, T0)).toBeNull();
});

test('an id says whose conversation it is', async () => {
  const id = await newConversationId('store-1');
  expect(id).toMatch(/^[\w-]{30}$/);
  expect(await isConversationOf('store-1', id)).toBe(true);
  expect(await isConversationOf('store-2', id)).toBe(false);
  for (const other of ['', id.slice(1), `${id}a`, 'a'.repeat(30)])
    expect(await isConversationOf('store-1', other)).toBe(false);
  expect(new Set(await Promise.all(Array.from({ length: 200 }, () => newConversationId('store-1')))).size).toBe(200);
});

test('secrets are the same or not', async () => {
  expect(await sameSecret('abc', 'abc')).toBe(true);
  expect(await sameSecret('abc', 'abd')).toBe(false);
  expect(await sameSecret('abc', 'abcd')).toBe(false);
});
