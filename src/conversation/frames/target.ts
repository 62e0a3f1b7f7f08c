import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { member, team, user } from '../../db/schema';
import type { Target } from '../../domain/actor';

/**
 * Somebody of this store, by the id that a client named.
 * @returns null for whoever does not belong to it, and for whoever does not exist
 * @throws when D1 fails
 */
export async function staffTarget(
  d1: D1Database,
  store: string,
  { kind, id }: { kind: 'person' | 'team'; id: string },
): Promise<Target | null> {
  const db = drizzle(d1);
  if (kind === 'team') {
    const { name } = team;
    const found = await db
      .select({ id: team.id, name })
      .from(team)
      .where(and(eq(team.storeId, store), eq(team.id, id)))
      .get();
    return found ? { kind: 'team', team: found } : null;
  }
  const found = await db
    .select({ id: user.id, name: user.name })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.storeId, store), eq(member.userId, id)))
    .get();
  return found ? { kind: 'person', staff: found } : null;
}
