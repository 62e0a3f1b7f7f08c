import { env } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import { derivedSecret, sealToken } from '../../src/accounts/tokens';
import { replyAddress, threadOf } from '../../src/channels/mail/reply-address';
import { mailThread } from '../../src/db/schema';
import type { Env } from '../../src/env';
import { db, newStore, SECRET } from './visit';

/** The address that a customer's answer goes to. */

const T0 = Date.UTC(2030, 0, 1);
const here: Env = { ...env, MAIL_REPLY_TO: 'reply@chat.shop.example' };
let thread: { store: string; conversation: string };
let address: string;

beforeEach(async () => {
  const store = (await newStore('Mill')).id;
  thread = { store, conversation: await newConversationId(store) };
  address = (await replyAddress(here, thread, T0)) ?? '';
});

const parts = () => /^reply\+([a-z2-7]{16})([a-z2-7]{24})@chat\.shop\.example$/.exec(address)!;
/** With another letter at this place of the tag. */
const changed = (at: number) => {
  const i = 'reply+'.length + at;
  return `${address.slice(0, i)}${address[i] === 'a' ? 'b' : 'a'}${address.slice(i + 1)}`;
};

test('leads to the one conversation it was made for, each time', async () => {
  expect(parts()).not.toBeNull();
  expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
  expect(await threadOf(here, address)).toEqual(thread);
  expect(await threadOf(here, ` ${address.toUpperCase()} `)).toEqual(thread);
  const many = await Promise.all(Array.from({ length: 10 }, () => replyAddress(here, thread, T0 + 1)));
  expect(new Set(many)).toEqual(new Set([address]));
  expect(await db.$count(mailThread, eq(mailThread.conversationId, thread.conversation))).toBe(1);
});

test('no two conversations share one, not even by the same id in two stores', async () => {
  const other = (await newStore('Other')).id;
  const addresses = await Promise.all([
    replyAddress(here, { store: other, conversation: thread.conversation }, T0),
    replyAddress(here, { store: thread.store, conversation: await newConversationId(thread.store) }, T0),
  ]);
  expect(new Set([...addresses, address]).size).toBe(3);
  expect(await threadOf(here, addresses[0]!)).toEqual({ store: other, conversation: thread.conversation });
});

test('reply address accepted without its own MAC (FreeScout CVE-2026-47123): none is, whatever else it knows', async () => {
  const [, id, mac] = parts();
  for (let at = 0; at < 40; at += 1) expect(await threadOf(here, changed(at)), `letter ${at}`).toBeNull();
  const token = await sealToken(SECRET, 'contact', { ...thread, address: 'a' }, T0);
  const secret = await derivedSecret(SECRET, 'mail/reply');
  for (const tag of [
    id,
    `${id}${mac?.slice(1)}`,
    `${id}${mac}a`,
    `${id}${'a'.repeat(24)}`,
    mac,
    `${mac}${id}`,
    '',
    token,
    `${id}${secret.slice(0, 24)}`,
  ]) {
    expect(await threadOf(here, `reply+${tag}@chat.shop.example`), tag).toBeNull();
  }
  const other = { ...here, AUTH_SECRET: 'another-secret-of-32-characters-0123456789' };
  expect(await threadOf(other, address)).toBeNull();
});

test('a forged address asks the database for nothing', async () => {
  const closed = { ...here, DB: null as unknown as D1Database };
  expect(await threadOf(closed, changed(3))).toBeNull();
  await expect(threadOf(closed, address)).rejects.toThrow();
});

test('elsewhere it means nothing', async () => {
  const [local] = address.split('@');
  for (const other of [
    `${local}@evil.example`,
    `${local}@chat.shop.example@evil.example`,
    `x${address}`,
    address.replace('reply+', 'reply-'),
    address.replace('reply+', 'other+'),
    'reply@chat.shop.example',
    '',
  ]) {
    expect(await threadOf(here, other), other).toBeNull();
  }
});

test.each([undefined, '', 'reply', 'a@b@c', `${'r'.repeat(24)}@chat.shop.example`])(
  'where %j is set, mail cannot be answered',
  async (MAIL_REPLY_TO) => {
    const { MAIL_REPLY_TO: _, ...rest } = here;
    const there: Env = MAIL_REPLY_TO === undefined ? rest : { ...rest, MAIL_REPLY_TO };
    expect(await replyAddress(there, thread, T0)).toBeNull();
    expect(await threadOf(there, address)).toBeNull();
  },
);

test('with the erased conversation goes its address', async () => {
  await db.delete(mailThread);
  expect(await threadOf(here, address)).toBeNull();
});
