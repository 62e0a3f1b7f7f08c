import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Env } from '../../env';
import type { statusOf } from '../../errors';
import { type StaffLanguage, type StaffWords, staffWords } from '../../words/words';
import { spokenTo } from '../spoken';

/** The few pages that the Worker itself makes: before the dashboard there is no dashboard. */

export type C = Context<{ Bindings: Env }>;

/** Forms post to us and nothing else loads. `same-origin` keeps the link's token from other sites and `Origin` in our forms. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** What the sign-in page loads besides, where passkeys are offered: the dashboard's own script and nothing else. */
const withScript = (c: C) => `${POLICY}; script-src ${new URL(c.req.url).origin}/dashboard/; connect-src 'self'`;

const Mark = () => (
  <p class="mark">
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <rect width="20" height="20" rx="4.5" fill="#0b6077" />
      <path d="M4.5 13l5-6M10.5 13l5-6" fill="none" stroke="#fff" stroke-width="2.75" stroke-linecap="round" />
    </svg>
    Baton
  </p>
);

/** The words of a page, and the language that they are in. */
export interface Spoken extends StaffWords {
  language: StaffLanguage;
}

/** @param language whoever it is for has chosen it; else it is found by the request */
export async function spoken(c: C, language: StaffLanguage | null = null): Promise<Spoken> {
  const found = language ?? spokenTo(c);
  return { ...(await staffWords(found)), language: found };
}

interface Sheet {
  title: string;
  language: StaffLanguage;
  /** A script of the dashboard's. */
  script?: string | undefined;
  status?: 200 | ReturnType<typeof statusOf>;
  children: Child;
}

export async function sheet(c: C, { title, language, script, status = 200, children }: Sheet): Promise<Response> {
  const html = await (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Baton`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/pages.css" />
        {script && <script type="module" src={script} />}
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
  const policy = script ? withScript(c) : POLICY;
  const headers = { 'content-security-policy': policy, 'referrer-policy': 'same-origin' };
  return c.html(`<!doctype html>${html}`, status, headers);
}

export const Problem = ({ children }: { children: Child }) => (
  <p class="error" role="alert">
    {children}
  </p>
);

/** A sentence with a link in it. */
export const Linked = ({ words: [before, link, after], href }: { words: readonly string[]; href: string }) => (
  <>
    {before}
    <a href={href}>{link}</a>
    {after}
  </>
);

export const EmailField = ({ say, value }: { say: StaffWords['pages']; value?: string | undefined }) => (
  <div class="field">
    <label for="email">{say.email}</label>
    <input
      id="email"
      name="email"
      type="email"
      required
      maxlength={254}
      autocomplete="email webauthn"
      placeholder={say.emailExample}
      value={value}
    />
  </div>
);
