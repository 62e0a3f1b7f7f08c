import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { draftOf, faultsOf, type RuleDraft, ruleOf } from '../../src/dashboard/settings/rules/draft';
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
    ['When the cart is at least 250', { cart: { is: 'least', value: 250 } }],
    [
      'When the cart is under 9.5 and plan contains “gold”',
      { cart: { is: 'under', value: 9.5 }, properties: [{ name: 'plan', is: 'contains', value: 'gold' }] },
    ],
    ['When nobody answered for 1 minute and 2 answers in a row failed', { sinceAnswer: 1, unsure: 2 }],
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
    ['Never a handoff, but by the button.', { never: true }],
    ['To Returns, urgent.', { to: { kind: 'team', id: 'r', name: 'Returns' }, urgency: 'urgent' }],
    ['To Ana Kovač, not urgent.', { to: { kind: 'person', id: 'a', name: 'Ana Kovač' }, urgency: 'normal' }],
    [
      'To email to b2b@shop.example. Asks for a person by itself.',
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

describe('a rule as it is written', () => {
  const typed = (over: Partial<RuleDraft>) => ruleOf({ ...draftOf(NEW_RULE), ...over });

  test('comes back as it was kept', () => {
    const kept = rule({
      words: ['bulk order*'],
      cart: { is: 'under', value: 49.9 },
      properties: [{ name: 'plan', is: 'equals', value: 'gold' }],
      sinceAnswer: 5,
      unsure: 2,
      asks: true,
    });
    expect(ruleOf(draftOf(kept))).toEqual({ ok: true, rule: kept });
    expect(v.safeParse(RuleSchema, kept).success).toBe(true);
  });

  test('phrases may stand in quotes, amounts with a comma, and empty properties are none', () => {
    const made = typed({
      words: '“bulk order”, "VAT"',
      cart: ' 49,90 ',
      properties: [{ name: '', is: 'equals', value: ' ' }],
    });
    expect(made).toMatchObject({
      ok: true,
      rule: { words: ['bulk order', 'VAT'], cart: { value: 49.9 }, properties: [] },
    });
  });

  test.each<[string, Partial<RuleDraft>]>([
    ['cart', { cart: 'much' }],
    ['cart', { cart: '-1' }],
    ['sinceAnswer', { sinceAnswer: '0' }],
    ['sinceAnswer', { sinceAnswer: '1.5' }],
    ['unsure', { unsure: '11' }],
  ])('a %s that is none is said at its field', (field, over) => {
    expect(typed(over)).toEqual({ ok: false, fault: '' });
    expect(faultsOf({ ...draftOf(NEW_RULE), ...over })).toMatchObject({ [field]: expect.stringMatching(/.+/) });
  });

  test('one that would ask at every message is no rule', () => {
    expect(typed({ asks: true })).toMatchObject({ ok: false, fault: expect.stringContaining('needs words') });
    expect(typed({ asks: true, cart: '5' }).ok).toBe(true);
  });
});
