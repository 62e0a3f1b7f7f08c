import type { CustomerView } from '../../protocol/staff';
import { plural, webAddress } from '../parts/format';
import { Icon } from '../parts/icons';

/** What the shop's page says of its customer. Nobody verified it, and the pages that show it say so. */

export type Shop = NonNullable<CustomerView['shop']>;
type Cart = NonNullable<Shop['cart']>;

/** "€79.80": `value` in major units. */
function price(value: number, currency: string): string {
  try {
    return new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(value);
  } catch {
    return `${value} ${currency}`;
  }
}

const count = ({ items }: Cart): number => items.reduce((sum, { quantity }) => sum + quantity, 0);

/** Cart and order, in a line with the page. */
export function ShopLine({ shop: { cart, order } }: { shop: Shop }) {
  return (
    <>
      {cart && (
        <span>
          <Icon name="box" />
          <span>
            Cart {price(cart.value, cart.currency)}
            {cart.items.length > 0 && `, ${plural(count(cart), 'item', 'items')}`}
          </span>
        </span>
      )}
      {order && (
        <span>
          <Icon name="check" />
          <span dir="auto">
            Order {order.number}
            {order.status && `, ${order.status}`}
          </span>
        </span>
      )}
    </>
  );
}

/** All of it, in the customer's column. */
export function ShopFacts({ shop }: { shop: Shop }) {
  const { cart, order, properties = [], tags = [] } = shop;
  if (!cart && !order && properties.length + tags.length === 0) return null;
  const orderUrl = order?.url && webAddress(order.url);
  return (
    <section aria-label="From the shop’s page">
      <h3>From the shop’s page</h3>
      <dl class="kv">
        {cart && (
          <>
            <dt>Cart</dt>
            <dd>
              {price(cart.value, cart.currency)}
              {cart.items.map(({ title, quantity, url }, n) => {
                const href = url && webAddress(url);
                return (
                  <small class="hint" key={n} dir="auto">
                    {quantity} × {href ? <Out href={href}>{title}</Out> : title}
                  </small>
                );
              })}
            </dd>
          </>
        )}
        {order && (
          <>
            <dt>Order</dt>
            <dd dir="auto">
              {orderUrl ? <Out href={orderUrl}>{order.number}</Out> : order.number}
              {order.status && <small class="hint">{order.status}</small>}
              {order.value !== undefined && order.currency && (
                <small class="hint">{price(order.value, order.currency)}</small>
              )}
            </dd>
          </>
        )}
        {properties.map(({ name, value }) => (
          <Property key={name} name={name} value={value} />
        ))}
        {tags.length > 0 && (
          <>
            <dt>Tags</dt>
            <dd dir="auto">{tags.join(', ')}</dd>
          </>
        )}
      </dl>
      <p class="hint">Not verified: it is what the page told.</p>
    </section>
  );
}

const Property = ({ name, value }: { name: string; value: string | number | boolean }) => (
  <>
    <dt dir="auto">{name}</dt>
    <dd dir="auto">{typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value}</dd>
  </>
);

const Out = ({ href, children }: { href: string; children: string }) => (
  <a class="lnk" href={href} target="_blank" rel="noopener noreferrer">
    {children}
  </a>
);
