import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isMigrated } from './accounts/readiness';
import type { Env } from './env';
import { type ErrorCode, errorBody, Refusal, statusOf } from './errors';
import { account } from './routes/account';
import { alerts } from './routes/alerts';
import { api } from './routes/api';
import { bot } from './routes/bot';
import { changes } from './routes/changes';
import { comeBack } from './routes/come-back';
import { files, filesApi } from './routes/files';
import { firstRunApi } from './routes/first-run';
import { forecastApi } from './routes/forecast';
import { requestLog, sameOrigin, secureHeaders, withSecret } from './routes/guards';
import { history } from './routes/history';
import { hooksApi } from './routes/hooks';
import { identityApi } from './routes/identity';
import { install } from './routes/install';
import { keysApi } from './routes/keys';
import { knowledgeApi } from './routes/knowledge';
import { later } from './routes/later';
import { mail } from './routes/mail';
import { missingApi } from './routes/missing';
import { noticesApi } from './routes/notices';
import { errorPage } from './routes/pages/others';
import pagesCss from './routes/pages.css';
import { panel } from './routes/panel';
import { passkeySignIn, passkeysApi } from './routes/passkeys';
import { privacy } from './routes/privacy';
import { productsApi } from './routes/products';
import { profileApi } from './routes/profile';
import { responder } from './routes/responder';
import { rules } from './routes/rules';
import { savedRepliesApi } from './routes/saved-replies';
import { secondStepApi } from './routes/second-step';
import { staff } from './routes/staff';
import { teams } from './routes/teams';
import { unsubscribe } from './routes/unsubscribe';
import { v1 } from './routes/v1';
import { widget } from './routes/widget';

type C = Context<{ Bindings: Env }>;

/** The dashboard shows it beside itself; nobody else's page does. */
const TRIED =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src https: http: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

export const app = new Hono<{ Bindings: Env }>();

app.use(requestLog, secureHeaders);

app.get('/', (c) => c.redirect('/dashboard/'));
// A path of the dashboard that is no file belongs to its router. A missing file stays missing.
app.get('/dashboard/*', async (c) => {
  if (/\.[a-z0-9]+$/.test(c.req.path)) return refuse(c, 'not_found');
  const page = await c.env.ASSETS.fetch(new URL('/dashboard/', c.req.url));
  return page.ok ? new Response(page.body, page) : refuse(c, 'not_found');
});

// Where somebody of the staff plays a customer: any path of it is a page of the same shop.
app.get('/try/:store/*', async (c) => {
  const page = await c.env.ASSETS.fetch(new URL('/dashboard/try/', c.req.url));
  if (!page.ok) return refuse(c, 'not_found');
  const own = new Response(page.body, page);
  own.headers.set('content-security-policy', TRIED);
  return own;
});

app.get('/pages.css', (c) =>
  c.body(pagesCss, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' }),
);

// Mail programs post here by themselves: no session, no cookie, no origin.
app.route('/unsubscribe', unsubscribe);
app.route('/mail/chat', comeBack);
app.route('/mail', mail);

app.route('/', panel);

app.use(withSecret, sameOrigin);
app.route('/widget', widget);
app.route('/', files);
app.route('/', filesApi);
app.route('/staff', staff);
app.route('/', api);
app.route('/', alerts);
app.route('/', teams);
app.route('/', responder);
app.route('/', rules);
app.route('/', changes);
app.route('/', install);
app.route('/', forecastApi);
app.route('/', firstRunApi);
app.route('/', history);
app.route('/', later);
app.route('/', knowledgeApi);
app.route('/', missingApi);
app.route('/', privacy);
app.route('/', productsApi);
app.route('/', savedRepliesApi);
app.route('/', noticesApi);
app.route('/', hooksApi);
app.route('/', profileApi);
app.route('/', secondStepApi);
app.route('/', passkeysApi);
app.route('/', passkeySignIn);
app.route('/', keysApi);
app.route('/', identityApi);
app.route('/', v1);
app.route('/', bot);
app.route('/', account);

/** Programs get a code and a sentence; whoever opened a page gets a page. */
function refuse(c: C, code: ErrorCode, newer?: unknown): Response | Promise<Response> {
  const isPage = !/^\/(api|widget|staff)\//.test(c.req.path) && c.req.header('accept')?.includes('text/html');
  return isPage ? errorPage(c, code) : c.json(errorBody(code, newer), statusOf(code));
}

app.notFound((c) => refuse(c, 'not_found'));

app.onError(async (error, c) => {
  if (error instanceof Refusal) return refuse(c, error.code, error.newer);
  if (error instanceof HTTPException && error.status < 500) return refuse(c, 'bad_request');
  if (!(await isMigrated(c.env))) return refuse(c, 'setting_up');
  // Only its class: a message may quote what somebody wrote, or a secret.
  console.error(JSON.stringify({ at: 'error', path: c.req.path, error: error.name }));
  return refuse(c, 'unavailable');
});
