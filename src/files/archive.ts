import { isArchive, runs } from './kinds';
import { joined, lettersAt, viewOf } from './pictures/picture';
import { hasMarkup, hasTestVirus, lettersOf } from './words-in';

/** What is in a ZIP (APPNOTE 6.3.10), and so in office documents: looked at, never unpacked. */

/** More than this nobody sends in a chat, and each costs a look. */
const MOST_ENTRIES = 500;
/** Of each entry, its beginning: enough to tell a program by. */
const LOOKED_AT = 512;
/** What whoever opens it would have to find room for. */
const MOST_UNPACKED = 1024 ** 3;
/** Bytes that are unpacked at a time. */
const PIECE = 256;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

interface Entry {
  name: string;
  encrypted: boolean;
  /** 0: as it is, 8: deflated. */
  method: number;
  /** Bytes in the file, and as the list says when unpacked. */
  packed: number;
  unpacked: number;
  /** Where its own head begins. */
  at: number;
}

/** Null where it is no whole, plain archive: its list has to stand at its end, and what it lists at its beginning. */
function entriesOf(bytes: Uint8Array): Entry[] | null {
  const view = viewOf(bytes);
  let end = bytes.length - END_LENGTH;
  while (end >= 0 && end >= bytes.length - END_LENGTH - LONGEST_COMMENT && lettersAt(bytes, end) !== 'PK\x05\x06')
    end--;
  if (end < 0 || lettersAt(bytes, end) !== 'PK\x05\x06' || lettersAt(bytes, 0) !== 'PK\x03\x04') return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0 || count > MOST_ENTRIES || at >= end) return null;
  const entries: Entry[] = [];
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || lettersAt(bytes, at) !== 'PK\x01\x02') return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The first bytes of an entry; null where they cannot be had, or where its own head gives it another name. */
async function beginningOf(
  bytes: Uint8Array<ArrayBuffer>,
  { at, name, method, packed }: Entry,
  most: number,
): Promise<Uint8Array | null> {
  const view = viewOf(bytes);
  if (at + 30 > bytes.length || lettersAt(bytes, at) !== 'PK\x03\x04') return null;
  const named = at + 30 + view.getUint16(at + 26, true);
  // Some programs unpack by these names, others by those of the list.
  if (new TextDecoder().decode(bytes.subarray(at + 30, named)) !== name) return null;
  const from = named + view.getUint16(at + 28, true);
  const data = bytes.subarray(from, from + packed);
  if (method === 0) return data.subarray(0, most);
  return method === 8 ? unpackedBeginning(data, most) : null;
}

/**
 * However much it would unpack to, hardly more is: the runtime unpacks at once all that it is given (a thousand times as
 * much, at worst), so it is given little at a time, and nothing more when there is enough.
 */
async function unpackedBeginning(data: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array | null> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const [reader, writer] = [readable.getReader(), writable.getWriter()];
  let enough = false;
  const feeding = (async () => {
    for (let at = 0; at < data.length && !enough; at += PIECE) await writer.write(data.slice(at, at + PIECE));
    if (!enough) await writer.close();
  })().catch(() => {});
  const found: Uint8Array[] = [];
  try {
    for (let length = 0; length < most; ) {
      const { done, value } = await reader.read();
      if (done) break;
      found.push(new Uint8Array(value).slice(0, most - length));
      length += value.byteLength;
    }
    return joined(found);
  } catch {
    return null;
  } finally {
    enough = true;
    await Promise.allSettled([reader.cancel(), writer.abort(), feeding]);
  }
}

/** Of what says what kind of document it is. */
const LONGEST_LIST = 64 * 1024;

/**
 * What an archive is by what it lists: looked at here, because `file-type` unpacks what it asks whole, however large.
 * Of office documents the kind that they say they are.
 */
export async function mimeOfArchive(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const entries = entriesOf(bytes) ?? [];
  const said = async (entry: string): Promise<string | null> => {
    const found = entries.find(({ name }) => name === entry);
    return found ? lettersOf((await beginningOf(bytes, found, LONGEST_LIST)) ?? new Uint8Array()) : null;
  };
  if (entries.some(({ name }) => name === 'META-INF/MANIFEST.MF')) return 'application/java-archive';
  if (entries.some(({ name }) => /^classes\d*\.dex$/.test(name))) return 'application/vnd.android.package-archive';
  const open = await said('mimetype');
  // A book, or something else that is nothing but itself.
  if (open !== null) return open.startsWith(OPEN_DOCUMENT) ? open.trim() : 'application/octet-stream';
  const parts = (await said('[Content_Types].xml')) ?? '';
  if (/macroEnabled/i.test(parts)) return 'application/vnd.ms-word.document.macroenabled.12';
  return OFFICE_DOCUMENT.exec(parts)?.[1] ?? 'application/zip';
}

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.';
const OFFICE_DOCUMENT = /ContentType="(application\/vnd\.openxmlformats-officedocument\.[a-z.]+)\.main\+xml"/;

/** Programs, by how they begin: Windows, Linux, macOS, Java, scripts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: so a module of WebAssembly begins.
const PROGRAM = /^(?:MZ|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]|#!|\x00asm|dex\n)/;

/** Macros, and what documents bring along from elsewhere. */
const IN_DOCUMENTS = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|activeX\/|embeddings\/|Basic\/|Scripts\/)/i;

/**
 * Why an archive is refused; null where nothing speaks against it.
 * @param document an office document, whose own parts are XML
 */
export async function whyNotArchive(
  bytes: Uint8Array<ArrayBuffer>,
  document: boolean,
): Promise<'file_dangerous' | 'file_damaged' | null> {
  const entries = entriesOf(bytes);
  if (!entries) return 'file_damaged';
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED) return 'file_dangerous';
  for (const entry of entries) {
    const { name, encrypted } = entry;
    if (encrypted || isArchive(name) || IN_DOCUMENTS.test(name)) return 'file_dangerous';
    if (name.endsWith('/')) continue;
    if (!document && runs(name)) return 'file_dangerous';
    const beginning = await beginningOf(bytes, entry, LOOKED_AT);
    if (!beginning) return 'file_damaged';
    const letters = lettersOf(beginning);
    if (PROGRAM.test(letters) || hasTestVirus(letters) || (!document && hasMarkup(letters))) return 'file_dangerous';
    // The list of a document's parts names those that run.
    if (document && letters.includes('macroEnabled')) return 'file_dangerous';
  }
  return null;
}
