import * as v from 'valibot';
import { HOOK_EVENTS } from '../protocol/hooks';
import { DEFAULT_SETTINGS, StoreSettings } from './schema';

/** A store's settings in D1: one JSON document that holds only what differs from the defaults, and when it was written. */

export interface Versioned {
  settings: StoreSettings;
  /** Epoch ms of the last change, greater with each; 0 until somebody changes something. */
  version: number;
  /** What the store's hooks want to hear of; missing where there never was one. It has a version of its own (`at`). */
  hooks?: HooksWanted | undefined;
}

/** What the store's hooks that are on want to hear of, as conversations know it. */
const HooksWanted = v.object({ at: v.number(), events: v.array(v.picklist(HOOK_EVENTS)) });
export type HooksWanted = v.InferOutput<typeof HooksWanted>;
/** What cannot be read counts as no hook: nothing is sent that nobody is known to want. */
const Hooks = v.pipe(v.string(), v.parseJson(), HooksWanted);

/** What stands beside the settings in the document. */
const WRITTEN_AT = '_at';
const Version = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);

/** The version that stands in the table; 0 in a document that cannot be read. */
const STORED = `CASE WHEN json_valid(settings)
  THEN cast(coalesce(json_extract(settings, '$.${WRITTEN_AT}'), 0) AS INTEGER) ELSE 0 END`;

const UNTOUCHED: Versioned = { settings: DEFAULT_SETTINGS, version: 0 };

/**
 * What a store does, today's defaults included. A document that cannot be read counts as none.
 * @throws only when D1 cannot be reached or is not migrated
 */
export async function readSettings(db: D1Database, store: string): Promise<Versioned> {
  const row = await db
    .prepare('SELECT settings, hooks FROM store WHERE id = ?1')
    .bind(store)
    .first<{ settings: string | null; hooks: string | null }>();
  const hooks = v.safeParse(Hooks, row?.hooks);
  return { ...parsed(row?.settings ?? null), ...(hooks.success && { hooks: hooks.output }) };
}

/**
 * Replaces a store's settings, and nothing of any other store's.
 * @param now epoch ms
 * @returns what was written, with a version that is greater than the one before even where the clock stood still
 */
export async function writeSettings(
  db: D1Database,
  store: string,
  settings: StoreSettings,
  now: number,
): Promise<Versioned> {
  await writing(db, store, settings, now, null).run();
  return readSettings(db, store);
}

/**
 * The statement that replaces a store's settings, as long as they are the version that it was made from (null: whichever).
 * It returns the new version, which is made in the statement, so that two writers at once get two.
 */
export const writing = (
  db: D1Database,
  store: string,
  settings: StoreSettings,
  now: number,
  from: number | null,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE store SET accent = coalesce(json_extract(?2, '$.accent'), accent), settings = json_set(?2, '$.${WRITTEN_AT}', max(cast(?3 AS INTEGER), 1 + ${STORED}))
       WHERE id = ?1 AND (?4 IS NULL OR ?4 = ${STORED})
       RETURNING json_extract(settings, '$.${WRITTEN_AT}') AS version`,
    )
    .bind(store, JSON.stringify(changed(settings)), now, from);

/** What a store's document says. */
export function parsed(document: string | null): Versioned {
  if (document === null) return UNTOUCHED;
  try {
    const json: unknown = JSON.parse(document);
    const at = v.safeParse(v.object({ [WRITTEN_AT]: Version }), json);
    const version = at.success ? (at.output[WRITTEN_AT] ?? 0) : 0;
    const settings = v.safeParse(StoreSettings, json);
    // A broken document was still written once: the version must not fall behind what others have seen.
    return { settings: settings.success ? settings.output : DEFAULT_SETTINGS, version };
  } catch {
    return UNTOUCHED;
  }
}

/** The document of a store that begins with these. @param now epoch ms */
export const documentOf = (parts: Partial<StoreSettings>, now: number): string =>
  JSON.stringify({ ...changed({ ...DEFAULT_SETTINGS, ...parts }), [WRITTEN_AT]: now });

/** What differs from the defaults. Its order of keys is the schema's, so equal values read alike. */
function changed(settings: StoreSettings): Partial<StoreSettings> {
  const defaults: Record<string, unknown> = DEFAULT_SETTINGS;
  const differs = ([key, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(defaults[key]);
  return Object.fromEntries(Object.entries(settings).filter(differs));
}
