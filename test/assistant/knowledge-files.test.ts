import { describe, expect, test } from 'vitest';
import { parsePrice } from '../../src/assistant/knowledge/reading/money';
import { inspect, type KnowledgeFile, type Read, readRows } from '../../src/assistant/knowledge/reading/read';
import type { Reading } from '../../src/assistant/knowledge/rows';
import { fileOf } from './importing';

/** Files as merchants have them: recognised, read as they come, and refused or cleaned where they are bad. */

interface Result {
  format: string;
  rows: Extract<Read, { row: unknown }>['row'][];
  bad: { line: number; cause: string }[];
  complete: boolean;
  left: number;
}

async function read(file: KnowledgeFile, more: Partial<Reading> = {}): Promise<Result> {
  const { format, mapping } = await inspect(file, more.encoding);
  const notes = { complete: true, left: 0 };
  const result: Result = { format, rows: [], bad: [], ...notes };
  const reading: Reading = { format, ...(format === 'csv' && { mapping }), ...more };
  for await (const one of readRows(file, reading, notes, Date.UTC(2026, 5, 1))) {
    if ('row' in one) result.rows.push(one.row);
    else result.bad.push({ line: one.line, cause: one.cause });
  }
  return { ...result, ...notes };
}

/** Bytes in another encoding than JavaScript's own; only what these tests need of each. */
const bytesOf = (text: string, code: (sign: number) => number[]) =>
  new Uint8Array([...text].flatMap((sign) => code(sign.codePointAt(0) ?? 0)));
const utf16 = (text: string) => bytesOf(`\uFEFF${text}`, (sign) => [sign & 0xff, sign >> 8]);
const windows1251 = (text: string) => bytesOf(text, (sign) => [sign >= 0x410 && sign <= 0x44f ? sign - 0x350 : sign]);
const latin1 = (text: string) => bytesOf(text, (sign) => [sign]);

describe('a Shopify export', () => {
  const HEAD =
    'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Variant Image,Status';
  const file = fileOf(
    'products_export.csv',
    [
      HEAD,
      'tee,Linen tee,"<p>Soft.<br>\nMade to last.</p><script>x()</script>",Acme,Shirts,,true,Color,Red,Size,S,TEE-R-S,shopify,3,deny,19.90,29.90,\'4006381333931,https://cdn.example/tee.jpg,https://cdn.example/red.jpg,active',
      'tee,,,,,,,,Blue,,M,TEE-B-M,shopify,0,deny,29.90,,,https://cdn.example/2.jpg,,',
      'tee,,,,,,,,,,,,,,,,,,https://cdn.example/3.jpg,,',
      'mug,Mug,Holds tea.,Acme,Cups,,true,Title,Default Title,,,,,,deny,9.00,,,,,active',
      'secret,Not yet,,Acme,,,true,Title,Default Title,,,S1,,,deny,9.00,,,,,draft',
    ].join('\r\n'),
  );

  test('brings each variant, with the words of its product', async () => {
    const { format, rows, bad, left } = await read(file, { site: 'https://shop.example/', currency: 'EUR' });
    expect({ format, bad, left }).toEqual({ format: 'shopify', bad: [], left: 1 });
    expect(rows).toMatchObject([
      {
        id: 'TEE-R-S',
        title: 'Linen tee – Red / S',
        description: 'Soft. Made to last.',
        groupId: 'tee',
        brand: 'Acme',
        url: 'https://shop.example/products/tee',
        price: 2_990,
        salePrice: 1_990,
        currency: 'EUR',
        colour: 'Red',
        availability: 'in_stock',
        image: 'https://cdn.example/red.jpg',
        gtin: '4006381333931',
      },
      { id: 'TEE-B-M', title: 'Linen tee – Blue / M', price: 2_990, salePrice: null, availability: 'out_of_stock' },
      { id: 'mug', title: 'Mug', price: 900, availability: 'in_stock', url: 'https://shop.example/products/mug' },
    ]);
  });

  test('says what it needs to know', async () => {
    await expect(read(file)).rejects.toThrow('Say where the shop is');
  });
});

test('a WooCommerce export brings variations with the words of their parent', async () => {
  const head =
    'ID,Type,SKU,Name,Published,"Is featured?","Visibility in catalog","Short description",Description,"In stock?",Stock,"Backorders allowed?","Weight (kg)","Sale price","Regular price",Categories,Images,Parent,"Attribute 1 name","Attribute 1 value(s)"';
  const file = fileOf(
    'wc-product-export.csv',
    [
      head,
      '10,variable,HOODIE,Hoodie,1,0,visible,Warm.,"<b>Warm</b> and wide.",1,,0,0.5,,,"Clothing > Hoodies, Sale","https://shop.example/h.jpg, https://shop.example/h2.jpg",,Colour,"Blue, Green"',
      '11,variation,HOODIE-B,"Hoodie - Blue",1,0,visible,,,1,4,0,,35,45,,,id:10,Colour,Blue',
      '12,variation,,Hoodie,1,0,visible,,,0,0,notify,,,45,,,HOODIE,Colour,Green',
      '13,simple,CAP,Cap,1,0,visible,,Keeps the sun out.,1,,0,,,12.5,Clothing,,,,',
      '14,simple,OLD,Old,0,0,visible,,,1,,0,,,12.5,Clothing,,,,',
    ].join('\n'),
  );
  const { format, rows, bad, left } = await read(file, { site: 'https://shop.example', currency: 'EUR' });
  expect({ format, bad, left }).toEqual({ format: 'woocommerce', bad: [], left: 1 });
  expect(rows).toMatchObject([
    {
      id: 'HOODIE-B',
      title: 'Hoodie - Blue',
      description: 'Warm and wide.',
      category: 'Clothing > Hoodies',
      colour: 'Blue',
      price: 4_500,
      salePrice: 3_500,
      groupId: 'HOODIE',
      image: 'https://shop.example/h.jpg',
      url: 'https://shop.example/?post_type=product&p=10',
      details: [
        { name: 'Colour', value: 'Blue' },
        { name: 'Weight', value: '0.5 kg' },
      ],
    },
    { id: '12', title: 'Hoodie – Green', availability: 'backorder' },
    { id: 'CAP', title: 'Cap', price: 1_250, groupId: null },
  ]);
});

describe('other tables and lists', () => {
  test('a Google feed as a table', async () => {
    const { format, rows } = await read(
      fileOf(
        'feed.txt',
        'id\ttitle\tlink\tprice\tavailability\tproduct detail\n1\tLamp\thttps://x.example/1\t5 EUR\tin_stock\tGeneral:Power:5 W,General:Colour:Red\n',
      ),
    );
    expect(format).toBe('google-tsv');
    expect(rows).toMatchObject([
      {
        id: '1',
        details: [
          { name: 'Power', value: '5 W' },
          { name: 'Colour', value: 'Red' },
        ],
      },
    ]);
  });

  test('columns of its own are guessed, and may be said', async () => {
    const file = fileOf(
      'x.csv',
      'Artikelnummer;Bezeichnung;Preis;Bestand;Adresse;Hersteller\n7;Lampe;"1.299,00 €";0;https://x.example/7;Müller\n',
    );
    expect((await inspect(file)).mapping).toEqual({
      id: 'Artikelnummer',
      title: 'Bezeichnung',
      price: 'Preis',
      availability: 'Bestand',
      link: 'Adresse',
      brand: 'Hersteller',
    });
    expect((await read(file)).rows).toMatchObject([
      { id: '7', title: 'Lampe', price: 129_900, availability: 'out_of_stock', brand: 'Müller' },
    ]);
    const said = { id: 'Artikelnummer', title: 'Hersteller', link: 'Adresse' };
    expect((await read(file, { mapping: said })).rows).toMatchObject([{ title: 'Müller', price: null }]);
    await expect(read(file, { mapping: { title: 'Bezeichnung' } })).rejects.toThrow('No column is the link');
  });

  test.each([
    [
      'a list',
      '[{"id":1,"name":"Lamp","url":"https://x.example/1","price":"5 EUR"},\n{"id":2,"name":"Lamp \\"}{\\"","url":"https://x.example/2","price":{"amount":5,"currency":"EUR"},"images":[{"src":"https://x.example/2.jpg"}]}]',
    ],
    [
      'a list in an object',
      '{"count": 2, "products": [{"id":1,"name":"Lamp","url":"https://x.example/1","price":"5 EUR"},\n{"id":2,"name":"Lamp \\"}{\\"","url":"https://x.example/2","price":5,"currency":"EUR","image":"https://x.example/2.jpg"}]}',
    ],
    [
      'a line each',
      '{"id":1,"name":"Lamp","url":"https://x.example/1","price":"5 EUR"}\n{"id":2,"name":"Lamp \\"}{\\"","url":"https://x.example/2","price":5,"currency":"EUR","image":["https://x.example/2.jpg"]}\n',
    ],
  ])('JSON as %s', async (_, text) => {
    const { format, rows, bad } = await read(fileOf('x.json', text));
    expect({ format, bad }).toEqual({ format: 'json', bad: [] });
    expect(rows).toMatchObject([
      { id: '1', title: 'Lamp', price: 500, currency: 'EUR' },
      { id: '2', title: 'Lamp "}{"', price: 500, image: 'https://x.example/2.jpg' },
    ]);
  });

  test('JSON that is broken in one place is read around it', async () => {
    const text =
      '[\n{"id":1,"name":"A","url":"https://x.example/1"},\n{"id":2,"name":},\n{"id":3,"name":"C","url":"https://x.example/3"}\n]';
    const { rows, bad } = await read(fileOf('x.json', text));
    expect(rows.map(({ id }) => id)).toEqual(['1', '3']);
    expect(bad).toEqual([{ line: 3, cause: 'This is not proper JSON.' }]);
    expect((await read(fileOf('x.json', text.slice(0, -20)))).complete).toBe(false);
  });

  test('questions and answers', async () => {
    const { format, rows, bad } = await read(
      fileOf(
        'faq.csv',
        'Question,Answer,URL\n"How long is the warranty?","Two years.",https://x.example/w\nWhere are you?,\n,Nothing\n',
      ),
    );
    expect(format).toBe('questions');
    expect(rows).toMatchObject([
      {
        id: 'How long is the warranty?',
        url: 'https://x.example/w',
        passages: [{ heading: 'How long is the warranty?', text: 'Two years.' }],
      },
    ]);
    expect(bad).toEqual([
      { line: 3, cause: 'It has no answer.' },
      { line: 4, cause: 'It has no question.' },
    ]);
  });

  test('an HTML page keeps its headings, and loses what is no text of its own', async () => {
    const html = `<!DOCTYPE html><html><head><title>Returns – Shop</title><link rel="canonical" href="https://x.example/returns">
<script>alert("a")</script><style>p{}</style></head><body><nav><a href="/">Home</a></nav><h1>Returns</h1><p>Within <b>30</b> days.</p>
<h2>How</h2><ol><li>Print<li>Pack</ol><table><tr><th>To</th><th>Cost</th></tr><tr><td>AT</td><td>€4.90</td></tr></table>
<p onclick="evil()">Fine &amp; dandy</p><footer>© Shop</footer></body></html>`;
    const { format, rows } = await read(fileOf('returns.html', html));
    expect(format).toBe('html');
    expect(rows).toMatchObject([
      {
        id: 'returns',
        title: 'Returns',
        url: 'https://x.example/returns',
        passages: [
          { heading: 'Returns', text: 'Within 30 days.' },
          { heading: 'How', text: '– Print\n– Pack\nTo: Cost\nAT: €4.90\nFine & dandy' },
        ],
      },
    ]);
  });
});

describe('encodings', () => {
  const text = (word: string) => `id,title,link,price\n1,${word},https://x.example/1,5 EUR\n`;
  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['UTF-16', utf16(text('Безжични слушалки')), 'Безжични слушалки'],
    ['UTF-16 without a mark', utf16(text('Lamp for Zoë')).slice(2), 'Lamp for Zoë'],
    ['Windows-1251', windows1251(text('Безжични слушалки')), 'Безжични слушалки'],
    ['Windows-1252', latin1(text('Kopfhörer für Läufer')), 'Kopfhörer für Läufer'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text('Käse')}`), 'Käse'],
  ])('%s is found out', async (_, bytes, title) => {
    expect((await read(fileOf('x.csv', bytes))).rows).toMatchObject([{ id: '1', title }]);
  });

  test('chosen wrongly, rows that cannot be read are named', async () => {
    const { rows, bad } = await read(fileOf('x.csv', windows1251(text('Безжични слушалки'))), { encoding: 'utf-8' });
    expect(rows).toEqual([]);
    expect(bad).toEqual([{ line: 2, cause: 'It holds characters that cannot be read. Choose the file’s encoding.' }]);
  });
});

describe('what is refused, and says why', () => {
  const zip = Uint8Array.from([0x50, 0x4b, 3, 4, ...new Uint8Array(500)]);
  test.each<[string, string, string | Uint8Array<ArrayBuffer>, string]>([
    ['a zip bomb', 'feed.csv', zip, 'ZIP or Excel'],
    ['gzip', 'feed.xml', Uint8Array.from([0x1f, 0x8b, 8, 0]), 'GZIP'],
    ['a PDF', 'x.csv', '%PDF-1.7', 'PDF'],
    ['a picture', 'x.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'no text file'],
    ['an empty file', 'x.csv', '', 'empty'],
    ['one word', 'x.csv', 'hello', 'no table'],
    [
      'entities of entities',
      'x.xml',
      `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">${'abcdefgh'
        .split('')
        .map((n, i, all) => `<!ENTITY ${all[i + 1] ?? 'z'} "${`&${n};`.repeat(10)}">`)
        .join('')}]><rss><channel>&z;</channel></rss>`,
      'document type',
    ],
    [
      'ten thousand columns',
      'x.csv',
      `${Array.from({ length: 10_000 }, (_, n) => ['id', 'title', 'link'][n] ?? `c${n}`).join(',')}\n1,Lamp,https://x.example/1\n`,
      'more than 500 columns',
    ],
    ['elements without end', 'x.xml', `<rss>${'<a>'.repeat(10_000)}`, 'deeper'],
    ['values without end', 'x.json', '['.repeat(10_000), 'deeper'],
  ])('%s', async (_, name, content, says) => {
    await expect(read(fileOf(name, content))).rejects.toThrow(says);
  });

  test('a quote that is never closed ends the reading, and removes nothing', async () => {
    const { rows, bad, complete } = await read(
      fileOf(
        'x.csv',
        'id,title,link\n1,Lamp,https://x.example/1\n2,"Lamp,https://x.example/2\n3,Lamp,https://x.example/3\n',
      ),
    );
    expect(rows.map(({ id }) => id)).toEqual(['1']);
    expect(bad).toMatchObject([{ line: 3, cause: expect.stringContaining('never closed') }]);
    expect(complete).toBe(false);
  });
});

test('markup in texts comes in as plain words', async () => {
  const html = '"<img src=x onerror=alert(1)><script>alert(2)</script><p>Bright<br>and &lt;warm&gt;</p><!-- x -->"';
  const { rows } = await read(
    fileOf('x.csv', `id,title,link,description\n1,<b>Lamp</b><script>x</script>,https://x.example/1,${html}\n`),
  );
  expect(rows).toMatchObject([{ title: 'Lamp', description: 'Bright and <warm>' }]);
});

test('what turns words around, and controls, come in with no text, however they are written', async () => {
  const lamp = 'La\u202emp\u0007 &#x202e;€5';
  const table = await read(fileOf('x.csv', `id,title,link,description\n1,${lamp},https://x.example/1,${lamp}\n`));
  const json = await read(fileOf('x.json', JSON.stringify([{ id: 1, title: lamp, link: 'https://x.example/1' }])));
  expect([table.rows, json.rows]).toMatchObject([
    [{ title: 'Lamp €5', description: 'Lamp €5' }],
    [{ title: 'Lamp €5' }],
  ]);
  const article = await read(fileOf('care.md', `# ${lamp}\n\nKeep the ${lamp}.\n`));
  expect(JSON.stringify(article.rows)).not.toMatch(/\\u0007|\u202e/);
  expect(article.rows).toMatchObject([{ title: 'Lamp €5', passages: [{ text: 'Keep the Lamp €5.' }] }]);
});

test.each<[string, string | undefined, { amount: number; currency: string } | null]>([
  ['1.299,00 лв', undefined, { amount: 129_900, currency: 'BGN' }],
  ['1 299,00 €', undefined, { amount: 129_900, currency: 'EUR' }],
  ['1\u00a0299,00\u202f€', undefined, { amount: 129_900, currency: 'EUR' }],
  ['$1,299.00', undefined, { amount: 129_900, currency: 'USD' }],
  ['$1,299.00', 'CAD', { amount: 129_900, currency: 'CAD' }],
  ['US$ 5', 'CAD', { amount: 500, currency: 'USD' }],
  ['1299', 'EUR', { amount: 129_900, currency: 'EUR' }],
  ['1299', undefined, null],
  ['49,90 zł', undefined, { amount: 4_990, currency: 'PLN' }],
  ['1 499 грн.', undefined, { amount: 149_900, currency: 'UAH' }],
  ['1.250,50 TL', undefined, { amount: 125_050, currency: 'TRY' }],
  ['499 kr', 'NOK', { amount: 49_900, currency: 'NOK' }],
  ['5,- €', undefined, { amount: 500, currency: 'EUR' }],
  ['¥1500', undefined, { amount: 1_500, currency: 'JPY' }],
  ['on request', 'EUR', null],
  ['-5', 'EUR', null],
])('the price %s (%s)', (text, currency, money) => {
  expect(parsePrice(text, currency)).toEqual(money);
});

test('a feed of 200 MB is read as it comes', { timeout: 120_000 }, async () => {
  const item = (n: number) =>
    `<item><g:id>p${n}</g:id><title>Lamp ${n}</title><g:description><![CDATA[${'Bright & warm. '.repeat(6_000)}]]></g:description><g:link>https://x.example/${n}</g:link><g:price>5 EUR</g:price><g:availability>in_stock</g:availability></item>\n`;
  const size = item(0).length;
  const items = Math.ceil((200 * 1024 * 1024) / size);
  const encoder = new TextEncoder();
  let made = 0;
  let taken = 0;
  let ahead = 0;
  const stream = () => {
    made = 0;
    return new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (made === 0) controller.enqueue(encoder.encode('<rss xmlns:g="http://base.google.com/ns/1.0"><channel>'));
          controller.enqueue(encoder.encode(item(made++)));
          ahead = Math.max(ahead, made - taken);
          if (made >= items) {
            controller.enqueue(encoder.encode('</channel></rss>'));
            controller.close();
          }
        },
      },
      { highWaterMark: 0 },
    );
  };
  const notes = { complete: false, left: 0 };
  for await (const one of readRows({ name: 'feed.xml', stream }, { format: 'google' }, notes, 0)) {
    taken++;
    if ('row' in one && 'description' in one.row) expect(one.row.description.length).toBeLessThanOrEqual(5_000);
  }
  expect(taken).toBe(items);
  expect(notes.complete).toBe(true);
  // Never more than a few pieces of it exist at a time.
  expect(ahead * size).toBeLessThan(2_000_000);
});

/** Heads as the plugin writes them in these languages: id, type, SKU, name, published, visibility, description, stock, prices … */
const LOCALISED: [lang: string, heads: string][] = [
  [
    'de',
    'ID,Typ,Artikelnummer,Name,Veröffentlicht,Sichtbarkeit im Katalog,Beschreibung,Vorrätig?,Lieferrückstande erlaubt?,Gewicht (kg),Angebotspreis,Regulärer Preis,Kategorien,Bilder,Übergeordnetes Produkt,Attribut 1 Name,Attribut 1 Wert(e)',
  ],
  [
    'fr',
    "ID,Type,UGS,Nom,Publié,Visibilité dans le catalogue,Description,En stock ?,Autoriser les commandes de produits en rupture ?,Poids (kg),Tarif promo,Tarif régulier,Catégories,Images,Parent,Nom de l'attribut 1,Valeur(s) de l'attribut 1",
  ],
  [
    'es',
    'ID,Tipo,SKU,Nombre,Publicado,Visibilidad en el catálogo,Descripción,¿Existencias?,¿Permitir reservas de productos agotados?,Peso (kg),Precio rebajado,Precio normal,Categorías,Imágenes,Superior,Nombre del atributo 1,Valor(es) del atributo 1',
  ],
  [
    'it',
    'ID,Tipo,COD,Nome,Pubblicato,Visibilità nel catalogo,Descrizione,In stock?,Abilita gli ordini arretrati?,Peso (kg),Prezzo in offerta,Prezzo di listino,Categorie,Immagini,Genitore,Attributo 1 nome,Attributo 1 valuta(e)',
  ],
  [
    'nl',
    'ID,Type,Artikelnummer,Naam,Gepubliceerd,Zichtbaarheid in catalogus,Beschrijving,Op voorraad?,Nabestellingen toestaan?,Gewicht (kg),Actieprijs,Reguliere prijs,Categorieën,Afbeeldingen,Hoofd,Naam eigenschap 1,Waarde eigenschap 1',
  ],
  [
    'pl',
    'ID,Typ,SKU,Nazwa,Opublikowano,Widoczność w katalogu,Opis,W magazynie?,Pozwalać na zamówienia oczekujące (na dostawę do magazynu)?,Waga (kg),Cena promocyjna,Cena,Kategorie,Obrazki,Element nadrzędny,Nazwa atrybutu 1,Wartości atrybutu 1',
  ],
  [
    'bg',
    'ID,Вид,Код,Име,Публикувано,Видимост в каталога,Описание,В наличност?,Разрешаване на поръчки при изчерпани наличности?,Тегло (kg),Промоционална цена:,Редовна цена:,Категории,Изображения,Родителски,Име на атрибута 1,Стойност(и) на атрибута 1',
  ],
];

test.each(LOCALISED)('a WooCommerce export from a shop whose dashboard is in “%s” is read as one', async (_, heads) => {
  const file = fileOf(
    'export.csv',
    [
      heads,
      '10,variable,HOODIE,Hoodie,1,visible,Warm.,1,0,0.5,,,Clothing > Hoodies,https://shop.example/h.jpg,,Colour,"Blue, Green"',
      '11,variation,HOODIE-B,"Hoodie - Blue",1,visible,,0,notify,,35,45,,,id:10,Colour,Blue',
      '12,simple,OLD,Old,0,visible,,1,0,,,12,Clothing,,,,',
      '13,simple,SECRET,Secret,1,hidden,,1,0,,,12,Clothing,,,,',
    ].join('\n'),
  );
  const { format, rows, bad, left } = await read(file, { site: 'https://shop.example', currency: 'EUR' });
  expect({ format, bad, left }).toEqual({ format: 'woocommerce', bad: [], left: 2 });
  expect(rows).toMatchObject([
    {
      id: 'HOODIE-B',
      title: 'Hoodie - Blue',
      description: 'Warm.',
      category: 'Clothing > Hoodies',
      price: 4_500,
      salePrice: 3_500,
      availability: 'backorder',
      groupId: 'HOODIE',
      image: 'https://shop.example/h.jpg',
      details: [
        { name: 'Colour', value: 'Blue' },
        { name: 'Weight', value: '0.5 kg' },
      ],
    },
  ]);
});

test('a table with a few of the same heads stays a table of its own', async () => {
  const { format } = await inspect(fileOf('x.csv', 'ID,Typ,SKU,Nazwa,Cena,Link\n1,x,y,Lampa,5,https://x.example/1'));
  expect(format).toBe('csv');
});

test('JSON whose fields say nothing is read by what the merchant says they are', async () => {
  const file = fileOf(
    'x.json',
    '[{"x1": "a"}, {"x1": "a", "bez": "Lampa", "wo": "https://x.example/1", "geld": "5 EUR"}]',
  );
  expect(await inspect(file)).toMatchObject({ format: 'json', heads: ['x1', 'bez', 'wo', 'geld'], mapping: {} });
  const { rows } = await read(file, { mapping: { id: 'x1', title: 'bez', link: 'wo', price: 'geld' } });
  expect(rows).toMatchObject([{ id: 'a', title: 'Lampa', url: 'https://x.example/1', price: 500 }]);
});

test('products that nothing is called an id of are told apart by their links, where the merchant chose those', async () => {
  const row = { bez: 'Lamp', wo: 'https://shop.example/lamp', geld: '49,90' };
  const mapping = { title: 'bez', link: 'wo', price: 'geld' };
  const asJson = await read(fileOf('x.json', JSON.stringify([row])), { mapping, currency: 'EUR' });
  const asTable = await read(fileOf('x.csv', 'bez;wo;geld\nLamp;https://shop.example/lamp;49,90\n'), {
    mapping,
    currency: 'EUR',
  });
  for (const { rows, bad } of [asJson, asTable])
    expect({ rows, bad }).toMatchObject({ rows: [{ id: 'https://shop.example/lamp', price: 4990 }], bad: [] });
});
