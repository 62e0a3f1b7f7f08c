import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { LINK_MINUTES } from '../accounts/links';
import type { Env } from '../env';
import { ERRORS, type ErrorCode, statusOf } from '../errors';

/** The few pages that the Worker itself makes: before the dashboard there is no dashboard. */

type C = Context<{ Bindings: Env }>;

/** Forms post to us and nothing else loads. `same-origin` keeps the link's token from other sites and `Origin` in our forms. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const Mark = () => (
  <p class="mark">
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <rect width="20" height="20" rx="4.5" fill="#0b6077" />
      <path d="M4.5 13l5-6M10.5 13l5-6" fill="none" stroke="#fff" stroke-width="2.75" stroke-linecap="round" />
    </svg>
    Baton
  </p>
);

interface Sheet {
  title: string;
  status?: 200 | ReturnType<typeof statusOf>;
  children: Child;
}

async function page(c: C, { title, status = 200, children }: Sheet): Promise<Response> {
  const html = await (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Baton`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/pages.css" />
      </head>
      <body>
        <main>
          <Mark />
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
  const headers = { 'content-security-policy': POLICY, 'referrer-policy': 'same-origin' };
  return c.html(`<!doctype html>${html}`, status, headers);
}

const Problem = ({ children }: { children: Child }) => (
  <p class="error" role="alert">
    {children}
  </p>
);

const EmailField = ({ value }: { value?: string | undefined }) => (
  <div class="field">
    <label for="email">Email address</label>
    <input
      id="email"
      name="email"
      type="email"
      required
      maxlength={254}
      autocomplete="email"
      placeholder="you@example.com"
      value={value}
    />
  </div>
);

const AskForLink = ({ email }: { email?: string | undefined }) => (
  <form method="post" action="/sign-in/link">
    <EmailField value={email} />
    <button type="submit">Email me a link</button>
  </form>
);

const NoMail = () => (
  <p>
    Mail isn’t set up yet, so no link can be sent. The owner can sign in with the setup key on the{' '}
    <a href="/setup">setup page</a>.
  </p>
);

/** Asks for a link by email. */
export const signInPage = (c: C, { mail, problem, email }: { mail: boolean; problem?: string; email?: string }) =>
  page(c, {
    title: 'Sign in',
    status: problem ? 400 : 200,
    children: mail ? (
      <>
        <p>We’ll email you a link. There is no password.</p>
        {problem && <Problem>{problem}</Problem>}
        <AskForLink email={email} />
      </>
    ) : (
      <NoMail />
    ),
  });

export const linkSentPage = (c: C) =>
  page(c, {
    title: 'Check your email',
    children: (
      <>
        <p>Check your email. The link works once, for {LINK_MINUTES} minutes.</p>
        <p class="hint">
          Nothing there after a minute? Look at the spam folder, or <a href="/sign-in">ask for a new link</a>. Only
          people of a store’s team get one.
        </p>
      </>
    ),
  });

/** Where the link leads. Opening it changes nothing, since mail scanners open links too; the button does. */
export const linkPage = (c: C, token: string) =>
  page(c, {
    title: 'Sign in to Baton',
    children: (
      <>
        <p>One click, and you’re in.</p>
        <form method="post" action="/sign-in">
          <input type="hidden" name="token" value={token} />
          <button type="submit">Sign in</button>
        </form>
      </>
    ),
  });

/** After the link, where somebody has turned the second step on. */
export const codePage = (c: C, problem?: 'wrong_code' | 'code_locked') =>
  page(c, {
    title: 'Enter your code',
    status: problem ? statusOf(problem) : 200,
    children: (
      <>
        <p>The six digits that your authenticator app shows now.</p>
        {problem && <Problem>{ERRORS[problem]}</Problem>}
        <form method="post" action="/sign-in/code">
          <div class="field">
            <label for="code">Code</label>
            <input id="code" name="code" required maxlength={20} autocomplete="one-time-code" autofocus />
          </div>
          <button type="submit">Sign in</button>
        </form>
        <p class="hint">
          Without your phone, enter one of your backup codes. Without those, ask an owner of your store to reset the
          second step.
        </p>
      </>
    ),
  });

/** A link that was used, or is too late. */
export const deadLinkPage = (c: C, reason: 'link_used' | 'link_expired', mail: boolean) =>
  page(c, {
    title: reason === 'link_used' ? 'This link was used' : 'This link has run out',
    status: statusOf(reason),
    children: (
      <>
        <p>{ERRORS[reason]}</p>
        {mail ? <AskForLink /> : <NoMail />}
      </>
    ),
  });

export const setUpPage = (
  c: C,
  form: { first: boolean; problem?: string; status?: 400 | 403; values?: Record<string, string> },
) => {
  const { first, problem, status = 200, values = {} } = form;
  const text = (name: string, label: string, more: Record<string, string> = {}) => (
    <div class="field">
      <label for={name}>{label}</label>
      <input id={name} name={name} required maxlength={80} value={values[name]} {...more} />
    </div>
  );
  return page(c, {
    title: first ? 'Set up Baton' : 'Sign in as the owner',
    status,
    children: (
      <>
        <p>
          {first
            ? 'Name your store and yourself. You can invite the team afterwards.'
            : 'For when mail does not work. Everybody else signs in by email.'}
        </p>
        {problem && <Problem>{problem}</Problem>}
        <form method="post" action="/setup">
          {first && text('store', 'Store', { autocomplete: 'organization' })}
          {first && text('name', 'Your name', { autocomplete: 'name' })}
          <EmailField value={values.email} />
          <div class="field">
            <label for="key">Setup key</label>
            <input id="key" name="key" type="password" required maxlength={200} autocomplete="off" />
          </div>
          <button type="submit">{first ? 'Create store' : 'Sign in'}</button>
        </form>
        <p class="hint">
          The setup key is the secret that you gave the Worker: <code>npx wrangler secret put SETUP_KEY</code>, at least
          16 characters.
        </p>
      </>
    ),
  });
};

/** Where a mail's link leads. It says the same for every link, and opening it changes nothing: scanners open links too. */
export const unsubscribePage = (c: C, token: string) =>
  page(c, {
    title: 'Stop these emails?',
    children: (
      <>
        <p>This store’s alerts will no longer come to your email. You still see every chat in the dashboard.</p>
        <form method="post" action={`/unsubscribe?token=${encodeURIComponent(token)}`}>
          <button type="submit">Unsubscribe</button>
        </form>
      </>
    ),
  });

/** The same whether or not there was anything to end. */
export const unsubscribedPage = (c: C) =>
  page(c, {
    title: 'You’re unsubscribed',
    children: (
      <>
        <p>This store’s alerts no longer come to your email.</p>
        <p class="hint">
          To get them again, turn them on under Settings, Alerts, in the <a href="/dashboard/">dashboard</a>.
        </p>
      </>
    ),
  });

/** A refusal for whoever opened a page. */
export const errorPage = (c: C, code: ErrorCode) => {
  const titles: Partial<Record<ErrorCode, string>> = { setting_up: 'Almost there', not_found: 'Nothing here' };
  return page(c, {
    title: titles[code] ?? 'That didn’t work',
    status: statusOf(code),
    children: (
      <>
        <p>{ERRORS[code]}</p>
        {code !== 'setting_up' && (
          <p>
            <a href="/dashboard/">Go to the dashboard</a>
          </p>
        )}
      </>
    ),
  });
};
