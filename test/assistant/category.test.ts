import { env } from 'cloudflare:test';
import { beforeAll, expect, test } from 'vitest';
import { isNamed } from '../../src/assistant/catalog/category';
import { consider } from '../../src/assistant/catalog/consider';
import { understand } from '../../src/assistant/catalog/question';
import { bring, fileOf } from './importing';
import { newStore } from './stores';

/** A word of the question may be the name of a category: then what belongs to it is meant. */

const GOODS: [id: string, title: string, category: string, price: number][] = [
  ...[19, 29, 49, 99, 199].map((price, n): [string, string, string, number] => [
    `sony${n}`,
    `Sonara WH-${n}00`,
    'Audio > Headphones',
    price,
  ]),
  ['case', 'Headphone case', 'Accessories > Headphone cases', 9],
  ['stand', 'Headphone stand', 'Accessories > Stands', 15],
  ['cable', 'Charging cable for headphones', 'Accessories > Cables', 12],
  ...[1, 2, 3, 4].map((n): [string, string, string, number] => [
    `bulb${n}`,
    `Lumio ${n}00`,
    'Home > Table lamps',
    20 * n,
  ]),
  ['shade', 'Lamp shade', 'Home > Shades', 14],
  ...[1, 2, 3, 4].map((n): [string, string, string, number] => [`bg${n}`, `Орфей ${n}00`, 'Аудио > Слушалки', 30 * n]),
  ['kalaf', 'Калъф за слушалки', 'Аксесоари > Калъфи', 12],
  ...[1, 2, 3, 4].map((n): [string, string, string, number] => [`mug${n}`, `Keram ${n}00`, 'Küche > Tassen', 5 * n]),
  ['mat', 'Untersetzer für Tassen', 'Küche > Untersetzer', 4],
];
let shop = '';

beforeAll(async () => {
  shop = await newStore();
  const lines = GOODS.map(([id, title, category, price]) =>
    [id, title, category, `${price} EUR`, `https://shop.example/${id}`].join('\t'),
  );
  await bring(shop, [
    fileOf(
      'goods.tsv',
      ['id\ttitle\tproduct_type\tprice\tlink\tavailability', ...lines.map((line) => `${line}\tin stock`)].join('\n'),
    ),
  ]);
});

const ids = async (question: string, lang: string) =>
  (await consider(env.DB, shop, understand(question, lang), [])).products.map(({ found }) => found.id);

test.each<[question: string, lang: string, begins: string, left: string]>([
  ['headphones', 'en', 'sony', 'case stand cable'],
  ['do you have a headphone?', 'en', 'sony', 'case stand'],
  ['show me your lamps', 'en', 'bulb', 'shade'],
  ['имате ли слушалки', 'bg', 'bg', 'kalaf'],
  ['Tassen', 'de', 'mug', 'mat'],
  ['Haben Sie eine Tasse?', 'de', 'mug', 'mat'],
])(
  '“%s” brings what is of that category, and nothing that is only made for it',
  async (question, lang, begins, left) => {
    const found = await ids(question, lang);
    expect(found[0]).toMatch(new RegExp(`^${begins}\\d`));
    for (const id of left.split(' ')) expect(found).not.toContain(id);
  },
);

test.each<[question: string, lang: string, first: string]>([
  ['headphone case', 'en', 'case'],
  ['charging cable for headphones', 'en', 'cable'],
  ['lamp shade', 'en', 'shade'],
  ['калъф за слушалки', 'bg', 'kalaf'],
  ['Untersetzer für Tassen', 'de', 'mat'],
])('“%s” still brings what is made for it first', async (question, lang, first) => {
  expect((await ids(question, lang))[0]).toBe(first);
});

test('with a price, what of the category is too dear stays away, and too few of it bring what is close', async () => {
  const found = await ids('headphones under 50', 'en');
  expect(found).toEqual(expect.arrayContaining(['sony0', 'sony1', 'sony2']));
  expect(found).not.toContain('sony4');
});

test.each<[category: string, question: string, named: boolean]>([
  ['Electronics > Headphones', 'headphones', true],
  ['Electronics > Headphones', 'a headphone', true],
  ['Headphones > Cases', 'headphones', false],
  ['Headphone cases', 'headphones', false],
  ['Table lamps', 'lamp', true],
  ['Maison > Lampes de bureau', 'lampe', true],
  ['Maison > Lampes de bureau', 'bureau', false],
  ['Home / Lamps', 'lamps', true],
  ['Black', 'black', false],
])('“%s” is named by “%s”: %s', (category, question, named) => {
  expect(isNamed(category, understand(question, 'en').terms)).toBe(named);
});
