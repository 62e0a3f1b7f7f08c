import * as v from 'valibot';
import { Refusal } from '../errors';
import { AREA_OF, partsOf, SETTINGS_AREAS, type SettingsArea } from './areas';
import { type Change, type Editor, noted, type Revision, revisionsOf } from './audit';
import { closuresOverlap, hoursOverlap } from './overlap';
import { type StoreSettings, WholeSettings } from './schema';
import { readSettings, type Versioned, writing } from './store';
import { Seen } from './values';

/** Changing a store's settings: its parts one by one, so that what somebody else changed elsewhere stays. */

/** Only what changes; each value is looked at with the rest of the settings. A setting that nobody knows is none. */
const Parts = v.custom<Partial<StoreSettings>>(
  (parts) =>
    typeof parts === 'object' && parts !== null && Object.keys(parts).every((key) => Object.hasOwn(AREA_OF, key)),
);

export const SettingsChange = v.object({
  parts: Parts,
  /** Of each area that is changed, the newest entry that was seen. */
  seen: v.optional(v.record(v.picklist(SETTINGS_AREAS), Seen), () => ({})),
});
export type SettingsChange = v.InferOutput<typeof SettingsChange>;

export type Revisions = Record<SettingsArea, Revision | null>;
export interface Revised extends Versioned {
  revisions: Revisions;
}

/** What a store does, and who changed each area last. */
export async function readRevised(d1: D1Database, store: string): Promise<Revised> {
  const places = SETTINGS_AREAS.map((area) => ({ area, of: '' }));
  // Revisions first: settings that are newer than their revision only make somebody look again.
  const found = await revisionsOf(d1, store, places);
  const now = await readSettings(d1, store);
  const revisions = Object.fromEntries(SETTINGS_AREAS.map((area, i) => [area, found[i] ?? null]));
  return { ...now, revisions: revisions as Revisions };
}

/** So often another area is written at the same instant, before this one gives up. */
const TRIES = 4;

/**
 * @param now epoch ms
 * @throws Refusal `bad_request`; `hours_overlap`, `closures_overlap`; `changed_meanwhile` where an area has a newer revision than was seen
 */
export async function changeSettings(
  d1: D1Database,
  editor: Editor,
  { parts, seen }: SettingsChange,
  now: number,
): Promise<Revised> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { settings: before, version, revisions } = await readRevised(d1, editor.store);
    const whole = v.safeParse(WholeSettings, { ...before, ...parts });
    if (!whole.success) throw new Refusal('bad_request');
    const after = whole.output;
    if (hoursOverlap(after)) throw new Refusal('hours_overlap');
    if (parts.closures && closuresOverlap(after)) throw new Refusal('closures_overlap');
    const areas = [...new Set(Object.keys(parts).map((key) => AREA_OF[key as keyof StoreSettings]))];
    const changes = areas.map(
      (area): Change => ({ area, before: partsOf(area, before), after: partsOf(area, after), seen: seen[area] }),
    );
    const { meta, results, entries } = await noted(d1, editor, changes, {
      write: writing(d1, editor.store, after, now, version),
      now,
      current: () => readRevised(d1, editor.store),
    });
    if (meta.changes === 0) continue;
    // What others have changed since is not known to whoever saved this, and so neither are its revisions.
    const by = { id: editor.id, name: editor.name };
    const fresh = Object.fromEntries(entries.map(({ area, n }) => [area, { n, at: now, by }]));
    return { settings: after, version: versionOf(results), revisions: { ...revisions, ...fresh } };
  }
  throw new Refusal('unavailable');
}

const versionOf = (rows: unknown): number => v.parse(v.tuple([v.object({ version: v.number() })]), rows)[0].version;
