import { describe, expect, it } from 'vitest';
import { type Destination, route } from '../../src/domain/routing';
import { type Asking, type RoutingRule, ruled } from '../../src/domain/rules';

const STORE: Destination = { kind: 'store' };
const care: Destination = { kind: 'team', id: 't-care', name: 'Care' };
const ana: Destination = { kind: 'person', id: 's-ana', name: 'Ana Petrova' };
const billing: Destination = { kind: 'email', address: 'billing@shop.example', expectation: { en: 'Tomorrow' } };

/** A rule that matches everything, but for what it says. */
const rule = (over: Partial<RoutingRule>): RoutingRule => ({
  words: [],
  reasons: [],
  languages: [],
  pages: [],
  asks: false,
  urgency: null,
  to: care,
  ...over,
});
const asking = (over: Partial<Asking> = {}): Asking => ({
  text: 'Where is my invoice?',
  reason: 'customer_request',
  lang: 'en',
  page: 'https://shop.example/en/kettles?ref=Mail',
  cart: null,
  properties: [],
  sinceAnswer: null,
  unsure: 0,
  askedBefore: false,
  ...over,
});
const goesTo = (rules: RoutingRule[], over: Partial<Asking> = {}) => route(rules, asking(over)).destination;

describe('without a rule that matches', () => {
  it('a handoff goes to the whole store, as urgent as its reason', () => {
    const nowhere = { destination: STORE, urgency: null };
    expect(route([], asking())).toEqual(nowhere);
    expect(route([rule({ words: ['warranty'], urgency: 'urgent' })], asking())).toEqual(nowhere);
  });
});

describe('words of the customer', () => {
  it.each<[string, string, string, boolean]>([
    ['stand anywhere in the message', 'invoice', 'Where is my invoice?', true],
    ['are meant whole: not at the beginning of another', 'war', 'It is warm', false],
    ['nor at its end', 'port', 'The passport is lost', false],
    ['beside a sign, they are whole', 'refund', 'REFUND!!! Now.', true],
    ['in brackets too', 'vat', 'I need it (VAT)', true],
    ['capitals do not matter', 'Invoice', 'an iNVOICE please', true],
    ['nor do accents in the message', 'cafe', 'Le café est froid', true],
    ['nor in the rule', 'réclamation', 'une RECLAMATION', true],
    ['nor how an accent is written', 'r\u00e9clamation', 're\u0301clamation', true],
    ['several in a row, as they stand', 'gift card', 'Your GIFT  card, please', true],
    ['and not apart', 'gift card', 'a card for a gift', false],
    ['over a line and a hyphen', 'gift card', 'a gift-\ncard', true],
    ['in Cyrillic', 'фактура', 'Искам Фактура.', true],
    ['in Greek, with its two kinds of s', 'λόγος', 'Ο ΛΟΓΟΣ μου', true],
    ['in Arabic', 'فاتورة', 'أريد فاتورة الآن', true],
    ['numbers are words', '2024', 'Order 2024-11', true],
    ['and whole ones', '202', 'Order 2024', false],
    ['a sign alone is no word', '!!', 'Hello!!', false],
  ])('%s', (_, word, text, matches) => {
    expect(goesTo([rule({ words: [word] })], { text })).toEqual(matches ? care : STORE);
  });

  it('one of several is enough', () => {
    expect(goesTo([rule({ words: ['vat', 'invoice'] })])).toEqual(care);
  });

  it('where nothing was written, no word stands', () => {
    expect(goesTo([rule({ words: ['invoice'] })], { text: '' })).toEqual(STORE);
  });
});

describe('what else a rule may ask for', () => {
  it.each<[string, Partial<RoutingRule>, Partial<Asking>, boolean]>([
    ['one of these reasons', { reasons: ['refund', 'complaint'] }, { reason: 'complaint' }, true],
    ['and no other', { reasons: ['refund'] }, { reason: 'complaint' }, false],
    ['a language', { languages: ['de', 'fr'] }, { lang: 'fr' }, true],
    ['of which the first part counts', { languages: ['pt'] }, { lang: 'PT-br' }, true],
    ['and no other language', { languages: ['de'] }, { lang: 'en' }, false],
    ['a part of the page’s address', { pages: ['/kettles'] }, {}, true],
    ['in any capitals', { pages: ['REF=mail'] }, {}, true],
    ['one of several pages', { pages: ['/cups', '/kettles'] }, {}, true],
    ['and no other page', { pages: ['/cups'] }, {}, false],
    ['where the page is not known, none', { pages: ['/kettles'] }, { page: null }, false],
    ['a page of which nobody knows is no matter elsewhere', {}, { page: null }, true],
  ])('%s', (_, conditions, over, matches) => {
    expect(goesTo([rule(conditions)], over)).toEqual(matches ? care : STORE);
  });

  it('all that it asks for must be so', () => {
    const strict = rule({ words: ['invoice'], reasons: ['customer_request'], languages: ['en'], pages: ['/kettles'] });
    expect(goesTo([strict])).toEqual(care);
    expect(goesTo([strict], { text: 'Hello' })).toEqual(STORE);
    expect(goesTo([strict], { reason: 'refund' })).toEqual(STORE);
    expect(goesTo([strict], { lang: 'de' })).toEqual(STORE);
    expect(goesTo([strict], { page: 'https://shop.example/cups' })).toEqual(STORE);
  });
});

describe('of several rules', () => {
  it('the first that matches says all: where to, and how urgent', () => {
    const rules = [
      rule({ words: ['warranty'], to: ana, urgency: 'normal' }),
      rule({ words: ['invoice'], to: billing }),
      rule({ to: care, urgency: 'urgent' }),
    ];
    expect(route(rules, asking())).toEqual({ destination: billing, urgency: null });
    expect(route(rules, asking({ text: 'Warranty and invoice' }))).toEqual({ destination: ana, urgency: 'normal' });
    expect(route(rules, asking({ text: 'Hello' }))).toEqual({ destination: care, urgency: 'urgent' });
  });

  it('one may keep others off by sending to the whole store', () => {
    const rules = [rule({ languages: ['en'], to: STORE }), rule({ to: billing })];
    expect(goesTo(rules)).toEqual(STORE);
    expect(goesTo(rules, { lang: 'de' })).toEqual(billing);
  });
});

describe('a rule that asks for a person by itself', () => {
  const asks = (over: Partial<RoutingRule>, text: string) =>
    ruled([rule({ asks: true, words: ['wholesale'], ...over })], asking({ text, page: null }), null);

  it('does so by its words, with whatever else it asks for', () => {
    expect(asks({}, 'Do you sell wholesale?')).toBe('rule');
    expect(asks({}, 'Do you sell kettles?')).toBeNull();
    expect(asks({ languages: ['de'] }, 'Do you sell wholesale?')).toBeNull();
    expect(asks({ pages: ['/b2b'] }, 'Do you sell wholesale?')).toBeNull();
  });

  it('for the reason that it is a rule, and for no other', () => {
    expect(asks({ reasons: ['rule', 'refund'] }, 'Wholesale')).toBe('rule');
    expect(asks({ reasons: ['refund'] }, 'Wholesale')).toBeNull();
  });

  it('unless it names the reason itself', () => {
    expect(asks({ as: 'complaint' }, 'Wholesale')).toBe('complaint');
  });

  it('and others ask for nobody', () => {
    expect(asks({ asks: false }, 'Wholesale')).toBeNull();
    expect(asks({ on: false }, 'Wholesale')).toBeNull();
  });

  it('keeps the reason that there was without it', () => {
    const rules = [rule({ asks: true, words: ['wholesale'] })];
    expect(ruled(rules, asking({ text: 'wholesale, and a human please' }), 'customer_request')).toBe(
      'customer_request',
    );
    expect(ruled(rules, asking(), 'customer_request')).toBe('customer_request');
  });

  it('by what it knows without words it asks once in a conversation', () => {
    const dear = rule({ asks: true, cart: { is: 'least', value: 500 } });
    const facts = asking({ cart: { value: 800 } });
    expect(ruled([dear], facts, null)).toBe('rule');
    expect(ruled([dear], { ...facts, askedBefore: true }, null)).toBeNull();
    expect(ruled([{ ...dear, words: ['invoice'] }], { ...facts, askedBefore: true }, null)).toBe('rule');
  });
});

describe('a rule that keeps from asking', () => {
  const never = rule({ never: true, pages: ['/careers'] });
  const there = asking({ page: 'https://shop.example/careers', text: 'I want to talk to a person' });

  it('keeps words and an unsure assistant from it, where it holds', () => {
    expect(ruled([never], there, 'customer_request')).toBeNull();
    expect(ruled([never], there, 'low_confidence')).toBeNull();
    expect(ruled([never], asking(), 'customer_request')).toBe('customer_request');
  });

  it('of two the first that holds counts', () => {
    const asks = rule({ asks: true, words: ['person'], as: 'escalation' });
    expect(ruled([never, asks], there, null)).toBeNull();
    expect(ruled([asks, never], there, null)).toBe('escalation');
  });

  it('says nothing of where a customer goes who asks by the button', () => {
    expect(route([{ ...never, to: ana }, rule({ to: billing })], there).destination).toEqual(billing);
  });
});

describe('what is known beside the words', () => {
  const holds = (conditions: Partial<RoutingRule>, over: Partial<Asking>) => goesTo([rule(conditions)], over) === care;
  const cart = (is: 'least' | 'under', value: number) => ({ cart: { is, value } });
  const has = (is: 'equals' | 'contains', value: string) => ({ properties: [{ name: 'plan', is, value }] });

  it.each<[string, Partial<RoutingRule>, Partial<Asking>, boolean]>([
    ['a cart of at least so much', cart('least', 500), { cart: { value: 500 } }, true],
    ['and no smaller one', cart('least', 500), { cart: { value: 499.99 } }, false],
    ['a cart under so much', cart('under', 50), { cart: { value: 49.99 } }, true],
    ['and not that much', cart('under', 50), { cart: { value: 50 } }, false],
    ['where no cart is known, none', cart('under', 50), { cart: null }, false],
    ['a property', has('equals', 'Gold'), { properties: [{ name: 'plan', value: 'gold' }] }, true],
    ['in any capitals of its name', has('equals', 'gold'), { properties: [{ name: 'PLAN', value: 'gold' }] }, true],
    ['wholly', has('equals', 'gold'), { properties: [{ name: 'plan', value: 'gold plus' }] }, false],
    ['or a part of it', has('contains', 'gold'), { properties: [{ name: 'plan', value: 'Gold Plus' }] }, true],
    ['a number', has('equals', '3'), { properties: [{ name: 'plan', value: 3 }] }, true],
    ['yes and no', has('equals', 'true'), { properties: [{ name: 'plan', value: true }] }, true],
    ['one that is not known', has('contains', 'gold'), { properties: [{ name: 'tier', value: 'gold' }] }, false],
    ['so many minutes since the last answer', { sinceAnswer: 10 }, { sinceAnswer: 600_000 }, true],
    ['and no fewer', { sinceAnswer: 10 }, { sinceAnswer: 599_999 }, false],
    ['where nobody answered yet, none', { sinceAnswer: 1 }, { sinceAnswer: null }, false],
    ['so many answers that were not sure', { unsure: 2 }, { unsure: 3 }, true],
    ['and no fewer', { unsure: 2 }, { unsure: 1 }, false],
    ['one that is switched off', { on: false }, {}, false],
  ])('%s', (_, conditions, over, is) => expect(holds(conditions, over)).toBe(is));

  it.each<[string, string, string, boolean]>([
    ['any ending of a word', 'deliver*', 'When is it delivered?', true],
    ['or none', 'deliver*', 'deliver it', true],
    ['but not the middle of one', 'liver*', 'delivered', false],
    ['inside a phrase', 'bulk order*', 'for bulk orders', true],
    ['and a phrase in quotes in its order', '"bulk order"', 'an order in bulk', false],
  ])('words: %s', (_, word, text, is) => expect(holds({ words: [word] }, { text })).toBe(is));
});
