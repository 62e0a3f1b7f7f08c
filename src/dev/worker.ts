import { drizzle } from 'drizzle-orm/d1';
import { type Context, Hono } from 'hono';
import { sign } from 'hono/jwt';
import { identitySecrets, newIdentitySecret } from '../accounts/identity-key';
import { app } from '../app';
import { articles, products } from '../assistant/knowledge';
import { store } from '../db/schema';
import type { Env } from '../env';
import index from '../index';
import { crowd } from './crowd';
import { demoShop } from './demo/shop';
import { mailApi } from './mailbox/api';
import { mailboxPages } from './mailbox/pages';

export { Conversation, Desk } from '../index';

/**
 * The Worker as `npm start` runs it: the real one, and beside it what exists in development only. The deployed entry,
 * `src/index.ts`, imports nothing from this folder.
 */

/** Title, address and date; the shop shows the text below. */
const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;

type C = Context<{ Bindings: Env }>;

/** The demo shop belongs to the first store. */
async function firstStore(c: C): Promise<{ id: string; key: string }> {
  const db = drizzle(c.env.DB);
  const found = await db.select({ id: store.id, key: store.key }).from(store).orderBy(store.createdAt).get();
  if (!found) throw new Error('There is no store yet');
  return found;
}

const shop = demoShop<{ Bindings: Env }>({
  storeKey: async (c) => (await firstStore(c)).key,
  catalogue: async (c) => {
    const stored = await products(c.env.DB, (await firstStore(c)).id);
    return stored.flatMap(({ price, salePrice, currency, image, groupId, category, brand, colour, ...product }) => {
      if (price === null || !currency) return [];
      return {
        ...product,
        price: { amount: price, currency },
        salePrice: salePrice === null ? undefined : { amount: salePrice, currency },
        imagePath: image ?? '',
        group: groupId ?? undefined,
        category: category ?? '',
        brand: brand ?? '',
        colour: colour ?? undefined,
      };
    });
  },
  // What a shop's own server does: see Settings, Signed-in customers.
  sign: async (c, customer) => {
    const now = Date.now();
    const { id, key } = await firstStore(c);
    const [known] = await identitySecrets(c.env, id, now);
    const secret = known ?? (await newIdentitySecret(c.env, { store: id, id: 'demo', name: 'Demo shop' }, now));
    const iat = Math.floor(now / 1_000);
    return sign({ ...customer, aud: key, iat, exp: iat + 3_600 }, secret, 'HS256');
  },
  articles: async (c) => {
    const stored = await articles(c.env.DB, (await firstStore(c)).id);
    return stored.map(({ id, title, markdown, updatedAt }) => ({
      slug: id,
      title,
      body: markdown.replace(FRONT_MATTER, ''),
      updated: updatedAt ?? undefined,
    }));
  },
});

const dev = new Hono<{ Bindings: Env }>();
/** Asked by the start script until it answers. */
dev.get('/dev/ready', async (c) => c.json({ stores: await drizzle(c.env.DB).$count(store) }));
dev.route('/dev/crowd', crowd);
dev.route('/dev/emails', mailApi);
dev.route('/dev/mailbox', mailboxPages);
dev.get('/demo/', (c) => c.redirect('/demo'));
dev.route('/demo', shop);
dev.all('*', (c) => {
  // One developer plays many visitors from one address.
  const { VISITOR_LIMIT: _, ...env } = c.env;
  return app.fetch(c.req.raw, env, c.executionCtx);
});

export default { fetch: dev.fetch, email: index.email };
