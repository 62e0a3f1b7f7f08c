import * as v from 'valibot';

/**
 * The key outside that tells of a store's five quiet minutes. It lets them outlive the desk and be seen from outside; it
 * may answer a minute late, so it is never what keeps two emails apart: the desk's own memory is.
 */

/** Seconds: the window's length. */
const EXPIRES = 300;
const Window = v.pipe(v.string(), v.parseJson(), v.object({ email: v.string(), until: v.number() }));

export const keyOf = (store: string): string => `alerts/${store}`;

export const openKey = (
  kv: KVNamespace,
  store: string,
  { email, until }: v.InferOutput<typeof Window>,
): Promise<void> => kv.put(keyOf(store), JSON.stringify({ email, until }), { expirationTtl: EXPIRES });

export const closeKey = (kv: KVNamespace, store: string): Promise<void> => kv.delete(keyOf(store));

/** Null where there is none, or none that can be read: an alert too many is better than one too few. */
export async function readKey(kv: KVNamespace, store: string): Promise<v.InferOutput<typeof Window> | null> {
  const parsed = v.safeParse(Window, await kv.get(keyOf(store)).catch(() => null));
  return parsed.success ? parsed.output : null;
}
