import type { TableRow } from './table.ts';
import type { FeedItem } from './xml.ts';

/** Shopify's product export: a product's first row says what it is, further rows are its variants and pictures. */

export type Cell = (row: TableRow, ...heads: string[]) => string;

interface Shown {
  handle: string;
  title: string;
  description: string;
  brand: string;
  category: string;
  image: string;
  options: string[];
  hidden: boolean;
  variants: number;
}

/**
 * @param site where the shop is: the export holds no links
 * @param left counts what is left out on purpose: drafts, and what is not in the shop
 */
export function shopify(cell: Cell, site: string, left: () => void): (row: TableRow) => FeedItem | null {
  let product: Shown | null = null;
  return (row) => {
    const handle = cell(row, 'Handle', 'URL handle');
    if (handle !== '' && handle !== product?.handle) product = productOf(cell, row, handle);
    if (!product)
      return {
        line: row.line,
        fields: new Map(),
        details: [],
        faults: [{ line: row.line, cause: 'It has no handle.' }],
      };
    const price = cell(row, 'Variant Price', 'Price');
    // Only one more picture.
    if (price === '' && product.variants > 0) return null;
    if (product.hidden) {
      if (product.variants++ === 0) left();
      return null;
    }
    return variantOf(cell, row, product, price, site);
  };
}

function productOf(cell: Cell, row: TableRow, handle: string): Shown {
  const status = cell(row, 'Status').toLowerCase();
  const published = cell(row, 'Published', 'Published on online store').toLowerCase();
  return {
    handle,
    title: cell(row, 'Title'),
    description: cell(row, 'Body (HTML)', 'Description'),
    brand: cell(row, 'Vendor'),
    category: cell(row, 'Type') || cell(row, 'Product Category'),
    image: cell(row, 'Image Src', 'Product image URL'),
    options: [1, 2, 3].map((n) => cell(row, `Option${n} Name`)),
    hidden: (status !== '' && status !== 'active') || published === 'false',
    variants: 0,
  };
}

function variantOf(cell: Cell, row: TableRow, product: Shown, price: string, site: string): FeedItem {
  product.variants++;
  const values = [1, 2, 3].map((n) => cell(row, `Option${n} Value`));
  const said = values.filter((value) => value !== '' && value !== 'Default Title');
  const sku = cell(row, 'Variant SKU', 'SKU').replace(/^'/, '');
  const option = (name: RegExp) => values[product.options.findIndex((head) => name.test(head))] ?? '';
  const compare = cell(row, 'Variant Compare At Price', 'Compare-at price');
  const onSale = Number(compare) > Number(price);
  const fields: FeedItem['fields'] = new Map();
  const put = (name: string, text: string) => text !== '' && fields.set(name, { line: row.line, text });
  put('id', sku || [product.handle, ...said].join('-').slice(0, 100));
  put('title', said.length > 0 && product.title ? `${product.title} – ${said.join(' / ')}` : product.title);
  put('description', product.description);
  put('link', `${site.replace(/\/+$/, '')}/products/${encodeURIComponent(product.handle)}`);
  put('image_link', cell(row, 'Variant Image', 'Variant image URL') || product.image);
  put('price', onSale ? compare : price);
  put('sale_price', onSale ? price : '');
  put('availability', stockOf(cell, row));
  put('brand', product.brand);
  put('product_type', product.category);
  put('color', option(/colou?r|farbe|couleur|kleur|kolor|цвят|колір/i));
  put('size', option(/size|größe|taille|talla|maat|rozmiar|размер|розмір/i));
  put('mpn', sku);
  put('gtin', cell(row, 'Variant Barcode', 'Barcode').replace(/^'/, ''));
  put('item_group_id', product.handle.slice(0, 100));
  const details = product.options.flatMap((name, n) => {
    const value = values[n] ?? '';
    return name && value && value !== 'Default Title' ? [{ name, value }] : [];
  });
  return { line: row.line, fields, details, faults: [] };
}

/** What is not counted, or may be sold without, is in stock. */
function stockOf(cell: Cell, row: TableRow): string {
  const count = cell(row, 'Variant Inventory Qty', 'Inventory quantity');
  const policy = cell(row, 'Variant Inventory Policy', 'Continue selling when out of stock').toLowerCase();
  const tracker = cell(row, 'Variant Inventory Tracker', 'Inventory tracker');
  if (count === '' || tracker === '' || Number(count) > 0) return 'in stock';
  return policy === 'continue' ? 'backorder' : 'out of stock';
}
