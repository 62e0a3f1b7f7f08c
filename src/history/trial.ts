import * as v from 'valibot';
import { Rule } from '../settings/routing';

/** Where the last step stopped: the newest conversations come first. */
const Cursor = v.object({ at: v.pipe(v.number(), v.integer()), id: v.pipe(v.string(), v.maxLength(64)) });

export const Trial = v.object({
  rule: Rule,
  days: v.picklist([7, 30]),
  after: v.optional(v.nullable(Cursor), null),
});
export type Trial = v.InferOutput<typeof Trial>;
