import { Hono } from 'hono';
import * as v from 'valibot';
import { ofStore, signedIn } from '../accounts/access';
import type { Env } from '../env';
import { Language } from '../protocol/common';
import { query } from './valid';

const Sought = v.object({ q: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)), lang: Language });

/** The store's products by the assistant's own search: what staff put into a reply. Typed for `hc<ProductsApi>('/')`. */
export const productsApi = new Hono<{ Bindings: Env }>()
  .basePath('/api/stores/:store/products')
  .get('/', signedIn, ofStore, query(Sought), async (c) => {
    const { q, lang } = c.req.valid('query');
    // Only who looks for a product needs the search.
    const { lookFor } = await import('../assistant/catalog/looking');
    return c.json({ products: await lookFor(c.env.DB, c.get('actor').store, q, lang) });
  });

export type ProductsApi = typeof productsApi;
