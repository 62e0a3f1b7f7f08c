import { describe, expect, it, test } from 'vitest';
import { fitting } from '../../src/dashboard/composer/fitting';
import { calledIn, mentionedIn } from '../../src/dashboard/composer/mentions';
import { askedFor, Listing } from '../../src/dashboard/composer/trigger';
import { valuesOf } from '../../src/dashboard/composer/values';
import type { CustomerView } from '../../src/protocol/staff';

/** Lists that open out of the field, and what they hold. `|` is the caret. */

const at = (tab: 'reply' | 'note', text: string) => askedFor(tab, text.replace('|', ''), text.indexOf('|'));

describe('a slash', () => {
  test.each([
    ['/|', ''],
    ['/re|', 're'],
    ['Hello /re|', 're'],
    ['Hello\n/re|', 're'],
    ['(/re|', 're'],
    ['/re| and more', 're'],
    ['/how long|', 'how long'],
    ['a/b /re|', 're'],
  ])('opens the list: %s', (text, typed) => {
    expect(at('reply', text)).toMatchObject({ is: 'replies', typed });
  });

  test.each(['|', '|/re', 'and/or|', 'https://shop|', '/ re|', '/re\nnext|', `/${'x'.repeat(41)}|`, '@re|'])(
    'does not: %s',
    (text) => {
      expect(at('reply', text)).toBeNull();
    },
  );

  it('in a note is a slash, and an at sign opens the colleagues', () => {
    expect(at('note', '/re|')).toBeNull();
    expect(at('note', 'ask @an|')).toMatchObject({ is: 'people', typed: 'an', from: 4, to: 7 });
    expect(at('note', 'ana@shop|')).toBeNull();
  });
});

const key = (name: string, more = {}) => {
  const told = { prevented: false };
  const event = {
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    preventDefault: () => (told.prevented = true),
    stopPropagation: () => {},
    ...more,
  };
  return { event: event as unknown as KeyboardEvent, told };
};

describe('a list', () => {
  const opened = () => {
    const listing = new Listing();
    const picked: number[] = [];
    listing.look('reply', '/re', 3);
    listing.count.value = 3;
    listing.pick = (n) => picked.push(n);
    return { listing, picked, press: (name: string, more = {}) => listing.key(key(name, more).event) };
  };

  it('is moved through by arrows, round its ends, and Enter chooses', () => {
    const { listing, picked, press } = opened();
    press('ArrowUp');
    expect(listing.at.value).toBe(2);
    press('ArrowDown');
    press('ArrowDown');
    press('Enter');
    expect(picked).toEqual([1]);
  });

  it('leaves Enter alone where it sends, writes a line, or belongs to an input method', () => {
    const { picked, press } = opened();
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { isComposing: true }])
      expect(press('Enter', more)).toBe(false);
    expect(picked).toEqual([]);
  });

  it('that Escape has closed stays closed while its slash stands there, and opens at the next one', () => {
    const { listing, press } = opened();
    expect(press('Escape')).toBe(true);
    listing.look('reply', '/ret', 4);
    expect(listing.open.value).toBeNull();
    expect(press('Enter')).toBe(false);
    listing.look('reply', '/ret /h', 7);
    expect(listing.open.value).toMatchObject({ from: 5, typed: 'h' });
  });

  it('that a button has opened searches for what is typed from there', () => {
    const listing = new Listing();
    listing.show('replies', 6);
    listing.look('reply', 'Hello re', 8);
    expect(listing.open.value).toMatchObject({ from: 6, to: 8, typed: 're' });
    listing.close();
    listing.look('reply', 'Hello ref', 9);
    expect(listing.open.value).toBeNull();
  });

  it('with nothing to choose leaves arrows to the field, and closes at Enter: a search is not sent', () => {
    const { listing, press } = opened();
    listing.count.value = 0;
    listing.known.add('replies');
    for (const name of ['ArrowDown', 'Tab']) expect(press(name)).toBe(false);
    expect(press('Enter')).toBe(true);
    expect(listing.open.value).toBeNull();
    expect(press('Enter')).toBe(false);
  });

  it('that has not come yet takes Enter and does nothing with it', () => {
    const { listing, picked, press } = opened();
    listing.count.value = 0;
    expect(press('Enter')).toBe(true);
    expect(listing.open.value).not.toBeNull();
    expect(picked).toEqual([]);
  });
});

describe('saved replies', () => {
  const all = [
    { name: 'return', texts: { en: 'Print a label' }, uses: 1 },
    { name: 'refund', texts: { en: 'Money is on its way', de: 'Geld zurück' }, uses: 9 },
    { name: 'no-return', texts: { en: 'Sale items stay' }, uses: 0 },
    { name: 'hours', texts: { en: 'We are free on Sundays' }, uses: 3 },
    { name: 'übergabe', texts: { de: 'Bis morgen' }, uses: 0 },
  ];
  test.each([
    ['', ['refund', 'hours', 'return', 'no-return', 'übergabe']],
    ['re', ['refund', 'return', 'no-return']],
    ['turn', ['return', 'no-return']],
    ['money', ['refund']],
    ['zuruck geld', ['refund']],
    ['UBER', ['übergabe']],
    ['ree', []],
    ['label money', []],
  ])('for “%s”', (typed, names) => {
    expect(fitting(all, typed).map(({ name }) => name)).toEqual(names);
  });
});

describe('a note', () => {
  const people = [
    { id: 'ana', name: 'Ana Kovač' },
    { id: 'dele', name: 'Dele Adeyemi' },
    { id: 'ann', name: 'Ann Lee' },
    { id: 'ana2', name: 'Ana Ruiz' },
  ];
  test.each([
    ['@Dele look', ['dele']],
    ['look,@dele!', ['dele']],
    ['@Dele Adeyemi look', ['dele']],
    ['@Ana Ruiz look', ['ana2']],
    ['@Ana look', ['ana', 'ana2']],
    ['@Ann and @Dele', ['ann', 'dele']],
    ['@Anna', []],
    ['dele@shop.example, mail@Delete', []],
    ['Dele', []],
  ])('names whom it calls: %s', (text, ids) => {
    expect(mentionedIn(text, people).sort()).toEqual(ids.sort());
  });

  it('is given the whole name where two share the first', () => {
    expect(people.map((one) => calledIn(one, people))).toEqual(['@Ana Kovač ', '@Dele ', '@Ann ', '@Ana Ruiz ']);
  });
});

describe('what a saved reply can name', () => {
  const customer: CustomerView = {
    name: 'Guest 4821',
    initials: 'G',
    lang: 'en',
    tz: null,
    here: true,
    page: { url: 'https://x.example', title: 'Kettle' },
    email: null,
  };
  it('is never a guest’s number', () => {
    expect(valuesOf({ customer }, 'Ana Kovač', 'Volt', null)).toEqual({
      'customer.name': null,
      'customer.email': null,
      'order.number': null,
      'order.status': null,
      'page.title': 'Kettle',
      'staff.name': 'Ana',
      'store.name': 'Volt',
    });
  });

  it('is what the shop’s page says of its customer, and the team’s name where customers see only that', () => {
    const shop = {
      order: { number: '#10471', status: 'shipped' },
      properties: [
        { name: 'name', value: 'Mira Petrova' },
        { name: 'First name', value: 'Mira' },
      ],
    };
    const known = { ...customer, shop, email: { address: 'mira@x.example', confirmed: false } };
    const team = { shownAs: 'team', teamName: 'The Volts' } as const;
    expect(valuesOf({ customer: known }, 'Ana Kovač', 'Volt', team)).toMatchObject({
      'customer.name': 'Mira',
      'customer.email': 'mira@x.example',
      'order.number': '#10471',
      'order.status': 'shipped',
      'staff.name': 'The Volts',
    });
    const facts = { tags: [], tasks: [], properties: [{ name: 'Name', value: 'Mirela' }] };
    expect(valuesOf({ customer: known, facts }, 'Ana', 'Volt', team)['customer.name']).toBe('Mirela');
  });

  it('is the name of whoever is signed in at the shop, before what its page says and after what the team wrote', () => {
    const page = { ...customer, shop: { properties: [{ name: 'name', value: 'Somebody' }] } };
    const signedIn = { ...page, name: 'Mira Petrova', verified: { sub: 'c-1', name: 'Mira Petrova' } };
    expect(valuesOf({ customer: signedIn }, 'Ana', 'Volt', null)['customer.name']).toBe('Mira Petrova');
    const facts = { tags: [], tasks: [], properties: [{ name: 'Name', value: 'Mirela' }] };
    expect(valuesOf({ customer: signedIn, facts }, 'Ana', 'Volt', null)['customer.name']).toBe('Mirela');
    expect(valuesOf({ customer: { ...page, verified: { sub: 'c-1' } } }, 'Ana', 'Volt', null)['customer.name']).toBe(
      'Somebody',
    );
  });
});
