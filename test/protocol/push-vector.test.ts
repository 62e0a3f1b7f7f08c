import { encryptNotification } from '@block65/webcrypto-web-push';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openPush } from '../routes/push-open.ts';

/** RFC 8291, section 5 and appendix A, byte for byte. */

const TEXT = 'When I grow up, I want to be a watermelon';
const BROWSER = {
  privateKey: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};
const SENDER = {
  privateKey: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  publicKey: 'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8',
};
const SALT = 'DGv6ra1nlYgDCS1FRnbzlw';
const BODY =
  'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the RFC’s own message', () => {
  it('is made of its salt and keys', async () => {
    const ecdh = { name: 'ECDH', namedCurve: 'P-256' };
    const point = bytes(SENDER.publicKey);
    const [x, y] = [point.slice(1, 33), point.slice(33)].map((half) => Buffer.from(half).toString('base64url'));
    const jwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d: SENDER.privateKey };
    const privateKey = await crypto.subtle.importKey('jwk', jwk, ecdh, false, ['deriveBits']);
    const publicKey = await crypto.subtle.importKey('raw', point, ecdh, true, []);
    // What chance would give.
    vi.spyOn(crypto.subtle, 'generateKey').mockResolvedValue({ privateKey, publicKey } as never);
    vi.spyOn(crypto, 'getRandomValues').mockImplementation(() => bytes(SALT) as never);
    const subscription = { endpoint: 'https://push.example', expirationTime: null, keys: BROWSER };
    const body = await encryptNotification(subscription, new TextEncoder().encode(TEXT), { pad: false });
    expect(Buffer.from(body).toString('base64url')).toBe(BODY);
  });

  it('is read by the browser it is for, and by no other', () => {
    expect(openPush(bytes(BODY), BROWSER)).toBe(TEXT);
    expect(() => openPush(bytes(BODY), { ...BROWSER, privateKey: SENDER.privateKey })).toThrow();
    const changed = bytes(BODY);
    changed.set([0], 100);
    expect(() => openPush(changed, BROWSER)).toThrow();
  });
});
