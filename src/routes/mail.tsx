import { type Context, Hono } from 'hono';
import { languageDetector } from 'hono/language';
import { secretOf } from '../accounts/readiness';
import { openToken } from '../accounts/tokens';
import { directionOf, LANGUAGES, mailLanguage } from '../channels/mail/languages';
import { mailTarget } from '../channels/mail/target';
import type { Env } from '../env';
import { sameOrigin } from './guards';

/**
 * Where the links in a customer's mail lead: "this is my address", "no more of these". A page with a button, in the
 * customer's language and without a word of the conversation: a forged link looks like a true one, and opening one changes
 * nothing, since mail scanners open links too.
 */

type C = Context<{ Bindings: Env }>;
type Action = 'confirm' | 'stop';

/** The form posts to us and nothing else loads. `same-origin` keeps the link's token from other sites. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'same-origin',
};

const PAGES = {
  confirm: { title: 'confirmTitle', text: 'confirmText', button: 'confirm' },
  confirmed: { title: 'confirmedTitle', text: 'confirmedText', button: null },
  stop: { title: 'stopTitle', text: 'stopText', button: 'stop' },
  stopped: { title: 'stoppedTitle', text: 'stoppedText', button: null },
} as const;

async function page(c: C, name: keyof typeof PAGES): Promise<Response> {
  const { mailWords } = await import('../channels/mail/locales');
  const language = mailLanguage(c.get('language'));
  const { say } = mailWords(language);
  const { title, text, button } = PAGES[name];
  const html = await (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{say(title)}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/pages.css" />
      </head>
      <body>
        <main>
          <h1>{say(title)}</h1>
          <p>{say(text)}</p>
          {button && (
            <form method="post" action={`/mail/${name}${new URL(c.req.url).search}`}>
              <button type="submit">{say(button)}</button>
            </form>
          )}
        </main>
      </body>
    </html>
  );
  return c.html(`<!doctype html>${html}`, 200, HEADERS);
}

/** What the link's token allows, and nothing else of the request. */
async function act(c: C, action: Action): Promise<void> {
  const claims = await openToken(secretOf(c.env), 'contact', c.req.query('token') ?? '', Date.now());
  if (!claims) return;
  const target = mailTarget(c.env, claims);
  await (action === 'confirm' ? target.confirmContact(claims.address) : target.stopMail(claims.address));
}

export const mail = new Hono<{ Bindings: Env }>()
  .use(
    languageDetector({
      order: ['querystring', 'header'],
      supportedLanguages: [...LANGUAGES],
      fallbackLanguage: 'en',
      caches: false,
    }),
  )
  .get('/confirm', (c) => page(c, 'confirm'))
  .post('/confirm', sameOrigin, async (c) => {
    await act(c, 'confirm');
    return page(c, 'confirmed');
  })
  .get('/stop', (c) => page(c, 'stop'))
  // RFC 8058: mail programs post here too, with whatever body, and want 200 without redirect or cookie.
  .post('/stop', async (c) => {
    await act(c, 'stop');
    return page(c, 'stopped');
  });
