import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { CustomerFrame } from '../../src/protocol/customer';
import type { Drawing, FromPanel, ToPanel } from '../../widget/handshake';
import { calls, teller } from '../../widget/host/calls';
import { type Shop, withFacts } from '../../widget/host/facts';
import { fromPanel, keptOf } from '../../widget/host/from-panel';
import { newsOf } from '../../widget/host/news';
import { isSituation } from '../../widget/panel/from-page';
import { factsOf, wordsOf } from '../../widget/panel/told-shape';

/** What the launcher and the panel take from each other, and from a shop's page. */

const message: FromPanel = {
  baton: 'panel',
  kept: { token: 'abc.def-_', started: true, seen: 3, name: 'Volt & Vine', accent: '#0b6077' },
  look: {
    title: 'Chat',
    open: 'Open chat',
    close: 'Close chat',
    style: '',
    beside: [['span', { class: 'count' }, '2']],
    news: { unread: 2, is: 'person', name: 'Ana', last: { seq: 4, from: 'person', at: 1 } },
  },
  unsent: [],
};
const drawn = (drawing: unknown) => ({ ...message, look: { ...message.look, beside: [drawing] } });
const deep = (levels: number): Drawing => ['span', {}, ...(levels ? [deep(levels - 1)] : [])];

describe('what the launcher takes from the panel', () => {
  it('is a message whole and well-formed, and what is unknown in it stays behind', () => {
    expect(fromPanel(message)).toEqual(message);
    expect(fromPanel({ ...message, kept: { ...message.kept, more: 1 }, more: 1 })).toEqual(message);
  });

  it.each([
    ['nothing', null],
    ['a text', 'panel'],
    ['a list', [message]],
    ['another’s word', { ...message, baton: 'page' }],
    ['no look', { ...message, look: undefined }],
    ['a number for a name', { ...message, look: { ...message.look, open: 7 } }],
    ['too long a name', { ...message, look: { ...message.look, open: 'x'.repeat(20_001) } }],
    ['a token that would break a header', { ...message, kept: { token: 'a\r\nx: y' } }],
    ['a place that is no number', { ...message, kept: { seen: Number.NaN } }],
    ['a list for what is kept', { ...message, kept: [] }],
    ['a script', drawn(['script', {}, 'alert(1)'])],
    ['a picture', drawn(['img', { src: 'https://evil.example' }])],
    ['a frame', drawn(['iframe', {}])],
    ['a handler', drawn(['span', { onclick: 'alert(1)' }])],
    ['a style', drawn(['span', { style: 'position:fixed' }])],
    ['a link', drawn(['span', { href: 'javascript:alert(1)' }])],
    ['something hidden in something', drawn(['span', {}, ['b', {}, ['script', {}]]])],
    ['a drawing without end', drawn(deep(6))],
    ['a drawing that is none', drawn({ tag: 'span' })],
    ['a crowd', drawn(['span', {}, ...Array.from({ length: 30 }, () => 'x')])],
    ['news of nobody', { ...message, look: { ...message.look, news: { unread: 1, is: 'evil' } } }],
    ['a count that is no number', { ...message, look: { ...message.look, news: { unread: '1', is: 'person' } } }],
    ['unsent words that are no list', { ...message, unsent: { length: 1 } }],
  ])('is not %s', (_, hostile) => {
    expect(fromPanel(hostile)).toBeNull();
  });

  it('is of the shop’s storage what is ours and whole', () => {
    expect(keptOf({ token: 'abc', seen: 'many', started: true, evil: 1, label: 5 })).toEqual({
      token: 'abc',
      started: true,
    });
    for (const nothing of [null, undefined, 7, 'x', []]) expect(keptOf(nothing)).toEqual({});
  });
});

const situation: ToPanel = {
  baton: 'page',
  open: true,
  full: false,
  focus: false,
  escaped: false,
  langs: ['', 'en'],
  url: 'https://shop.example/',
  title: 'Lamps',
  kept: { token: 'abc.def', started: true, seen: 3, accent: '#0b6077' },
};

describe('what the panel takes from the page', () => {
  it('is a situation whole and well-formed', () => {
    expect(isSituation(situation)).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['a list', [situation]],
    ['the panel’s own word', { ...situation, baton: 'panel' }],
    ['a number for an address', { ...situation, url: 7 }],
    ['languages that are none', { ...situation, langs: 'en' }],
    ['a token that would break a header', { ...situation, kept: { token: 'a\nb' } }],
    ['a token that is none', { ...situation, kept: { token: {} } }],
  ])('is not %s', (_, hostile) => {
    expect(isSituation(hostile)).toBe(false);
  });
});

describe('what the panel takes of what the page says beside', () => {
  it('facts are an object, words are texts that can be said', () => {
    expect(factsOf({ tags: [] })).toEqual({ tags: [] });
    for (const none of [undefined, null, [], 7, 'x']) expect(factsOf(none)).toBeUndefined();
    expect(wordsOf(['Hello', 7, null, {}, 'x'.repeat(4_001)])).toEqual(['Hello']);
    expect(wordsOf(Array.from({ length: 99 }, () => 'x'))).toHaveLength(20);
    for (const none of [undefined, null, {}, 7, 'x']) expect(wordsOf(none)).toEqual([]);
  });
});

describe('what a shop’s page tells of its customer', () => {
  const told = (facts: unknown, known: Shop = {}) => {
    const warn = vi.fn<(what: string) => void>();
    const shop = withFacts(known, facts, warn);
    // Whatever the page said: the server takes it.
    expect(v.safeParse(CustomerFrame, { type: 'set', ...shop }).success).toBe(true);
    return { shop, warned: warn.mock.calls.map(([what]) => what) };
  };

  it('goes on as it was meant: numbers as texts, small letters, one of each', () => {
    const facts = {
      cart: { value: '79.80', currency: 'eur', items: [{ title: ' Lamp ', price: '39.90' }] },
      order: { number: 2041, status: 'Paid', url: 'https://shop.example/o/2041' },
      properties: { plan: 'gold', vip: true, orders: 3 },
      tags: ['b2b'],
    };
    expect(told(facts)).toEqual({
      shop: {
        cart: { value: 79.8, currency: 'EUR', items: [{ title: 'Lamp', quantity: 1, price: 39.9 }] },
        order: { number: '2041', status: 'Paid', url: 'https://shop.example/o/2041' },
        properties: [
          { name: 'plan', value: 'gold' },
          { name: 'vip', value: true },
          { name: 'orders', value: 3 },
        ],
        tags: ['b2b'],
      },
      warned: [],
    });
  });

  it('replaces what was given before, takes away by null, and leaves the rest', () => {
    const known = told({ cart: { value: 1, currency: 'EUR' }, tags: ['a'] }).shop;
    expect(told({ cart: null, order: { number: '7' } }, known).shop).toEqual({
      cart: null,
      order: { number: '7' },
      tags: ['a'],
    });
    expect(told({ tags: null, properties: null }, known).shop).toMatchObject({ tags: [], properties: [] });
    expect(told({}, known).shop).toEqual(known);
  });

  it.each([
    [{ cart: { value: 'much', currency: 'EUR' } }, 'cart was left out'],
    [{ cart: { value: -1, currency: 'EUR' } }, 'cart was left out'],
    [{ cart: { value: Number.POSITIVE_INFINITY, currency: 'EUR' } }, 'cart was left out'],
    [{ cart: { value: 1, currency: '€' } }, 'cart was left out'],
    [{ cart: 7 }, 'cart was left out'],
    [{ order: { status: 'Paid' } }, 'order was left out'],
    [{ order: [] }, 'order was left out'],
  ])('%j: the part is left out, and the console says which', (facts, why) => {
    expect(told(facts)).toEqual({ shop: {}, warned: [why] });
  });

  it.each([[undefined], [null], [7], ['x'], [[]], [{ evil: 1 }]])('%j is nothing', (facts) => {
    expect(told(facts)).toEqual({ shop: {}, warned: [] });
  });

  it('drops what cannot be meant, and cuts what is too long', () => {
    const { shop } = told({
      cart: {
        value: 1,
        currency: 'EUR',
        items: [
          { title: '' },
          null,
          { title: 'x'.repeat(300), quantity: 0 },
          { title: 'y'.repeat(300), url: 'javascript:x' },
        ],
      },
      properties: { '': 'x', f: () => 1, o: {}, nan: Number.NaN, long: 'z'.repeat(300) },
      tags: [7, {}, ' ', 'w'.repeat(60)],
    });
    expect(shop.cart?.items).toEqual([{ title: 'y'.repeat(200), quantity: 1 }]);
    expect(shop.properties).toEqual([{ name: 'long', value: 'z'.repeat(200) }]);
    expect(shop.tags).toEqual(['7', 'w'.repeat(40)]);
  });

  it('keeps what was known when it would be more than the server keeps', () => {
    const known = told({ tags: ['a'] }).shop;
    const items = Array.from({ length: 20 }, () => ({ title: 'ж'.repeat(200) }));
    expect(told({ cart: { value: 1, currency: 'EUR', items } }, known)).toEqual({
      shop: known,
      warned: ['more than 4 KB'],
    });
  });
});

describe('what listeners hear', () => {
  const hear = (anew: boolean) => {
    const tell = vi.fn();
    return { tell, news: newsOf(tell, anew) };
  };

  it('a message once, an unread count and a handoff when they change', () => {
    const { tell, news } = hear(true);
    news({ unread: 0, is: 'assistant', last: { seq: 1, from: 'customer', at: 5 } });
    news({ unread: 1, is: 'person', name: 'Ana', last: { seq: 2, from: 'person', at: 6 } });
    news({ unread: 1, is: 'person', name: 'Ana', last: { seq: 2, from: 'person', at: 6 } });
    expect(tell.mock.calls).toEqual([
      ['message', { from: 'customer', at: 5 }],
      ['message', { from: 'person', at: 6 }],
      ['unread', { count: 1 }],
      ['handoff', { is: 'person', name: 'Ana' }],
    ]);
  });

  it('nothing of what stood there before', () => {
    const { tell, news } = hear(false);
    news({ unread: 0, is: 'assistant' });
    news({ unread: 0, is: 'assistant', last: { seq: 9, from: 'person', at: 5 } });
    expect(tell).not.toHaveBeenCalled();
  });
});

describe('what a page may call', () => {
  const page = () => {
    const done = { open: vi.fn(), say: vi.fn(), facts: vi.fn(), identify: vi.fn(), shutdown: vi.fn(), warn: vi.fn() };
    const heard: [string, ...unknown[]][] = [];
    const call = calls(heard, done);
    const did = () => Object.entries(done).flatMap(([name, { mock }]) => mock.calls.map((given) => [name, ...given]));
    return { call, did, emit: teller(heard) };
  };

  it.each([
    [['open'], ['open', true]],
    [['close'], ['open', false]],
    [['toggle'], ['open', 'other']],
    [
      ['send', ' Hello '],
      ['say', 'Hello'],
    ],
    [
      ['set', { tags: ['a'] }],
      ['facts', { tags: ['a'] }],
    ],
    [['set'], ['facts', {}]],
    [
      ['identify', { token: 'a.b.c' }],
      ['identify', 'a.b.c'],
    ],
    [
      ['identify', { token: null }],
      ['identify', null],
    ],
    [['shutdown'], ['shutdown']],
    [['send'], ['warn', 'send: a text of 1 to 4,000 characters']],
    [
      ['send', '  '],
      ['warn', 'send: a text of 1 to 4,000 characters'],
    ],
    [
      ['send', 'x'.repeat(4_001)],
      ['warn', 'send: a text of 1 to 4,000 characters'],
    ],
    [
      ['send', { toString: () => 'x' }],
      ['warn', 'send: a text of 1 to 4,000 characters'],
    ],
    [['identify'], ['warn', 'identify: no token']],
    [
      ['identify', {}],
      ['warn', 'identify: no token'],
    ],
    [
      ['identify', { token: '' }],
      ['warn', 'identify: no token'],
    ],
    [
      ['identify', { token: 'x'.repeat(4_097) }],
      ['warn', 'identify: no token'],
    ],
    [['constructor'], ['warn', 'there is no constructor']],
    [[undefined], ['warn', 'there is no undefined']],
  ] as [[string, unknown?], unknown[]][])('%j', (asked, expected) => {
    const { call, did } = page();
    call(asked);
    expect(did()).toEqual([expected]);
  });

  it('a listener hears its own event, until it is taken off; what is none is passed over', async () => {
    const { call, emit } = page();
    const listener = vi.fn();
    const asked: [string, ...unknown[]] = ['on', 'unread', listener];
    call(asked);
    call(['on', 'unread', 'no function']);
    call(['on']);
    emit('unread', { count: 1 });
    emit('open', undefined);
    asked[1] = 0;
    emit('unread', { count: 2 });
    await Promise.resolve();
    expect(listener.mock.calls).toEqual([[{ count: 1 }]]);
  });
});
