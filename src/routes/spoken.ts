import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { type DetectorOptions, detectFromCookie, detectFromHeader } from 'hono/language';
import { STAFF_LANGUAGES, type StaffLanguage } from '../words/words';

/** In which language the pages before the dashboard speak. */

/** What was chosen last in this browser. No secret, and nothing but two letters. */
const COOKIE = 'baton.language';
const YEAR = 365 * 86_400;

const HOW: DetectorOptions = {
  order: ['cookie', 'header'],
  lookupCookie: COOKIE,
  lookupFromHeaderKey: 'accept-language',
  lookupQueryString: '',
  lookupFromPathIndex: 0,
  supportedLanguages: [...STAFF_LANGUAGES],
  fallbackLanguage: 'en',
  ignoreCase: true,
  caches: false,
};

/** What was chosen in this browser, else the first of its wishes that we speak, else English. */
export function spokenTo(c: Context): StaffLanguage {
  const found = detectFromCookie(c, HOW) ?? detectFromHeader(c, HOW);
  return STAFF_LANGUAGES.find((one) => one === found) ?? 'en';
}

/** From now on in this browser. @param chosen null: as the browser asks for */
export function speak(c: Context, chosen: StaffLanguage | null): void {
  const secure = new URL(c.req.url).protocol === 'https:';
  if (chosen === null) deleteCookie(c, COOKIE, { path: '/', secure });
  else setCookie(c, COOKIE, chosen, { path: '/', secure, httpOnly: true, sameSite: 'Lax', maxAge: YEAR });
}
