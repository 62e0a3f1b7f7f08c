/** What the pages need to know of a product; the wiring maps it from what the import stored. */
export interface Product {
  id: string;
  title: string;
  description: string;
  price: Money;
  salePrice?: Money | undefined;
  availability: Availability;
  /** ISO 8601; when a pre-order or back order is expected to leave. */
  availableOn?: string | undefined;
  brand: string;
  /** The feed's product_type, broadest first: "Headphones > Over-ear". */
  category: string;
  colour?: string | undefined;
  /** Shared by the colours or sizes of one thing (item_group_id). */
  group?: string | undefined;
  /** Path or address of the picture. */
  imagePath: string;
  details: readonly Detail[];
}

export interface Money {
  /** Minor units: 4990 is €49.90. */
  amount: number;
  /** ISO 4217. */
  currency: string;
}

export type Availability = 'in_stock' | 'out_of_stock' | 'preorder' | 'backorder';

export interface Detail {
  section?: string | undefined;
  name: string;
  value: string;
}

export interface Article {
  slug: string;
  title: string;
  /** Markdown without front matter. */
  body: string;
  /** ISO date, "2026-10-02". */
  updated?: string | undefined;
}

export interface Category {
  slug: string;
  name: string;
  count: number;
}

/** Free delivery within Austria and Germany; the help articles name the same figures. */
export const delivery = { price: { amount: 490, currency: 'EUR' }, freeFrom: { amount: 8000, currency: 'EUR' } };

const formats = new Map<string, Intl.NumberFormat>();

export function formatMoney({ amount, currency }: Money): string {
  let format = formats.get(currency);
  if (!format) {
    format = new Intl.NumberFormat('en-IE', { style: 'currency', currency });
    formats.set(currency, format);
  }
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** "2027-01-18T08:00+01:00" or "2027-01-18" to "18 January 2027"; what is no date is returned as it came. */
export function formatDate(iso: string): string {
  // The day as written: a date read in another zone could show the day before.
  const day = new Date(`${iso.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return iso;
  return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

export function categoryName(product: Product): string {
  return product.category.split('>')[0]?.trim() ?? '';
}

export function categorySlug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Top-level categories in the order in which they first appear, with the number of cards that each shows. */
export function categoriesOf(products: readonly Product[]): Category[] {
  const found = new Map<string, Category>();
  for (const product of onePerGroup(products)) {
    const name = categoryName(product);
    const slug = categorySlug(name);
    const category = found.get(slug) ?? { slug, name, count: 0 };
    category.count += 1;
    found.set(slug, category);
  }
  return [...found.values()];
}

/** One card for all colours or sizes: the first that can be bought, else the first. */
export function onePerGroup(products: readonly Product[]): Product[] {
  const cards = new Map<string, Product>();
  for (const product of products) {
    const key = product.group ? `group ${product.group}` : product.id;
    const card = cards.get(key);
    if (!card || (card.availability === 'out_of_stock' && product.availability !== 'out_of_stock')) {
      cards.set(key, product);
    }
  }
  return [...cards.values()];
}

/** One of each category in turn, so that the first screen shows the whole range. */
export function mixed(cards: readonly Product[]): Product[] {
  const turns = new Map<string, number>();
  const placed = cards.map((card) => {
    const name = categoryName(card);
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    return { card, turn };
  });
  return placed.sort((a, b) => a.turn - b.turn).map(({ card }) => card);
}

export function versionsOf(product: Product, products: readonly Product[]): Product[] {
  return product.group ? products.filter((other) => other.group === product.group) : [product];
}

/** Titles end with what tells versions apart: "Ondaro Aria 2 …, black" is "Black". */
export function versionName(product: Product): string {
  const name = product.title.slice(product.title.lastIndexOf(', ') + 2);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
