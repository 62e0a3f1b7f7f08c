import { describe, expect, it } from 'vitest';
import { journey, type Step } from '../../src/domain/journey';

const said = (seq: number, text: string): Step => ({ seq, from: 'customer', text, facts: null });
const answered = (seq: number, sure: boolean, found: { products?: string[]; articles?: string[] } = {}): Step => ({
  seq,
  from: 'assistant',
  text: 'An answer',
  facts: {
    confidence: sure ? 0.9 : 0.2,
    sure,
    products: (found.products ?? []).map((title) => ({ title })),
    articles: (found.articles ?? []).map((title) => ({ title })),
  },
});

describe('what happened so far', () => {
  it('names what was looked for, what was tried, where it gave up and what is open', () => {
    const steps = [
      said(1, 'Do you have in-ear headphones?'),
      answered(2, true, { products: ['Aria 2', 'Pico'] }),
      said(3, 'How long is the warranty?'),
      answered(4, true, { articles: ['Warranty'] }),
      said(5, 'Can I get the left one only?'),
      answered(6, false),
      said(7, 'Let me talk to somebody'),
    ];
    expect(journey(steps, 'Let me talk to somebody')).toEqual({
      lookedFor: [
        { text: 'Do you have in-ear headphones?', seq: 1 },
        { text: 'How long is the warranty?', seq: 3 },
      ],
      tried: [
        { what: 'products', titles: ['Aria 2', 'Pico'], seq: 2 },
        { what: 'articles', titles: ['Warranty'], seq: 4 },
        { what: 'nothing', titles: [], seq: 6 },
      ],
      opened: [],
      gaveUpAt: { seq: 6, confidence: 0.2 },
      openQuestion: { text: 'Can I get the left one only?', seq: 5 },
    });
  });

  it.each<[string, Step[], string, string | null]>([
    ['nobody said a word', [], '', null],
    ['the request is all there is', [said(1, 'A person, please')], 'A person, please', 'A person, please'],
    ['everything was answered: the last question', [said(1, 'Warranty?'), answered(2, true)], '', 'Warranty?'],
    ['an answer was cut off', [said(1, 'Exchange?'), { ...answered(2, true), facts: null }], '', 'Exchange?'],
    [
      'asked twice: the newest unanswered',
      [said(1, 'A?'), answered(2, false), said(3, 'B?'), answered(4, false)],
      '',
      'B?',
    ],
  ])('%s', (_, steps, trigger, open) => {
    expect(journey(steps, trigger).openQuestion?.text ?? null).toBe(open);
  });

  it('where nothing was found, what was asked is what was looked for, and no figure is made up', () => {
    const result = journey([said(1, 'Do you fly?')], '');
    expect(result.lookedFor).toEqual([{ text: 'Do you fly?', seq: 1 }]);
    expect(result.gaveUpAt).toBeNull();
    expect(result.tried).toEqual([]);
  });
});
