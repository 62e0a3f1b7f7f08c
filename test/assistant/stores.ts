import { env } from 'cloudflare:test';

let made = 0;

/** A new, empty store in D1; its id has a hyphen, and is the beginning of the next one's. */
export async function newStore(): Promise<string> {
  const id = `store-${'x'.repeat(++made)}`;
  await env.DB.prepare('INSERT INTO store (id, key, name, created_at) VALUES (?1, ?1, ?1, 0)').bind(id).run();
  return id;
}
