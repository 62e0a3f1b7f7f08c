/** What a change of settings changed: field by field, as the list of changes keeps it and as two people compare theirs. */

/** Where a change belongs: the parts of the settings that are saved, and seen by two people at once, each for itself. */
export const AREAS = [
  'store',
  'hours',
  'alerts',
  'chats',
  'requests',
  'assistant',
  'customers',
  'widget',
  'knowledge',
  'replies',
  'people',
  'teams',
  'keys',
  'hooks',
  'privacy',
] as const;
export type Area = (typeof AREAS)[number];

export type Values = Readonly<Record<string, unknown>>;

/** `field` is a path, `awayMessage.de`. Of lists, what went and what came. A secret has neither value. */
export interface FieldChange {
  field: string;
  before?: unknown;
  after?: unknown;
  secret?: true;
}

/** Characters of JSON that one value may take in the list. */
const LONGEST = 2_000;
const DEEPEST = 3;

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNothing = (value: unknown): boolean => value === undefined || value === null;

/** What differs, in the order of the fields. Null: the thing was not there, or is not there any more. */
export function fieldChanges(before: Values | null, after: Values | null): FieldChange[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...keys].flatMap((key) => compared(key, before?.[key], after?.[key], 1));
}

function compared(field: string, before: unknown, after: unknown, depth: number): FieldChange[] {
  if (same(before, after) || (isNothing(before) && isNothing(after))) return [];
  const either = [before, after];
  if (depth < DEEPEST && either.some(isRecord) && either.every((one) => isRecord(one) || isNothing(one)))
    return nested(field, isRecord(before) ? before : {}, isRecord(after) ? after : {}, depth);
  if (!Array.isArray(before) || !Array.isArray(after)) return [changed(field, before, after)];
  // A week is a list of days, each with a list of its own: a day is compared with the same day.
  if (depth < DEEPEST && [...before, ...after].every(Array.isArray))
    return nested(field, { ...before }, { ...after }, depth);
  const went = before.filter((one) => !after.some((other) => same(one, other)));
  const came = after.filter((one) => !before.some((other) => same(one, other)));
  // The same ones in another order.
  return [went.length + came.length === 0 ? changed(field, before, after) : changed(field, went, came)];
}

const nested = (field: string, before: Values, after: Values, depth: number): FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    compared(`${field}.${key}`, before[key], after[key], depth + 1),
  );

const changed = (field: string, before: unknown, after: unknown): FieldChange => ({
  field,
  ...(!isNothing(before) && { before: shortened(before) }),
  ...(!isNothing(after) && { after: shortened(after) }),
});

/** Long texts and lists end in `…`. */
function shortened(value: unknown): unknown {
  const json = JSON.stringify(value);
  if (json.length <= LONGEST) return value;
  if (!Array.isArray(value)) return `${(typeof value === 'string' ? value : json).slice(0, LONGEST / 2)}…`;
  const kept: unknown[] = [];
  for (let left = LONGEST; kept.length < value.length; kept.push(value[kept.length])) {
    left -= JSON.stringify(value[kept.length]).length;
    if (left < 0) break;
  }
  return [...kept, '…'];
}
