import { env } from 'cloudflare:test';
import { storeOf } from '../../src/assistant/knowledge';
import { type Plan, plan, type Store, type Wanted } from '../../src/assistant/knowledge/importing';
import { kindOf } from '../../src/assistant/knowledge/reading/formats';
import { inspect, type KnowledgeFile } from '../../src/assistant/knowledge/reading/read';
import type { Reading } from '../../src/assistant/knowledge/rows';
import { carryOut } from '../../src/assistant/knowledge/sending';

/** What a merchant does with files, without a browser: the same reading, the same sessions, the real database. */

export const fileOf = (name: string, content: string | Uint8Array<ArrayBuffer>): KnowledgeFile => ({
  name,
  stream: () => new Blob([content]).stream(),
});

interface More {
  reading?: Partial<Reading>;
  source?: number | null;
  keep?: boolean;
  now?: number;
  /** In place of the store's own side. */
  through?: Store;
}

/** Recognises files and reads them through. */
export async function planned(store: string, files: KnowledgeFile[], more: More = {}): Promise<Plan> {
  const { reading, source = null, keep = false, now = Date.now(), through = doorOf(store) } = more;
  const [first] = files;
  if (!first) throw new Error('No file');
  const { format, mapping } = await inspect(first, reading?.encoding);
  const whole: Reading = { format, ...(format === 'csv' && { mapping }), ...reading };
  const begin: Wanted['begin'] = { kind: kindOf(whole.format), source, name: first.name, reading: whole };
  return plan(through, { files, begin, keep, now });
}

/** … and imports them. */
export async function bring(store: string, files: KnowledgeFile[], more: More = {}): Promise<Plan> {
  const made = await planned(store, files, more);
  await carryOut(more.through ?? doorOf(store), made);
  return made;
}

export const doorOf = (store: string): Store => storeOf(env.DB, store, Date.now());

/** A plan's sums, as the merchant reads them. */
export const sums = ({ report: { added, changed, removed, unchanged, bad } }: Plan) => ({
  added,
  changed,
  removed,
  unchanged,
  bad,
});
