import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { personChoice } from '../db/schema';

/** How somebody likes to work: theirs alone, in every store and on every device. */

export const Choices = v.object({
  sendWith: v.picklist(['ctrl_enter', 'enter']),
  /** Whether one letter alone does something in the dashboard. */
  singleKeys: v.boolean(),
  /** Of the dashboard; null: as the browser asks for. */
  language: v.nullable(v.picklist(['en', 'bg'])),
});
export type Choices = v.InferOutput<typeof Choices>;

/** What changes of them. */
export const ChoicesWanted = v.object({
  sendWith: v.exactOptional(Choices.entries.sendWith),
  singleKeys: v.exactOptional(Choices.entries.singleKeys),
  language: v.exactOptional(Choices.entries.language),
});

export const UNCHOSEN: Choices = { sendWith: 'ctrl_enter', singleKeys: true, language: null };

export async function choicesOf(d1: D1Database, person: string): Promise<Choices> {
  const { sendWith, singleKeys, language } = personChoice;
  const row = await drizzle(d1)
    .select({ sendWith, singleKeys, language })
    .from(personChoice)
    .where(eq(personChoice.userId, person))
    .get();
  return row ?? UNCHOSEN;
}

/** @returns all of them as they are now */
export async function choose(d1: D1Database, person: string, wanted: Partial<Choices>): Promise<Choices> {
  if (Object.keys(wanted).length > 0) {
    await drizzle(d1)
      .insert(personChoice)
      .values({ ...UNCHOSEN, ...wanted, userId: person })
      .onConflictDoUpdate({ target: personChoice.userId, set: wanted });
  }
  return choicesOf(d1, person);
}
