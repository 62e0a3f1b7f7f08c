import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLinks, webAddress } from '../../widget/panel/links';

const hrefs = (text: string) => findLinks(text).flatMap((run) => (typeof run === 'string' ? [] : [run.href]));

describe('links in text', () => {
  it.each<[string, string[]]>([
    ['See https://shop.example/kettles.', ['https://shop.example/kettles']],
    ['(http://a.example/x_(y))', ['http://a.example/x_(y)']],
    ['www.shop.example, or mail ana@shop.example!', ['https://www.shop.example/', 'mailto:ana@shop.example']],
    ['mailto:ana@shop.example', ['mailto:ana@shop.example']],
    ['“https://shop.example/a”', ['https://shop.example/a']],
    ['HTTPS://SHOP.EXAMPLE/A', ['https://shop.example/A']],
    ['javascript:alert(1)', []],
    ['data:text/html,<b>', []],
    ['vbscript:x file:///etc ftp://a.example', []],
    ['https:// and http://', []],
    ['0.9 L for €69.00, order 10482', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(hrefs(text)).toEqual(expected);
  });

  // Cyrillic letters that look like Latin ones; umlauts; full-width letters; a dot that is none.
  it.each<[string, string]>([
    ['https://аррӏе.com/login', 'https://xn--80ak6aa92e.com/login'],
    ['www.pаypal.com', 'www.xn--pypal-4ve.com'],
    ['https://bücher.example:8080/?q=ü', 'https://xn--bcher-kva.example:8080/?q=ü'],
    ['https://ｇoogle.com', 'https://google.com'],
    ['https://example.com/аррӏе.com', 'https://example.com/аррӏе.com'],
  ])('a name that may look like another’s is shown in plain: %s', (text, shown) => {
    expect(findLinks(`See ${text} now`)).toEqual(['See ', { text: shown, href: expect.any(String) }, ' now']);
  });

  it.each(['https://paypal.com@evil.example/', 'https://paypal.com:x@evil.example/'])(
    'what hides where it leads behind a name is no link: %s',
    (text) => expect(hrefs(text)).toEqual([]),
  );

  it('changes no character of what was written', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'https://a.example/',
        'www.b.example',
        'javascript:alert(1)',
        'mailto:x@y.example',
        '<img src=x>',
        ')',
        '.',
      ),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(' ');
        const runs = findLinks(text);
        expect(runs.map((run) => (typeof run === 'string' ? run : run.text)).join('')).toBe(text);
        for (const run of runs) if (typeof run !== 'string') expect(run.href).toMatch(/^(https?|mailto):/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('costs no more than the length of the text', () => {
    for (const text of [
      'a.'.repeat(2_000),
      'https://'.repeat(500),
      `https://a${')'.repeat(3_990)}`,
      'a@'.repeat(2_000),
    ]) {
      // Work done, not time passed: other programs may keep the machine busy.
      const before = process.cpuUsage();
      findLinks(text);
      const { user } = process.cpuUsage(before);
      expect(user, 'microseconds').toBeLessThan(250_000);
    }
  });
});

describe('a web address', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '/relative',
    '//host',
    '',
    'mailto:a@b.example',
    ' java\nscript:x',
  ])('%s is none', (text) => {
    expect(webAddress(text)).toBeNull();
  });
  it('is http or https', () => {
    expect(webAddress('http://localhost:8787/demo/p/1')).toBe('http://localhost:8787/demo/p/1');
    expect(webAddress('https://shop.example')).toBe('https://shop.example/');
  });
});
