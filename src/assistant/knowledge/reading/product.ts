import { LIMITS } from '../limits.ts';
import type { ProductRow } from '../rows.ts';
import { parsePrice } from './money.ts';
import { plainText } from './plain.ts';
import type { Fault } from './unreadable.ts';
import type { FeedItem } from './xml.ts';

/** A product as a store knows it. Prices in minor units of `currency`. */
export type Product = Omit<ProductRow, 'hash'>;

/** What exports leave out, and the merchant says once. */
export interface Defaults {
  /** For prices that name none. */
  currency?: string | undefined;
  /** Feeds say of each product whether it is in stock; in other files a missing word means that it is. */
  lenient?: boolean;
}

/** Without spaces, hyphens and underscores: feeds write `in_stock`, `in stock`, `InStock`. */
const AVAILABILITY: Record<string, Product['availability']> = {
  instock: 'in_stock',
  limitedavailability: 'in_stock',
  available: 'in_stock',
  yes: 'in_stock',
  true: 'in_stock',
  ja: 'in_stock',
  oui: 'in_stock',
  si: 'in_stock',
  tak: 'in_stock',
  да: 'in_stock',
  auflager: 'in_stock',
  outofstock: 'out_of_stock',
  unavailable: 'out_of_stock',
  discontinued: 'out_of_stock',
  no: 'out_of_stock',
  false: 'out_of_stock',
  nein: 'out_of_stock',
  non: 'out_of_stock',
  nie: 'out_of_stock',
  не: 'out_of_stock',
  soldout: 'out_of_stock',
  onbackorder: 'backorder',
  preorder: 'preorder',
  backorder: 'backorder',
};

/** Fields that say something about a product and have no column of their own. */
const AS_DETAILS = { size: 'Size', material: 'Material', pattern: 'Pattern', gender: 'Gender', age_group: 'Age group' };

/**
 * Checks one product of a feed (fields as in Google's product data specification).
 * @param now epoch ms, for sale prices that hold for a time only
 * @returns the product, or its faults joined into one, at the line of the first
 */
export function productOf(
  item: FeedItem,
  now: number,
  defaults: Defaults = {},
): { product: Product } | { fault: Fault } {
  // Where it was decoded in the wrong way, nothing of it can be trusted.
  if ([...item.fields.values()].some(({ text }) => text.includes('\uFFFD')))
    return {
      fault: { line: item.line, cause: 'It holds characters that cannot be read. Choose the file’s encoding.' },
    };
  // What seems to be missing then only is not where it belongs.
  if (item.faults.length > 0) return { fault: joined(item.faults) };
  const faults: Fault[] = [];
  const fault = (cause: string, line = item.line) => faults.push({ line, cause });
  const field = (name: string) => item.fields.get(`g:${name}`) ?? item.fields.get(name);
  const text = (name: string, limit: number) =>
    plainText(field(name)?.text ?? '')
      .slice(0, limit)
      .trim() || null;

  const id = idOf(item);
  if (!id) fault('It has no id.');
  else if (id.length > LIMITS.id) fault(`Its id is longer than ${LIMITS.id} characters.`, field('id')?.line);
  const title = text('title', LIMITS.title);
  if (!title) fault('It has no title.');

  const address = (name: string, what: string) => {
    const found = field(name);
    const raw = found?.text.trim().replaceAll('&amp;', '&') ?? '';
    if (!raw) return null;
    const url = webAddress(raw);
    if (!url) fault(`Its ${what} “${shown(raw)}” is no web address that begins with https:// or http://.`, found?.line);
    return url;
  };
  const url = address('link', 'link');
  if (!field('link')?.text.trim()) fault('It has no link.');
  const image = address('image_link', 'image link');

  const money = (name: string, what: string) => {
    const found = field(name);
    const raw = found?.text.trim();
    if (!raw) return null;
    const parsed = parsePrice(raw, defaults.currency);
    if (!parsed) fault(`Its ${what} “${shown(raw)}” cannot be read; write it like 49.90 EUR.`, found?.line);
    return parsed;
  };
  const price = money('price', 'price');
  const sale = money('sale_price', 'sale price');

  const stock = field('availability');
  const availability = stock?.text.trim() ? stockOf(stock.text) : defaults.lenient ? 'in_stock' : undefined;
  if (!stock?.text.trim() && !defaults.lenient) fault('It does not say whether it is in stock (availability).');
  else if (stock && !availability) fault(`Its availability “${shown(stock.text)}” is unknown.`, stock.line);

  if (faults.length > 0 || !id || !title || !url || !availability) return { fault: joined(faults) };
  const onSale =
    price &&
    sale &&
    sale.currency === price.currency &&
    sale.amount < price.amount &&
    holds(text('sale_price_effective_date', 80), now);
  return {
    product: {
      id,
      title,
      description: text('description', LIMITS.description) ?? text('summary', LIMITS.description) ?? '',
      url,
      image,
      price: price?.amount ?? null,
      salePrice: onSale ? sale.amount : null,
      currency: price?.currency ?? null,
      availability,
      brand: text('brand', LIMITS.short),
      category: text('product_type', LIMITS.short) ?? text('google_product_category', LIMITS.short),
      colour: text('color', LIMITS.short),
      mpn: text('mpn', LIMITS.short),
      gtin: text('gtin', LIMITS.short),
      groupId: text('item_group_id', LIMITS.id),
      details: detailsOf(item, text),
    },
  };
}

/** A word for it, or how many there are. */
function stockOf(text: string): Product['availability'] | undefined {
  const plain = text.toLowerCase().replace(/^\s*https?:\/\/schema\.org\/|[\s_-]+/g, '');
  if (/^-?\d+(?:[.,]\d+)?$/.test(text.trim())) return Number.parseFloat(text) > 0 ? 'in_stock' : 'out_of_stock';
  return AVAILABILITY[plain];
}

/** The id of a product of a feed, where it can be read: also that of a broken one. */
export const idOf = (item: FeedItem): string | null =>
  (item.fields.get('g:id') ?? item.fields.get('id'))?.text.replace(/\s+/g, ' ').trim() || null;

/** Every fault of a product as one, at the line of the first. */
function joined(faults: Fault[]): Fault {
  const [first] = [...faults].sort((a, b) => a.line - b.line);
  return { line: first?.line ?? 0, cause: [...new Set(faults.map((f) => f.cause))].join(' ') };
}

function detailsOf(item: FeedItem, text: (name: string, limit: number) => string | null): Product['details'] {
  const own = item.details.map(({ name, value }) => ({ name: plainText(name), value: plainText(value) }));
  const fields = Object.entries(AS_DETAILS).map(([name, label]) => ({
    name: label,
    value: text(name, LIMITS.short) ?? '',
  }));
  return [...own, ...fields]
    .filter(({ name, value }) => name && value)
    .slice(0, LIMITS.details)
    .map(({ name, value }) => ({ name: name.slice(0, LIMITS.short), value: value.slice(0, LIMITS.short) }));
}

/** Only http(s), so that a link made of it is safe to open. */
export function webAddress(text: string): string | null {
  if (text.length > LIMITS.url || !/^https?:\/\//i.test(text) || /[\s<>"]/.test(text)) return null;
  return URL.canParse(text) ? text : null;
}

/** Whether a sale holds at `now`; `2026-11-01T00:00+0100/2026-11-08T23:59+0100`, nothing means always. */
function holds(period: string | null, now: number): boolean {
  const [from, to] = (period ?? '').split('/').map((at) => Date.parse(at.trim().replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));
  if (from === undefined || to === undefined) return true;
  return !(from > now) && !(to < now);
}

const shown = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
};
