import { Hono } from 'hono';
import { type Shop, shopByKey } from '../accounts/stores';
import { LANGUAGES } from '../channels/mail/languages';
import type { Env } from '../env';
import { noteSite } from '../settings/site-seen';

/**
 * The panel's page: it goes through the Worker, because which sites may frame it is the store's to say. The launcher asks
 * for `/panel?KEY&LANGUAGES#KEY`; the page's own requests then name it in their `Referer`, and nothing else does.
 */

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src https: http: data: blob:; base-uri 'none'; form-action 'none'";

/** The store's key and the languages that the customer wishes, best first. */
export function askedFor(url: string | undefined): { key: string; langs: string[] } {
  if (!url || !URL.canParse(url)) return { key: '', langs: [] };
  const { pathname, search } = new URL(url);
  if (pathname !== '/panel') return { key: '', langs: [] };
  const [key = '', langs = ''] = search.slice(1).split('&');
  return { key, langs: langs.split(/,|%2C/i) };
}

/** The first of the wished languages that we speak, as the panel chooses it; '' where there is none. */
export function spokenOf(langs: readonly string[]): string {
  const bases = langs.map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? '');
  return bases.find((lang) => LANGUAGES.some((one) => one === lang)) ?? '';
}

/** Whether the page that asks may show this store's chat: a page that another site frames is never loaded. */
export const mayShow = ({ settings }: Shop, key: string, referer: string | undefined): boolean =>
  settings.origins.length === 0 || askedFor(referer).key === key;

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);

export const panel = new Hono<{ Bindings: Env }>().get('/panel', async (c) => {
  const { key, langs } = askedFor(c.req.url);
  const shop = /^[\w-]{1,64}$/.test(key) ? await shopByKey(c.env, key, Date.now()) : null;
  const referer = c.req.header('referer');
  // Our own pages show it to staff only.
  if (shop && referer && new URL(c.req.url).origin !== originOf(referer))
    c.executionCtx.waitUntil(noteSite(c.env.DB, shop.id, referer, Date.now()).catch(() => {}));
  const origins = shop?.settings.origins ?? [];
  const page = await c.env.ASSETS.fetch(new Request(new URL('/panel', c.req.url), { headers: c.req.raw.headers }));
  // Its language comes beside its script, and not after it.
  const language = spokenOf(langs) || 'en';
  const named = new HTMLRewriter().on('link[rel=modulepreload]', {
    element(link) {
      link.setAttribute('href', (link.getAttribute('href') ?? '').replace(/en\.js$/, `${language}.js`));
    },
  });
  const answer = new Response(named.transform(page).body, page);
  answer.headers.set(
    'content-security-policy',
    origins.length > 0 ? `${POLICY}; frame-ancestors 'self' ${origins.join(' ')}` : POLICY,
  );
  // Our own requests say which store's page asks; nobody else's do.
  answer.headers.set('referrer-policy', 'same-origin');
  // A shop that isolates its pages (COEP) frames only what says this of itself. Without credentials, so that products'
  // pictures need not.
  answer.headers.set('cross-origin-embedder-policy', 'credentialless');
  answer.headers.set('cross-origin-resource-policy', 'cross-origin');
  answer.headers.set('cache-control', 'private, max-age=0, must-revalidate');
  return answer;
});
