import type { Env } from '../../env';
import worker from '../../index';
import type { Letter } from './stored';

/** Plays the customer: answers a letter as a mail program would, through the Worker's own door for mail. */

const bytes = (text: string) => new TextEncoder().encode(text);

/** For a header (RFC 2047 section 2), in pieces that are short enough. */
function encodedWord(text: string): string {
  const pieces = text.match(/.{1,12}/gsu) ?? [''];
  return pieces.map((piece) => `=?utf-8?B?${btoa(String.fromCharCode(...bytes(piece)))}?=`).join('\r\n ');
}

/** The mail as it would travel: what was typed, above the letter as mail programs quote it. */
function rawAnswer(letter: Letter, from: string, to: string, text: string, now: number): string {
  const date = new Date(now).toUTCString().replace('GMT', '+0000');
  const quoted = letter.text.replace(/^/gm, '> ');
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${encodedWord(`Re: ${letter.subject}`)}`,
    `Date: ${date}`,
    `Message-ID: <${crypto.randomUUID()}@localhost.example>`,
    `In-Reply-To: <${letter.id}@localhost.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  const body = `${text}\n\nOn ${date}, ${letter.from} wrote:\n${quoted}\n`;
  return `${head.join('\r\n')}\r\n\r\n${body.replace(/\r?\n/g, '\r\n')}`;
}

/** Whether an answer to this letter would come to this Worker, and not to somebody's own mailbox. */
export const isAnswerable = (letter: Letter, env: Env): letter is Letter & { replyTo: string } =>
  Boolean(letter.replyTo && env.MAIL_REPLY_TO && letter.replyTo.split('@')[1] === env.MAIL_REPLY_TO.split('@')[1]);

/** @returns why it was refused, or null */
export async function answer(letter: Letter & { replyTo: string }, text: string, env: Env): Promise<string | null> {
  const from = letter.to[0] ?? '';
  const raw = bytes(rawAnswer(letter, from, letter.replyTo, text, Date.now()));
  let refused: string | null = null;
  const never = () => Promise.reject(new Error('The Worker answers and forwards no mail'));
  await worker.email(
    {
      from,
      to: letter.replyTo,
      headers: new Headers({ from, to: letter.replyTo, 'content-type': 'text/plain; charset=utf-8' }),
      raw: new Blob([raw]).stream(),
      rawSize: raw.byteLength,
      canBeForwarded: false,
      setReject: (why) => {
        refused = why;
      },
      forward: never,
      reply: never,
    },
    env,
  );
  return refused;
}
