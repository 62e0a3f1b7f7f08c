import { describe, expect, it } from 'vitest';
import { type Claim, confidenceOf, inventsMoney, type Seen } from '../../src/assistant/llm/confidence';
import { KnownLinks } from '../../src/assistant/llm/links';

const SEEN: Seen = { searched: true, found: true, named: true, invents: false };
const CLAIM: Claim = { basis: 'knowledge', confidence: 0.9 };

describe('how sure a model’s answer is', () => {
  it.each<[string, Partial<Claim> | null, Partial<Seen>, number]>([
    ['what it says, where it named what it found', {}, {}, 0.9],
    ['never certain', { confidence: 1 }, {}, 0.95],
    ['less, where it named nothing', {}, { named: false }, 0.6],
    ['a guess, where nothing was found', {}, { found: false, named: false }, 0.3],
    ['a guess, where it did not even search', {}, { searched: false, found: false, named: false }, 0.3],
    ['what it says, where that is less', { confidence: 0.1 }, {}, 0.1],
    ['small talk needs no search', { basis: 'small_talk' }, { searched: false, found: false, named: false }, 0.9],
    ['what was said before needs none either', { basis: 'conversation' }, { searched: false, named: false }, 0.8],
    ['an answer that it calls none', { basis: 'unknown' }, {}, 0.2],
    ['an amount that stands nowhere', {}, { invents: true }, 0.3],
    ['nothing said of itself', null, {}, 0.6],
    ['nothing said of itself, and nothing found', null, { found: false }, 0.3],
  ])('%s', (_, claim, seen, expected) => {
    expect(confidenceOf(claim && { ...CLAIM, ...claim }, { ...SEEN, ...seen })).toBe(expected);
  });
});

describe('an amount of money that stands nowhere', () => {
  const given = ['[{"price":"79.00 EUR","before":"1299.00 EUR"}]', 'Is it under 50?'];
  it.each([
    ['It costs 79.00 EUR.', false],
    ['It costs €79.', false],
    ['Es kostet 79,00 €, vorher 1.299,00 €.', false],
    ['It is under €50.', false],
    ['In stock, 3 left, 30 days.', false],
    ['It costs €69.', true],
    ['Само 12 лв.', true],
    ['Tylko 12 zł', true],
    ['$5 off', true],
  ])('%s', (text, expected) => {
    expect(inventsMoney(text, given)).toBe(expected);
  });
});

describe('addresses in a model’s words', () => {
  const read = (pieces: string[]) => {
    const links = new KnownLinks((url) => ['https://shop.example/arc', 'help@shop.example'].includes(url));
    return pieces.map((piece) => links.push(piece)).join('') + links.end();
  };

  it.each([
    ['See https://shop.example/arc.', 'See https://shop.example/arc.'],
    ['See https://evil.example/arc.', 'See .'],
    ['See www.evil.example now', 'See  now'],
    ['See mailto:a@evil.example now', 'See  now'],
    ['Write to refunds@evil.example.', 'Write to .'],
    ['Write to help@shop.example.', 'Write to help@shop.example.'],
    ['Seen @noon, 3@2 € each', 'Seen @noon, 3@2 € each'],
    ['See [the very kettle](https://evil.example) now', 'See the very kettle now'],
    ['See [the very kettle](https://shop.example/arc) now', 'See [the very kettle](https://shop.example/arc) now'],
    ['A [note] and (brackets) stay', 'A [note] and (brackets) stay'],
    ['An [open bracket', 'An [open bracket'],
    ['javascript://evil', ''],
    ['It costs \u202e5€\u202c\u0000 more', 'It costs 5€ more'],
  ])('%s', (text, expected) => {
    expect(read([text])).toBe(expected);
    expect(read([...text])).toBe(expected);
    expect(read(text.split(/(?<= )/))).toBe(expected);
  });

  it('come out piece by piece, a word behind', () => {
    const links = new KnownLinks(() => false);
    expect(['Two ', 'hundred k', 'ettles and'].map((piece) => links.push(piece))).toEqual([
      'Two ',
      'hundred ',
      'kettles ',
    ]);
    expect(links.end()).toBe('and');
  });
});
