/** @jsxImportSource hono/jsx */
import { type Context, type Env, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { type Article, categoriesOf, categoryName, categorySlug, mixed, onePerGroup, type Product } from './content';
import { images } from './images';
import type { Frame } from './layout';
import { ArticlePage, CartPage, HelpPage, HomePage, NotFoundPage, ProductPage } from './pages';
import { shopScript } from './shop.client';
import css from './shop.css';
import pagesCss from './shop-pages.css';
import serviceCss from './shop-service.css';

export type { Article, Product } from './content';

export interface DemoShopOptions<E extends Env> {
  /** The demo store's public key, for the widget's data-store. */
  storeKey(c: Context<E>): Promise<string>;
  catalogue(c: Context<E>): Promise<readonly Product[]>;
  articles(c: Context<E>): Promise<readonly Article[]>;
  /** Signs a token for whoever is signed in at the shop, as its server would. */
  sign(c: Context<E>, customer: DemoCustomer): Promise<string>;
}

export interface DemoCustomer {
  sub: string;
  name: string;
  email: string;
}

/** Who can sign in, by what a form may say as `as`; the first where it says nothing. */
const CUSTOMERS: Record<string, DemoCustomer> = {
  mila: { sub: '10482', name: 'Mila Petrova', email: 'mila@customers.example' },
  jonas: { sub: '10483', name: 'Jonas Weber', email: 'jonas@customers.example' },
};
const COOKIE = 'demo-customer';

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A shop to try the widget in; mount it at "/demo", since its links say so. */
export function demoShop<E extends Env>(options: DemoShopOptions<E>): Hono<E> {
  const shop = new Hono<E>();

  const page = async (c: Context<E>, draw: (frame: Frame) => Markup, status: 200 | 404 = 200) => {
    const customer = CUSTOMERS[getCookie(c, COOKIE) ?? ''];
    const account = customer ? { name: customer.name, token: await options.sign(c, customer) } : null;
    const frame = { origin: new URL(c.req.url).origin, storeKey: await options.storeKey(c), account };
    // Each customer has a page of their own.
    c.header('cache-control', 'private, no-store');
    return c.html(html`<!doctype html>${draw(frame)}`, status);
  };

  const notFound = (c: Context<E>) => page(c, (frame) => <NotFoundPage frame={frame} />, 404);

  const file = (c: Context<E>, body: string, type: string) =>
    c.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=300' });

  shop.get('/shop.css', (c) => file(c, css + pagesCss + serviceCss, 'text/css; charset=utf-8'));
  shop.get('/shop.js', (c) => file(c, shopScript, 'text/javascript; charset=utf-8'));
  shop.get('/images/:file', async (c) => {
    const svg = images[c.req.param('file')];
    return typeof svg === 'string' ? file(c, svg, 'image/svg+xml') : notFound(c);
  });

  /** Back to where the button was. */
  const back = (c: Context<E>) => {
    const from = c.req.header('referer');
    const { origin, pathname, search } = new URL(from && URL.canParse(from) ? from : '/demo', c.req.url);
    return c.redirect(origin === new URL(c.req.url).origin ? pathname + search : '/demo', 303);
  };
  shop.post('/sign-in', async (c) => {
    const { as } = await c.req.parseBody();
    setCookie(c, COOKIE, typeof as === 'string' && as in CUSTOMERS ? as : 'mila', { path: '/demo', httpOnly: true });
    return back(c);
  });
  shop.post('/sign-out', (c) => {
    deleteCookie(c, COOKIE, { path: '/demo' });
    return back(c);
  });

  shop.get('/', async (c) => {
    const products = await options.catalogue(c);
    const categories = categoriesOf(products);
    const slug = c.req.query('category');
    const selected = categories.find((category) => category.slug === slug);
    if (slug && !selected) return notFound(c);
    const all = onePerGroup(products);
    const cards = selected ? all.filter((card) => categorySlug(categoryName(card)) === slug) : mixed(all);
    return page(c, (frame) => (
      <HomePage frame={frame} cards={cards} products={products} categories={categories} selected={selected} />
    ));
  });

  shop.get('/products/:id', async (c) => {
    const products = await options.catalogue(c);
    const product = products.find(({ id }) => id === c.req.param('id'));
    if (!product) return notFound(c);
    return page(c, (frame) => <ProductPage frame={frame} product={product} products={products} />);
  });

  shop.get('/cart', (c) => page(c, (frame) => <CartPage frame={frame} />));

  shop.get('/help', async (c) => {
    const articles = await options.articles(c);
    return page(c, (frame) => <HelpPage frame={frame} articles={articles} />);
  });

  shop.get('/help/:slug', async (c) => {
    const articles = await options.articles(c);
    const article = articles.find(({ slug }) => slug === c.req.param('slug'));
    if (!article) return notFound(c);
    return page(c, (frame) => <ArticlePage frame={frame} article={article} />);
  });

  // A mounted app's own notFound is not asked, so the last route is the 404 page.
  shop.get('*', async (c) => {
    const path = c.req.path;
    return path.endsWith('/') ? c.redirect(path.replace(/\/+$/, ''), 301) : notFound(c);
  });

  return shop;
}
