import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ORIGIN } from './fixtures';

/**
 * A shop of somebody else, on an origin of its own.
 * @param more attributes of the script tag; those of one page only stand in its address, as `?more=`
 * @param from where it comes from
 */
export async function otherShop(store: string, more = '', from = ORIGIN): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const own = new URL(request.url ?? '/', 'http://shop.example').searchParams.get('more') ?? '';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><head><title>Lamps</title><link rel="icon" href="data:,"></head>
      <body><h1>Lamps</h1><script src="${from}/widget.js" data-store="${store}" ${more} ${own} async></script></body></html>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
