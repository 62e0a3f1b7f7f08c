import type { Played } from './played';

/** What somebody types of a customer, as a shop's page tells it. */

type Shop = Played['shop']['value'];

export interface Typed {
  value: string;
  currency: string;
  properties: string;
}

const LINE = /^\s*([^:]{1,40}?)\s*:\s*(.{1,200}?)\s*$/;

/** Null where something of it cannot be meant. */
export function shopOf({ value, currency, properties }: Typed): Shop | null {
  const amount = Number(value.replace(',', '.'));
  const code = currency.trim().toUpperCase();
  const isEmpty = value.trim() === '';
  if (!isEmpty && !(Number.isFinite(amount) && amount >= 0 && amount <= 1e9 && /^[A-Z]{3}$/.test(code))) return null;
  const lines = properties.split('\n').filter((line) => line.trim() !== '');
  const named = lines.flatMap((line) => {
    const [, name, said] = LINE.exec(line) ?? [];
    return name && said ? { name, value: said } : [];
  });
  if (named.length < lines.length || named.length > 20) return null;
  return { cart: isEmpty ? null : { value: amount, currency: code, items: [] }, properties: named };
}

export const typedOf = ({ cart, properties = [] }: Shop): Typed => ({
  value: cart ? String(cart.value) : '',
  currency: cart?.currency ?? 'EUR',
  properties: properties.map(({ name, value }) => `${name}: ${value}`).join('\n'),
});
