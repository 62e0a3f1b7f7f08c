import * as v from 'valibot';

/** Mail that came in locally, in KV, so that it survives a restart. Newest first, since KV lists by name. */

const PREFIX = 'dev-mailbox:';
const KEYS = 'dev-mailbox-key:';
const DAY_SECONDS = 86_400;
const END_OF_TIME = 1e14;

export const Letter = v.object({
  id: v.string(),
  at: v.number(),
  from: v.string(),
  to: v.array(v.string()),
  subject: v.string(),
  html: v.string(),
  text: v.string(),
  headers: v.record(v.string(), v.string()),
  /** Letters of older days have none. */
  replyTo: v.optional(v.nullable(v.string()), null),
});
export type Letter = v.InferOutput<typeof Letter>;

const Remembered = v.object({ id: v.string(), body: v.string() });

/** What an idempotency key was used for in the last 24 hours. */
export async function remembered(kv: KVNamespace, key: string): Promise<v.InferOutput<typeof Remembered> | null> {
  const parsed = v.safeParse(Remembered, await kv.get(KEYS + key, 'json'));
  return parsed.success ? parsed.output : null;
}

export async function keep(kv: KVNamespace, letter: Letter, key: string | null, body: string): Promise<void> {
  const name = `${PREFIX}${String(END_OF_TIME - letter.at).padStart(15, '0')}:${letter.id}`;
  await kv.put(name, JSON.stringify(letter));
  if (key) await kv.put(KEYS + key, JSON.stringify({ id: letter.id, body }), { expirationTtl: DAY_SECONDS });
}

async function read(kv: KVNamespace, name: string): Promise<Letter | null> {
  const parsed = v.safeParse(Letter, await kv.get(name, 'json'));
  return parsed.success ? parsed.output : null;
}

export async function letters(kv: KVNamespace, limit = 200): Promise<Letter[]> {
  const { keys } = await kv.list({ prefix: PREFIX, limit });
  const all = await Promise.all(keys.map(({ name }) => read(kv, name)));
  return all.filter((letter) => letter !== null);
}

export async function letterById(kv: KVNamespace, id: string): Promise<Letter | null> {
  const { keys } = await kv.list({ prefix: PREFIX });
  const found = keys.find(({ name }) => name.endsWith(`:${id}`));
  return found ? read(kv, found.name) : null;
}
