import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A mail API over real HTTP, beside the tests: takes what Resend takes, and misbehaves towards one address if told to.
 * POST /emails · GET /sent?to=… (what came in) · POST /plan {to, answers} (what the next tries are answered)
 */

export interface Answer {
  /** 0: the mail is taken, and the connection breaks before anybody hears of it. -1: no answer ever. */
  status: number;
  headers?: Record<string, string>;
  body?: string;
}
export interface Received {
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
  reply_to?: string;
  /** Of the request. */
  key: string;
  authorization: string;
}

async function read(request: IncomingMessage): Promise<string> {
  // A character may arrive in two halves.
  request.setEncoding('utf8');
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

let started: Promise<string> | null = null;

/** @returns its base URL; it ends with the process */
export function startMailApi(): Promise<string> {
  started ??= listen();
  return started;
}

async function listen(): Promise<string> {
  const received: Received[] = [];
  const plans = new Map<string, Answer[]>();
  /** What was taken, by idempotency key: the same key with other words is refused, as Resend does. */
  const taken = new Map<string, string>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://mail.example');
    const body = await read(request);
    const say = (status: number, value: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
    if (url.pathname === '/plan') {
      const { to, answers } = JSON.parse(body) as { to: string; answers: Answer[] };
      plans.set(to, answers);
      return say(200, {});
    }
    if (url.pathname === '/sent') {
      return say(
        200,
        received.filter(({ to }) => to.includes(url.searchParams.get('to') ?? '')),
      );
    }
    const { authorization = '', 'idempotency-key': key } = request.headers;
    const mail = { ...JSON.parse(body), key: String(key), authorization } as Received;
    received.push(mail);
    const planned = plans.get(mail.to[0] ?? '')?.shift();
    if (planned?.status === -1) return;
    if (planned && planned.status !== 0)
      return response.writeHead(planned.status, planned.headers ?? {}).end(planned.body ?? '');
    if ((taken.get(mail.key) ?? body) !== body) return say(409, { name: 'invalid_idempotent_request' });
    taken.set(mail.key, body);
    if (planned?.status === 0) return request.socket.destroy();
    return say(200, { id: `mail-${received.length}` });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
