import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/channels/mail/reading/read';
import { APPLE } from './mails/apple';
import { GMAIL } from './mails/gmail';
import { KEPT } from './mails/kept';
import { rawOf, type Sent } from './mails/mime';
import { OTHERS } from './mails/others';
import { OUTLOOK } from './mails/outlook';

/** Of an answer by email, only what its writer wrote becomes a message. */

const bytes = (raw: string) => Uint8Array.from(new TextEncoder().encode(raw)).buffer;
const read = (sent: Sent) => readMail(bytes(rawOf(sent)), 'envelope@mail.example');

describe.each([
  ['Gmail', GMAIL],
  ['Apple', APPLE],
  ['Outlook', OUTLOOK],
  ['other programs', OTHERS],
  ['what is kept', KEPT],
])('%s', (_, mails) => {
  test.each(mails)('$name', async (sent) => {
    expect(await read(sent)).toMatchObject({
      from: 'jonas@mail.example',
      text: sent.says,
      attachments: sent.attachments ?? [],
    });
  });
});

/** Words of a person: no line of it can be taken for what a program adds. */
const written = fc
  .array(fc.array(fc.stringMatching(/^[\p{Ll}]{1,9}$/u), { minLength: 1, maxLength: 12 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((lines) => lines.map((words) => words.join(' ')).join('\n'));

test('whatever is written above any program’s quote is kept to the letter', async () => {
  const mails = [...GMAIL, ...APPLE, ...OUTLOOK, ...OTHERS].filter(({ text, html }) => text && html === undefined);
  const quoted = mails.flatMap(({ says, text = '' }) =>
    says !== '' && text.startsWith(says) ? [text.slice(says.length)] : [],
  );
  expect(quoted.length).toBeGreaterThan(50);
  const each = fc.asyncProperty(written, fc.constantFrom(...quoted), async (says, rest) => {
    expect((await read({ name: '', says, text: says + rest }))?.text).toBe(says);
  });
  await fc.assert(each, { numRuns: 400 });
});

test('no bytes at all bring it down', async () => {
  const pieces = [
    'Content-Type: text/html\r\n\r\n',
    'From: ',
    '> ',
    '\n',
    '<blockquote>',
    '<div id=appendonsend>',
    'wrote:\n',
    '12.05.2026 ',
    'a@b.example ',
    '--\n',
    '-·-·-',
    '&#x0;',
    '\ud800',
    '</div>',
    '<!--',
    '=?utf-8?B?',
  ];
  const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 20 }));
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (all) => {
      const mail = await readMail(bytes(all.join('')), 'a@b.example');
      if (mail) expect(mail).toMatchObject({ id: expect.stringMatching(/^[\w-]{32}$/), from: expect.any(String) });
    }),
    { numRuns: 400 },
  );
});

describe('a mail', () => {
  const idOf = async (raw: string) => (await readMail(bytes(raw), 'a@b.example'))?.id;
  const base: Sent = { name: '', says: 'Yes', text: 'Yes' };

  test('has one identity, however often it comes: by its Message-ID, else by all it is', async () => {
    const raw = rawOf(base);
    expect(await idOf(raw)).toMatch(/^[\w-]{32}$/);
    expect(await idOf(raw.replace('Yes', 'No'))).toBe(await idOf(raw));
    expect(await idOf(raw.replace('CAF1', 'CAF2'))).not.toBe(await idOf(raw));
    const nameless = raw.replace(/Message-ID:.*\r\n/, '');
    expect(await idOf(nameless)).toBe(await idOf(nameless));
    expect(await idOf(nameless.replace('Yes', 'No'))).not.toBe(await idOf(nameless));
  });

  test('is cut to 4,000 characters, none in two', async () => {
    const mail = await read({ ...base, text: `a${'😀'.repeat(3_000)}` });
    expect(mail?.text.length).toBeLessThanOrEqual(4_000);
    expect(mail?.text).toMatch(/^a(?:😀)+…$/u);
    const page = await read({ name: '', says: '', html: `<p>${'word '.repeat(2_000)}</p>` });
    expect(page?.text.length).toBe(4_000);
  });

  test('has at most twenty attachments, of short names on one line', async () => {
    const one = (i: number) =>
      `--b\nContent-Type: image/png; name="=?utf-8?Q?a=0D=0AB=E2=80=AEcc_${i}?=${'x'.repeat(300)}"\n\nx\n`;
    const raw = `{head}\nContent-Type: multipart/mixed; boundary=b\n\n${Array.from({ length: 30 }, (_, i) => one(i)).join('')}--b--\n`;
    const { attachments = [] } = (await read({ ...base, raw })) ?? {};
    expect(attachments).toHaveLength(20);
    for (const name of attachments) {
      expect([...name].length).toBeLessThanOrEqual(120);
      expect(name).not.toMatch(/[\r\n\u202e]/);
    }
  });

  test('of nothing but quotes says nothing', async () => {
    expect(await read({ ...base, text: GMAIL[0]!.text!.slice(GMAIL[0]!.says.length) })).toBeNull();
    expect(await read({ ...base, text: 'Sent from my iPhone' })).toBeNull();
  });

  test('is from its sender’s address alone, else from the envelope’s', async () => {
    const from = async (line: string) =>
      (await readMail(bytes(rawOf(base).replace(/^From:.*/, line)), 'Envelope@mail.example'))?.from;
    expect(await from('From: "a@evil.example" <B@Mail.example>')).toBe('b@mail.example');
    expect(await from('X: y')).toBe('envelope@mail.example');
    expect(await from('From: undisclosed:;')).toBe('envelope@mail.example');
  });

  test('that is built to wear its reader out is not read', async () => {
    const nest = (depth: number) =>
      Array.from({ length: depth }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join('');
    await expect(read({ ...base, raw: `{head}\n${nest(40)}Content-Type: text/plain\n\nx` })).rejects.toThrow();
    await expect(read({ ...base, raw: `{head}\n${'X-A: b\n'.repeat(50_000)}\nx` })).rejects.toThrow();
  });
});
