import type * as v from 'valibot';
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

/** The one thing that the client can act on: text that is too long, a type that is not known, or anything else. */
export function whyNot(issues: readonly v.BaseIssue<unknown>[]): 'too_large' | 'unknown_type' | 'bad_frame' {
  if (issues.some((issue) => issue.type === 'max_length')) return 'too_large';
  if (issues.some((issue) => issue.path?.length === 1 && issue.path[0]?.key === 'type')) return 'unknown_type';
  return 'bad_frame';
}
