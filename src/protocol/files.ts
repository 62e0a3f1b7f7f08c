import * as v from 'valibot';
import { withoutUnseen } from '../domain/unseen';

/** Photos and files that go with a message. What they are was found out from their content when they were uploaded. */

/** Bytes of one file. */
export const MAX_FILE = 10 * 1024 * 1024;
/** Of one message. */
export const MOST_FILES = 5;
/** Letters of a name. */
export const MAX_NAME = 120;

/** 128 random bits as base64url: what the file is called in storage, and in its links. */
export const FileId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

const Side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000));

export const SentFile = v.object({
  id: FileId,
  name: v.pipe(v.string(), v.maxLength(MAX_NAME), v.transform(withoutUnseen)),
  /** Bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_FILE)),
  /** A picture that was checked and may be shown, as wide and high as it is seen, in pixels; everything else is a download. */
  picture: v.optional(v.object({ width: Side, height: Side })),
});
export type SentFile = v.InferOutput<typeof SentFile>;

/** What a client says of the files of a message is for its own eyes: the server goes by their ids. */
export const SentFiles = v.optional(v.pipe(v.array(SentFile), v.maxLength(MOST_FILES)));

/** `POST …/files` answers with what was kept; `POST …/files/links` with an address for each, good for an hour. */
export interface FileAnswer {
  file: SentFile;
}
const Wanted = v.pipe(v.array(FileId), v.minLength(1), v.maxLength(100));
export const LinksWanted = v.object({ files: Wanted });
/** `conversation`: an earlier one of theirs; without it the one of their token. */
export const EarlierLinksWanted = v.object({
  files: Wanted,
  conversation: v.optional(v.pipe(v.string(), v.maxLength(64))),
});
export interface LinksAnswer {
  /** By the file's id. */
  links: Record<string, string>;
}
