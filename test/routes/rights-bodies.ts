/** What is sent through a door where the door alone is looked at. */

export const ROW = {
  id: 'a',
  hash: '0123456789abcdef',
  title: 'Lamp',
  description: '',
  url: 'https://shop.example/a',
  image: null,
  price: 4_990,
  salePrice: null,
  currency: 'EUR',
  availability: 'in_stock',
  brand: null,
  category: null,
  colour: null,
  mpn: null,
  gtin: null,
  groupId: null,
  details: [],
};

let replies = 0;
/** Each with a name of its own: there is one of each in a store. */
export const reply = () => ({ name: `hello${++replies}`, shared: true, texts: { en: 'Hello' } });
