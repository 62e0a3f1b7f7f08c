import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { articles, counts, importArticle, importProducts, productById, products } from '../../src/assistant/knowledge';
import { parsePrice } from '../../src/assistant/knowledge/reading/money';
import { plainText } from '../../src/assistant/knowledge/reading/plain';
import { bring, fileOf, sums } from './importing';
import { newStore } from './stores';

const item = (id: string, more = '', price = '49.90 EUR') =>
  `<item>
<g:id>${id}</g:id><title>Lamp ${id}</title>
<g:link>https://shop.example/p/${id}</g:link>
<g:price>${price}</g:price><g:availability>in_stock</g:availability>${more}
</item>`;
const feed = (...items: string[]) =>
  `<?xml version="1.0"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>
${items.join('\n')}
</channel></rss>`;
const md = (title: string, body: string) =>
  `---\ntitle: ${title}\nurl: https://shop.example/help/x\nupdated: 2026-02-03\n---\n\n${body}`;
const none = { added: 0, changed: 0, removed: 0, unchanged: 0, bad: [] };

describe('a product feed', () => {
  test('comes in whole, as plain text and minor units', async () => {
    const store = await newStore();
    const more = `<g:description><![CDATA[<p>Bright &amp; warm,&nbsp;50&nbsp;W.</p><script>x()</script>]]></g:description>
<g:image_link>https://shop.example/i.png?a=1&b=2</g:image_link><g:brand>AT&T</g:brand><g:color>Red</g:color>
<g:sale_price>39,90 EUR</g:sale_price><g:size>XL</g:size><g:shipping><g:price>4.90 EUR</g:price></g:shipping>
<g:product_detail><g:attribute_name>Weight</g:attribute_name><g:attribute_value>2 kg</g:attribute_value></g:product_detail>`;
    expect(await importProducts(env.DB, store, feed(item('a', more, '1.299,00 EUR')))).toEqual({ ...none, added: 1 });
    expect(await productById(env.DB, store, 'a')).toEqual({
      id: 'a',
      title: 'Lamp a',
      description: 'Bright & warm, 50 W.',
      url: 'https://shop.example/p/a',
      image: 'https://shop.example/i.png?a=1&b=2',
      price: 129_900,
      salePrice: 3_990,
      currency: 'EUR',
      availability: 'in_stock',
      brand: 'AT&T',
      category: null,
      colour: 'Red',
      mpn: null,
      gtin: null,
      groupId: null,
      details: [
        { name: 'Weight', value: '2 kg' },
        { name: 'Size', value: 'XL' },
      ],
    });
  });

  test('may be Atom, and a stream of bytes in the encoding that it names', async () => {
    const store = await newStore();
    const atom = `<?xml version="1.0" encoding="ISO-8859-1"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0"><entry>
<g:id>1</g:id><title>Stehlampe f\u00fcr B\u00fccher</title><link href="https://shop.example/1"/>
<g:price>EUR 12</g:price><g:availability>out of stock</g:availability></entry></feed>`;
    const bytes = Uint8Array.from(atom, (c) => c.charCodeAt(0));
    expect(sums(await bring(store, [fileOf('feed.xml', bytes)]))).toEqual({ ...none, bad: 0, added: 1 });
    expect(await productById(env.DB, store, '1')).toMatchObject({
      title: 'Stehlampe für Bücher',
      url: 'https://shop.example/1',
      price: 1_200,
      availability: 'out_of_stock',
    });
  });

  test('again changes nothing; what changed changes, what is gone goes', async () => {
    const store = await newStore();
    await importProducts(env.DB, store, feed(item('a'), item('b'), item('c')));
    const before = await products(env.DB, store);
    expect(await importProducts(env.DB, store, feed(item('a'), item('b'), item('c')))).toEqual({
      ...none,
      unchanged: 3,
    });
    expect(await products(env.DB, store)).toEqual(before);
    expect(await importProducts(env.DB, store, feed(item('a'), item('b', '', '55 EUR'), item('d')))).toEqual({
      ...none,
      added: 1,
      changed: 1,
      removed: 1,
      unchanged: 1,
    });
    expect((await products(env.DB, store)).map((p) => [p.id, p.price])).toEqual([
      ['a', 4_990],
      ['b', 5_500],
      ['d', 4_990],
    ]);
  });

  test('with broken products lists them by line, and takes the others', async () => {
    const store = await newStore();
    await importProducts(env.DB, store, feed(item('old'), item('kept')));
    const broken = feed(
      item('ok'), // lines 3–7
      '<item><g:title>No id</g:title><g:link>https://x.example</g:link><g:price>1 EUR</g:price><g:availability>preorder</g:availability></item>', // 8
      item('kept', '', 'cheap'), // 9–13
      item('js').replace('https://shop.example/p/js', 'javascript:alert(1)'), // 14–18
      item('open').replace('</title>', ''), // 19–23
      '<item>\n<g:id>never</g:id>', // 24–25, never closed
      item('ok'), // 26–30, the id again
      item('stock').replace('in_stock', 'maybe'), // 31–35
      '<item><g:id>empty</g:id></item>', // 36
      item('less', '<g:size>5 < 6</g:size>'), // 37–41
      item('last'),
    );
    expect(await importProducts(env.DB, store, broken)).toEqual({
      added: 2,
      changed: 0,
      removed: 1,
      unchanged: 0,
      bad: [
        { line: 8, cause: 'It has no id.' },
        { line: 12, cause: 'Its price “cheap” cannot be read; write it like 49.90 EUR.' },
        { line: 16, cause: 'Its link “javascript:alert(1)” is no web address that begins with https:// or http://.' },
        {
          line: 20,
          cause: '<title> is never closed.',
        },
        {
          line: 24,
          cause: '<item> is never closed.',
        },
        { line: 26, cause: 'The id “ok” stands twice; it was taken from line 3.' },
        { line: 34, cause: 'Its availability “maybe” is unknown.' },
        { line: 36, cause: 'It has no title. It has no link. It does not say whether it is in stock (availability).' },
        { line: 40, cause: 'A “<” stands here that begins no tag; write it as &lt;.' },
      ],
    });
    expect((await products(env.DB, store)).map((p) => p.id)).toEqual(['kept', 'ok', 'last']);
  });

  test('that ends in the middle removes nothing', async () => {
    const store = await newStore();
    await importProducts(env.DB, store, feed(item('a'), item('b'), item('c')));
    const whole = feed(item('a', '', '10 EUR'), item('b'));
    expect(await importProducts(env.DB, store, whole.slice(0, whole.indexOf('Lamp b')))).toEqual({
      ...none,
      changed: 1,
      bad: [
        {
          line: 8,
          cause: 'The file ends in the middle of this product.',
        },
        { line: 9, cause: 'The file ends here, in the middle. No product was removed.' },
      ],
    });
    expect(await counts(env.DB, store)).toEqual({ products: 3, articles: 0 });
  });

  test.each([
    ['nothing', ''],
    ['JSON', '{"products": []}'],
    ['CSV', 'id,title\n1,Lamp'],
    ['a web page', '<!DOCTYPE html><html><body>Not found</body></html>'],
    ['other XML', '<?xml version="1.0"?><urlset><url>https://x.example</url></urlset>'],
    ['entities of entities', '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel/></rss>'],
    ['too deep', `<rss>${'<a>'.repeat(100)}`],
  ])('that is %s is refused, and nothing changes', async (_, file) => {
    const store = await newStore();
    await importProducts(env.DB, store, feed(item('a')));
    await expect(importProducts(env.DB, store, file)).rejects.toMatchObject({ name: 'Unreadable' });
    expect(await counts(env.DB, store)).toEqual({ products: 1, articles: 0 });
  });

  test('with a text of two million characters is refused before it is held', async () => {
    const store = await newStore();
    const file = feed(item('a', `<g:description>${'x'.repeat(2_000_000)}</g:description>`));
    await expect(importProducts(env.DB, store, file)).rejects.toThrow('more than a million characters');
  });

  test('of five thousand products is one import', async () => {
    const store = await newStore();
    const many = feed(...Array.from({ length: 5_000 }, (_, n) => item(`n${n}`)));
    expect(await importProducts(env.DB, store, many)).toEqual({ ...none, added: 5_000 });
    expect(await importProducts(env.DB, store, many)).toEqual({ ...none, unchanged: 5_000 });
    expect(await importProducts(env.DB, store, feed(item('n0')))).toEqual({ ...none, removed: 4_999, unchanged: 1 });
  });

  test('of another store never mixes with this one', async () => {
    const [mine, other] = [await newStore(), await newStore()];
    await importProducts(env.DB, mine, feed(item('a'), item('b')));
    await importProducts(env.DB, other, feed(item('a', '', '7 EUR')));
    expect((await productById(env.DB, mine, 'a'))?.price).toBe(4_990);
    expect((await productById(env.DB, other, 'a'))?.price).toBe(700);
    await importProducts(env.DB, mine, feed(item('b')));
    expect(await productById(env.DB, mine, 'a')).toBeNull();
    expect(await counts(env.DB, other)).toEqual({ products: 1, articles: 0 });
  });

  test('keeps the index in step, also when the store is deleted', async () => {
    const store = await newStore();
    const found = async (word: string) =>
      (await env.DB.prepare('SELECT rowid FROM product_search WHERE product_search MATCH ?').bind(word).all()).results
        .length;
    await importProducts(
      env.DB,
      store,
      feed(item('a', '<g:brand>Zyxwort</g:brand>'), item('b', '<g:brand>Zyxwort</g:brand>')),
    );
    expect(await found('zyxwort')).toBe(2);
    await importProducts(env.DB, store, feed(item('a', '<g:brand>Qwopp</g:brand>')));
    expect([await found('zyxwort'), await found('qwopp')]).toEqual([0, 1]);
    await env.DB.prepare('DELETE FROM store WHERE id = ?').bind(store).run();
    expect(await found('qwopp')).toBe(0);
  });
});

describe('a help article', () => {
  test('comes in as sections of plain text', async () => {
    const store = await newStore();
    const body = `Intro with **bold**, \`code\` & a [link](https://x.example).

## Costs

| To | Cost | Days |
| --- | --- | --- |
| Austria | €4.90 | 2–4 |

- one
- two *things*

### Under it

1. first
2. second

> quoted<br>`;
    expect(await importArticle(env.DB, store, 'help/costs.md', md('"What it costs"', body))).toEqual({
      ...none,
      added: 1,
    });
    expect(await articles(env.DB, store)).toMatchObject([
      { id: 'costs', title: 'What it costs', url: 'https://shop.example/help/x', updatedAt: '2026-02-03' },
    ]);
    const { results } = await env.DB.prepare('SELECT heading, text FROM passage WHERE store_id = ? ORDER BY row')
      .bind(store)
      .all();
    expect(results).toEqual([
      { heading: 'What it costs', text: 'Intro with bold, code & a link.' },
      {
        heading: 'Costs',
        text: 'Austria: Cost €4.90, Days 2–4\n– one\n– two things\nUnder it\n1. first\n2. second\nquoted',
      },
    ]);
  });

  test('again changes nothing; a new text takes the place of the old', async () => {
    const store = await newStore();
    await importArticle(env.DB, store, 'a.md', md('A', 'One.\n\n## Two\n\nTwo.'));
    expect(await importArticle(env.DB, store, 'a.md', md('A', 'One.\n\n## Two\n\nTwo.'))).toEqual({
      ...none,
      unchanged: 1,
    });
    expect(await importArticle(env.DB, store, 'a.md', md('A', 'Three.'))).toEqual({ ...none, changed: 1 });
    const { results } = await env.DB.prepare('SELECT text FROM passage WHERE store_id = ?').bind(store).all();
    expect(results).toEqual([{ text: 'Three.' }]);
    expect(await counts(env.DB, store)).toEqual({ products: 0, articles: 1 });
  });

  test.each<[string, string, string, { line: number; cause: string }[]]>([
    ['no title at all', 'a.md', 'Hello\n', [{ line: 1, cause: 'The article has no title.' }]],
    [
      'no title, bad url',
      'a.md',
      '---\nurl: javascript:x\n---\nText',
      [{ line: 2, cause: 'The article has no title. Its url is no web address that begins with https:// or http://.' }],
    ],
    [
      'a wrong date',
      'a.md',
      '---\ntitle: A\nurl: https://x.example\nupdated: soon\n---\nText',
      [{ line: 4, cause: 'Its date of updating is not written like 2026-03-31.' }],
    ],
    [
      'no text',
      'a.md',
      '---\ntitle: A\nurl: https://x.example\n---\n',
      [{ line: 5, cause: 'The article has no text.' }],
    ],
    [
      'no usable name',
      '.md',
      md('A', 'Text'),
      [{ line: 1, cause: 'The file’s name cannot be used; name it like returns.md.' }],
    ],
  ])('with %s is listed and not taken', async (_, name, text, bad) => {
    const store = await newStore();
    expect(await importArticle(env.DB, store, name, text)).toEqual({ ...none, bad });
    expect(await counts(env.DB, store)).toEqual({ products: 0, articles: 0 });
  });

  test('that is no text is refused', async () => {
    const store = await newStore();
    await expect(importArticle(env.DB, store, 'a.md', 'PNG\0\0')).rejects.toMatchObject({ name: 'Unreadable' });
  });
});

test.each<[string, { amount: number; currency: string } | null]>([
  ['49.90 EUR', { amount: 4_990, currency: 'EUR' }],
  ['1.299,00 EUR', { amount: 129_900, currency: 'EUR' }],
  ['1,299.00 USD', { amount: 129_900, currency: 'USD' }],
  ['1.299 EUR', { amount: 129_900, currency: 'EUR' }],
  ['1 299,5 PLN', { amount: 129_950, currency: 'PLN' }],
  ["CHF 1'299.05", { amount: 129_905, currency: 'CHF' }],
  ['€ 5', { amount: 500, currency: 'EUR' }],
  ['1500 JPY', { amount: 1_500, currency: 'JPY' }],
  ['1.250 KWD', { amount: 1_250, currency: 'KWD' }],
  ['10.000000 EUR', { amount: 1_000, currency: 'EUR' }],
  ['10.005 12 EUR', null],
  ['1.2.3 EUR', null],
  ['12,34,567.00 EUR', null],
  ['-5 EUR', null],
  ['49.90', null],
  ['EUR', null],
  ['49.999 EUR', { amount: 4_999_900, currency: 'EUR' }],
  ['9.999999 EUR', null],
])('the price %s', (text, money) => expect(parsePrice(text)).toEqual(money));

test.each([
  ['a &lt;b&gt; c', 'a <b> c'],
  ['<b>a</b><br/>b', 'a b'],
  ['5 < 6 & 7 > 2', '5 < 6 & 7 > 2'],
  ['M&uuml;ller &#8364;5 &#x20AC;6 &unknown;', 'Müller €5 €6 &unknown;'],
  ['<style>p{}</style>x<!-- y -->', 'x'],
  ['&#0;&#55296;', ''],
])('the plain text of %s', (html, text) => expect(plainText(html)).toBe(text));
