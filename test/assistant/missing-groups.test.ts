import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Asked, grouped } from '../../src/assistant/missing/group';
import { weightyWords } from '../../src/assistant/missing/words';

/** What customers asked in vain, grouped by what they ask. */

let places = 0;
function asked(text: string, lang = 'en', more: Partial<Asked> = {}): Asked {
  const seq = ++places;
  const words = weightyWords(text, lang);
  return { conversation: `c${seq}`, seq, text, lang, at: seq, why: 'unsure', words, settledAt: null, ...more };
}

/** The groups as their texts, biggest first. */
const texts = (questions: Asked[]) => grouped(questions).map((group) => group.asked.map(({ text }) => text).sort());

describe('the same question', () => {
  test.each<[string, [string, string?], [string, string?]]>([
    ['in other words', ['Do you engrave watches?'], ['Is engraving possible for a watch?']],
    ['with other endings', ['Do you have a showroom?'], ['where are your showrooms']],
    ['with a figure', ['Can I rent a projector?'], ['can I rent 2 projectors please']],
    ['shouting', ['Can I rent a projector?'], ['CAN I RENT A PROJECTOR']],
    ['in two languages, by what both call it', ['Do you ship to Norway?'], ['Liefern Sie nach Norwegen?', 'de']],
    ['in German with other endings', ['Bietet ihr Gravur an?', 'de'], ['Macht ihr Gravuren?', 'de']],
    ['in Bulgarian', ['Правите ли гравиране?', 'bg'], ['Може ли гравиране върху него?', 'bg']],
    ['of somebody’s own order', ['Where is my order 48213?'], ['my parcel has still not arrived']],
  ])('%s is one group', (_, one, other) => {
    expect(texts([asked(...one), asked(...other)])).toHaveLength(1);
  });

  test.each<[string, string]>([
    ['Do you engrave watches?', 'Do you repair watches?'],
    ['Do you ship to Norway?', 'Do you ship to Canada?'],
    ['Can I rent a projector?', 'Can I rent a tent?'],
    ['Do you have a showroom?', 'Do you have a telescope?'],
    ['Where is my order?', 'Please change the delivery address of my order'],
  ])('is not “%s” and “%s”', (one, other) => {
    expect(texts([asked(one), asked(other)])).toHaveLength(2);
  });

  test('says nothing to group by where it says nothing', () => {
    for (const text of ['??', 'what', 'and for me?', '👍👍']) expect(weightyWords(text, 'en')).toEqual([]);
  });
});

describe('a group', () => {
  const engraving = [
    asked('Do you engrave watches?'),
    asked('is engraving of watches possible?'),
    asked('Do you engrave watches'),
    asked('can a watch be engraved for a gift?'),
  ];
  const rent = [asked('Can I rent a projector?'), asked('rent projector')];

  test('comes the bigger the sooner, and is called by what was said most often', () => {
    const [first, second] = grouped([...rent, ...engraving]);
    expect(first?.asked).toHaveLength(4);
    expect(first?.typical.text).toBe('Do you engrave watches');
    expect(first?.others).toEqual(['can a watch be engraved for a gift?']);
    expect(first?.asked.map(({ at }) => at)).toEqual([4, 3, 2, 1].map((n) => (engraving[0]?.at ?? 0) - 1 + n));
    expect(second?.asked).toHaveLength(2);
  });

  test('is the same in whatever order the questions come', () => {
    const all = [...engraving, ...rent, asked('Do you have a telescope?'), asked('telescopes for kids?')];
    const before = grouped(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(grouped(shuffled)).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  test('of five thousand questions, each asked once, is found too', () => {
    const letters = 'abcdefghij';
    const word = (n: number) => [...String(n)].map((digit) => letters[Number(digit)]).join('');
    const all = Array.from({ length: 5_000 }, (_, n) =>
      asked(word(n % 1_250), 'en', { words: ['lamp', word(n % 1_250)] }),
    );
    expect(grouped(all)[0]?.asked.length).toBeGreaterThanOrEqual(4);
  });
});
