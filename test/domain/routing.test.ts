import { describe, expect, it } from 'vitest';
import { type Asking, asksByRule, type Destination, type RoutingRule, route } from '../../src/domain/routing';

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
    asksByRule([rule({ asks: true, words: ['wholesale'], ...over })], { text, lang: 'en', page: null });

  it('does so by its words, with whatever else it asks for', () => {
    expect(asks({}, 'Do you sell wholesale?')).toBe(true);
    expect(asks({}, 'Do you sell kettles?')).toBe(false);
    expect(asks({ languages: ['de'] }, 'Do you sell wholesale?')).toBe(false);
    expect(asks({ pages: ['/b2b'] }, 'Do you sell wholesale?')).toBe(false);
  });

  it('for the reason that it is a rule, and for no other', () => {
    expect(asks({ reasons: ['rule', 'refund'] }, 'Wholesale')).toBe(true);
    expect(asks({ reasons: ['refund'] }, 'Wholesale')).toBe(false);
  });

  it('and others ask for nobody', () => {
    expect(asks({ asks: false }, 'Wholesale')).toBe(false);
  });
});
