import { type Context, Hono } from 'hono';
import { languageDetector } from 'hono/language';
import * as v from 'valibot';
import { secretOf } from '../accounts/readiness';
import { keyOfStore } from '../accounts/stores';
import { openToken } from '../accounts/tokens';
import { returnSession } from '../accounts/visitors';
import { directionOf, LANGUAGES, mailLanguage } from '../channels/mail/languages';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { BACK_SCRIPT } from './come-back.client';
import { sameOrigin, visitorLimit, withSecret } from './guards';
import { json, smallBody } from './valid';

/**
 * Back into a conversation from a mail to a confirmed address, whatever became of the shop's storage. The link's code stands in
 * the fragment: no server's log and no `Referer` has it. It is spent by a press of the button, once, for a token like any
 * visitor's; the page is ours and loads nothing but our own files.
 */

type C = Context<{ Bindings: Env }>;

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  // The panel's own requests name their page; nobody else's do.
  'referrer-policy': 'same-origin',
};

const Code = v.object({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(2_400)) });

async function page(c: C): Promise<Response> {
  const { mailWords } = await import('../channels/mail/locales');
  const language = mailLanguage(c.get('language'));
  const { say } = mailWords(language);
  const html = await (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{say('openTitle')}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/pages.css" />
        <script src="/mail/chat/page.js" defer />
      </head>
      <body>
        <main>
          <h1>{say('openTitle')}</h1>
          <p data-is="text">{say('openText')}</p>
          <p data-is="gone" role="alert" hidden>
            {say('openGone')}
          </p>
          <button type="button">{say('open')}</button>
        </main>
      </body>
    </html>
  );
  return c.html(`<!doctype html>${html}`, 200, HEADERS);
}

export const comeBack = new Hono<{ Bindings: Env }>()
  .get(
    '/',
    languageDetector({
      order: ['querystring', 'header'],
      supportedLanguages: [...LANGUAGES],
      fallbackLanguage: 'en',
      caches: false,
    }),
    page,
  )
  .get('/page.js', (c) =>
    c.body(BACK_SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }),
  )
  .post('/', withSecret, sameOrigin, visitorLimit, smallBody, json(Code), async (c) => {
    const now = Date.now();
    const link = await openToken(secretOf(c.env), 'return', c.req.valid('json').code, now);
    if (!link) throw new Refusal('link_used');
    const [session, key] = await Promise.all([returnSession(c.env, link, now), keyOfStore(c.env, link.store)]);
    return c.json({ ...session, key });
  });
