import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A resolver (DNS over HTTPS, JSON) and a place that redirects, over real HTTP beside the tests.
 * GET /dns-query?name=…&type=A · /to?status=307&url=… (redirects) · /echo (answers what it was sent)
 */

const NAMES: Record<string, { A?: string[]; AAAA?: string[] }> = {
  'shop.example.com': { A: ['93.184.216.34'], AAAA: ['2606:2800:220:1:248:1893:25c8:1946'] },
  'inside.example.com': { A: ['10.0.0.8'] },
  'both.example.com': { A: ['93.184.216.34', '127.0.0.1'] },
  'six.example.com': { A: ['93.184.216.34'], AAAA: ['fd00::1'] },
};

let started: Promise<string> | null = null;

/** @returns its origin; it ends with the process */
export function startInternet(): Promise<string> {
  started ??= listen();
  return started;
}

async function listen(): Promise<string> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://internet.example');
    request.setEncoding('utf8');
    let body = '';
    for await (const chunk of request) body += chunk;
    const json = (value: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (url.pathname === '/dns-query') {
      const type = url.searchParams.get('type') === 'AAAA' ? 'AAAA' : 'A';
      const found = NAMES[url.searchParams.get('name') ?? '']?.[type] ?? [];
      // An alias comes before what it stands for.
      const alias = found.length > 0 ? [{ name: '', type: 5, TTL: 60, data: 'alias.example.net.' }] : [];
      const answers = found.map((data) => ({ name: '', type: type === 'A' ? 1 : 28, TTL: 60, data }));
      return json({ Status: found.length > 0 ? 0 : 3, Answer: [...alias, ...answers] });
    }
    if (url.pathname === '/to') {
      const headers = { location: url.searchParams.get('url') ?? '' };
      return response.writeHead(Number(url.searchParams.get('status')), headers).end();
    }
    return json({ method: request.method, body, authorization: request.headers.authorization ?? null });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
