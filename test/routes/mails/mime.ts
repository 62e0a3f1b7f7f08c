import { customerReplyMail } from '../../../src/channels/mail/customer-reply';

/** Mails as programs send them, made of what people write and what programs add. */

export interface Sent {
  /** The program, its language, and what is special. */
  name: string;
  subject?: string;
  text?: string;
  html?: string;
  /** The whole mail, where it is neither plain nor multipart/alternative. */
  raw?: string;
  /** What its writer wrote. */
  says: string;
  attachments?: string[];
}

export const REPLY = 'reply+abcdefghijklmnop234567abcdefghijklmnopqr@chat.shop.example';
export const ANA = `Ana, Mill & Kettle <${REPLY}>`;

/** What is answered to: the real mail. */
const sent = await customerReplyMail({
  to: 'jonas@mail.example',
  lang: 'en',
  store: { name: 'Mill & Kettle' },
  staff: [
    {
      name: 'Ana',
      text: 'Hello Jonas,\n\nyou can have the €69.00 back. Shall I do that?',
      at: Date.UTC(2026, 4, 12, 11, 3),
    },
  ],
  question: null,
  links: { confirm: null, stop: 'https://chat.shop.example/mail/stop?token=eyJhIjoxfQ.c2ln' },
  replyTo: REPLY,
  timeZone: 'Europe/Sofia',
});
export const OURS = sent.text;
export const OUR_HTML = sent.html.replace(/^.*?<body[^>]*>|<\/body>.*$/gs, '');
/** As it would stand without the line above which to write, in older programs, or cut by the customer. */
export const UNMARKED = OURS.split('\n').slice(2).join('\n');

export const quote = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

const HEAD = (subject: string) => `From: Jonas Weber <Jonas@Mail.example>
To: ${REPLY}
Subject: ${subject}
Date: Tue, 12 May 2026 14:20:00 +0300
Message-ID: <CAF1-2@mail.example>
In-Reply-To: <sent-1@chat.shop.example>
MIME-Version: 1.0`;

const part = (type: string, body: string) =>
  `Content-Type: ${type}; charset="UTF-8"\nContent-Transfer-Encoding: 8bit\n\n${body}\n`;

/** With the line ends of the wire (RFC 5322 section 2.3). */
export function rawOf({ subject = 'Re: Ana answered you', text, html, raw }: Sent): string {
  const both =
    text !== undefined && html !== undefined
      ? `Content-Type: multipart/alternative; boundary="=_b"\n\n--=_b\n${part('text/plain', text)}\n--=_b\n${part('text/html', html)}\n--=_b--\n`
      : part(html === undefined ? 'text/plain' : 'text/html', text ?? html ?? '');
  return (raw ? raw.replace('{head}', HEAD(subject)) : `${HEAD(subject)}\n${both}`).replace(/\r?\n/g, '\r\n');
}
