import type { CustomerFrame } from '../../src/protocol/customer';
import type { Cart, Facts, Order } from '../api';

/**
 * What a shop's page says of its customer, in the words of the wire. What the server would refuse is left out and named on
 * the console: a price that is no number must not cost the customer the chat.
 */

export type Shop = Omit<CustomerFrame & { type: 'set' }, 'type'>;

/** As `src/protocol/shop.ts` has them. */
const MOST = 20;
const MOST_BYTES = 4_096;

type Given = Record<string, unknown>;

export const record = (value: unknown): Given => (typeof value === 'object' && value ? (value as Given) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, MOST) : []);
const text = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, most) || undefined : undefined;
const currency = (value: unknown): string | undefined => /^[A-Z]{3}$/.exec(String(value).toUpperCase())?.[0];
const address = (value: unknown): string | undefined => {
  const url = text(value, 2_000);
  return url && /^https?:\/\//i.test(url) && url.length <= 1_000 ? url : undefined;
};
/** Template languages write numbers as texts. */
const amount = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number <= 1e9 ? number : undefined;
};

/** Without what is not there: the wire knows no `undefined`. */
const filled = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

function cartOf(given: unknown): Shop['cart'] {
  const { value, currency: money, items } = record(given) as Partial<Record<keyof Cart, unknown>>;
  const worth = amount(value);
  const code = currency(money);
  if (worth === undefined || !code) return undefined;
  return {
    value: worth,
    currency: code,
    items: list(items).flatMap((one) => {
      const { title, quantity = 1, price, url } = record(one);
      const name = text(title, 200);
      const many = Math.floor(Number(quantity));
      return name && many >= 1 && many <= 100_000
        ? [filled({ title: name, quantity: many, price: amount(price), url: address(url) })]
        : [];
    }),
  };
}

function orderOf(given: unknown): Shop['order'] {
  const { number, status, value, currency: money, url } = record(given) as Partial<Record<keyof Order, unknown>>;
  const named = text(number, 60);
  if (!named) return undefined;
  return filled({
    number: named,
    status: text(status, 60),
    value: amount(value),
    currency: currency(money),
    url: address(url),
  });
}

const propertiesOf = (given: unknown): Shop['properties'] =>
  Object.entries(record(given))
    .slice(0, MOST)
    .flatMap(([key, value]) => {
      const name = text(key, 40);
      const said = typeof value === 'string' ? value.slice(0, 200) : value;
      const fits =
        typeof said === 'string' || typeof said === 'boolean' || (typeof said === 'number' && Number.isFinite(said));
      return name && fits ? [{ name, value: said }] : [];
    });

/**
 * @param known what earlier calls on this page said
 * @returns what is known from now on; `known` itself where there is nothing new, or too much to keep
 */
export function withFacts(known: Shop, facts: unknown, warn: (what: string) => void): Shop {
  const next = { ...known };
  const take = (name: keyof Shop, value: unknown, none: null | []) => {
    const given = record(facts)[name];
    if (given === undefined) return;
    const made = given === null ? none : value;
    if (made === undefined) warn(`${name} was left out`);
    else Object.assign(next, { [name]: made });
  };
  const { cart, order, properties, tags } = record(facts) as Partial<Record<keyof Facts, unknown>>;
  take('cart', cartOf(cart), null);
  take('order', orderOf(order), null);
  take('properties', propertiesOf(properties), []);
  take(
    'tags',
    list(tags).flatMap((tag) => text(tag, 40) ?? []),
    [],
  );
  if (new TextEncoder().encode(JSON.stringify(next)).length <= MOST_BYTES) return next;
  warn('more than 4 KB');
  return known;
}

/** Where the page says that its customer is. */
export function pageOf(given: unknown): { url?: string; title?: string } {
  const { url, title } = record(given);
  const to = text(url, 2_000);
  const full =
    to === undefined || !URL.canParse(to, location.href) ? undefined : address(new URL(to, location.href).href);
  return filled({ url: full, title: text(title, 200) });
}
