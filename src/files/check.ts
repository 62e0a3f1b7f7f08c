import { fileTypeFromBuffer } from 'file-type/core';
import { withoutUnseen } from '../domain/unseen';
import { MAX_NAME } from '../protocol/files';
import { mimeOfArchive, whyNotArchive } from './archive';
import { endingOf, familyOfClaim, familyOfName, isRunning, kindOf, runs } from './kinds';
import { gif } from './pictures/gif';
import { jpeg } from './pictures/jpeg';
import { lettersAt, type Reader } from './pictures/picture';
import { png } from './pictures/png';
import { webp } from './pictures/webp';
import { acts, hasMarkup, hasTestVirus, isText, lettersOf, wordsOf } from './words-in';

/** What a file is, by its content, and whether it may be sent. Loaded with the first upload. */

/** A picture of more pixels than the largest phones make: it would fill the reader's memory however small it is packed. */
const MOST_PIXELS = 64_000_000;
const LONGEST_SIDE = 20_000;

const READERS: Readonly<Record<string, Reader>> = {
  'image/jpeg': jpeg,
  'image/png': png,
  'image/apng': png,
  'image/gif': gif,
  'image/webp': webp,
};

export type Refused =
  | 'file_empty'
  | 'file_kind'
  | 'file_lies'
  | 'file_dangerous'
  | 'file_damaged'
  | 'picture_too_large';

export interface Checked {
  ok: true;
  /** As it may be shown, with an ending that says what it is. */
  name: string;
  mime: string;
  /** What is kept: of pictures only what draws them. */
  bytes: Uint8Array<ArrayBuffer>;
  picture?: { width: number; height: number };
}

export interface Given {
  /** As the sender's device calls it. */
  name: string;
  /** The type that the sender's browser makes of that name. */
  claim: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const refused = (why: Refused) => ({ ok: false, why }) as const;

export async function checkFile({ name, claim, bytes }: Given): Promise<Checked | { ok: false; why: Refused }> {
  if (bytes.length === 0) return refused('file_empty');
  const letters = lettersOf(bytes);
  if (hasTestVirus(letters) || runs(name) || isRunning(claim)) return refused('file_dangerous');
  const mime = await mimeOf(bytes);
  if (mime !== null && isRunning(mime)) return refused('file_dangerous');
  const kind = mime === null ? null : kindOf(mime);
  const claimed = [familyOfName(name), familyOfClaim(claim)].filter((family) => family !== null);
  if (claimed.some((family) => family !== kind?.family)) return refused('file_lies');
  if (!kind || mime === null) return refused('file_kind');
  const checked = { ok: true, name: nameWith(name, kind.endings), mime, bytes } as const;
  switch (kind.family) {
    case 'picture':
      return picture(checked);
    case 'text':
      return hasMarkup(wordsOf(bytes)) ? refused('file_dangerous') : checked;
    case 'pdf':
      return acts(letters) ? refused('file_dangerous') : checked;
    case 'zip':
    case 'document': {
      const why = await whyNotArchive(bytes, kind.family === 'document');
      return why ? refused(why) : checked;
    }
    default:
      return checked;
  }
}

/** Read to its end, and put together anew from what draws it. */
function picture(checked: Checked): Checked | { ok: false; why: Refused } {
  let drawn: ReturnType<Reader> = null;
  try {
    drawn = READERS[checked.mime]?.(checked.bytes) ?? null;
  } catch {
    // It ends in the middle of a number.
  }
  if (!drawn) return refused('file_damaged');
  const { bytes, width, height } = drawn;
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS) return refused('picture_too_large');
  return {
    ...checked,
    mime: checked.mime === 'image/apng' ? 'image/png' : checked.mime,
    bytes,
    picture: { width, height },
  };
}

/**
 * By its first bytes, and for archives by what they list. Null where nothing is known that looks so. What `file-type` would
 * unpack, or read on behind, is not shown to it.
 */
async function mimeOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const begins = lettersAt(bytes, 0);
  if (begins === 'PK\x03\x04') return mimeOfArchive(bytes);
  if (begins.startsWith('\x1f\x8b')) return null;
  if (begins.startsWith('ID3')) return soundBehind(bytes);
  const found = MARKED.test(begins) ? undefined : await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found) return found.mime.split(';')[0] ?? null;
  return isText(bytes) ? 'text/plain' : null;
}

/** Text that says how it is written (Unicode, 23.8); `file-type` takes some of it for sound. */
const MARKED = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/;

/** A song's title, its singer and a picture stand before it (ID3v2.4, 3.1), their length in four times seven bits. */
async function soundBehind(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const length = bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
  const sound = bytes.subarray(10 + length);
  if (lettersAt(sound, 0, 3) === 'ID3') return null;
  const mime = await mimeOf(sound);
  return mime === 'audio/mpeg' ? mime : null;
}

const SEPARATORS = /[/\\:*?"<>|]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a name is one line.
const BREAKS = /[\s\u0000-\u001f\u2028\u2029\u200b-\u200f\ufeff]+/g;

/** One line, no path, cut in its middle where it is long. @param endings those that are right; it gets the first where it has none of them */
function nameWith(given: string, endings: readonly string[]): string {
  const plain = withoutUnseen((given.split(/[/\\]/).at(-1) ?? '').normalize('NFC'))
    .replace(SEPARATORS, ' ')
    .replace(BREAKS, ' ')
    .replace(/^[.\s]+/, '')
    .trim();
  const last = endings.find((ending) => ending === endingOf(plain)) ?? endings[0] ?? 'bin';
  const known = last !== '' && plain.toLowerCase().endsWith(`.${last}`);
  // Another ending of the same kind is replaced: a WebP that was saved as .jpg opens everywhere as what it is.
  const stem = known || familyOfName(plain) ? plain.slice(0, -(endingOf(plain).length + 1)) : plain;
  const room = MAX_NAME - last.length - 1;
  return `${[...(stem || 'file')]
    .join('')
    .slice(0, room)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}.${last}`;
}
