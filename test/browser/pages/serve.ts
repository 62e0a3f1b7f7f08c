import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/**
 * Pages of shops that the launcher has to live on, each on an origin that is not ours. To open them by hand, beside a
 * running `npm start`: `node test/browser/pages/serve.ts [http://localhost:8787]`.
 */

const NAME = /^(\d\d-[\w-]+)\.html$/;

/** A page's own headers stand in a comment at its beginning. */
function read(file: string, home: string, store: string): { html: string; headers: [string, string][] } {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8')
    .replaceAll('HOST', home)
    .replaceAll('KEY', store);
  const [, comment = '', html = text] = /^<!--\n([\s\S]*?)\n-->\n([\s\S]*)$/.exec(text) ?? [];
  const headers = comment.split('\n').flatMap((line): [string, string][] => {
    const [name, value] = line.split(/: (.*)/);
    return name && value ? [[name, value]] : [];
  });
  return { html, headers };
}

export const PAGES = readdirSync(import.meta.dirname).flatMap((file) => NAME.exec(file)?.[1] ?? []);

/** @param home where Baton runs @param store a store's key @returns `url` ends with a slash; a page's name goes behind it */
export async function servePages(home: string, store: string, port = 0): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.slice(1);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (!PAGES.includes(name)) {
      response.end(PAGES.map((page) => `<li><a href="/${page}">${page}</a>`).join(''));
      return;
    }
    const { html, headers } = read(`${name}.html`, home, store);
    for (const [header, value] of headers) response.setHeader(header, value);
    response.end(html);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

if (process.argv[1] === import.meta.filename) {
  const home = new URL(process.argv[2] ?? 'http://localhost:8787').origin;
  const demo = await (await fetch(`${home}/demo`)).text();
  const { url } = await servePages(home, /data-store="([^"]+)"/.exec(demo)?.[1] ?? '', 8790);
  process.stdout.write(`${PAGES.map((page) => url + page).join('\n')}\n`);
}
