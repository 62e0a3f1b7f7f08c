import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { OTHERS } from './others.ts';

/** The demo shop on an origin of its own, with one widget or another in it, or none. */

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css' };
const WIDGET = /<script[^>]*\/widget\.js"[^>]*><\/script>/;
/** Nothing of the shop's own may weigh on what is measured, twice on some pages and once on others. */
const UNCACHED = { 'cache-control': 'no-store' };

/**
 * @param demo the demo shop's address on the real server
 * @param folders of the other widgets' packages
 */
export async function openShop(demo: string, folders: Map<string, string>): Promise<{ at: string; server: Server }> {
  const home = await (await fetch(demo)).text();
  const own = WIDGET.exec(home)?.[0];
  if (!own) throw new Error('The demo shop has no widget in it.');
  const pages = new Map<string, string>([
    ['none', ''],
    ['baton', own],
    ...OTHERS.map(({ name, tags }) => [name, tags.replaceAll('BASE', `/packages/${name}`)] as const),
  ]);
  const compressed = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://shop').pathname);
    const page = pages.get(path.slice('/page/'.length));
    try {
      if (path.startsWith('/page/') && page !== undefined) {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...UNCACHED });
        response.end(home.replace(WIDGET, page));
        return;
      }
      const name = OTHERS.find((other) => path.startsWith(`/packages/${other.name}/`))?.name;
      const folder = folders.get(name ?? '');
      if (folder && name) {
        const file = normalize(path.slice(`/packages/${name}/`.length));
        const type = TYPES[extname(file)];
        if (file.startsWith('..') || !type) throw new Error(`No such file: ${path}`);
        const body = compressed.get(path) ?? brotliCompressSync(readFileSync(join(folder, file)));
        compressed.set(path, body);
        response.writeHead(200, { 'content-type': type, 'content-encoding': 'br', ...UNCACHED });
        response.end(body);
        return;
      }
      const answer = await fetch(new URL(request.url ?? '/', demo));
      const type = answer.headers.get('content-type') ?? 'application/octet-stream';
      response.writeHead(answer.status, { 'content-type': type, ...UNCACHED });
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { at: `http://127.0.0.1:${(server.address() as AddressInfo).port}/page/`, server };
}
