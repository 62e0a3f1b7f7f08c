/** A picture that was read to its end. Only what draws it is left in `bytes`: no place, no camera, no words. */
export interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  /** As it is seen, in pixels. */
  width: number;
  height: number;
}

/** Reads a picture part by part and puts together what draws it. Null for what is no whole picture of its kind. */
export type Reader = (bytes: Uint8Array<ArrayBuffer>) => Picture | null;

/** However many a picture is made of: each costs memory, and one can be four bytes long. */
export const MOST_PARTS = 20_000;

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Four letters that name a part (PNG, RIFF), or so many others. */
export const lettersAt = (bytes: Uint8Array, at: number, length = 4): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
