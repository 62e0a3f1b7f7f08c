import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { personChoice, user } from '../db/schema';
import { Language } from '../protocol/common';
import { UNCHOSEN } from './choices';
import { Name } from './person';

/** What somebody says of themselves: the name that customers and colleagues read, and the languages they speak. */

const MOST_LANGUAGES = 12;

export const ProfileWanted = v.object({
  name: Name,
  speaks: v.pipe(
    v.array(Language),
    v.maxLength(MOST_LANGUAGES),
    v.transform((tags) => [...new Set(tags)]),
  ),
});
export type Profile = v.InferOutput<typeof ProfileWanted>;

/** What is stored by an older version, or by nobody, is no language. */
export const readSpeaks = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter((tag) => typeof tag === 'string') : [];

export async function speaksOf(d1: D1Database, person: string): Promise<string[]> {
  const row = await drizzle(d1)
    .select({ speaks: personChoice.speaks })
    .from(personChoice)
    .where(eq(personChoice.userId, person))
    .get();
  return readSpeaks(row?.speaks);
}

/** @param now epoch ms */
export async function keepProfile(
  d1: D1Database,
  person: string,
  { name, speaks }: Profile,
  now: number,
): Promise<void> {
  const db = drizzle(d1);
  await db.batch([
    db
      .update(user)
      .set({ name, updatedAt: new Date(now) })
      .where(eq(user.id, person)),
    db
      .insert(personChoice)
      .values({ ...UNCHOSEN, userId: person, speaks })
      .onConflictDoUpdate({ target: personChoice.userId, set: { speaks } }),
  ]);
}
