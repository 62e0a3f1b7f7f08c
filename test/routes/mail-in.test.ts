import { env } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import type { InboundMail, MailInAnswer } from '../../src/channels/mail/contract';
import { OURS } from '../../src/channels/mail/loop';
import { replyAddress } from '../../src/channels/mail/reply-address';
import type { Env } from '../../src/env';
import { rawOf } from './mails/mime';
import { deliver } from './mails/post';
import { newStore } from './visit';

/** Mail at the Worker's door: what is let in, what is refused, and what is never answered. */

let address: string;
let thread: { store: string; conversation: string };
/** What the conversation was handed, and how it answers. */
let handed: { name: string; mail: InboundMail }[];
let answer: MailInAnswer | Error;
let here: Env;
const lines: string[] = [];

/** In place of the object: what it is asked, by the name it is addressed with. */
const conversations = {
  idFromName: (name: string) => name,
  get: (name: string) => ({
    mailIn: async (mail: InboundMail) => {
      handed.push({ name, mail });
      if (answer instanceof Error) throw answer;
      return answer;
    },
  }),
} as unknown as Env['CONVERSATION'];

beforeEach(async () => {
  here = { ...env, MAIL_REPLY_TO: 'reply@chat.shop.example', CONVERSATION: conversations };
  const store = (await newStore('Mill')).id;
  thread = { store, conversation: await newConversationId(store) };
  address = (await replyAddress(here, thread, Date.now())) ?? '';
  handed = [];
  answer = 'posted';
  lines.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => vi.restoreAllMocks());

interface Over {
  to?: string;
  from?: string;
  headers?: Record<string, string>;
  text?: string;
  raw?: string;
  rawSize?: number;
}

/** As Email Routing hands it over. @returns why it was refused, or null */
async function arrive({ to = address, from = 'jonas@mail.example', headers = {}, text = 'Yes', ...over }: Over = {}) {
  const added = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const raw = over.raw ?? added.join('') + rawOf({ name: '', says: '', text });
  return deliver({ from, to, raw, rawSize: over.rawSize }, here);
}

/** As it stands in a header (RFC 2047). */
const encoded = (text: string) =>
  /^[ -~]*$/.test(text) ? text : `=?utf-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode(text)))}?=`;

const NO_SUCH = 'This address does not take this mail.';
const outcomes = () => lines.map((line) => JSON.parse(line).in);

test('an answer lands in the one conversation that its address belongs to', async () => {
  expect(await arrive({ text: 'Yes please\n\nOn 12.05.2026, Ana <a@b.example> wrote:\n> Shall I?' })).toBeNull();
  expect(handed).toEqual([
    {
      name: `${thread.store}/${thread.conversation}`,
      mail: {
        id: expect.stringMatching(/^[\w-]{32}$/),
        from: 'jonas@mail.example',
        text: 'Yes please',
        attachments: [],
      },
    },
  ]);
  await arrive({ to: address.toUpperCase() });
  expect(handed[1]?.name).toBe(handed[0]?.name);
});

test('the log says what became of it, and neither who nor what', async () => {
  await arrive({ text: 'My secret words' });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toEqual({
    at: 'mail',
    in: 'posted',
    bytes: expect.any(Number),
    ms: expect.any(Number),
  });
});

test('reply address accepted without its own MAC (FreeScout CVE-2026-47123): refused like one that never was', async () => {
  const forged = address.replace(/.@/, (last) => (last === 'a@' ? 'b@' : 'a@'));
  for (const to of [forged, 'reply@chat.shop.example', 'reply+x@chat.shop.example', 'sales@shop.example']) {
    expect(await arrive({ to }), to).toBe(NO_SUCH);
  }
  expect(handed).toEqual([]);
  expect(new Set(outcomes())).toEqual(new Set(['unknown_address']));
});

test.each<[MailInAnswer, string | null]>([
  ['posted', null],
  ['known', null],
  ['unknown_sender', NO_SUCH],
  ['no_conversation', NO_SUCH],
])('where the conversation says %s, the sender’s server hears %j', async (says, refused) => {
  answer = says;
  expect(await arrive()).toBe(refused);
  expect(outcomes()).toEqual([says]);
});

test('what fails for now is thrown, so that the sender’s server comes again', async () => {
  answer = new Error('overloaded');
  await expect(arrive()).rejects.toThrow('overloaded');
  expect(outcomes()).toEqual(['failed']);
});

test('more than ten mebibytes are refused before anybody looks, whoever they are for', async () => {
  for (const to of [address, 'reply+x@chat.shop.example']) {
    expect(await arrive({ to, rawSize: 10 * 1024 * 1024 + 1 })).toBe(NO_SUCH);
  }
  expect(outcomes()).toEqual(['too_large', 'too_large']);
});

test('what says nothing, or cannot be read, is dropped in silence', async () => {
  expect(await arrive({ text: '> quoted\n> only' })).toBeNull();
  expect(await arrive({ raw: `${'X-A: b\r\n'.repeat(50_000)}\r\nx` })).toBeNull();
  expect(outcomes()).toEqual(['empty', 'unreadable']);
  expect(handed).toEqual([]);
});

describe('nobody wrote it, and nobody is answered', () => {
  test.each<[string, Over, string]>([
    ['our own mail, come back', { headers: OURS }, 'own'],
    ['an absence note (RFC 3834)', { headers: { 'Auto-Submitted': 'auto-replied (vacation)' } }, 'auto'],
    ['a notice', { headers: { 'Auto-Submitted': 'auto-generated' } }, 'auto'],
    ['Exchange', { headers: { 'X-Auto-Response-Suppress': 'DR, OOF, AutoReply' } }, 'auto'],
    ['cPanel', { headers: { 'X-Autorespond': 'away' } }, 'auto'],
    ['an old vacation program', { headers: { Precedence: 'bulk' } }, 'auto'],
    ['another one', { headers: { Precedence: 'auto_reply' } }, 'auto'],
    ['a mailing list', { headers: { 'List-Id': '<kettles.lists.example>' } }, 'list'],
    ['a newsletter', { headers: { 'List-Unsubscribe': '<https://x.example>' } }, 'list'],
    ['a bounce, by its empty return path', { from: '' }, 'bounce'],
    ['a bounce, by its header', { headers: { 'Return-Path': '<>' } }, 'bounce'],
    ['a bounce, by who sends it', { from: 'MAILER-DAEMON@mail.example' }, 'bounce'],
    [
      'a bounce, by its kind',
      { raw: 'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b--' },
      'bounce',
    ],
    ['a receipt', { raw: 'Content-Type: multipart/report; report-type=disposition-notification\r\n\r\nx' }, 'bounce'],
    ...[
      'Automatic reply: Ana answered you',
      'Out of Office Re: Ana',
      'Automatische Antwort: Ana hat geantwortet',
      'Réponse automatique : Ana',
      'Respuesta automática: Ana',
      'Risposta automatica: Ana',
      'Automatisch antwoord: Ana',
      'Resposta automática: Ana',
      'Odpowiedź automatyczna: Ana',
      'Răspuns automat: Ana',
      'Αυτόματη απάντηση: Ana',
      'Otomatik yanıt: Ana',
      'Автоматична відповідь: Ana',
      'Автоматичен отговор: Ana',
      'رد تلقائي: Ana',
      'Undeliverable: Ana answered you',
    ].map((subject): [string, Over, string] => [
      `"${subject}"`,
      { raw: `Subject: ${encoded(subject)}\r\n\r\nI am away` },
      'auto',
    ]),
  ])('%s', async (_, over, outcome) => {
    expect(await arrive(over)).toBeNull();
    expect(outcomes()).toEqual([outcome]);
    expect(handed).toEqual([]);
  });

  test.each<[string, Over]>([
    ['a person says so', { headers: { 'Auto-Submitted': 'no' } }],
    ['an answer to an absence note', { raw: 'Subject: Re: Automatic reply: Ana\r\n\r\nYes' }],
    ['another subject', { raw: 'Subject: Automatic kettle broken\r\n\r\nYes' }],
    ['first-class', { headers: { Precedence: 'first-class' } }],
    ['delivery receipts only', { headers: { 'X-Auto-Response-Suppress': 'DR' } }],
  ])('but this is a person: %s', async (_, over) => {
    await arrive(over);
    expect(outcomes()).toEqual(['posted']);
  });
});
