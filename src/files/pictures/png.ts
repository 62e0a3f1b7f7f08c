import { joined, lettersAt, MOST_PARTS, type Reader, viewOf } from './picture';

/** PNG (third edition, section 5): a signature, then chunks of length, name, data and checksum. */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What draws it, its colours, and animation. Words, times, Exif and what applications add go. */
const KEPT = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT'.split(' '));

export const png: Reader = (bytes) => {
  const view = viewOf(bytes);
  if (SIGNATURE.some((byte, n) => bytes[n] !== byte)) return null;
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  let size: { width: number; height: number } | null = null;
  let drawn = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = lettersAt(bytes, at + 4);
    const next = at + 12 + view.getUint32(at);
    if (next > bytes.length || parts.length > MOST_PARTS || !/^[A-Za-z]{4}$/.test(name)) return null;
    if (name === 'IHDR') {
      if (at !== 8 || next !== 33) return null;
      size = { width: view.getUint32(16), height: view.getUint32(20) };
      if (size.width === 0 || size.height === 0) return null;
    }
    if (!size) return null;
    if (name === 'IDAT') drawn = true;
    if (KEPT.has(name)) parts.push(bytes.subarray(at, next));
    // A chunk that is needed to draw it, and that we do not know.
    else if (/^[A-Z]/.test(name)) return null;
    if (name === 'IEND') return drawn ? { bytes: joined(parts), ...size } : null;
    at = next;
  }
  return null;
};
