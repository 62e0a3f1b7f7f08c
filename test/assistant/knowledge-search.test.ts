import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { understand } from '../../src/assistant/catalog/question';
import { search } from '../../src/assistant/catalog/search';
import { filtersOf } from '../../src/assistant/knowledge/searching/filters';
import { bring, fileOf } from './importing';
import { newStore } from './stores';

/** What a search finds, however it is written. */

const GOODS: [id: string, title: string, brand: string, colour: string, price: string, stock: string][] = [
  ['sony', 'WH-1000XM5 noise cancelling headphones', 'Sony', 'Black', '349.00 EUR', 'in stock'],
  ['sony-white', 'WH-1000XM4 noise cancelling headphones', 'Sony', 'White', '249.00 EUR', 'out of stock'],
  ['jbl', 'Tune headphones', 'JBL', 'Black', '49.00 EUR', 'in stock'],
  ['cable', 'USB-C charging cable', 'Anker', 'White', '12.90 EUR', 'in stock'],
  ['cheap', 'USB-A charging cable', 'Anker', 'White', '4.90 EUR', 'in stock'],
  ['kopf', 'Kopfhörer für Läufer', 'Müller', 'Grün', '35.00 EUR', 'in stock'],
  ['fuss', 'Fußmatte', 'Müller', 'Grau', '25.00 EUR', 'in stock'],
  ['chai', 'Зелений чай', 'Карпати', 'Зелений', '8.00 EUR', 'in stock'],
  ['slu', 'Безжични слушалки', 'Орфей', 'Черен', '39.00 EUR', 'in stock'],
  ['gr', 'Ασύρματα ακουστικά', 'Ήχος', 'Μαύρο', '45.00 EUR', 'in stock'],
  ['tr', 'Işıklı KALEM', 'İzmir', 'Kırmızı', '5.00 EUR', 'in stock'],
  ['zh', '无线蓝牙耳机', '索尼', '黑色', '59.00 EUR', 'in stock'],
  ['zh2', '台灯', '小米', '白色', '29.00 EUR', 'in stock'],
  ['ja', 'ワイヤレスイヤホン', 'ソニー', '', '99.00 EUR', 'in stock'],
  ['th', 'หูฟังไร้สาย', '', '', '19.00 EUR', 'in stock'],
  ['pl', 'Żółty młynek do kawy', 'Łódź', 'Żółty', '55.00 EUR', 'in stock'],
  ['dress', 'Sommerkleid', 'Boss', 'Schwarz', '89.00 EUR', 'in stock'],
];
let shop = '';

beforeAll(async () => {
  shop = await newStore();
  const rows = GOODS.map(
    ([id, title, brand, colour, price, stock]) =>
      `${id}\t${title}\t${brand}\t${colour}\t${price}\t${stock}\thttps://shop.example/${id}`,
  );
  await bring(shop, [fileOf('goods.tsv', ['id\ttitle\tbrand\tcolor\tprice\tavailability\tlink', ...rows].join('\n'))]);
});

async function ask(question: string, lang = 'en') {
  const { filters, rest } = filtersOf(question);
  return search(env.DB, shop, understand(rest, lang).terms, [], filters);
}
const first = async (question: string, lang?: string) => (await ask(question, lang)).products[0]?.id;
const ids = async (question: string, lang?: string) => (await ask(question, lang)).products.map(({ id }) => id);

test.each([
  // Model numbers, as people write them.
  ['WH-1000XM5', 'sony'],
  ['wh1000xm5', 'sony'],
  ['wh 1000 xm5', 'sony'],
  ['WH1000 XM5', 'sony'],
  ['sony 1000xm4', 'sony-white'],
  ['usb-c cable', 'cable'],
  ['usb c cable', 'cable'],
  ['usbc cable', 'cable'],
  // Typos.
  ['headphnes', 'jbl'],
  ['haedphones', 'jbl'],
  ['sonny headphones', 'sony'],
  ['chargin cabel', 'cable'],
  // Beginnings of words.
  ['headph', 'jbl'],
  // Letters that keyboards have not.
  ['kopfhorer', 'kopf', 'de'],
  ['kopfhoerer', 'kopf', 'de'],
  ['Kopfhörer', 'kopf', 'de'],
  ['KOPFHÖRER', 'kopf', 'de'],
  ['fussmatte', 'fuss', 'de'],
  ['чаи', 'chai', 'uk'],
  ['ЧАЙ', 'chai', 'uk'],
  ['слушалки', 'slu', 'bg'],
  ['слушалка', 'slu', 'bg'],
  ['ακουστικα', 'gr', 'el'],
  ['ΑΚΟΥΣΤΙΚΑ', 'gr', 'el'],
  ['isikli kalem', 'tr', 'tr'],
  ['IŞIKLI kalem', 'tr', 'tr'],
  ['ışıklı', 'tr', 'tr'],
  ['mlynek', 'pl', 'pl'],
  // Without spaces.
  ['耳机', 'zh', 'zh'],
  ['我想买蓝牙耳机', 'zh', 'zh'],
  ['灯', 'zh2', 'zh'],
  ['台', 'zh2', 'zh'],
  ['イヤホン', 'ja', 'ja'],
  ['หูฟัง', 'th', 'th'],
  // A colour in one language, the feed in another.
  ['black dress sommerkleid', 'dress', 'en'],
  ['schwarze kopfhörer sony', 'sony', 'de'],
])('“%s” finds %s first', async (question, id, lang = 'en') => {
  expect(await first(question, lang)).toBe(id);
});

describe('what is found for a mistyped word', () => {
  test('counts as found, and says what it was taken for', async () => {
    const { terms, spread, meant } = await ask('headphnes');
    expect(meant).toEqual([['headphones']]);
    expect(spread[0]?.products).toBe(3);
    expect(terms[0]?.forms).toContainEqual({ words: ['headphones'], open: true });
  });

  test.each(['bicycle', 'sofa', 'vegan', 'pink', 'qwertyuiop'])(
    'is nothing where “%s” is simply another word',
    async (word) => {
      expect((await ask(word)).meant).toEqual([[]]);
      expect(await ids(word)).toEqual([]);
    },
  );
});

test.each<[string, object]>([
  ['headphones under 50', { price: { min: null, max: 50 } }],
  ['headphones below €100 please', { price: { min: null, max: 100 } }],
  ['слушалки до 100 лв', { price: { min: null, max: 100 } }],
  ['навушники до 500 грн', { price: { min: null, max: 500 } }],
  ['Kopfhörer zwischen 20 und 40 €', { price: { min: 20, max: 40 } }],
  ['casque entre 50 et 100 euros', { price: { min: 50, max: 100 } }],
  ['between 1,000 and 1,500 dollars', { price: { min: 1_000, max: 1_500 } }],
  ['cuffie sotto i 60 euro', { price: { min: null, max: 60 } }],
  ['headphones over 200 euros', { price: { min: 200, max: null } }],
  ['about 50 euros', { price: { min: 40, max: 60 } }],
  ['etwa 100 €', { price: { min: 80, max: 120 } }],
  ['около 200 лв', { price: { min: 160, max: 240 } }],
  ['headphones in stock', { inStock: true }],
  ['Kopfhörer auf Lager', { inStock: true }],
  ['słuchawki na stanie', { inStock: true }],
  ['слушалки в наличност', { inStock: true }],
  ['навушники в наявності', { inStock: true }],
  ['ακουστικά σε απόθεμα', { inStock: true }],
  ['is it out of stock?', { inStock: false }],
  ['not in stock', { inStock: false }],
  ['nicht auf Lager', { inStock: false }],
  ['a black or white case', { colours: ['black', 'white'] }],
  ['in Schwarz', { colours: ['black'] }],
  ['червена чанта', { colours: ['red'] }],
  ['μαύρα ακουστικά', { colours: ['black'] }],
  ['حقيبة سوداء', { colours: ['black'] }],
  ['up to 9 kg', { price: null }],
  ['about 3 people', { price: null }],
  ['within 30 days', { price: null }],
])('“%s” asks for %j', (question, filters) => {
  expect(filtersOf(question).filters).toMatchObject(filters);
});

describe('filters', () => {
  test('leave only what costs so much', async () => {
    // In whatever language the shop calls them.
    expect((await ids('headphones under 50')).sort()).toEqual(['gr', 'jbl', 'kopf', 'slu']);
    expect(await ids('headphones over 300')).toEqual(['sony']);
    expect((await ids('headphones between 200 and 400 euros')).sort()).toEqual(['sony', 'sony-white']);
  });

  test('leave only what is there', async () => {
    const found = await ids('headphones in stock');
    expect(found).toEqual(expect.arrayContaining(['jbl', 'sony']));
    expect(found).not.toContain('sony-white');
  });

  test('that nothing passes are said to be so, with what there is without them', async () => {
    const { products, filtered } = await ask('headphones under 10');
    expect(filtered).toBe(false);
    expect(products.map(({ id }) => id)).toContain('jbl');
  });

  test('a brand of the store’s is known as one', async () => {
    const { brands } = await ask('sony headphones');
    expect(brands).toEqual([true, false]);
    expect((await ids('sony headphones')).slice(0, 2).sort()).toEqual(['sony', 'sony-white']);
  });
});

test('whatever is typed, another store’s products never come out', async () => {
  const other = await newStore();
  const own = async () => (await search(env.DB, other, understand('zebra', 'en').terms, [])).products.length;
  await bring(other, [fileOf('x.csv', 'id,title,link,price\nx,Zebra crossing,https://x.example/x,5 EUR')]);
  expect(await own()).toBe(1);
  for (const question of [
    'zebra',
    'zebra" OR store : "',
    'NOT zebra',
    'zebr*',
    'zebar crossing',
    '\0',
    '"',
    '*',
    '^zebra',
    '{title} : zebra',
  ])
    expect(await ids(question)).toEqual([]);
});

describe('in a large shop', () => {
  test('a search looks at a bounded number of rows', async () => {
    const store = await newStore();
    const lines = Array.from({ length: 3_000 }, (_, n) => `p${n},Black lamp ${n},https://x.example/${n},${n + 1} EUR`);
    await bring(store, [fileOf('x.csv', ['id,title,link,price', ...lines].join('\n'))]);
    let read = 0;
    const counting = new Proxy(env.DB, {
      get(db, name) {
        if (name === 'batch')
          return async (statements: D1PreparedStatement[]) => {
            const results = await db.batch(statements);
            for (const { meta } of results) read += meta.rows_read;
            return results;
          };
        return name === 'prepare' ? (sql: string) => db.prepare(sql) : undefined;
      },
    });
    const { products } = await search(counting, store, understand('black lamp', 'en').terms, []);
    expect(products).toHaveLength(60);
    expect(read).toBeLessThan(3_500);
  });
});
