import { describe, expect, it } from 'vitest';
import { leadsTo, openedNow, withOpened } from '../../src/domain/opened';

describe('a page is what a link leads to', () => {
  it.each([
    ['https://shop.example/arc', 'https://shop.example/arc', true],
    ['https://shop.example/arc', 'https://www.shop.example/arc/', true],
    ['https://shop.example/arc', 'http://shop.example/arc?utm_source=chat#reviews', true],
    ['https://shop.example/p?id=1', 'https://shop.example/p?color=red&id=1', true],
    ['https://shop.example/arc?utm_campaign=feed', 'https://shop.example/arc', true],
    ['https://shop.example/чайник', 'https://shop.example/%D1%87%D0%B0%D0%B9%D0%BD%D0%B8%D0%BA', true],
    ['https://shop.example/p?id=1', 'https://shop.example/p?id=12', false],
    ['https://shop.example/p?id=1', 'https://shop.example/p', false],
    ['https://shop.example/arc', 'https://shop.example/arc-2', false],
    ['https://shop.example/arc', 'https://evil.example/arc', false],
    ['https://shop.example/', 'https://shop.example/', false],
    ['javascript:alert(1)', 'javascript:alert(1)', false],
    ['', '', false],
    ['/arc', 'https://shop.example/arc', false],
  ])('%s on %s: %s', (link, page, leads) => expect(leadsTo(link, page)).toBe(leads));
});

const ways = [
  { title: 'Arc', url: 'https://shop.example/arc' },
  { title: 'Pico', url: 'https://shop.example/pico' },
];

describe('what the customer opened', () => {
  it('belongs to the newest answer that showed it, unless they were there already', () => {
    const shown = [2, 6].map((seq) => ({ seq, ways, here: [] }));
    expect(openedNow(shown, 'https://shop.example/pico')).toEqual({ seq: 6, n: 1 });
    expect(openedNow(shown, 'https://shop.example/cart')).toBeNull();
    expect(openedNow([{ seq: 2, ways, here: [1] }], 'https://shop.example/pico')).toBeNull();
  });

  it('counts once, in order, and no more than twenty', () => {
    const known = [{ seq: 2, n: 0 }];
    expect(withOpened(known, [{ seq: 2, n: 0 }])).toBe(known);
    const many = Array.from({ length: 30 }, (_, seq) => ({ seq, n: 1 }));
    expect(withOpened(known, many)).toHaveLength(20);
    expect(withOpened(known, many).at(-1)).toEqual({ seq: 29, n: 1 });
  });
});
