import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { articleHtml } from '../../src/dev/demo/article-html';

const demo = join(import.meta.dirname, '../../src/dev/demo');
const origin = 'https://shop.example';

type Item = Record<string, string>;

/** The g: elements of each item by local name; product_detail's parts are left out. */
function readFeed(xml: string): Item[] {
  const items: Item[] = [];
  const open: string[] = [];
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    open.push(name);
    text = '';
    if (name === 'item') items.push({});
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ uri, local }) => {
    open.pop();
    const item = items.at(-1);
    if (item && open.at(-1) === 'item' && uri === 'http://base.google.com/ns/1.0') item[local] = text.trim();
  });
  parser.write(xml).close();
  return items;
}

function readArticles() {
  const folder = join(demo, 'articles');
  return readdirSync(folder).map((file) => {
    const [, head = '', body = ''] = readFileSync(join(folder, file), 'utf8').split(/^---\n/m);
    const front = Object.fromEntries(
      head
        .trim()
        .split('\n')
        .map((line) => line.split(/: (.*)/s).slice(0, 2)),
    );
    return { file, front: front as Record<string, string>, body };
  });
}

const items = readFeed(readFileSync(join(demo, 'feed.xml'), 'utf8'));
const articles = readArticles();
const images = new Set(readdirSync(join(demo, 'images')));
const slugs = new Set(articles.map(({ file }) => file.replace(/\.md$/, '')));
const ids = new Set(items.map((item) => item.id));

describe('the demo store’s feed', () => {
  test('is large and broad enough to search in', () => {
    expect(items.length).toBeGreaterThanOrEqual(80);
    expect(new Set(items.map((item) => item.product_type?.split(' > ')[0])).size).toBeGreaterThanOrEqual(10);
  });

  test('names each product once, by an id that is safe in an address', () => {
    expect(ids.size).toBe(items.length);
    for (const { id } of items) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('has a price in euro everywhere, and sale prices below it', () => {
    for (const { id, price = '', sale_price } of items) {
      expect(price, id).toMatch(/^\d+\.\d{2} EUR$/);
      if (sale_price === undefined) continue;
      expect(sale_price, id).toMatch(/^\d+\.\d{2} EUR$/);
      expect(Number.parseFloat(sale_price), id).toBeLessThan(Number.parseFloat(price));
    }
  });

  test('has all that the format requires', () => {
    for (const item of items) {
      for (const name of ['title', 'description', 'brand', 'condition', 'color'])
        expect(item[name], item.id).toBeTruthy();
      expect(item.mpn ?? item.gtin, item.id).toBeTruthy();
      expect(item.link).toBe(`${origin}/products/${item.id}`);
      expect(['in_stock', 'out_of_stock', 'preorder', 'backorder']).toContain(item.availability);
      const waits = item.availability === 'preorder' || item.availability === 'backorder';
      expect(Boolean(item.availability_date), item.id).toBe(waits);
    }
  });

  test('refers only to pictures that exist', () => {
    for (const { id, image_link = '' } of items) {
      expect(image_link, id).toContain(`${origin}/images/`);
      expect(images, id).toContain(image_link.replace(`${origin}/images/`, ''));
    }
  });
});

describe('the demo store’s articles', () => {
  test('are enough to answer from', () => {
    expect(articles.length).toBeGreaterThanOrEqual(25);
  });

  test.each(articles)('$file has title, address and date', ({ file, front, body }) => {
    expect(front.title).toBeTruthy();
    expect(front.url).toBe(`${origin}/help/${file.replace(/\.md$/, '')}`);
    expect(front.updated).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(body).toMatch(/^## /m);
  });

  test.each(articles)('$file links only to what is there', ({ body }) => {
    for (const [, kind, name = ''] of body.matchAll(/https:\/\/shop\.example\/(\w+)\/([\w-]+)/g)) {
      expect(kind === 'help' ? slugs : ids).toContain(name);
    }
  });
});

describe('an article as the shop shows it', () => {
  test('keeps what somebody wrote text, and links to the web only', () => {
    const html = articleHtml(
      'Read <script>alert(1)</script> [a](javascript:alert(1)) [b](data:text/html,x) [c](//elsewhere.example) ' +
        '![d](javascript:alert(1)) <javascript:alert(1)> <img src=x onerror=alert(1)> [e](https://ok.example)',
    );
    expect([...html.matchAll(/<(\w+)/g)].map(([, tag]) => tag).filter((tag) => tag !== 'p')).toEqual(['a', 'a']);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      '//elsewhere.example',
      'https://ok.example',
    ]);
  });
});
