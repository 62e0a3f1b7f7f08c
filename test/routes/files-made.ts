import { constants, deflateRawSync } from 'node:zlib';

/** Files as people and attackers make them, byte by byte. */

export const letters = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));
function joined(...parts: (Uint8Array | number[])[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
const u16 = (n: number) => [n >> 8, n & 0xff];
const u32 = (n: number) => [...u16(n >>> 16), ...u16(n & 0xffff)];
const le16 = (n: number) => [n & 0xff, (n >> 8) & 0xff];
const le32 = (n: number) => [...le16(n & 0xffff), ...le16(n >>> 16)];

const segment = (marker: number, data: Uint8Array | number[]) => joined([0xff, marker, ...u16(data.length + 2)], data);

export const PLACE = 'GPS 42.6977 N 23.3219 E';

/** A phone's photo: how it was held (6: on its side), where it was taken, a comment, a profile. */
export function photo({ width = 40, height = 30, behind = '', scans = 1 } = {}): Uint8Array<ArrayBuffer> {
  const turned = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const exif = joined(letters('Exif\0\0MM\0*\0\0\0\x08'), turned, letters(PLACE));
  return joined(
    [0xff, 0xd8],
    segment(0xe0, letters('JFIF\0\x01\x02\0\0\x01\0\x01\0\0')),
    segment(0xe1, exif),
    segment(0xed, letters('Photoshop 3.0\0 somebody’s name')),
    segment(0xfe, letters('<script>alert(1)</script>')),
    segment(0xdb, new Uint8Array(65)),
    segment(0xc0, [8, ...u16(height), ...u16(width), 1, 1, 0x11, 0]),
    // A stuffed byte and a restart are part of the coded lines.
    ...Array(scans).fill(joined(segment(0xda, [1, 1, 0, 0, 63, 0]), [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])),
    [0xff, 0xd9],
    letters(behind),
  );
}

const chunk = (name: string, data: Uint8Array | number[]) => joined(u32(data.length), letters(name), data, u32(0));

export const png = ({ width = 8, height = 8, extra = 'tEXt', crumbs = 0 } = {}): Uint8Array<ArrayBuffer> =>
  joined(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', [...u32(width), ...u32(height), 8, 2, 0, 0, 0]),
    chunk(extra, letters(`Comment\0${PLACE}`)),
    ...Array(crumbs).fill(chunk('gAMA', [])),
    chunk('IDAT', [0x78, 0x9c, 3, 0, 0, 0, 0, 1]),
    chunk('IEND', []),
  );

export const gif = (): Uint8Array<ArrayBuffer> =>
  joined(
    letters('GIF89a'),
    [...le16(4), ...le16(4), 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    [0x21, 0xfe, PLACE.length],
    letters(PLACE),
    [0],
    [0x21, 0xff, 11],
    letters('NETSCAPE2.0'),
    [3, 1, 0, 0, 0],
    [0x2c, 0, 0, 0, 0, ...le16(4), ...le16(4), 0, 2, 2, 0x4c, 0x01, 0],
    [0x3b],
  );

const riff = (name: string, data: Uint8Array | number[]) =>
  joined(letters(name), le32(data.length), data, data.length % 2 ? [0] : []);

export function webp(): Uint8Array<ArrayBuffer> {
  const body = joined(
    letters('WEBP'),
    riff('VP8X', [0x08 | 0x04, 0, 0, 0, 15, 0, 0, 11, 0, 0]),
    riff('VP8L', joined([0x2f], le32(15 | (11 << 14)), [1, 2, 3])),
    riff('EXIF', letters(PLACE)),
    riff('XMP ', letters(PLACE)),
  );
  return joined(letters('RIFF'), le32(body.length), body);
}

/** Eight gigabytes of nothing in eight megabytes. */
export function bomb(): string {
  const much = deflateRawSync(new Uint8Array(8 * 1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  return much.toString('latin1').repeat(1_000) + deflateRawSync('').toString('latin1');
}
export const packed = (text: string): string => deflateRawSync(text).toString('latin1');

/** A ZIP. @param method 8: the entries are packed already; `said`: how large its list says that each is */
export function zip(
  entries: Record<string, string>,
  { encrypted = false, before = '', method = 0, said = null as number | null } = {},
): Uint8Array<ArrayBuffer> {
  const flags = le16(encrypted ? 1 : 0);
  let local = letters(before);
  let list = joined([]);
  for (const [name, text] of Object.entries(entries)) {
    const data = letters(text);
    const about = [
      ...flags,
      ...le16(method),
      ...le16(0),
      ...le16(0),
      ...le32(0),
      ...le32(data.length),
      ...le32(said ?? data.length),
    ];
    const at = local.length;
    local = joined(local, letters('PK\x03\x04'), le16(20), about, le16(name.length), le16(0), letters(name), data);
    const more = [...le16(name.length), ...le16(0), ...le16(0), ...le16(0), ...le16(0), ...le32(0), ...le32(at)];
    list = joined(list, letters('PK\x01\x02'), le16(20), le16(20), about, more, letters(name));
  }
  const count = le16(Object.keys(entries).length);
  const end = [...le16(0), ...le16(0), ...count, ...count, ...le32(list.length), ...le32(local.length), ...le16(0)];
  return joined(local, list, letters('PK\x05\x06'), end);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
export const PARTS = `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${OFFICE}.document.main+xml"/></Types>`;
export const docx = (more: Record<string, string> = {}): Uint8Array<ArrayBuffer> =>
  zip({
    '[Content_Types].xml': PARTS,
    'word/document.xml': '<w:document/>',
    ...more,
  });

export const pdf = (inside = ''): Uint8Array<ArrayBuffer> =>
  letters(`%PDF-1.7\n1 0 obj<</Type/Catalog${inside}>>endobj\n%%EOF\n`);

/** In two halves, so that no scanner takes this file for it. */
export const VIRUS = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');
export const PROGRAM = `MZ${'\0'.repeat(58)}\x40\0\0\0PE\0\0`;
