import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { personChoice } from '../db/schema';

/** How somebody likes to work: theirs alone, in every store and on every device. */

export const Choices = v.object({ sendWith: v.picklist(['ctrl_enter', 'enter']) });
export type Choices = v.InferOutput<typeof Choices>;

const UNCHOSEN: Choices = { sendWith: 'ctrl_enter' };

export async function choicesOf(d1: D1Database, person: string): Promise<Choices> {
  const { sendWith } = personChoice;
  const row = await drizzle(d1).select({ sendWith }).from(personChoice).where(eq(personChoice.userId, person)).get();
  return row ?? UNCHOSEN;
}

export async function choose(d1: D1Database, person: string, choices: Choices): Promise<void> {
  await drizzle(d1)
    .insert(personChoice)
    .values({ userId: person, ...choices })
    .onConflictDoUpdate({ target: personChoice.userId, set: choices });
}
