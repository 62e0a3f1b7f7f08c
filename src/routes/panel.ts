import { Hono } from 'hono';
import { type Shop, shopByKey } from '../accounts/stores';
import type { Env } from '../env';

/**
 * The panel's page: it goes through the Worker, because which sites may frame it is the store's to say. The launcher asks
 * for `/panel?KEY&LANGUAGES#KEY`; the page's own requests then name it in their `Referer`, and nothing else does.
 */

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src https: http: data:; base-uri 'none'; form-action 'none'";

/** The store's key and the languages that the customer wishes, best first. */
export function askedFor(url: string | undefined): { key: string; langs: string[] } {
  if (!url || !URL.canParse(url)) return { key: '', langs: [] };
  const { pathname, search } = new URL(url);
  if (pathname !== '/panel') return { key: '', langs: [] };
  const [key = '', langs = ''] = search.slice(1).split('&');
  return { key, langs: langs.split(/,|%2C/i) };
}

/** Whether the page that asks may show this store's chat: a page that another site frames is never loaded. */
export const mayShow = ({ settings }: Shop, key: string, referer: string | undefined): boolean =>
  settings.origins.length === 0 || askedFor(referer).key === key;

export const panel = new Hono<{ Bindings: Env }>().get('/panel', async (c) => {
  const { key } = askedFor(c.req.url);
  const shop = /^[\w-]{1,64}$/.test(key) ? await shopByKey(c.env, key, Date.now()) : null;
  const origins = shop?.settings.origins ?? [];
  const page = await c.env.ASSETS.fetch(new Request(new URL('/panel', c.req.url), { headers: c.req.raw.headers }));
  const answer = new Response(page.body, page);
  answer.headers.set(
    'content-security-policy',
    origins.length > 0 ? `${POLICY}; frame-ancestors ${origins.join(' ')}` : POLICY,
  );
  // Our own requests say which store's page asks; nobody else's do.
  answer.headers.set('referrer-policy', 'same-origin');
  answer.headers.set('cache-control', 'private, max-age=0, must-revalidate');
  return answer;
});
