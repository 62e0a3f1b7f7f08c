import { joined, lettersAt, MOST_PARTS, type Reader, viewOf } from './picture';

/** WebP (RFC 9649): a RIFF file of chunks. */

/** What draws it, and its colours. Exif and XMP go. */
const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** RFC 9649 section 2.7: the flags that say that there is Exif, or XMP. */
const EXIF_AND_XMP = 0x08 | 0x04;

type Size = { width: number; height: number };

function sizeIn(name: string, data: Uint8Array): Size | null {
  const view = viewOf(data);
  if (name === 'VP8X' && data.length >= 10) {
    const side = (at: number) => 1 + view.getUint16(at, true) + ((data[at + 2] ?? 0) << 16);
    return { width: side(4), height: side(7) };
  }
  // RFC 6386 section 9.1: a start code, then 14 bits each.
  if (name === 'VP8 ' && data.length >= 10 && lettersAt(data, 3, 3) === '\x9d\x01\x2a') {
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  }
  // RFC 9649 section 3.4: a signature, then 14 bits each, less one.
  if (name === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
    const bits = view.getUint32(1, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return null;
}

export const webp: Reader = (bytes) => {
  const view = viewOf(bytes);
  if (bytes.length < 20 || lettersAt(bytes, 0) !== 'RIFF' || lettersAt(bytes, 8) !== 'WEBP') return null;
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return null;
  const parts: Uint8Array[] = [];
  let size: Size | null = null;
  let drawn = false;
  for (let at = 12; at + 8 <= end; ) {
    const name = lettersAt(bytes, at);
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length % 2);
    if (next > end || parts.length > MOST_PARTS) return null;
    const chunk = bytes.slice(at, next);
    const data = chunk.subarray(8);
    const said = sizeIn(name, data);
    // Pictures may be smaller than the whole that an extended file names, and never larger.
    if (said && size && (said.width > size.width || said.height > size.height)) return null;
    size ??= said;
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~EXIF_AND_XMP;
    if (name === 'VP8 ' || name === 'VP8L' || name === 'ANMF') {
      if (!size) return null;
      drawn = true;
    }
    if (KEPT.has(name)) parts.push(chunk);
    at = next;
  }
  if (!size || !drawn || size.width === 0 || size.height === 0) return null;
  const body = joined(parts);
  const head = bytes.slice(0, 12);
  viewOf(head).setUint32(4, 4 + body.length, true);
  return { bytes: joined([head, body]), ...size };
};
