import { is } from 'valibot';
import { describe, expect, test } from 'vitest';
import { inkOn } from '../../src/channels/mail/colour';
import { copyMail } from '../../src/channels/mail/copy';
import { type CustomerReplyMail, customerReplyMail } from '../../src/channels/mail/customer-reply';
import { LANGUAGES, mailLanguage } from '../../src/channels/mail/languages';
import { mailWords } from '../../src/channels/mail/locales';
import { en } from '../../src/channels/mail/locales/en';
import { Mail } from '../../src/channels/mail/mail';

/** What a customer who left gets by email. */

const T0 = Date.UTC(2030, 4, 14, 11, 3);
const STOP = 'https://chat.example/mail/stop?token=t.m';
const CONFIRM = 'https://chat.example/mail/confirm?token=t.m';
const reply = (over: Partial<CustomerReplyMail> = {}): CustomerReplyMail => ({
  to: 'jonas@mail.example',
  lang: 'en',
  store: { name: 'Mill & Kettle' },
  staff: [{ name: 'Ana', text: 'You can have it back.\n\nShall I?', at: T0 }],
  question: null,
  links: { confirm: null, stop: STOP },
  replyTo: 'reply+abc@chat.example',
  timeZone: 'Europe/Sofia',
  ...over,
});
const typed = { confirm: CONFIRM, stop: STOP };
const EVIL = `<img src=x onerror=alert(1)>\r\nBcc: all@evil.example\u2028\u202e${'x'.repeat(5_000)}`;

test('subject and preview alone say who answered, and what', async () => {
  const mail = await customerReplyMail(reply());
  expect(is(Mail, mail)).toBe(true);
  expect(mail).toMatchObject({
    to: 'jonas@mail.example',
    subject: 'Ana from Mill & Kettle answered you',
    fromName: 'Ana from Mill & Kettle',
    replyTo: 'reply+abc@chat.example',
  });
  expect(mail.html).toMatch(/max-height:0;overflow:hidden;">You can have it back. Shall I\?</);
  expect(mail.html).toContain('You can have it back.<br/><br/>Shall I?');
  expect(mail.text).toContain(
    '1 message since you left the chat\n\nAna · 2:03 PM:\nYou can have it back.\n\nShall I?\n',
  );
});

test('one click ends these mails (RFC 8058)', async () => {
  expect((await customerReplyMail(reply())).headers).toMatchObject({
    'List-Unsubscribe': `<${STOP}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
});

test('absence programs are asked not to answer, and what comes back is known as ours', async () => {
  const { headers } = await customerReplyMail(reply());
  expect(headers).toMatchObject({ 'X-Auto-Response-Suppress': 'OOF, AutoReply', 'X-Baton-Mail': 'reply' });
});

test('Anonymous chat used as an email cannon with the attacker’s text (Zendesk 2025): an address that was only typed reads what staff wrote', async () => {
  const question = 'Buy pills at https://evil.example';
  const mail = await customerReplyMail(reply({ question, links: typed }));
  expect(JSON.stringify(mail)).not.toMatch(/pills|evil/);
  expect(mail.html).toContain(`href="${CONFIRM}"`);
  expect(mail.text).toContain(`${en.confirm}:\n${CONFIRM}`);
  const confirmed = await customerReplyMail(reply({ question }));
  expect(confirmed.text).toContain(`You asked:\n${question}`);
  expect(confirmed.html).toContain(question);
  expect(JSON.stringify(confirmed)).not.toContain('confirm?token');
});

test('header injection: names and words stay what they are', async () => {
  const mail = await customerReplyMail(
    reply({ store: { name: EVIL, accent: '"><b>' }, staff: [{ name: EVIL, text: EVIL, at: T0 }], question: EVIL }),
  );
  expect(is(Mail, mail)).toBe(true);
  expect(mail.html).not.toContain('<img');
  expect(mail.html).not.toContain('"><b>');
  for (const value of [mail.subject, mail.fromName]) expect(value).not.toMatch(/[\r\n\u2028\u202e]/);
  expect(mail.html.length).toBeLessThan(30_000);
});

test('says nothing of answering where no answer would arrive', async () => {
  const mail = await customerReplyMail(reply({ replyTo: null }));
  expect(mail).not.toHaveProperty('replyTo');
  for (const part of [mail.html, mail.text]) {
    expect(part).not.toContain(en.answer);
    expect(part).not.toContain(en.above);
  }
});

test('shows times in the customer’s zone and manner, and none where the zone is not known', async () => {
  expect((await customerReplyMail(reply({ lang: 'en-GB' }))).html).toContain('Tue 14 May, 14:03');
  expect((await customerReplyMail(reply({ lang: 'de-AT' }))).html).toContain('Di., 14. Mai, 14:03');
  for (const timeZone of [null, 'Mars/Olympus']) {
    expect((await customerReplyMail(reply({ timeZone }))).text).toContain('\nAna:\nYou can');
  }
});

test('over two days each message says its day', async () => {
  const staff = [0, 1].map((day) => ({ name: 'Ana', text: `Day ${day}`, at: T0 + day * 86_400_000 }));
  const mail = await customerReplyMail(reply({ staff, lang: 'en-GB' }));
  expect(mail.text).toContain('Ana · Tue 14 May, 14:03:\nDay 0');
  expect(mail.text).toContain('Ana · Wed 15 May, 14:03:\nDay 1');
});

test('is from the store where several answered, or where it names nobody', async () => {
  const staff = ['Ana', 'Tomás'].map((name) => ({ name, text: 'Hi', at: T0 }));
  for (const those of [staff, [{ name: 'Mill & Kettle', text: 'Hi', at: T0 }]]) {
    const mail = await customerReplyMail(reply({ staff: those }));
    expect(mail).toMatchObject({ subject: 'Mill & Kettle answered you', fromName: 'Mill & Kettle' });
  }
});

test('a very long burst is cut to its newest, and says how many are left', async () => {
  const staff = Array.from({ length: 25 }, (_, i) => ({ name: 'Ana', text: `Part ${i}.`, at: T0 + i }));
  const mail = await customerReplyMail(reply({ staff, lang: 'pl' }));
  expect(mail.text).toContain('25 wiadomości');
  expect(mail.text).toContain('5 wcześniejszych wiadomości');
  expect(mail.text).not.toContain('Part 4.');
  expect(mail.text).toContain('Part 5.');
});

test('twenty long messages still make a mail that is taken', async () => {
  const staff = Array.from({ length: 20 }, () => ({ name: 'Ana', text: `&'<>"`.repeat(800), at: T0 }));
  const mail = await customerReplyMail(reply({ staff }));
  expect(is(Mail, mail)).toBe(true);
  expect(mail.text).toContain('15 earlier messages are in the chat.');
});

test('a copy of a very long chat is cut to its newest, stays text, and is a mail that is taken', async () => {
  const said = Array.from({ length: 300 }, (_, n) => ({
    by: 'you' as const,
    text: `${n} ${'<&"\n'.repeat(900)}`,
    at: T0,
  }));
  const { to, lang, store, timeZone } = reply();
  const mail = await copyMail({ to, lang, store, timeZone, stop: STOP, said });
  expect(is(Mail, mail)).toBe(true);
  expect(mail.text).toContain('299 <&"');
  expect(mail.text).toMatch(/\d+ earlier messages are in the chat/);
  expect(mail.html).not.toContain('<&');
  expect(mail.subject).toBe('Your chat with Mill & Kettle');
});

test('a store’s colour is worn with the ink that reads on it', async () => {
  const html = async (accent?: string) =>
    (await customerReplyMail(reply({ links: typed, store: { name: 'Lumen', ...(accent && { accent }) } }))).html;
  expect(await html('#f2c230')).toMatch(/class="e-own"[^>]+background:#f2c230;[^>]+color:#000000/);
  expect(await html()).toMatch(/class="e-btn"[^>]+background:#0b6077;[^>]+color:#ffffff/);
  expect([inkOn('#ffffff'), inkOn('#000000'), inkOn('#777777'), inkOn('#767676')]).toEqual([
    '#000000',
    '#ffffff',
    '#000000',
    '#000000',
  ]);
});

describe('in the customer’s language', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

  test.each(LANGUAGES)('%s: every word, with its places, and a form for every number', async (language) => {
    const words = (await import(`../../src/channels/mail/locales/${language}.ts`))[language] as typeof en;
    expect(Object.keys(words)).toEqual(Object.keys(en));
    for (const [key, value] of Object.entries(words)) {
      if (typeof value === 'string') {
        expect(value.trim(), key).not.toBe('');
        expect(holes(value), key).toEqual(holes(en[key as 'subject']));
        if (language !== 'en' && !/^\{name\}/.test(value)) expect(value, key).not.toBe(en[key as 'subject']);
        continue;
      }
      const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      expect(Object.keys(value).sort(), key).toEqual([...categories].sort());
    }
    for (const n of [0, 1, 2, 5, 21, 1_000_000]) expect(mailWords(language).count('messages', n)).not.toMatch(/[{}]/);
    const mail = await customerReplyMail(reply({ lang: language, links: typed }));
    expect(is(Mail, mail)).toBe(true);
    expect(mail.subject).toContain('Mill & Kettle');
    expect(mail.html).toContain(`lang="${language}"`);
    expect(mail.text).not.toMatch(/[{}]/);
  });

  test('Arabic reads from right to left, with names kept apart', async () => {
    const mail = await customerReplyMail(reply({ lang: 'ar-EG' }));
    expect(mail.html).toMatch(/<html lang="ar" dir="rtl">/);
    expect(mail.subject).toContain('\u2068Mill & Kettle\u2069');
    expect(mail.fromName).not.toMatch(/[\u2066-\u2069]/);
  });

  test.each([
    ['pt-BR', 'pt'],
    ['DE', 'de'],
    ['sv', 'en'],
    ['', 'en'],
    ['constructor', 'en'],
  ])('%j is written in %s', (tag, language) => {
    expect(mailLanguage(tag)).toBe(language);
  });
});
