import { secretOf } from '../accounts/readiness';
import { openToken, sealToken } from '../accounts/tokens';
import type { Env } from '../env';
import { Refusal } from '../errors';
import type { Checked } from './check';

/** Where files are kept, and the links by which they are read. */

/** One conversation: everything that its people send stands under its name, and is reached through it only. */
export interface Of {
  store: string;
  conversation: string;
}

const prefixOf = ({ store, conversation }: Of): string => `${store}/${conversation}/`;
const keyOf = (of: Of, file: string): string => prefixOf(of) + file;

/** Bytes that a store may take in a day: a shield against bills, far above what people send. */
const MOST_A_DAY = 1024 ** 3;
/** Of these, from customers: however many send however much, staff can still answer. */
const MOST_OF_CUSTOMERS = 0.8 * MOST_A_DAY;
const DAY = 86_400_000;

/** @throws Refusal `no_files` where the operator bound no storage */
export function bucketOf({ FILES }: Env): R2Bucket {
  if (!FILES) throw new Refusal('no_files');
  return FILES;
}

/** Counts it where the day has room. One statement, so that of many at the same instant no more pass than fit. */
export async function takeFromDay(
  db: D1Database,
  { store, by, bytes }: { store: string; by: string; bytes: number },
  now: number,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO file_day (store_id, day, bytes) VALUES (?1, ?2, ?3)
      ON CONFLICT (store_id) DO UPDATE SET bytes = iif(day = ?2, bytes, 0) + ?3, day = ?2
      WHERE iif(day = ?2, bytes, 0) + ?3 <= ?4`,
    )
    .bind(store, Math.floor(now / DAY), bytes, by === 'customer' ? MOST_OF_CUSTOMERS : MOST_A_DAY)
    .run();
  return meta.changes > 0;
}

/** What was counted and then not kept. */
export async function giveBackToDay(db: D1Database, store: string, bytes: number, now: number): Promise<void> {
  await db
    .prepare('UPDATE file_day SET bytes = max(0, bytes - ?3) WHERE store_id = ?1 AND day = ?2')
    .bind(store, Math.floor(now / DAY), bytes)
    .run();
}

export async function putFile(bucket: R2Bucket, of: Of, id: string, { name, mime, bytes, picture }: Checked) {
  await bucket.put(keyOf(of, id), bytes, {
    httpMetadata: { contentType: mime },
    // Metadata travels as headers, which hold no other letters.
    customMetadata: { name: encodeURIComponent(name), ...(picture && { picture: '1' }) },
  });
}

export const removeFiles = (bucket: R2Bucket, of: Of, ids: readonly string[]): Promise<void> =>
  bucket.delete(ids.map((id) => keyOf(of, id)));

/**
 * Deletes every file of a conversation, also what was uploaded and never sent. Again, it does nothing. Without storage
 * there is nothing.
 * @throws where the storage cannot be reached: then some may be there still
 */
export async function eraseFiles({ FILES }: Env, of: Of): Promise<void> {
  if (!FILES) return;
  for (let more = true; more; ) {
    const { objects, truncated } = await FILES.list({ prefix: prefixOf(of) });
    if (objects.length > 0) await FILES.delete(objects.map(({ key }) => key));
    more = truncated;
  }
}

// ── Links ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Good for an hour, for one file of one conversation. The id stands in the path, the token behind it: paths are logged. */
export async function linksFor(env: Env, of: Of, files: readonly string[], now: number) {
  const links = files.map(async (file) => {
    const token = await sealToken(secretOf(env), 'file', { ...of, file }, now);
    return [file, `/files/${file}?${token}`] as const;
  });
  return Object.fromEntries(await Promise.all(links));
}

/**
 * What a link leads to.
 * @throws Refusal `file_link` for one that is over or not ours, `not_found` for a file that was deleted
 */
export async function fileAt(env: Env, file: string, token: string, now: number): Promise<R2ObjectBody> {
  const claims = await openToken(secretOf(env), 'file', token, now);
  if (claims?.file !== file) throw new Refusal('file_link');
  const kept = await bucketOf(env).get(keyOf(claims, file));
  if (!kept) throw new Refusal('not_found');
  return kept;
}
