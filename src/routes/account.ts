import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { requestLink, type SignedIn, spendLink } from '../accounts/auth';
import { languageOfLink } from '../accounts/language';
import { linkState } from '../accounts/links';
import { Email } from '../accounts/person';
import { checkCode } from '../accounts/second-step';
import { hasStore, SetUp, setUp } from '../accounts/setup';
import { mailConfig } from '../channels/mail/resend';
import type { Env } from '../env';
import { errorBody, Refusal, statusOf } from '../errors';
import { visitorLimit } from './guards';
import { setUpPage } from './pages/others';
import { codePage, deadLinkPage, linkPage, linkSentPage, signInPage } from './pages/sign-in';
import { speak, spokenTo } from './spoken';
import { smallBody } from './valid';

/** Getting in: forms for people. A GET never changes anything. */

type C = Context<{ Bindings: Env }>;

const Token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{20,100}$/));
/** Of an app, or a backup code. */
const Code = v.pipe(v.string(), v.trim(), v.minLength(6), v.maxLength(20));
const hasMail = (c: C) => mailConfig(c.env) !== null;
const originOf = (c: C) => new URL(c.req.url).origin;

/** Text fields only; a file is nothing that these forms ask for. */
async function fields(c: C): Promise<Record<string, string>> {
  const form = await c.req.parseBody().catch(() => {
    throw new Refusal('bad_request');
  });
  return Object.fromEntries(
    Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The session's cookies, or the page that says why there is none. */
function enter(c: C, signedIn: SignedIn, to = '/dashboard/'): Response | Promise<Response> {
  if (!signedIn.ok) return deadLinkPage(c, signedIn.reason, hasMail(c));
  for (const cookie of signedIn.cookies) c.header('set-cookie', cookie, { append: true });
  return c.redirect(signedIn.asks === 'code' ? '/sign-in/code' : to, 303);
}

async function setUpFromForm(c: C, form: Record<string, string>): Promise<Response> {
  const first = !(await hasStore(c.env));
  const retry = (problem: 'fillIn' | 'wrongKey' | 'bad_request', status: 400 | 403) => {
    const { key: _, ...values } = form;
    return setUpPage(c, { first, problem, status, values });
  };
  const request = v.safeParse(SetUp, form);
  if (!request.success) return retry('fillIn', 400);
  const result = await setUp(c.env, request.output, Date.now());
  if (!result.ok) return retry(result.reason === 'forbidden' ? 'wrongKey' : 'bad_request', statusFor(result.reason));
  const signedIn = await spendLink(c.env, originOf(c), result.token, c.req.raw.headers, Date.now());
  // A new store begins with its first steps.
  return enter(c, signedIn, first ? `/dashboard/${result.store.id}/start` : '/dashboard/');
}

const statusFor = (reason: 'forbidden' | 'bad_request') => (reason === 'forbidden' ? 403 : 400);

async function setUpFromJson(c: C): Promise<Response> {
  const body: unknown = await c.req.json().catch(() => null);
  const request = v.safeParse(SetUp, body);
  if (!request.success) throw new Refusal('bad_request');
  const result = await setUp(c.env, request.output, Date.now());
  if (!result.ok) throw new Refusal(result.reason);
  const entered = await spendLink(c.env, originOf(c), result.token, c.req.raw.headers, Date.now());
  if (!entered.ok) return c.json(errorBody(entered.reason), statusOf(entered.reason));
  for (const cookie of entered.cookies) c.header('set-cookie', cookie, { append: true });
  return c.json({ store: result.store });
}

export const account = new Hono<{ Bindings: Env }>()
  .get('/sign-in', async (c) => {
    const given = c.req.query('token');
    // Asked even where nothing depends on it yet: a database that is not set up is better said now than after a form.
    if (given === undefined)
      return (await hasStore(c.env)) ? signInPage(c, { mail: hasMail(c) }) : c.redirect('/setup');
    const token = v.safeParse(Token, given);
    if (!token.success) return deadLinkPage(c, 'link_used', hasMail(c));
    const state = await linkState(c.env, token.output, Date.now());
    if (state === 'ready') return linkPage(c, token.output, await languageOfLink(c.env, token.output));
    return deadLinkPage(c, state === 'used' ? 'link_used' : 'link_expired', hasMail(c));
  })
  .post('/sign-in', smallBody, async (c) => {
    const token = v.safeParse(Token, (await fields(c)).token);
    if (!token.success) return deadLinkPage(c, 'link_used', hasMail(c));
    // What follows the link is said as they read it, also in a browser that is new to them.
    const chosen = await languageOfLink(c.env, token.output);
    if (chosen) speak(c, chosen);
    return enter(c, await spendLink(c.env, originOf(c), token.output, c.req.raw.headers, Date.now()));
  })
  .get('/sign-in/code', (c) => codePage(c))
  .post('/sign-in/code', visitorLimit, smallBody, async (c) => {
    const code = v.safeParse(Code, (await fields(c)).code);
    if (!code.success) return codePage(c, 'wrong_code');
    const asked = { is: 'signing-in' } as const;
    const step = { asked, code: code.output, now: Date.now() };
    const checked = await checkCode(c.env, originOf(c), c.req.raw.headers, step);
    if (!checked.ok) {
      return checked.reason === 'unauthorized'
        ? deadLinkPage(c, 'link_expired', hasMail(c))
        : codePage(c, checked.reason);
    }
    for (const cookie of checked.cookies) c.header('set-cookie', cookie, { append: true });
    return c.redirect('/dashboard/', 303);
  })
  .post('/sign-in/link', smallBody, async (c) => {
    const { email: given } = await fields(c);
    const mail = hasMail(c);
    const email = v.safeParse(Email, given);
    if (!mail || !email.success) return signInPage(c, { mail, bad: true, ...(given && { email: given }) });
    const ip = c.req.header('cf-connecting-ip') ?? null;
    const asked = await requestLink(c.env, originOf(c), email.output, { ip, language: spokenTo(c) });
    if (!asked) throw new Refusal('too_fast');
    return linkSentPage(c);
  })
  .get('/setup', async (c) => setUpPage(c, { first: !(await hasStore(c.env)) }))
  .post('/setup', visitorLimit, smallBody, async (c) =>
    c.req.header('content-type')?.startsWith('application/json') ? setUpFromJson(c) : setUpFromForm(c, await fields(c)),
  );
