import { type ErrorCode, statusOf } from '../../errors';
import { type C, EmailField, Linked, Problem, sheet, spoken } from './sheet';

/** The other pages: setting up, no more alerts by email, and what is refused. */

interface SetUpForm {
  first: boolean;
  problem?: 'fillIn' | 'wrongKey' | 'bad_request';
  status?: 400 | 403;
  values?: Record<string, string>;
}

export async function setUpPage(c: C, { first, problem, status, values = {} }: SetUpForm) {
  const { language, errors, pages: say } = await spoken(c);
  const [before, command, after] = say.setupKeyHint;
  const text = (name: string, label: string, more: Record<string, string> = {}) => (
    <div class="field">
      <label for={name}>{label}</label>
      <input id={name} name={name} required maxlength={80} value={values[name]} {...more} />
    </div>
  );
  return sheet(c, {
    language,
    title: first ? say.setUp : say.asOwner,
    ...(status && { status }),
    children: (
      <>
        <p>{first ? say.setUpAbout : say.asOwnerAbout}</p>
        {problem && <Problem>{problem === 'bad_request' ? errors[problem] : say[problem]}</Problem>}
        <form method="post" action="/setup">
          {first && text('store', say.store, { autocomplete: 'organization' })}
          {first && text('name', say.name, { autocomplete: 'name' })}
          <EmailField say={say} value={values.email} />
          <div class="field">
            <label for="key">{say.setupKey}</label>
            <input id="key" name="key" type="password" required maxlength={200} autocomplete="off" />
          </div>
          <button type="submit">{first ? say.createStore : say.signIn}</button>
        </form>
        <p class="hint">
          {before}
          <code>{command}</code>
          {after}
        </p>
      </>
    ),
  });
}

/** Where a mail's link leads. It says the same for every link, and opening it changes nothing: scanners open links too. */
export async function unsubscribePage(c: C, token: string) {
  const { language, pages: say } = await spoken(c);
  return sheet(c, {
    language,
    title: say.stop,
    children: (
      <>
        <p>{say.stopAbout}</p>
        <form method="post" action={`/unsubscribe?token=${encodeURIComponent(token)}`}>
          <button type="submit">{say.unsubscribe}</button>
        </form>
      </>
    ),
  });
}

/** The same whether or not there was anything to end. */
export async function unsubscribedPage(c: C) {
  const { language, pages: say } = await spoken(c);
  return sheet(c, {
    language,
    title: say.stopped,
    children: (
      <>
        <p>{say.stoppedAbout}</p>
        <p class="hint">
          <Linked words={say.stoppedHint} href="/dashboard/" />
        </p>
      </>
    ),
  });
}

/** A refusal for whoever opened a page. */
export async function errorPage(c: C, code: ErrorCode) {
  const { language, errors, pages: say } = await spoken(c);
  const titles: Partial<Record<ErrorCode, string>> = { setting_up: say.almost, not_found: say.nothing };
  return sheet(c, {
    language,
    title: titles[code] ?? say.failed,
    status: statusOf(code),
    children: (
      <>
        <p>{errors[code]}</p>
        {code !== 'setting_up' && (
          <p>
            <a href="/dashboard/">{say.toDashboard}</a>
          </p>
        )}
      </>
    ),
  });
}
