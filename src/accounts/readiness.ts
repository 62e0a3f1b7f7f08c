import type { Env } from '../env';
import { Refusal } from '../errors';

const SHORTEST_SECRET = 32;

/** The secret that everything signed hangs on. Without a sound one Baton is still being set up. */
export function secretOf(env: Env): string {
  if (!env.AUTH_SECRET || env.AUTH_SECRET.length < SHORTEST_SECRET) throw new Refusal('setting_up');
  return env.AUTH_SECRET;
}

/** Asked only after something failed: a database without its tables is a deployment that is not finished. */
export async function isMigrated(env: Env): Promise<boolean> {
  try {
    await env.DB.prepare('SELECT 1 FROM member LIMIT 1').first();
    return true;
  } catch (error) {
    return !String(error).includes('no such table');
  }
}
