/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import { articleHtml } from './article-html';
import {
  type Article,
  type Category,
  categoryName,
  categorySlug,
  delivery,
  formatDate,
  formatMoney,
  type Product,
  versionName,
  versionsOf,
} from './content';
import { type Frame, Layout } from './layout';

interface Page {
  frame: Frame;
}

const shopName = 'Volt & Vine';

function Price({ product }: { product: Product }) {
  if (!product.salePrice) return <span class="price">{formatMoney(product.price)}</span>;
  return (
    <span class="price">
      <span class="sale">
        <span class="hidden">Now </span>
        {formatMoney(product.salePrice)}
      </span>{' '}
      <s>
        <span class="hidden">before </span>
        {formatMoney(product.price)}
      </s>
    </span>
  );
}

function stockText({ availability, availableOn }: Product): string {
  const day = availableOn ? formatDate(availableOn) : undefined;
  switch (availability) {
    case 'in_stock':
      return 'In stock';
    case 'out_of_stock':
      return 'Out of stock';
    case 'preorder':
      return day ? `Pre-order, leaves on ${day}` : 'Pre-order';
    case 'backorder':
      return day ? `On back order, leaves on ${day}` : 'On back order';
  }
}

function Card({ product, versions }: { product: Product; versions: number }) {
  return (
    <li>
      <a class="card" href={`/demo/products/${encodeURIComponent(product.id)}`}>
        <span class="tile">
          <img src={product.imagePath} alt="" width="480" height="480" loading="lazy" />
        </span>
        <span class="name">{product.title}</span>
        <Price product={product} />
        {product.availability !== 'in_stock' && <span class="fine">{stockText(product)}</span>}
        {versions > 1 && <span class="fine">{versions} versions</span>}
      </a>
    </li>
  );
}

interface HomeProps extends Page {
  /** One per group, already filtered. */
  cards: readonly Product[];
  products: readonly Product[];
  categories: readonly Category[];
  selected?: Category | undefined;
}

export function HomePage({ frame, cards, products, categories, selected }: HomeProps) {
  const title = selected ? `${selected.name} – ${shopName}` : `${shopName}, electronics worth keeping`;
  return (
    <Layout frame={frame} title={title} here={selected ? `/demo?category=${selected.slug}` : '/demo'}>
      {selected ? (
        <h1 class="listing">{selected.name}</h1>
      ) : (
        <section class="hero" aria-labelledby="hero">
          <div>
            <h1 id="hero">Electronics worth keeping</h1>
            <p>
              Chosen, tried and repaired in Vienna. Delivery is free from{' '}
              {formatMoney(delivery.freeFrom).replace('.00', '')} in Austria and Germany.
            </p>
            <a class="more" href="/demo/help/aria-2-or-aria-2-pro">
              Aria 2 or Aria 2 Pro?
            </a>
          </div>
          <div class="tile">
            <img src="/demo/images/headphones.svg" alt="" width="480" height="480" />
          </div>
        </section>
      )}
      <nav class="filter" aria-label="Categories">
        <a href="/demo" aria-current={selected ? undefined : 'page'}>
          All
        </a>
        {categories.map(({ slug, name, count }) => (
          <a href={`/demo?category=${slug}`} aria-current={slug === selected?.slug ? 'page' : undefined}>
            {name} <span class="count">{count}</span>
          </a>
        ))}
      </nav>
      <h2 class="hidden">Products</h2>
      <ul class="grid">
        {cards.map((product) => (
          <Card product={product} versions={versionsOf(product, products).length} />
        ))}
      </ul>
    </Layout>
  );
}

function Versions({ product, versions }: { product: Product; versions: readonly Product[] }) {
  if (versions.length < 2) return null;
  return (
    <nav class="versions" aria-label="Versions">
      {versions.map((version) => (
        <a
          href={`/demo/products/${encodeURIComponent(version.id)}`}
          aria-current={version.id === product.id ? 'page' : undefined}
        >
          {versionName(version)}
        </a>
      ))}
    </nav>
  );
}

function AddToCart({ product }: { product: Product }) {
  if (product.availability === 'out_of_stock') {
    return <p class="gone">Out of stock. Ask in the chat, and we tell you when it is back.</p>;
  }
  const price = product.salePrice ?? product.price;
  return (
    <form
      class="buy"
      action="/demo/cart"
      data-add={product.id}
      data-title={product.title}
      data-price={String(price.amount)}
      data-currency={price.currency}
      data-image={product.imagePath}
    >
      <button type="submit">{product.availability === 'preorder' ? 'Pre-order' : 'Add to cart'}</button>
      <p class="added" role="status" />
    </form>
  );
}

export function ProductPage({ frame, product, products }: Page & { product: Product; products: readonly Product[] }) {
  const category = categoryName(product);
  const facts = [
    { name: 'Brand', value: product.brand },
    ...(product.colour ? [{ name: 'Colour', value: product.colour }] : []),
    ...product.details,
  ];
  return (
    <Layout frame={frame} title={`${product.title} – ${shopName}`}>
      <article class="product">
        <div class="tile">
          <img src={product.imagePath} alt={`Drawing of ${product.title}`} width="480" height="480" />
        </div>
        <div class="about">
          <p class="crumb">
            <a href={`/demo?category=${categorySlug(category)}`}>{category}</a>
            {product.category
              .split('>')
              .slice(1)
              .map((part) => ` / ${part.trim()}`)}
          </p>
          <h1>{product.title}</h1>
          <p class="cost">
            <Price product={product} />
          </p>
          <p class={product.availability === 'in_stock' ? 'stock here' : 'stock'}>{stockText(product)}</p>
          <p>{product.description}</p>
          <Versions product={product} versions={versionsOf(product, products)} />
          <AddToCart product={product} />
          <p class="fine">Delivered in 2–4 working days in Austria and Germany. Send it back within 30 days.</p>
        </div>
        <section class="details" aria-labelledby="details">
          <h2 id="details">Details</h2>
          <table>
            <tbody>
              {facts.map(({ name, value }) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td>{value}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">Item</th>
                <td>{product.id}</td>
              </tr>
            </tbody>
          </table>
        </section>
      </article>
    </Layout>
  );
}

/** The lines are drawn in the browser, where the cart is kept, from the template at the end. */
export function CartPage({ frame }: Page) {
  return (
    <Layout frame={frame} title={`Cart – ${shopName}`} here="/demo/cart">
      <h1 class="listing" id="cart-title" tabindex={-1}>
        Cart
      </h1>
      <noscript>
        <p>The cart needs JavaScript.</p>
      </noscript>
      <div
        class="cart"
        data-cart
        data-delivery={String(delivery.price.amount)}
        data-free-from={String(delivery.freeFrom.amount)}
        data-currency={delivery.price.currency}
      >
        <p data-cart-empty hidden>
          Nothing in it yet. <a href="/demo">See all products</a>
        </p>
        <div class="filled" data-cart-filled hidden>
          <ul class="lines" aria-labelledby="cart-title" data-cart-lines />
          <div class="sums">
            <dl>
              <dt>Goods</dt>
              <dd data-sum="goods" />
              <dt>Delivery, Austria and Germany</dt>
              <dd data-sum="delivery" />
              <dt class="total">Total, with VAT</dt>
              <dd class="total" data-sum="total" />
            </dl>
            <p class="fine" data-cart-missing />
            <button type="button" data-checkout>
              Checkout
            </button>
            <p class="added" role="status" data-cart-status />
          </div>
        </div>
        <template data-cart-line>
          <li>
            <img alt="" width="96" height="96" />
            <a class="line-title" data-line="title" href="/demo">
              Product
            </a>
            <label>
              <span class="hidden" data-line="label" />
              <input type="number" min="1" max="99" inputmode="numeric" />
            </label>
            <span class="price" data-line="price" />
            <button type="button" class="plain" data-line="remove">
              Remove
            </button>
          </li>
        </template>
      </div>
    </Layout>
  );
}

export function HelpPage({ frame, articles }: Page & { articles: readonly Article[] }) {
  return (
    <Layout frame={frame} title={`Help – ${shopName}`} here="/demo/help">
      <h1 class="listing">Help</h1>
      <p class="lead">Answers to what people ask most. For everything else there is the chat.</p>
      <ul class="topics">
        {articles.map(({ slug, title }) => (
          <li>
            <a href={`/demo/help/${encodeURIComponent(slug)}`}>{title}</a>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

export function ArticlePage({ frame, article }: Page & { article: Article }) {
  return (
    <Layout frame={frame} title={`${article.title} – ${shopName}`}>
      <article class="prose">
        <p class="crumb">
          <a href="/demo/help">Help</a>
        </p>
        <h1>{article.title}</h1>
        {raw(articleHtml(article.body))}
        {article.updated && <p class="fine">Last changed on {formatDate(article.updated)}</p>}
      </article>
    </Layout>
  );
}

export function NotFoundPage({ frame }: Page) {
  return (
    <Layout frame={frame} title={`Not found – ${shopName}`}>
      <h1 class="listing">This page does not exist</h1>
      <p class="lead">
        The product may have left the range, or the address has a slip in it. <a href="/demo">See all products</a>
      </p>
    </Layout>
  );
}
