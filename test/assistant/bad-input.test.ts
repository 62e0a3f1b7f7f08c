import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { phrasesFor } from '../../src/assistant/phrases';
import { Text } from '../../src/protocol/common';
import { ask, stock } from './ask';
import { newStore } from './stores';

let demo = '';
beforeAll(async () => {
  demo = await newStore();
  await stock(demo);
});

/** As it comes in by the wire. */
const sent = (text: string): string => v.parse(Text, text);

describe('a message that nobody would write is answered kindly', () => {
  const { unknown, ok } = phrasesFor('en');
  test.each([
    ['of emoji only', '🙂🙂🙂 🚀', unknown],
    ['of a thumb up', '👍', ok],
    ['of dashes', '-'.repeat(3_000), unknown],
    ['of one letter, thousands of times', 'a'.repeat(4_000), unknown],
    ['of one letter under a tower of accents', `a${'\u0301'.repeat(3_900)}`, unknown],
    ['of marks that turn text around', '\u202e\u202a\u2066'.repeat(1_000), unknown],
  ])('%s', async (_, text, said) => {
    const answered = await ask(demo, text);
    expect([answered.text, answered.cards, answered.links]).toEqual([said, [], []]);
  });

  test('of ten thousand characters, with its question at the end', async () => {
    const story = 'It was a long day and nothing went as it should have gone, as so often. '.repeat(150);
    const { links, done } = await ask(demo, `${story.slice(0, 10_000)}\nHow do I return an item?`);
    expect(links[0]?.url).toContain('return-within-30-days');
    expect(done.products).toEqual([]);
  });

  // Each of these took many seconds by a pattern that looks again at what it has seen.
  test('of figures, pages of them, without looking at them again and again', async () => {
    const pages = [
      '123.456,',
      '1.234.567,',
      '6.7 ',
      '1 ',
      '12,34.',
      'under 50 ',
      'between 1 ',
      'is my order ',
      'send a b c ',
    ];
    for (const one of pages) {
      const { done } = await ask(demo, one.repeat(4_000 / one.length));
      expect(done.confidence).toBeLessThanOrEqual(1);
    }
  });
});

describe('what cannot be seen in a message', () => {
  test('does not keep its words from being understood', async () => {
    const { links } = await ask(demo, 'How do I re\u200bturn\u0000 an \u202eitem\u202c?');
    expect(links[0]?.url).toContain('return-within-30-days');
  });

  test('and turns text around is not kept; what people write from right to left is', () => {
    expect(sent('\u202egpj.yap\u202c now')).toBe('gpj.yap now');
    expect(sent('\u2067abc\u2069 \u0007def')).toBe('abc def');
    expect(sent('مرحبا\u200f!')).toBe('مرحبا\u200f!');
    expect(() => sent('\u202e\u2066')).toThrow();
  });
});
