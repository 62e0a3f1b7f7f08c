import * as v from 'valibot';
import { problemOf } from '../domain/saved-replies';
import { Language, Seen } from '../settings/values';
import { REPLIES } from './limits';

/** What a saved reply may be, as the dashboard sends it. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that cannot be seen would come out again in what customers read.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu;
const ReplyText = v.pipe(
  v.string(),
  v.maxLength(REPLIES.text),
  v.transform((text) => text.replace(UNSEEN, '').trim()),
  v.minLength(1),
);

/** What is typed behind the slash. */
const ShortName = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(REPLIES.name),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u),
);

export const ReplyWanted = v.object({
  name: ShortName,
  /** Everybody of the store finds it, or only whoever wrote it. */
  shared: v.boolean(),
  /** By language. */
  texts: v.pipe(
    v.record(Language, ReplyText),
    v.check((texts) => {
      const n = Object.keys(texts).length;
      return n >= 1 && n <= REPLIES.languages;
    }, 'It says something'),
  ),
});
/** `seen`: which of its entries in the list of changes was the newest. */
export const ReplyChanged = v.object({ ...ReplyWanted.entries, seen: v.optional(Seen) });
export type ReplyWanted = v.InferOutput<typeof ReplyWanted>;

/** Whether each variable in it can be filled in, whatever is known. */
export const isSound = ({ texts }: ReplyWanted): boolean => Object.values(texts).every((text) => !problemOf(text));

/** How often each was sent since the last time that it was told. */
export const RepliesUsed = v.object({
  uses: v.pipe(
    v.array(
      v.object({
        id: v.pipe(v.string(), v.uuid()),
        times: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
      }),
    ),
    v.maxLength(20),
  ),
});
