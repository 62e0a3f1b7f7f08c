import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { personChoice, user, verification } from '../db/schema';
import type { Env } from '../env';
import type { StaffLanguage } from '../words/words';
import { hashLinkToken } from './links';

/** In which language somebody wants to be spoken to, before and outside their dashboard. */

/** Null where they leave it to their browser, or nobody has this address. */
export async function languageOf(env: Env, email: string): Promise<StaffLanguage | null> {
  const row = await drizzle(env.DB)
    .select({ language: personChoice.language })
    .from(personChoice)
    .innerJoin(user, eq(user.id, personChoice.userId))
    .where(eq(user.email, email))
    .get();
  return row?.language ?? null;
}

/** Of whom a sign-in link was mailed to. Reads and changes nothing. */
export async function languageOfLink(env: Env, token: string): Promise<StaffLanguage | null> {
  const email = sql<string>`CASE WHEN json_valid(${verification.value}) THEN json_extract(${verification.value}, '$.email') END`;
  const row = await drizzle(env.DB)
    .select({ email })
    .from(verification)
    .where(eq(verification.identifier, await hashLinkToken(token)))
    .get();
  return row?.email ? languageOf(env, row.email) : null;
}
