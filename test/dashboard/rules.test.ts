import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  condition,
  consequence,
  faultOf,
  isAddress,
  isGone,
  moved,
  NEW_RULE,
  nameOf,
  partsOf,
  type Rule,
} from '../../src/dashboard/settings/rules/rules';
import { Destination, Rule as RuleSchema } from '../../src/settings/routing';

const rule = (over: Partial<Rule>): Rule => ({ ...NEW_RULE, ...over });

describe('a rule in words', () => {
  const cases: [string, Partial<Rule>][] = [
    ['Always', {}],
    ['When a message says “invoice”', { words: ['invoice'] }],
    ['When a message says “invoice”, “VAT” or “tax”', { words: ['invoice', 'VAT', 'tax'] }],
    ['When the reason is Refund or Complaint', { reasons: ['refund', 'complaint'] }],
    ['When the customer speaks German or Bulgarian', { languages: ['de', 'bg'] }],
    ['When the page’s address has “/b2b”', { pages: ['/b2b'] }],
    [
      'When a message says “invoice”, the reason is Refund, the customer speaks German and the page’s address has “/b2b”',
      { words: ['invoice'], reasons: ['refund'], languages: ['de'], pages: ['/b2b'] },
    ],
  ];
  test.each(cases)('%s', (words, over) => expect(condition(rule(over))).toBe(words));

  const then: [string, Partial<Rule>][] = [
    ['To the whole store.', {}],
    ['To Returns, urgent.', { to: { kind: 'team', id: 'r', name: 'Returns' }, urgency: 'urgent' }],
    ['To Ana Kovač, not urgent.', { to: { kind: 'person', id: 'a', name: 'Ana Kovač' }, urgency: 'normal' }],
    [
      'To email to b2b@shop.example. These words ask for a person by themselves.',
      { to: { kind: 'email', address: 'b2b@shop.example', expectation: {} }, asks: true },
    ],
  ];
  test.each(then)('%s', (words, over) => expect(consequence(rule(over))).toBe(words));

  test('without a name it has its place', () => {
    expect([nameOf(rule({}), 2), nameOf(rule({ name: 'Wholesale' }), 2)]).toEqual(['Rule 3', 'Wholesale']);
  });
});

test('rules change places, and none is lost at either end', () => {
  expect([moved(['a', 'b', 'c'], 2, -1), moved(['a', 'b', 'c'], 0, 1)]).toEqual([
    ['a', 'c', 'b'],
    ['b', 'a', 'c'],
  ]);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});

test('who is named and not there any more', () => {
  const around = { people: [{ id: 'a' }], teams: [{ id: 'r' }] };
  expect(isGone({ kind: 'person', id: 'a', name: 'Ana' }, around)).toBe(false);
  expect(isGone({ kind: 'person', id: 'r', name: 'Ana' }, around)).toBe(true);
  expect(isGone({ kind: 'team', id: 'r', name: 'Returns' }, around)).toBe(false);
  expect(isGone({ kind: 'team', id: 'x', name: 'Returns' }, around)).toBe(true);
  expect(isGone({ kind: 'store' }, around)).toBe(false);
});

describe('words as they are typed', () => {
  test.each([
    ['', []],
    [' , ;\n', []],
    ['invoice, VAT ;tax free\ninvoice', ['invoice', 'VAT', 'tax free']],
  ])('%j', (typed, parts) => expect(partsOf(typed)).toEqual(parts));

  test.each([
    '',
    'ok',
    'x',
    'fine, y',
    'x'.repeat(80),
    'x'.repeat(81),
    Array.from({ length: 30 }, (_, n) => `word ${n}`).join(),
    Array.from({ length: 31 }, (_, n) => `word ${n}`).join(),
  ])('%j: what the field takes, the server takes', (typed) => {
    const { success } = v.safeParse(RuleSchema, rule({ words: partsOf(typed), pages: partsOf(typed) }));
    expect(faultOf(typed) === '').toBe(success);
  });
});

test.each([
  'orders@shop.example',
  ' Orders+b2b@mail.shop.co.uk ',
  '',
  'orders',
  'orders@shop',
  'a@b.c',
  'a b@shop.example',
  'a@shop..example',
  '@shop.example',
  'a@shop.example.',
  `${'x'.repeat(250)}@shop.example`,
])('%j: an address is one to the server too', (address) => {
  const { success } = v.safeParse(Destination.email, { kind: 'email', address: address.trim() });
  expect(isAddress(address)).toBe(success);
});
