import { base64url, fromBase64url } from '../../src/accounts/ids';
import { ORIGIN } from './visit';

/** A device that keeps passkeys, and the browser around it, as WebAuthn describes both: keys on P-256, no attestation. */

const UP = 0x01;
const UV = 0x04;
const HAS_KEY = 0x40;

const bytes = (text: string) => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));
const sha256 = async (data: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest('SHA-256', data));
const two = (n: number) => new Uint8Array([n >> 8, n & 0xff]);

/** CBOR (RFC 8949) of what stands in an attestation. */
function cbor(value: number | string | Uint8Array | Map<number | string, unknown>): Uint8Array {
  const head = (major: number, n: number) =>
    new Uint8Array(n < 24 ? [(major << 5) | n] : n < 256 ? [(major << 5) | 24, n] : [(major << 5) | 25, ...two(n)]);
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return join(head(3, bytes(value).length), bytes(value));
  if (value instanceof Uint8Array) return join(head(2, value.length), value);
  const entries = [...value].flatMap(([key, one]) => [cbor(key), cbor(one as Parameters<typeof cbor>[0])]);
  return join(head(5, value.size), ...entries);
}

/** WebCrypto's r and s, one after the other, as ASN.1 (RFC 3279). */
function der(signature: Uint8Array): Uint8Array {
  const int = (part: Uint8Array) => {
    const from = part.findIndex((byte) => byte !== 0);
    const short = part.slice(from);
    const positive = (short[0] ?? 0) > 127 ? join(new Uint8Array([0]), short) : short;
    return join(new Uint8Array([2, positive.length]), positive);
  };
  const both = join(int(signature.slice(0, 32)), int(signature.slice(32)));
  return join(new Uint8Array([0x30, both.length]), both);
}

/** What the browser is told, as far as it is looked at. */
export interface Asked {
  challenge: string;
}

/** How this one differs from an honest one. */
export interface Odd {
  origin?: string;
  rpId?: string;
  /** Whether it says that it knows its user. */
  knowsUser?: boolean;
  counter?: number;
}

export class Authenticator {
  #key?: CryptoKeyPair;
  #count = 0;

  constructor(readonly id = base64url(crypto.getRandomValues(new Uint8Array(32)))) {}

  async create({ challenge }: Asked, odd: Odd = {}) {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    this.#key = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
    const point = new Uint8Array((await crypto.subtle.exportKey('raw', this.#key.publicKey)) as ArrayBuffer);
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, point.slice(1, 33)],
      [-3, point.slice(33)],
    ]);
    const id = fromBase64url(this.id) ?? new Uint8Array();
    const authData = join(await this.#data(HAS_KEY, odd), new Uint8Array(16), two(id.length), id, cbor(cose));
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return this.#credential({
      clientDataJSON: base64url(this.#client('webauthn.create', challenge, odd)),
      attestationObject: base64url(cbor(attestation)),
      transports: ['internal'],
    });
  }

  async get({ challenge }: Asked, odd: Odd = {}) {
    if (!this.#key) throw new Error('Nothing is kept here');
    this.#count += 1;
    const authData = await this.#data(0, { counter: this.#count, ...odd });
    const client = this.#client('webauthn.get', challenge, odd);
    const signed = join(authData, await sha256(client));
    const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, this.#key.privateKey, signed);
    return this.#credential({
      clientDataJSON: base64url(client),
      authenticatorData: base64url(authData),
      signature: base64url(der(new Uint8Array(raw))),
    });
  }

  #credential<T>(response: T) {
    return { id: this.id, rawId: this.id, type: 'public-key', response };
  }

  #client(type: string, challenge: string, { origin = ORIGIN }: Odd): Uint8Array<ArrayBuffer> {
    return bytes(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  async #data(more: number, { rpId = new URL(ORIGIN).hostname, knowsUser = true, counter = 0 }: Odd) {
    const flags = UP | (knowsUser ? UV : 0) | more;
    const count = new Uint8Array([0, 0, ...two(counter)]);
    return join(await sha256(bytes(rpId)), new Uint8Array([flags]), count);
  }
}
