import * as v from 'valibot';
import { MAX_FRAME } from './common';

/** A frame's JSON, or why it is none. Runs before anybody looks at what is in it. */
export function parseFrame(data: string | ArrayBuffer): { value: unknown } | { refused: 'bad_frame' | 'too_large' } {
  const size = typeof data === 'string' ? data.length : data.byteLength;
  if (size > MAX_FRAME) return { refused: 'too_large' };
  if (typeof data !== 'string') return { refused: 'bad_frame' };
  // A character has three bytes at most: only what is near the limit needs counting.
  if (size * 3 > MAX_FRAME && new TextEncoder().encode(data).byteLength > MAX_FRAME) return { refused: 'too_large' };
  try {
    return { value: JSON.parse(data) };
  } catch {
    return { refused: 'bad_frame' };
  }
}

/** An object of a `v.variant('type', …)`. */
type Option = v.ObjectSchema<{ type: v.LiteralSchema<string, undefined> } & v.ObjectEntries, undefined>;

/**
 * Checks frames against a `v.variant('type', …)`, of which only the one object is asked that bears the frame's type: to
 * try them one after another costs more than everything else that is done to a frame.
 * @returns what `v.safeParse` with the whole schema returns
 */
export function frameParser<const Options extends Option[]>(
  schema: v.VariantSchema<'type', Options, undefined>,
): (frame: unknown) => v.SafeParseResult<v.VariantSchema<'type', Options, undefined>> {
  const byType = new Map<unknown, Options[number]>(schema.options.map((one) => [one.entries.type.literal, one]));
  return (frame) => {
    const type = typeof frame === 'object' && frame !== null && 'type' in frame ? frame.type : undefined;
    return v.safeParse(byType.get(type) ?? schema, frame) as ReturnType<ReturnType<typeof frameParser<Options>>>;
  };
}

/** The one thing that the client can act on: text that is too long, a type that is not known, or anything else. */
export function whyNot(issues: readonly v.BaseIssue<unknown>[]): 'too_large' | 'unknown_type' | 'bad_frame' {
  if (issues.some((issue) => issue.type === 'max_length')) return 'too_large';
  if (issues.some((issue) => issue.path?.length === 1 && issue.path[0]?.key === 'type')) return 'unknown_type';
  return 'bad_frame';
}
