import { createECDH, createPublicKey, randomBytes, randomUUID, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Keys, openPush } from './push-open.ts';

/**
 * A push service over real HTTP (RFC 8030), and the browsers behind it. As strict as those out there: who sends must be who
 * the browser subscribed for (RFC 8292), and must say how long it holds; what it carries is opened with the browser's keys.
 * POST /subscribe {key} → a subscription · POST /push/:id · GET /received/:id · POST /plan/:id [answers]
 */

export interface Pushed {
  /** What the browser read. */
  text: string;
  ttl: number;
  urgency: string;
  topic: string;
  /** Of the sender's claims. */
  contact: string;
  /** What the service answered. */
  status: number;
}
export interface PushAnswer {
  status: number;
  headers?: Record<string, string>;
  /** How long it takes to answer what has arrived, ms. */
  after?: number;
}
interface Browser extends Keys {
  key: string;
  received: Pushed[];
  /** How many were sent to it, those that were refused included. */
  tried: number;
  plan: PushAnswer[];
}

const DAY = 86_400;

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** @returns why the sender is refused, or its claims */
function sender(authorization: string, key: string, origin: string): { why: string } | { sub: string } {
  const [, token = '', own = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  if (own !== key) return { why: 'another key than the browser subscribed with' };
  const point = Buffer.from(own, 'base64url');
  if (point.length !== 65) return { why: 'no point' };
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const signed = Buffer.from(`${head}.${claims}`);
  const by = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  if (!verify('sha256', signed, by, Buffer.from(signature, 'base64url'))) return { why: 'a forged signature' };
  const { alg } = JSON.parse(Buffer.from(head, 'base64url').toString());
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const now = Date.now() / 1_000;
  // Tests set our own clock ahead: a day and a half is what "not for ever" means here.
  if (alg !== 'ES256' || aud !== origin || exp <= now || exp > now + 1.5 * DAY) return { why: 'wrong claims' };
  if (!/^(https?:|mailto:)/.test(sub)) return { why: 'no way to say something back' };
  return { sub };
}

function wrong(headers: IncomingHttpHeaders): string | null {
  if (headers['content-encoding'] !== 'aes128gcm') return 'encoding';
  if (!/^\d+$/.test(String(headers.ttl))) return 'ttl';
  if (!/^(very-low|low|normal|high)$/.test(String(headers.urgency))) return 'urgency';
  if (!/^[\w-]{1,32}$/.test(String(headers.topic))) return 'topic';
  return null;
}

let started: Promise<string> | null = null;

/** @returns its base URL; it ends with the process */
export function startPushService(): Promise<string> {
  started ??= listen();
  return started;
}

async function listen(): Promise<string> {
  const browsers = new Map<string, Browser>();
  const server = createServer(async (request, response) => {
    const origin = `http://${request.headers.host}`;
    const [, what = '', id = ''] = (request.url ?? '').split('/');
    const body = await read(request);
    const say = (status: number, value: unknown = {}, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
    if (what === 'subscribe') {
      const pair = createECDH('prime256v1');
      const p256dh = pair.generateKeys('base64url');
      const auth = randomBytes(16).toString('base64url');
      const { key } = JSON.parse(body.toString()) as { key: string };
      const name = randomUUID();
      browsers.set(name, {
        key,
        privateKey: pair.getPrivateKey('base64url'),
        p256dh,
        auth,
        received: [],
        tried: 0,
        plan: [],
      });
      return say(201, { endpoint: `${origin}/push/${name}`, keys: { p256dh, auth } });
    }
    const browser = browsers.get(id);
    if (!browser) return say(404);
    if (what === 'plan') {
      browser.plan = JSON.parse(body.toString()) as PushAnswer[];
      return say(200);
    }
    if (what === 'received') return say(200, browser.received);
    if (what === 'tried') return say(200, browser.tried);
    browser.tried += 1;
    const { headers } = request;
    const from = sender(headers.authorization ?? '', browser.key, origin);
    if ('why' in from) return say(403, from);
    const fault = wrong(headers);
    if (fault) return say(400, { fault });
    const { status, headers: more, after = 0 } = browser.plan.shift() ?? { status: 201 };
    const { ttl, urgency, topic } = headers;
    const text = openPush(body, browser);
    const pushed = {
      text,
      ttl: Number(ttl),
      urgency: String(urgency),
      topic: String(topic),
      contact: from.sub,
      status,
    };
    browser.received.push(pushed);
    await new Promise((resolve) => setTimeout(resolve, after));
    return say(status, {}, more);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
