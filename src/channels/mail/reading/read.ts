import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { base64url } from '../../../accounts/ids';
import type { Given } from '../../../files/check';
import { plainAddress } from '../address';
import type { InboundMail } from '../contract';
import { line } from '../words';
import { type Cut, cut } from './cut';
import { textOfHtml } from './html';
import { FORWARDED } from './quote-words';

/** A raw mail (RFC 5322) as what its writer says. */

const LONGEST = 4_000;
const MOST_NAMES = 20;
const LONGEST_NAME = 120;
/** HTML beyond this is not looked at: pasted pictures, and what office programs bring along. */
const LONGEST_HTML = 1_000_000;
/** No mail of a person is built deeper, or has more of heads. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true };
/** Signed, not attached. */
const SIGNATURES = /^application\/(?:pgp-signature|(?:x-)?pkcs7-signature|pgp-keys)$/;

/** Cut to so many of JavaScript's letters, none of them in two. */
function clipped(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function nameOf({ filename, mimeType }: Attachment): string {
  const last = (filename ?? '').split(/[/\\]/).at(-1) ?? '';
  return line(last, LONGEST_NAME) || line(mimeType, LONGEST_NAME);
}

/** The text part tells more of what stands between the quotes; the HTML, where the text does not tell what is quoted. */
function wordsOf({ text = '', html = '', subject = '' }: Email): string {
  const forwarded = FORWARDED.test(subject);
  const plain: Cut = cut(text, { forwarded });
  if (html === '' || (text.trim() !== '' && plain.quoted)) return plain.text;
  const page = textOfHtml(html.slice(0, LONGEST_HTML));
  return text.trim() === '' || page.quoted ? cut(page.text, { forwarded }).text : plain.text;
}

async function idOf(email: Email, raw: ArrayBuffer): Promise<string> {
  const source = email.messageId ? new TextEncoder().encode(email.messageId) : raw;
  return base64url(await crypto.subtle.digest('SHA-256', source)).slice(0, 32);
}

/** What is attached, beside the names in `attachments`, in the same order. */
export type ReadMail = InboundMail & { attached: Given[] };

/** Text comes as text where the mail says so. */
const bytesOf = (content: Attachment['content']): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content));

/**
 * @param envelope the sender, where the mail itself names none
 * @returns null for a mail that says nothing @throws where it is no mail that a person would send
 */
export async function readMail(raw: ArrayBuffer, envelope: string): Promise<ReadMail | null> {
  const email = await PostalMime.parse(raw, LIMITS);
  const text = clipped(wordsOf(email));
  const parts = email.attachments.filter(({ mimeType }) => !SIGNATURES.test(mimeType)).slice(0, MOST_NAMES);
  if (text === '' && parts.length === 0) return null;
  return {
    id: await idOf(email, raw),
    from: plainAddress(email.from?.address ?? envelope),
    text,
    attachments: parts.map(nameOf),
    attached: parts.map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      claim: mimeType,
      bytes: bytesOf(content),
    })),
  };
}
