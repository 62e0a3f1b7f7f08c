import { beforeAll, describe, expect, test } from 'vitest';
import type { Card } from '../../src/protocol/common';
import { bring, fileOf } from '../assistant/importing';
import { ask, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** A store's products, as staff look for them to show one in a reply. */

let mine: Store;
let others: Store;
const cookies = { tomas: '', eve: '' };

beforeAll(async () => {
  const [tomas, eve] = [await newPerson('Tomás', 'tomas@p.example'), await newPerson('Eve', 'eve@p.example')];
  mine = await newStore('Mine', { [tomas]: 'agent' });
  others = await newStore('Others', { [eve]: 'owner' });
  cookies.tomas = await signIn('tomas@p.example');
  cookies.eve = await signIn('eve@p.example');
  const head = 'id,title,description,link,image_link,price,availability';
  const row = 'k1,Kettle Nor 1.2 l,Boils fast,https://shop.example/k1,https://shop.example/k1.jpg,49.00 EUR,in_stock';
  await bring(mine.id, [fileOf('feed.csv', `${head}\n${row}`)], {
    reading: {
      mapping: {
        id: 'id',
        title: 'title',
        description: 'description',
        url: 'link',
        image: 'image_link',
        price: 'price',
        availability: 'availability',
      },
    },
  });
});

const look = (q: string, { store = mine.id, cookie = cookies.tomas, lang = 'en' } = {}) =>
  ask(`/api/stores/${encodeURIComponent(store)}/products?${new URLSearchParams({ q, lang })}`, { cookie });
const found = async (answer: Response) => (await answer.json<{ products: Card[] }>()).products;

describe('looking for a product', () => {
  test('finds it as a card, for everybody of the store', async () => {
    expect(await found(await look('kettle'))).toEqual([
      {
        id: 'k1',
        title: 'Kettle Nor 1.2 l',
        url: 'https://shop.example/k1',
        image: 'https://shop.example/k1.jpg',
        price: { amount: 4_900, currency: 'EUR' },
        was: null,
        availability: 'in_stock',
      },
    ]);
  });

  test('finds it while its name is still being typed', async () => {
    expect((await found(await look('kett'))).map(({ id }) => id)).toEqual(['k1']);
  });

  test('finds nothing where there is nothing', async () => {
    expect(await found(await look('trampoline'))).toEqual([]);
  });

  test('in another store finds nothing of this one, and not the store', async () => {
    expect(await found(await look('kettle', { store: others.id, cookie: cookies.eve }))).toEqual([]);
    expect(await refusal(await look('kettle', { store: others.id }))).toBe('404 not_found');
    expect(await refusal(await look('kettle', { cookie: '' }))).toBe('401 unauthorized');
  });

  test.each(['', ' ', 'x'.repeat(201)])('for “%s” is refused', async (q) => {
    expect(await refusal(await look(q))).toBe('400 bad_request');
  });
});
