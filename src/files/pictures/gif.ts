import { joined, lettersAt, MOST_PARTS, type Reader, viewOf } from './picture';

/** GIF (89a, sections 17 to 27): a screen, then blocks, each picture of it made of sub-blocks. */

const EXTENSION = 0x21;
const PICTURE = 0x2c;
const END = 0x3b;
const CONTROL = 0xf9;
const APPLICATION = 0xff;
/** An animation of more pictures than this is none that somebody shows. */
const MOST_PICTURES = 1_000;

const tableBytes = (packed: number) => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);

/** The end of a run of sub-blocks; null where it has none. */
function afterBlocks(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at < bytes.length; ) {
    const length = bytes[at] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
  return null;
}

export const gif: Reader = (bytes) => {
  if (!/^GIF8[79]a$/.test(lettersAt(bytes, 0, 6)) || bytes.length < 14) return null;
  const view = viewOf(bytes);
  const width = view.getUint16(6, true);
  const height = view.getUint16(8, true);
  if (width === 0 || height === 0) return null;
  let at = 13 + tableBytes(bytes[10] ?? 0);
  const parts: Uint8Array[] = [bytes.subarray(0, at)];
  let pictures = 0;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === END) return pictures > 0 ? { bytes: joined([...parts, Uint8Array.of(END)]), width, height } : null;
    if (kind === PICTURE) {
      pictures += 1;
      if (at + 10 > bytes.length || pictures > MOST_PICTURES) return null;
      const inWidth = view.getUint16(at + 1, true) + view.getUint16(at + 5, true) <= width;
      const inHeight = view.getUint16(at + 3, true) + view.getUint16(at + 7, true) <= height;
      // One byte, the size of a code, stands before the sub-blocks.
      const next = afterBlocks(bytes, at + 10 + tableBytes(bytes[at + 9] ?? 0) + 1);
      if (next === null || !inWidth || !inHeight) return null;
      parts.push(bytes.subarray(at, next));
      at = next;
    } else if (kind === EXTENSION) {
      const label = bytes[at + 1];
      const next = afterBlocks(bytes, at + 2);
      if (next === null || parts.length > MOST_PARTS) return null;
      // How often it repeats is the only thing of an application's that is drawn.
      const repeats = label === APPLICATION && lettersAt(bytes, at + 3, 11) === 'NETSCAPE2.0';
      if (label === CONTROL || repeats) parts.push(bytes.subarray(at, next));
      at = next;
    } else return null;
  }
  return null;
};
