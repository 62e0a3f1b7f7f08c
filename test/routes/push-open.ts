import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto';

/** A browser's side of a push (RFC 8291, 8188): written for tests, apart from what seals them. */

export interface Keys {
  /** Base64url, all three. */
  privateKey: string;
  p256dh: string;
  auth: string;
}

const base64url = (text: string) => Buffer.from(text, 'base64url');

/**
 * What a body says: salt, record size, and the sender's key stand before the one record, sealed with AES-128-GCM.
 * @throws where it was sealed for another browser, or changed on the way
 */
export function openPush(body: Uint8Array, { privateKey, p256dh, auth }: Keys): string {
  const bytes = Buffer.from(body);
  const [salt, size, idLength] = [bytes.subarray(0, 16), bytes.readUInt32BE(16), bytes.readUInt8(20)];
  const sender = bytes.subarray(21, 21 + idLength);
  const sealed = bytes.subarray(21 + idLength);
  if (sealed.length > size) throw new Error('More than one record');
  const mine = createECDH('prime256v1');
  mine.setPrivateKey(base64url(privateKey));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), base64url(p256dh), sender]);
  const material = hkdfSync('sha256', mine.computeSecret(sender), base64url(auth), info, 32);
  const derive = (what: string, length: number) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(material), salt, `Content-Encoding: ${what}\0`, length));
  const open = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  open.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte: number) => byte !== 0))
    throw new Error('No end of the last record');
  return padded.subarray(0, end).toString('utf8');
}
