import * as v from 'valibot';
import type { Env } from '../../env';
import { retryAfter } from '../../outbound/retry-after';
import { sender } from './from';
import { Mail, type Mailer, type MailResult } from './mail';

/** Resend's HTTP API (https://resend.com/docs/api-reference/emails/send-email), or whatever speaks it. */

const TIMEOUT = 10_000;
const Accepted = v.object({ id: v.string() });
const Problem = v.object({ name: v.string() });
const MAX_ANSWER = 10_000;

export interface MailConfig {
  url: string;
  key: string;
  from: string;
}

/** Null where any part is missing: mail is not set up, and that is a state and not an error. */
export function mailConfig(env: Env): MailConfig | null {
  const { MAIL_API_URL: url, MAIL_API_KEY: key, MAIL_FROM: from } = env;
  return url && key && from ? { url: url.replace(/\/+$/, ''), key, from } : null;
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text.length > MAX_ANSWER) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function resultOf(response: Response): Promise<MailResult> {
  const { status } = response;
  const body = await answerOf(response);
  if (response.ok) {
    const accepted = v.safeParse(Accepted, body);
    // Taken, but by whom? Without an id nothing says that it was; the key makes asking again harmless.
    return accepted.success ? { is: 'sent', id: accepted.output.id } : { is: 'retry', after: null, status };
  }
  const problem = v.safeParse(Problem, body);
  const busy = problem.success && problem.output.name === 'concurrent_idempotent_requests';
  // 401 and 403 are mended by whoever runs this, without touching the mail that waits.
  if (busy || status >= 500 || [401, 403, 408, 429].includes(status)) {
    return { is: 'retry', after: retryAfter(response.headers.get('retry-after'), Date.now()), status };
  }
  return { is: 'refused', status };
}

export function resend({ url, key, from }: MailConfig): Mailer {
  return {
    async send(mail, idempotencyKey) {
      const checked = v.safeParse(Mail, mail);
      if (!checked.success) return { is: 'refused', status: null };
      const { to, subject, html, text, headers, replyTo, fromName } = checked.output;
      const body = {
        from: sender(from, fromName),
        to: [to],
        subject,
        html,
        text,
        ...(headers && { headers }),
        ...(replyTo && { reply_to: replyTo }),
      };
      // Not `AbortSignal.timeout`: its timer would keep an object awake long after the answer.
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), TIMEOUT);
      try {
        const response = await fetch(`${url}/emails`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${key}`,
            'content-type': 'application/json',
            'idempotency-key': idempotencyKey,
          },
          body: JSON.stringify(body),
          redirect: 'manual',
          signal: late.signal,
        });
        return await resultOf(response);
      } catch {
        return { is: 'retry', after: null, status: null };
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** The configured sender, or one that says that there is none. */
export function mailer(env: Env): Mailer {
  const config = mailConfig(env);
  return config ? resend(config) : { send: async () => ({ is: 'not_configured' }) };
}
