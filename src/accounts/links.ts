import { eq, lt } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { verification } from '../db/schema';
import type { Env } from '../env';
import { base64url, randomId } from './ids';

/** Sign-in links: used once, in time, and stored only as a hash. better-auth makes and spends them; here they are looked at. */

export const LINK_MINUTES = 15;
export const INVITATION_DAYS = 7;
const DAY = 86_400_000;
/** So long after its end a link still says "expired" rather than "used". */
const KEPT_DAYS = 30;

/** 256 bits. */
export const newLinkToken = (): string => randomId(32);

export async function hashLinkToken(token: string): Promise<string> {
  return base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
}

export type LinkState = 'ready' | 'used' | 'expired';

/** Reads and changes nothing. A link that never was looks like one that was used. */
export async function linkState(env: Env, token: string, now: number): Promise<LinkState> {
  const identifier = await hashLinkToken(token);
  const row = await drizzle(env.DB)
    .select({ expiresAt: verification.expiresAt })
    .from(verification)
    .where(eq(verification.identifier, identifier))
    .get();
  if (!row) return 'used';
  return row.expiresAt.getTime() > now ? 'ready' : 'expired';
}

/** A link of our own making, for an invitation (days) or for one use right away. The value is what better-auth reads. */
export async function createLink(env: Env, email: string, lasts: number, now: number): Promise<string> {
  const token = newLinkToken();
  const at = new Date(now);
  const db = drizzle(env.DB);
  await db.batch([
    db.delete(verification).where(lt(verification.expiresAt, new Date(now - KEPT_DAYS * DAY))),
    db.insert(verification).values({
      id: randomId(),
      identifier: await hashLinkToken(token),
      value: JSON.stringify({ email }),
      expiresAt: new Date(now + lasts),
      createdAt: at,
      updatedAt: at,
    }),
  ]);
  return token;
}

export const linkUrl = (origin: string, token: string): string => `${origin}/sign-in?token=${token}`;
