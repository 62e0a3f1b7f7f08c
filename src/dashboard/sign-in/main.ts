import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from '@simplewebauthn/browser';

/**
 * All the script that the sign-in page has: signing in with a passkey, by its button or out of the browser's own suggestions
 * for the address. The page works without it, and the words are the page's (src/routes/pages).
 */

const part = document.querySelector<HTMLElement>('#passkey');
const button = part?.querySelector('button');
const said = part?.querySelector('[role=alert]');
const words = JSON.parse(part?.dataset.words ?? '{}') as Record<string, string>;

type Answer<T> = { ok: true; value: T } | { ok: false; code: string };

async function post<T>(path: string, body?: unknown): Promise<Answer<T>> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
  try {
    const answer = await fetch(
      `/sign-in/passkey${path}`,
      body === undefined ? init : { ...init, body: JSON.stringify(body) },
    );
    const said = await answer.json();
    return answer.ok ? { ok: true, value: said } : { ok: false, code: said.error.code };
  } catch {
    return { ok: false, code: 'unavailable' };
  }
}

function say(code: string): void {
  if (said) said.textContent = words[code] ?? words.unavailable ?? '';
}

/** @returns null where nothing came of it: closing the browser's own question is an answer too */
const sign = (optionsJSON: PublicKeyCredentialRequestOptionsJSON, quietly: boolean) =>
  startAuthentication({ optionsJSON, useBrowserAutofill: quietly }).catch(() => null);

/** @param quietly among the browser's suggestions, where nobody has asked for it yet */
async function enter(quietly: boolean): Promise<void> {
  const begun = await post<PublicKeyCredentialRequestOptionsJSON>('/begin');
  if (!begun.ok) {
    if (!quietly) say(begun.code);
    return;
  }
  const signed = await sign(begun.value, quietly);
  if (!signed) return;
  const entered = await post<{ to: string }>('', signed);
  if (entered.ok) return location.assign(entered.value.to);
  say(entered.code);
  // The suggestions are spent with the challenge: the next ones need a new one.
  if (quietly) await enter(true);
}

if (part && button && browserSupportsWebAuthn()) {
  part.hidden = false;
  button.addEventListener('click', () => {
    if (said) said.textContent = '';
    void enter(false);
  });
  if (await browserSupportsWebAuthnAutofill()) await enter(true);
}
