import { describe, expect, test } from 'vitest';
import { readInstructions, ruleFor } from '../../src/dashboard/settings/rules/instructions';

/** What it can look for, by clause; null: it needs a model. */
const read = (text: string) => readInstructions(text).map(({ clause, words }) => [clause, words]);

describe('instructions in plain English', () => {
  test('are read clause by clause: what a rule can look for, and what needs a model', () => {
    expect(read('Hand over when somebody asks about a bulk order or sounds upset about delivery.')).toEqual([
      ['somebody asks about a bulk order', 'bulk order*'],
      ['sounds upset about delivery', null],
    ]);
  });

  test.each<[string, (string | null)[]]>([
    ['Get somebody if a customer mentions wholesale prices, invoices or VAT', ['wholesale price*', 'invoice*', 'vat']],
    ['If someone asks for a custom engraving, hand over', ['custom engraving*']],
    ['hand over whenever people say “press inquiry”', ['press inquiry*']],
    ['Hand over when a customer asks about an order from Germany', [null]],
    ['Hand over when the answer would take long', [null]],
    ['Be kind and short', [null]],
    ['Hand over.', [null]],
    ['', []],
  ])('%s', (text, words) => expect(read(text).map(([, one]) => one)).toEqual(words));

  test('several sentences are several clauses', () => {
    expect(read('Be kind. Hand over when somebody wants a catalogue!\nNever promise a date')).toEqual([
      ['Be kind', null],
      ['somebody wants a catalogue', 'catalogue*'],
      ['Never promise a date', null],
    ]);
  });

  test('a wish not to hand over becomes a rule that keeps from it', () => {
    const [one] = readInstructions('Never hand over when somebody asks about jobs');
    expect(one).toMatchObject({ words: 'job*', never: true });
    expect(one && ruleFor(one)).toMatchObject({ words: ['job*'], never: true, asks: false });
    const [other] = readInstructions('If somebody asks about jobs, do not hand over');
    expect(other).toMatchObject({ never: true });
  });
});
