import type { Cell } from './shopify.ts';
import type { TableRow } from './table.ts';
import type { FeedItem } from './xml.ts';

/** WooCommerce's product export: a variable product is followed by its variations, which name it as their parent. */

interface Parent {
  row: TableRow;
  variations: number;
}

/** Variations stand near their parent; these many parents are remembered. */
const REMEMBERED = 2_000;

/**
 * @param site where the shop is: the export holds no links
 * @param left counts what is left out on purpose
 */
export function woocommerce(cell: Cell, site: string, left: () => void): (row: TableRow) => FeedItem | null {
  const parents = new Map<string, Parent>();
  const remember = (row: TableRow) => {
    const parent = { row, variations: 0 };
    for (const key of [`id:${cell(row, 'ID')}`, cell(row, 'SKU')]) if (key && key !== 'id:') parents.set(key, parent);
    for (const key of parents.keys()) if (parents.size > REMEMBERED) parents.delete(key);
  };
  return (row) => {
    const types = cell(row, 'Type').toLowerCase();
    const hidden = cell(row, 'Published') === '0' || cell(row, 'Published') === '-1';
    if (hidden || cell(row, 'Visibility in catalog') === 'hidden') {
      left();
      return null;
    }
    if (/\bvariable\b/.test(types)) {
      remember(row);
      return null;
    }
    if (!/\bvariation\b/.test(types)) return itemOf(cell, row, null, site);
    return itemOf(cell, row, parents.get(cell(row, 'Parent'))?.row ?? null, site);
  };
}

const MOST_ATTRIBUTES = 12;

function itemOf(cell: Cell, row: TableRow, parent: TableRow | null, site: string): FeedItem {
  const fields: FeedItem['fields'] = new Map();
  const put = (name: string, text: string) => text !== '' && fields.set(name, { line: row.line, text });
  const own = (head: string) => cell(row, head) || (parent ? cell(parent, head) : '');
  const attributes = Array.from({ length: MOST_ATTRIBUTES }, (_, n) => ({
    name: own(`Attribute ${n + 1} name`),
    value: cell(row, `Attribute ${n + 1} value(s)`),
  })).filter(({ name, value }) => name && value);
  const attribute = (name: RegExp) => attributes.find((a) => name.test(a.name))?.value ?? '';
  const id = cell(row, 'ID');
  const page = parent ? cell(parent, 'ID') : id;
  put('id', cell(row, 'SKU') || id);
  put('title', titleOf(cell, row, parent, attributes));
  put('description', own('Description') || own('Short description'));
  put(
    'link',
    cell(row, 'External URL') || `${site.replace(/\/+$/, '')}/?post_type=product&p=${encodeURIComponent(page)}`,
  );
  put('image_link', (own('Images').split(/,\s*(?=https?:)/)[0] ?? '').trim());
  put('price', cell(row, 'Regular price'));
  put('sale_price', cell(row, 'Sale price'));
  put('sale_price_effective_date', saleOf(cell(row, 'Date sale price starts'), cell(row, 'Date sale price ends')));
  put('availability', stockOf(cell, row));
  put('brand', own('Brands') || own('Brand') || attribute(/^(brand|marke|marque|marca|merk)$/i));
  // "Home > Lamps, Sale": the first one.
  put('product_type', own('Categories').split(/(?<!\\),\s*/)[0] ?? '');
  put('color', attribute(/colou?r|farbe|couleur|kleur|kolor|цвят|колір/i));
  put('size', attribute(/size|größe|taille|talla|maat|rozmiar|размер|розмір/i));
  put('mpn', cell(row, 'SKU'));
  put('gtin', cell(row, 'GTIN, UPC, EAN, or ISBN'));
  put('item_group_id', parent ? cell(parent, 'SKU') || cell(parent, 'ID') : '');
  const weight = own('Weight (kg)');
  const details = weight ? [...attributes, { name: 'Weight', value: `${weight} kg` }] : attributes;
  return { line: row.line, fields, details, faults: [] };
}

/** A variation's own name says which one it is, as a rule; otherwise its parent's and what it is told apart by. */
function titleOf(cell: Cell, row: TableRow, parent: TableRow | null, attributes: { value: string }[]): string {
  const name = cell(row, 'Name');
  const family = parent ? cell(parent, 'Name') : '';
  if (name !== '' && name !== family) return name;
  return [family || name, attributes.map(({ value }) => value).join(' / ')].filter(Boolean).join(' – ');
}

function stockOf(cell: Cell, row: TableRow): string {
  const said = cell(row, 'In stock?').toLowerCase();
  if (said === 'backorder') return 'backorder';
  if (said !== '0') return 'in stock';
  const backorders = cell(row, 'Backorders allowed?').toLowerCase();
  return backorders === '1' || backorders === 'notify' ? 'backorder' : 'out of stock';
}

const saleOf = (from: string, to: string): string =>
  from || to ? `${from || '1970-01-01'}/${to ? `${to.slice(0, 10)}T23:59:59` : '9999-12-31'}` : '';
