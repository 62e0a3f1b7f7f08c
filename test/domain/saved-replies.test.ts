import { describe, expect, it, test } from 'vitest';
import { filled, problemOf, textFor, unfilledIn } from '../../src/domain/saved-replies';

const MIRA = { 'customer.name': 'Mira', 'order.number': '#10471', 'staff.name': 'Ana' };

describe('a saved reply is shown filled', () => {
  test.each([
    ['Hi {customer.name|there}, it is {staff.name|the team}.', MIRA, 'Hi Mira, it is Ana.'],
    ['Hi {customer.name|there}.', {}, 'Hi there.'],
    ['Hi {customer.name|there}.', { 'customer.name': null }, 'Hi there.'],
    ['Hi {customer.name|there}.', { 'customer.name': '  ' }, 'Hi there.'],
    ['Order {order.number|your order}: done', MIRA, 'Order #10471: done'],
    ['{Customer.Name | dear customer},', {}, 'dear customer,'],
    ['{ customer.name | there }', MIRA, 'Mira'],
    ['مرحبا {customer.name|بك}', {}, 'مرحبا بك'],
    ['I’ve refunded {amount} to {customer.name|you}.', MIRA, 'I’ve refunded {amount} to Mira.'],
    ['{{customer.name}} is what Liquid writes', MIRA, '{{customer.name}} is what Liquid writes'],
    ['nothing at all', MIRA, 'nothing at all'],
  ])('%s', (text, values, said) => {
    expect(filled(text, values)).toBe(said);
  });

  it('and what a shop’s page calls its customer is neither a variable again nor a second line', () => {
    const values = { 'customer.name': '{order.number|x}\n\u202eevil' };
    expect(filled('Hi {customer.name|there}', values)).toBe('Hi order.number|x evil');
  });
});

describe('what cannot be saved', () => {
  test.each([
    ['Hi {customer.name}', { what: 'no_fallback', is: '{customer.name}' }],
    ['Hi {customer.name|}', { what: 'no_fallback', is: '{customer.name|}' }],
    ['Hi {customer.name|  }', { what: 'no_fallback', is: '{customer.name|  }' }],
    ['a {customer.name|there} and {order.number}', { what: 'no_fallback', is: '{order.number}' }],
    ['Call {customer.phone|us}', { what: 'unknown', is: '{customer.phone|us}' }],
    ['Call {amount|some}', { what: 'unknown', is: '{amount|some}' }],
    ['Hi {customer.name|there', { what: 'broken', is: '{customer.name' }],
    ['Hi {{customer.name}}', { what: 'broken', is: '{customer.name' }],
    ['Hi { order.', { what: 'broken', is: '{ order.' }],
  ])('%s', (text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  test.each(['Hi {customer.name|there}', 'I’ve refunded {amount}.', 'f(x) = { x > 0 }', ':-{', '{}', '{ }'])(
    'but this can: %s',
    (text) => {
      expect(problemOf(text)).toBeNull();
    },
  );
});

describe('what cannot be sent', () => {
  test.each([
    ['I’ve refunded {amount}.', '{amount}'],
    ['Hi {customer.name}', '{customer.name}'],
    ['Hi {customer.name|there}', '{customer.name|there}'],
    ['Hi {ORDER.NUMBER}', '{ORDER.NUMBER}'],
    ['Hi {customer.name, welcome', '{customer.name'],
    ['{сума} лв', '{сума}'],
  ])('%s', (text, is) => {
    expect(unfilledIn(text)).toEqual({ at: text.indexOf(is), is });
  });

  test.each(['It costs €49.', '{}', 'see {{ product.title }}', '{ a b }', '{1}', ':-{', 'f(x) = { x > 0 }'])(
    'but this can: %s',
    (text) => {
      expect(unfilledIn(text)).toBeNull();
    },
  );
});

describe('the language', () => {
  const texts = { en: 'Hello', de: 'Hallo', bg: 'Здравейте' };
  test.each([
    ['de', 'en', 'de'],
    ['de-AT', 'en', 'de'],
    ['fr', 'en', 'en'],
    ['fr', 'bg', 'bg'],
    ['fr', 'it', 'en'],
  ])('for a customer of %s in a store of %s is %s', (lang, first, found) => {
    expect(textFor(texts, lang, first)?.lang).toBe(found);
  });

  it('of nothing is none', () => {
    expect(textFor({}, 'en', 'en')).toBeNull();
  });
});
