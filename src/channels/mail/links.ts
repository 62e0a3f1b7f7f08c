import { randomId } from '../../accounts/ids';
import { secretOf } from '../../accounts/readiness';
import { sealToken } from '../../accounts/tokens';
import type { Env } from '../../env';
import { addressHash } from './address';
import { mailLanguage } from './languages';
import type { Thread } from './reply-address';

/**
 * Where the links in a mail to a customer lead (`routes/mail.tsx`), for this address and this conversation only.
 * @param origin ours, without a slash at its end
 */
export async function contactLinks(
  env: Env,
  { origin, address, lang, ...thread }: Thread & { origin: string; address: string; lang: string },
  now: number,
): Promise<{ confirm: string; stop: string }> {
  const claims = { ...thread, address: await addressHash(address) };
  const query = `token=${await sealToken(secretOf(env), 'contact', claims, now)}&lang=${mailLanguage(lang)}`;
  return { confirm: `${origin}/mail/confirm?${query}`, stop: `${origin}/mail/stop?${query}` };
}

/**
 * Back into the conversation, once, for whoever reads this address's mail: only ever in mail to an address that is confirmed.
 * The code stands in the fragment, which no browser sends anywhere.
 */
export async function chatLink(
  env: Env,
  { origin, address, lang, ...thread }: Thread & { origin: string; address: string; lang: string },
  now: number,
): Promise<string> {
  const claims = { ...thread, address: await addressHash(address), id: randomId() };
  const code = await sealToken(secretOf(env), 'return', claims, now);
  return `${origin}/mail/chat?lang=${mailLanguage(lang)}#${code}`;
}
