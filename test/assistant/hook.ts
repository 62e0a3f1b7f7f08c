import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Where a merchant's bot is called, over real HTTP beside the tests. Each store has a path of its own.
 * POST /hook/STORE · POST /plan {store, answers} (what the next calls are answered) · GET /calls?store=… (what came in)
 */

export interface HookAnswer {
  /** -1: no answer ever. */
  status: number;
  headers?: Record<string, string>;
}

export interface HookCall {
  headers: Record<string, string>;
  /** As it came: what was signed. */
  body: string;
}

let started: Promise<string> | null = null;

/** @returns its origin; it ends with the process */
export function startHook(): Promise<string> {
  started ??= listen();
  return started;
}

async function listen(): Promise<string> {
  const plans = new Map<string, HookAnswer[]>();
  const calls = new Map<string, HookCall[]>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://hook.example');
    request.setEncoding('utf8');
    let body = '';
    for await (const chunk of request) body += chunk;
    const json = (value: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (url.pathname === '/plan') {
      const { store, answers } = JSON.parse(body) as { store: string; answers: HookAnswer[] };
      plans.set(store, answers);
      return json({});
    }
    if (url.pathname === '/calls') return json(calls.get(url.searchParams.get('store') ?? '') ?? []);
    const store = url.pathname.slice('/hook/'.length);
    const headers = request.headers as Record<string, string>;
    calls.set(store, [...(calls.get(store) ?? []), { headers, body }]);
    const answer = plans.get(store)?.shift() ?? { status: 204 };
    if (answer.status !== -1) response.writeHead(answer.status, answer.headers ?? {}).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
