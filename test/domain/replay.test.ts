import { describe, expect, test } from 'vitest';
import type { Reason } from '../../src/domain/reasons';
import { firings, hardlyKept, type Past, type Situation } from '../../src/domain/replay';
import type { RoutingRule } from '../../src/domain/rules';

const MINUTE = 60_000;
const rule = (over: Partial<RoutingRule>): RoutingRule => ({
  words: [],
  reasons: [],
  languages: [],
  pages: [],
  asks: false,
  urgency: null,
  to: { kind: 'store' },
  ...over,
});

/** A conversation, a minute between any two things in it. */
type Line = string | { sure: boolean } | { asked: Reason; waits?: boolean; from?: Situation };
const past = (...lines: Line[]): Past[] =>
  lines.map((line, n): Past => {
    const place = { seq: n + 1, at: n * MINUTE };
    if (line === '/reply') return { is: 'reply', ...place };
    if (line === '/ended') return { is: 'ended', ...place };
    if (typeof line === 'string') return { is: 'customer', text: line, ...place };
    if ('sure' in line) return { is: 'answer', sure: line.sure, ...place };
    return { is: 'asked', reason: line.asked, waits: line.waits ?? true, from: line.from ?? null, ...place };
  });
const human = (text: string): Reason | null => (text.includes('human') ? 'customer_request' : null);
const fired = (over: Partial<RoutingRule>, lines: Past[], lang = 'en') =>
  firings(rule(over), lines, lang, human).map(({ text }) => text);
const SURE = { sure: true };
const UNSURE = { sure: false };

describe('a rule that asks for a person', () => {
  test('would have fired at each message for which it holds', () => {
    const lines = past('a bulk order please', SURE, 'hello', SURE, 'Bulk orders?', SURE);
    expect(fired({ asks: true, words: ['bulk order*'] }, lines)).toEqual(['a bulk order please', 'Bulk orders?']);
    expect(fired({ asks: true, words: ['bulk order*'], languages: ['de'] }, lines)).toEqual([]);
  });

  test('not while a person had been asked for, and again when that was over', () => {
    const lines = past('bulk 1', { asked: 'customer_request' }, 'bulk 2', '/reply', 'bulk 3', '/ended', 'bulk 4');
    expect(fired({ asks: true, words: ['bulk'] }, lines)).toEqual(['bulk 1', 'bulk 4']);
  });

  test('outside hours nobody came, so the assistant went on, and so would it', () => {
    const lines = past('hi', { asked: 'customer_request', waits: false }, 'bulk');
    expect(fired({ asks: true, words: ['bulk'] }, lines)).toEqual(['bulk']);
  });

  test('by answers that failed, at the last of them, once for a message', () => {
    const lines = past('one', UNSURE, 'two', UNSURE, 'three', SURE, 'four', UNSURE);
    expect(fired({ asks: true, unsure: 2 }, lines)).toEqual(['two']);
    expect(fired({ asks: true, unsure: 1 }, lines)).toEqual(['one', 'two', 'four']);
  });

  test('at a message once, however often its answer gives cause again', () => {
    expect(fired({ asks: true, words: ['bulk'] }, past('bulk', UNSURE))).toEqual(['bulk']);
    expect(fired({ never: true }, past('a human, now', UNSURE, { asked: 'low_confidence' }))).toEqual(['a human, now']);
  });

  test('not by an answer that came when a person had just been asked for', () => {
    expect(fired({ asks: true, unsure: 1 }, past('one', { asked: 'customer_request' }, UNSURE))).toEqual([]);
  });

  test('by the time since the last answer, once in a conversation', () => {
    const lines = past('one', SURE, 'two');
    expect(fired({ asks: true, sinceAnswer: 1 }, lines)).toEqual(['two']);
    expect(fired({ asks: true, sinceAnswer: 2 }, lines)).toEqual([]);
    expect(fired({ asks: true, sinceAnswer: 1 }, past('one', SURE, 'two', SURE, 'three'))).toEqual(['two']);
  });
});

describe('a rule that keeps from asking', () => {
  test('would have kept what asked by words, and an unsure assistant', () => {
    const lines = past('a human, now', SURE, 'hello', UNSURE, { asked: 'low_confidence' });
    expect(fired({ never: true }, lines)).toEqual(['a human, now', 'hello']);
  });
  test('and not who pressed the button', () => {
    expect(fired({ never: true }, past('hello', SURE, { asked: 'customer_request' }))).toEqual([]);
  });
});

describe('a rule that says where requests go', () => {
  test('would have held for the requests that there were', () => {
    const lines = past('an invoice', SURE, { asked: 'refund' }, '/ended', 'an invoice again', SURE);
    expect(fired({ words: ['invoice'] }, lines)).toEqual(['an invoice']);
    expect(fired({ reasons: ['refund'] }, lines)).toEqual(['an invoice']);
    expect(fired({ reasons: ['complaint'] }, lines)).toEqual([]);
  });
});

test('one that is switched off is tried as if it were on', () => {
  expect(fired({ on: false, asks: true, words: ['bulk'] }, past('bulk'))).toEqual(['bulk']);
});

describe('pages, carts and properties', () => {
  const dear = { asks: true, words: ['bulk'], pages: ['/b2b'], cart: { is: 'least' as const, value: 50 } };
  const from = (cart: number): Situation => ({
    page: 'https://shop.example/b2b',
    cart: { value: cart },
    properties: [],
  });
  const firedWhole = (over: Partial<RoutingRule>, lines: Past[]) =>
    firings(rule(over), lines, 'en', human).map(({ text, whole }) => [text, whole]);

  test('are tried as they were when a person was asked for', () => {
    const lines = (cart: number) => past('bulk 1', SURE, 'why', { asked: 'customer_request', from: from(cart) });
    expect(firedWhole(dear, lines(50))).toEqual([['bulk 1', true]]);
    expect(firedWhole(dear, lines(49))).toEqual([]);
  });

  test('are unknown where nobody was asked for, and after it was over: the rest of the rule is tried', () => {
    const asked = { asked: 'customer_request' as const, from: from(10) };
    expect(hardlyKept(rule(dear))).toEqual(['pages', 'cart']);
    expect(firedWhole(dear, past('bulk 1', asked, '/ended', 'bulk 2'))).toEqual([['bulk 2', false]]);
    expect(firedWhole({ asks: true, words: ['bulk'] }, past('bulk'))).toEqual([['bulk', true]]);
    // A later request tells nothing of what was before the end of another.
    expect(firedWhole(dear, past('bulk 1', '/ended', 'why', asked))).toEqual([['bulk 1', false]]);
  });

  test('say where requests would have gone', () => {
    const gold = { properties: [{ name: 'plan', is: 'equals' as const, value: 'gold' }] };
    const asked = { asked: 'refund' as const, from: { ...from(1), properties: [{ name: 'Plan', value: 'Gold' }] } };
    expect(firedWhole(gold, past('an invoice', asked))).toEqual([['an invoice', true]]);
    expect(firedWhole(gold, past('an invoice', { asked: 'refund', from: from(1) }))).toEqual([]);
  });
});
