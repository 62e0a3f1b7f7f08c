import type { Env } from '../../env';
import type { Mail, MailResult } from './mail';
import { mailer } from './resend';

/**
 * For mail that somebody is waiting for right now and can ask for again: one try, or a few within the time that
 * `waitUntil` gives, then a line in the log. What must not be lost goes through an outbox instead.
 */

const WAITS = [1_000, 4_000];
const LONGEST = 8_000;

export async function sendNow(
  env: Env,
  mail: Mail,
  {
    template,
    idempotencyKey,
    patience,
  }: { template: string; idempotencyKey: string; patience: 'one-try' | 'few-tries' },
): Promise<MailResult> {
  const sender = mailer(env);
  let result = await sender.send(mail, idempotencyKey);
  let tries = 1;
  for (const wait of patience === 'one-try' ? [] : WAITS) {
    if (result.is !== 'retry' || (result.after ?? 0) > LONGEST) break;
    await scheduler.wait(Math.max(wait, result.after ?? 0));
    result = await sender.send(mail, idempotencyKey);
    tries += 1;
  }
  const status = 'status' in result ? result.status : null;
  console.log(JSON.stringify({ at: 'mail', template, result: result.is, status, tries }));
  return result;
}
