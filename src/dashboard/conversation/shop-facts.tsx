import { Fragment } from 'preact';
import type { CustomerView } from '../../protocol/staff';
import { priced, webAddress } from '../parts/format';
import { Icon } from '../parts/icons';
import { facts } from '../words/en/facts';

/** What the shop's page says of its customer. Nobody verified it, and the pages that show it say so. */

export type Shop = NonNullable<CustomerView['shop']>;
type Cart = NonNullable<Shop['cart']>;
type Order = NonNullable<Shop['order']>;

/** "€79.80": `value` in major units. */
function price(value: number, currency: string): string {
  try {
    return priced()(currency).format(value);
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
            {cart.items.length > 0
              ? facts.cartOfItems({ price: price(cart.value, cart.currency), n: count(cart) })
              : facts.cartOf({ price: price(cart.value, cart.currency) })}
          </span>
        </span>
      )}
      {order && (
        <span>
          <Icon name="check" />
          <span dir="auto">
            {order.status
              ? facts.orderIs({ number: order.number, status: order.status })
              : facts.order({ number: order.number })}
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
  return (
    <section class="shop" aria-label={facts.fromShop}>
      {cart && <CartFacts cart={cart} />}
      {order && <OrderFacts order={order} />}
      {properties.length + tags.length > 0 && (
        <>
          <h3>{facts.fromShop}</h3>
          <dl class="kv">
            {properties.map(({ name, value }) => (
              <Property key={name} name={name} value={value} />
            ))}
            {tags.length > 0 && (
              <>
                <dt>{facts.tags}</dt>
                <dd dir="auto">{tags.join(', ')}</dd>
              </>
            )}
          </dl>
        </>
      )}
      <p class="hint">{facts.notVerifiedHint}</p>
    </section>
  );
}

function CartFacts({ cart }: { cart: Cart }) {
  return (
    <>
      <h3>{facts.cart}</h3>
      <div class="lines">
        {cart.items.map(({ title, quantity, url, price: each }, n) => {
          const href = url && webAddress(url);
          return (
            <Fragment key={n}>
              <span dir="auto">
                {quantity} × {href ? <Out href={href}>{title}</Out> : title}
              </span>
              <span class="num">{each !== undefined && price(each * quantity, cart.currency)}</span>
            </Fragment>
          );
        })}
        <span class="sum">{facts.total}</span>
        <span class="sum num">{price(cart.value, cart.currency)}</span>
      </div>
    </>
  );
}

function OrderFacts({ order: { number, status, value, currency, url } }: { order: Order }) {
  const href = url && webAddress(url);
  return (
    <>
      <h3>
        <span dir="auto">{facts.order({ number: href ? <Out href={href}>{number}</Out> : number })}</span>
        {status && (
          <span class="badge" dir="auto">
            {status}
          </span>
        )}
      </h3>
      {value !== undefined && currency && (
        <div class="lines">
          <span>{facts.total}</span>
          <span class="num">{price(value, currency)}</span>
        </div>
      )}
    </>
  );
}

const Property = ({ name, value }: { name: string; value: string | number | boolean }) => (
  <>
    <dt dir="auto">{name}</dt>
    <dd dir="auto">{typeof value === 'boolean' ? (value ? facts.yes : facts.no) : value}</dd>
  </>
);

const Out = ({ href, children }: { href: string; children: string }) => (
  <a class="lnk" href={href} target="_blank" rel="noopener noreferrer">
    {children}
  </a>
);
