import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import bulgarian from '../../widget/locales/bg.json' with { type: 'json' };
import german from '../../widget/locales/de.json' with { type: 'json' };
import english from '../../widget/locales/en.json' with { type: 'json' };
import french from '../../widget/locales/fr.json' with { type: 'json' };
import { expect, ORIGIN, test } from './fixtures';

/** A shop's page that says its language as its address asks: `?page=de&tag=bg`. */
async function shopPage(store: string) {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://shop.example');
    const [page, tag] = [searchParams.get('page'), searchParams.get('tag')];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html${page ? ` lang="${page}"` : ''}><head><title>Lamps</title>
      <link rel="icon" href="data:,"></head><body><h1>Lamps</h1>
      <script src="${ORIGIN}/widget.js" data-store="${store}"${tag ? ` data-lang="${tag}"` : ''} async></script>
      </body></html>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

test('the merchant’s attribute chooses the language, else the page, else the browser, else it is English', async ({
  shop,
  team,
}) => {
  const { url, server } = await shopPage(team.store.key);
  try {
    for (const [query, locale, words] of [
      ['?page=de&tag=bg', 'fr-FR', bulgarian],
      ['?page=de', 'fr-FR', german],
      ['', 'fr-FR', french],
      ['?page=ja&tag=xx', 'ja-JP', english],
    ] as const) {
      const { customer, page } = await shop({ at: url + query, locale, words });
      await customer.open();
      await expect(customer.button(words.talk)).toBeVisible();
      await page.close();
    }
  } finally {
    server.close();
  }
});

test('Arabic is written from right to left, and what others write keeps its own direction', async ({ shop, team }) => {
  const { default: arabic } = await import('../../widget/locales/ar.json', { with: { type: 'json' } });
  const { url, server } = await shopPage(team.store.key);
  try {
    const { customer } = await shop({ at: `${url}?tag=ar`, words: arabic });
    await customer.open();
    await customer.say('Hello there');
    const direction = (element: Element) => getComputedStyle(element).direction;
    expect(await customer.log.evaluate(direction)).toBe('rtl');
    expect(await customer.message('Hello there').evaluate(direction)).toBe('ltr');
  } finally {
    server.close();
  }
});
