import { Unreadable } from './unreadable.ts';

/** Bytes of a file → pieces of text, in the encoding that it has. Never more than a piece in memory. */

/** So much is looked at before anything is decided. */
const HEAD = 64 * 1024;

export interface Text {
  encoding: string;
  /** The first characters, for recognising what it is. */
  head: string;
  pieces: AsyncIterable<string>;
}

/**
 * @param encoding as the merchant chose; otherwise it is found: a byte order mark, what XML declares, else UTF-8 where it
 *   is that, else Windows-1251 or Windows-1252
 * @throws Unreadable where this is no text
 */
export async function textOf(stream: ReadableStream<Uint8Array>, encoding?: string): Promise<Text> {
  const reader = stream.getReader();
  const start: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < HEAD && !ended) {
    const { done, value } = await reader.read();
    if (value) start.push(value);
    size += value?.length ?? 0;
    ended = done;
  }
  const bytes = joined(start, size);
  try {
    refuseContainers(bytes);
    const found = encoding ?? encodingOf(bytes, ended);
    const decoder = decoderOf(found);
    const first = decoder.decode(bytes, { stream: true });
    if (first.includes('\0'))
      throw new Unreadable('This is no text file. Choose a CSV, XML, JSON, Markdown or HTML file.');
    if (first.trim() === '' && ended) throw new Unreadable('This file is empty.');
    return { encoding: found, head: first.slice(0, 8_192), pieces: pieces(reader, decoder, first, ended) };
  } catch (error) {
    await reader.cancel();
    throw error;
  }
}

async function* pieces(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  decoder: TextDecoder,
  first: string,
  ended: boolean,
): AsyncGenerator<string> {
  try {
    yield first;
    while (!ended) {
      const { done, value } = await reader.read();
      if (done) break;
      yield decoder.decode(value, { stream: true });
    }
    const rest = decoder.decode();
    if (rest) yield rest;
  } finally {
    // Whoever stops reading early lets the file go.
    await reader.cancel();
  }
}

function joined(parts: Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** By their first bytes: what file names say is not to be trusted, and nothing is ever unpacked here. */
const CONTAINERS: [signature: number[], says: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'This is a ZIP or Excel file. Unpack it, or save the sheet as CSV, and choose that file.'],
  [[0x50, 0x4b, 0x05, 0x06], 'This is an empty ZIP file.'],
  [[0x1f, 0x8b], 'This is a GZIP file. Unpack it, and choose the file inside.'],
  [[0x42, 0x5a, 0x68], 'This is a BZIP2 file. Unpack it, and choose the file inside.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'This is a 7z file. Unpack it, and choose the file inside.'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'This is a Zstandard file. Unpack it, and choose the file inside.'],
  [[0x52, 0x61, 0x72, 0x21], 'This is a RAR file. Unpack it, and choose the file inside.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an old Excel or Word file. Save the sheet as CSV, and choose that file.'],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. Save its text as Markdown or HTML, and choose that file.'],
];

function refuseContainers(bytes: Uint8Array): void {
  const found = CONTAINERS.find(([signature]) => signature.every((byte, n) => bytes[n] === byte));
  if (found) throw new Unreadable(found[1]);
}

function encodingOf(bytes: Uint8Array, whole: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = withoutMark(bytes);
  if (wide) return wide;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  // XML 1.0, appendix F.
  const said = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  if (said && isKnown(said) && !/^utf-?8$/i.test(said)) return said.toLowerCase();
  if (isUtf8(bytes, whole)) return 'utf-8';
  return isCyrillic(bytes) ? 'windows-1251' : 'windows-1252';
}

/** UTF-16 without a mark: every second byte of mostly Latin text is zero. */
function withoutMark(bytes: Uint8Array): string | null {
  const looked = Math.min(bytes.length, 400) & ~1;
  if (looked < 8) return null;
  const zeros = [0, 0];
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > looked / 4 && even === 0) return 'utf-16le';
  return even > looked / 4 && odd === 0 ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/** In Cyrillic text letters above ASCII stand beside each other; in Western text they stand among ASCII letters. */
function isCyrillic(bytes: Uint8Array): boolean {
  let high = 0;
  let beside = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0xc0) continue;
    high++;
    if ((bytes[at + 1] ?? 0) >= 0xc0 || (at > 0 && (bytes[at - 1] ?? 0) >= 0xc0)) beside++;
  }
  return beside > high / 2;
}

const isKnown = (encoding: string): boolean => {
  try {
    return Boolean(new TextDecoder(encoding));
  } catch {
    return false;
  }
};

function decoderOf(encoding: string): TextDecoder {
  if (!isKnown(encoding)) throw new Unreadable(`There is no encoding called “${encoding}”. Try utf-8 or windows-1251.`);
  return new TextDecoder(encoding);
}
