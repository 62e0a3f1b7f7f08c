import { LINK_MINUTES } from '../../accounts/links';
import { passkeyOrigin } from '../../accounts/passkeys';
import { statusOf } from '../../errors';
import type { StaffLanguage, StaffWords } from '../../words/words';
import { type C, EmailField, Linked, Problem, sheet, spoken } from './sheet';

/** Getting in: by a link, by a passkey, and the code after a link. */

type Say = { say: StaffWords['pages'] };

const AskForLink = ({ say, email }: Say & { email?: string | undefined }) => (
  <form method="post" action="/sign-in/link">
    <EmailField say={say} value={email} />
    <button type="submit">{say.sendLink}</button>
  </form>
);

const NoMail = ({ say }: Say) => (
  <p>
    <Linked words={say.noMail} href="/setup" />
  </p>
);

const REFUSALS = ['passkey_refused', 'challenge_over', 'too_fast', 'unavailable'] as const;

/** Shown by its script (src/dashboard/sign-in), where the browser knows passkeys; it says what is refused in these words. */
const ByPasskey = ({ pages, errors }: StaffWords) => (
  <div
    id="passkey"
    hidden
    data-words={JSON.stringify(Object.fromEntries(REFUSALS.map((code) => [code, errors[code]])))}
  >
    <p class="or">{pages.or}</p>
    <button class="second" type="button">
      {pages.byPasskey}
    </button>
    <p class="error" role="alert" />
  </div>
);

/** Asks for a link by email, or for a passkey where they work. */
export async function signInPage(c: C, { mail, bad = false, email }: { mail: boolean; bad?: boolean; email?: string }) {
  const words = await spoken(c);
  const { language, pages: say } = words;
  const { origin } = new URL(c.req.url);
  const passkeys = passkeyOrigin(c.env, origin) === origin;
  return sheet(c, {
    language,
    title: say.signIn,
    status: bad ? 400 : 200,
    script: passkeys ? '/dashboard/sign-in.js' : undefined,
    children: (
      <>
        {mail ? (
          <>
            <p>{say.signInAbout}</p>
            {bad && <Problem>{say.badEmail}</Problem>}
            <AskForLink say={say} email={email} />
          </>
        ) : (
          <NoMail say={say} />
        )}
        {passkeys && <ByPasskey {...words} />}
      </>
    ),
  });
}

export async function linkSentPage(c: C) {
  const { language, pages: say } = await spoken(c);
  return sheet(c, {
    language,
    title: say.sent,
    children: (
      <>
        <p>{say.sentAbout(LINK_MINUTES)}</p>
        <p class="hint">
          <Linked words={say.sentHint} href="/sign-in" />
        </p>
      </>
    ),
  });
}

/** Where the link leads. Opening it changes nothing, since mail scanners open links too; the button does. */
export async function linkPage(c: C, token: string, chosen: StaffLanguage | null) {
  const { language, pages: say } = await spoken(c, chosen);
  return sheet(c, {
    language,
    title: say.link,
    children: (
      <>
        <p>{say.linkAbout}</p>
        <form method="post" action="/sign-in">
          <input type="hidden" name="token" value={token} />
          <button type="submit">{say.signIn}</button>
        </form>
      </>
    ),
  });
}

/** After the link, where somebody has turned the second step on. */
export async function codePage(c: C, problem?: 'wrong_code' | 'code_locked') {
  const { language, errors, pages: say } = await spoken(c);
  return sheet(c, {
    language,
    title: say.code,
    status: problem ? statusOf(problem) : 200,
    children: (
      <>
        <p>{say.codeAbout}</p>
        {problem && <Problem>{errors[problem]}</Problem>}
        <form method="post" action="/sign-in/code">
          <div class="field">
            <label for="code">{say.codeField}</label>
            <input id="code" name="code" required maxlength={20} autocomplete="one-time-code" autofocus />
          </div>
          <button type="submit">{say.signIn}</button>
        </form>
        <p class="hint">{say.codeHint}</p>
      </>
    ),
  });
}

/** A link that was used, or is too late. */
export async function deadLinkPage(c: C, reason: 'link_used' | 'link_expired', mail: boolean) {
  const { language, errors, pages: say } = await spoken(c);
  return sheet(c, {
    language,
    title: reason === 'link_used' ? say.linkUsed : say.linkExpired,
    status: statusOf(reason),
    children: (
      <>
        <p>{errors[reason]}</p>
        {mail ? <AskForLink say={say} /> : <NoMail say={say} />}
      </>
    ),
  });
}
