import { joined, lettersAt, MOST_PARTS, type Reader, viewOf } from './picture';

/** JPEG (ITU-T T.81 annex B): segments that begin with a marker, and between them the coded lines of the picture. */

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const EXIF = 0xe1;
/** Cameras write one, the web ten: each costs its reader the whole picture once more, however little stands in it. */
const MOST_SCANS = 100;

/** Frames say how large it is; C4, C8 and CC among them are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isTable = (marker: number) => [0xc4, 0xcc, 0xdb, 0xdc, 0xdd, SCAN].includes(marker);

/** JFIF, a colour profile, Adobe's colours: without them it looks different. Everything else of applications goes. */
function isForColours(marker: number, segment: Uint8Array): boolean {
  const name = lettersAt(segment, 4, 11);
  return (
    (marker === 0xe0 && name.startsWith('JFIF')) ||
    (marker === 0xe2 && name === 'ICC_PROFILE') ||
    (marker === 0xee && name.startsWith('Adobe'))
  );
}

export const jpeg: Reader = (bytes) => {
  const view = viewOf(bytes);
  if (bytes[0] !== 0xff || bytes[1] !== START) return null;
  const parts: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let turned = 1;
  let scans = 0;
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === 0xff) {
      // Any number of these may stand before a marker.
      at += 1;
      continue;
    }
    if (marker === END) {
      if (!size || scans === 0) return null;
      const { width, height } = turned > 4 ? { width: size.height, height: size.width } : size;
      const head = Uint8Array.of(0xff, START);
      return {
        width,
        height,
        bytes: joined([head, ...(turned > 1 ? [turnedBy(turned)] : []), ...parts, Uint8Array.of(0xff, END)]),
      };
    }
    if (at + 4 > bytes.length) return null;
    const next = at + 2 + view.getUint16(at + 2);
    if (next < at + 4 || next > bytes.length || parts.length > MOST_PARTS) return null;
    const segment = bytes.subarray(at, next);
    if (isFrame(marker)) {
      // A second one would be another picture.
      if (size || segment.length < 9) return null;
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      if (size.width === 0 || size.height === 0) return null;
    }
    if (marker === EXIF) turned = turningIn(segment) ?? turned;
    else if (isFrame(marker) || isTable(marker) || isForColours(marker, segment)) parts.push(segment);
    else if (marker < 0xe0 || (marker > 0xef && marker !== 0xfe)) return null;
    at = next;
    if (marker === SCAN) {
      const end = scanEnd(bytes, at);
      scans += 1;
      if (end === null || !size || scans > MOST_SCANS) return null;
      parts.push(bytes.subarray(at, end));
      at = end;
    }
  }
  return null;
};

/** Where the coded lines end: at the first marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number | null {
  for (let at = from; ; ) {
    at = bytes.indexOf(0xff, at);
    const next = bytes[at + 1];
    if (at < 0 || next === undefined) return null;
    if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 2;
    else if (next === 0xff) at += 1;
    else return at;
  }
}

const TURN_TAG = 0x0112;

/** Exif 2.32, 4.6.4: how the camera was held, 1 to 8. Null where it does not say. */
function turningIn(segment: Uint8Array): number | null {
  if (lettersAt(segment, 4, 6) !== 'Exif\0\0' || segment.length < 18) return null;
  const tiff = viewOf(segment.subarray(10));
  const little = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, little);
  if (first + 2 > tiff.byteLength) return null;
  const count = tiff.getUint16(first, little);
  for (let n = 0; n < count; n++) {
    const at = first + 2 + n * 12;
    if (at + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(at, little) !== TURN_TAG) continue;
    const turned = tiff.getUint16(at + 8, little);
    return turned >= 1 && turned <= 8 ? turned : null;
  }
  return null;
}

/** A segment that says how it was held, and nothing else: without it photos of phones lie on their side. */
const turnedBy = (turned: number): Uint8Array =>
  Uint8Array.of(
    ...[0xff, EXIF, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, TURN_TAG >> 8, TURN_TAG & 0xff, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0],
    ...[0, 0, 0, 0],
  );
