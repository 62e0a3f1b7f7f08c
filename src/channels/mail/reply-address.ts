import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { secretOf } from '../../accounts/readiness';
import { signingKey } from '../../accounts/tokens';
import { mailThread } from '../../db/schema';
import type { Env } from '../../env';
import { plainAddress } from './address';

/**
 * Where an answer by email goes: `reply+{thread}{mac}@…`. The thread says which conversation, the MAC that we said so.
 * Lower-case letters and digits only, since mail servers fold case.
 */

export interface Thread {
  store: string;
  conversation: string;
}

/** 80 bits to tell conversations apart, 120 bits that nobody guesses. */
const THREAD = 16;
const MAC = 24;
/** RFC 5321 section 4.5.3.1.1. */
const LONGEST_LOCAL_PART = 64;
/** RFC 4648 section 6, in lower case. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const TAG = new RegExp(`^([a-z2-7]{${THREAD}})([a-z2-7]{${MAC}})$`);

const bytes = (text: string) => new TextEncoder().encode(text);

/** @param length of the result; 5 bits a letter, so at most 51 of a SHA-256 */
function base32(digest: ArrayBuffer, length: number): string {
  const bits = [...new Uint8Array(digest)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length }, (_, i) => ALPHABET[Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)]).join('');
}

async function signed(env: Env, purpose: 'mail/thread' | 'mail/reply', text: string, length: number): Promise<string> {
  const key = await signingKey(secretOf(env), purpose);
  return base32(await crypto.subtle.sign('HMAC', key, bytes(text)), length);
}

/** The two halves of `MAIL_REPLY_TO`; null where it is not set, or leaves no room for what must stand in it. */
function mailbox({ MAIL_REPLY_TO }: Env): { local: string; domain: string } | null {
  const [local, domain, ...rest] = plainAddress(MAIL_REPLY_TO ?? '').split('@');
  if (!local || !domain || rest.length > 0) return null;
  return local.length + 1 + THREAD + MAC > LONGEST_LOCAL_PART ? null : { local, domain };
}

/**
 * The same for a conversation each time: its thread is computed with a key, so that finding it needs no index and two mails
 * at once cannot make two. The table leads back.
 * @returns null where answers by email are not set up
 */
export async function replyAddress(env: Env, { store, conversation }: Thread, now: number): Promise<string | null> {
  const box = mailbox(env);
  if (!box) return null;
  const thread = await signed(env, 'mail/thread', `${store}/${conversation}`, THREAD);
  const row = { id: thread, storeId: store, conversationId: conversation, createdAt: now };
  await drizzle(env.DB).insert(mailThread).values(row).onConflictDoNothing();
  return `${box.local}+${thread}${await signed(env, 'mail/reply', thread, MAC)}@${box.domain}`;
}

/** Whose answers come to this address; null for every other one, forged or unknown. The database is asked only after the MAC. */
export async function threadOf(env: Env, address: string): Promise<Thread | null> {
  const box = mailbox(env);
  const [local, domain, ...rest] = plainAddress(address).split('@');
  if (!box || domain !== box.domain || rest.length > 0 || !local?.startsWith(`${box.local}+`)) return null;
  const [, thread, mac] = TAG.exec(local.slice(box.local.length + 1)) ?? [];
  if (!thread || !mac) return null;
  const expected = await signed(env, 'mail/reply', thread, MAC);
  if (!crypto.subtle.timingSafeEqual(bytes(mac), bytes(expected))) return null;
  const row = await drizzle(env.DB).select().from(mailThread).where(eq(mailThread.id, thread)).get();
  return row ? { store: row.storeId, conversation: row.conversationId } : null;
}
