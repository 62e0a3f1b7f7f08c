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
