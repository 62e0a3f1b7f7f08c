import type { Env } from '../../env';
import type { Given } from '../../files/check';
import { MOST_FILES, type SentFile } from '../../protocol/files';
import type { InboundMail, MailInAnswer } from './contract';
import { automatic } from './reading/automatic';
import { readMail } from './reading/read';
import { type Thread, threadOf } from './reply-address';
import { mailTarget } from './target';

/** Answers by email, as Email Routing hands them to the Worker. Loaded when one comes. */

/** Parsing holds a mail several times over, and the Worker may hold 128 MB. */
const LARGEST = 10 * 1024 * 1024;

/** What the sender's own server says for us. The same for whatever cannot be delivered: it tells forged from unknown to nobody. */
const NO_SUCH = 'This address does not take this mail.';

type Outcome =
  | MailInAnswer
  | 'too_large'
  | 'unknown_address'
  | 'own'
  | 'bounce'
  | 'list'
  | 'auto'
  | 'unreadable'
  | 'empty';
/** Where a person should hear that their words did not arrive. Programs are never answered. */
const REFUSED: ReadonlySet<Outcome> = new Set(['too_large', 'unknown_address', 'unknown_sender', 'no_conversation']);

async function outcomeOf(message: ForwardableEmailMessage, env: Env): Promise<Outcome> {
  if (message.rawSize > LARGEST) return 'too_large';
  const thread = await threadOf(env, message.to);
  if (!thread) return 'unknown_address';
  const by = automatic(message.headers, message.from);
  if (by) return by;
  const raw = await new Response(message.raw).arrayBuffer();
  const mail = await readMail(raw, message.from).catch(() => 'unreadable' as const);
  if (mail === 'unreadable') return mail;
  if (!mail) return 'empty';
  const { attached, ...said } = mail;
  return mailTarget(env, thread).mailIn(await withKept(env, thread, said, attached));
}

/**
 * What is attached is kept as if it had been sent in the chat, by the same checks. What is refused, is too much, or has no
 * place is named only: the words arrive. The same mail again keeps it again, and nobody sends that: it goes after a day.
 */
async function withKept(env: Env, thread: Thread, mail: InboundMail, attached: readonly Given[]): Promise<InboundMail> {
  if (!env.FILES || attached.length === 0) return mail;
  const { keepFile } = await import('../../files/upload');
  const files: SentFile[] = [];
  const attachments: string[] = [];
  for (const [n, given] of attached.entries()) {
    const kept =
      files.length < MOST_FILES && (await keepFile(env, thread, 'customer', given, Date.now()).catch(() => null));
    if (kept) files.push(kept);
    else attachments.push(mail.attachments[n] ?? given.name);
  }
  return { ...mail, attachments, ...(files.length > 0 && { files }) };
}

/** @throws where another try may end better: the sender's server then keeps the mail and comes again */
export async function receive(message: ForwardableEmailMessage, env: Env): Promise<void> {
  const begun = Date.now();
  const log = (outcome: string) =>
    console.log(JSON.stringify({ at: 'mail', in: outcome, bytes: message.rawSize, ms: Date.now() - begun }));
  try {
    const outcome = await outcomeOf(message, env);
    if (REFUSED.has(outcome)) message.setReject(NO_SUCH);
    log(outcome);
  } catch (error) {
    log('failed');
    throw error;
  } finally {
    // What nobody read would keep its sender waiting.
    if (!message.raw.locked) await message.raw.cancel();
  }
}
