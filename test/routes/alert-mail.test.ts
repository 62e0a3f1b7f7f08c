import { is } from 'valibot';
import { describe, expect, test } from 'vitest';
import { type AlertMail, alertMail } from '../../src/channels/mail/alert';
import { type AlertListMail, alertListMail } from '../../src/channels/mail/alert-list';
import { Mail } from '../../src/channels/mail/mail';
import { type SummaryMail, summaryMail } from '../../src/channels/mail/summary';

/** What the team reads, made of what customers wrote. */

const T0 = Date.UTC(2030, 4, 14, 11, 3);
const links = {
  open: 'https://chat.example/dashboard/s/inbox/c',
  unsubscribe: 'https://chat.example/unsubscribe?token=t.m',
  settings: 'https://chat.example/dashboard/s/settings/alerts',
};
const alert = (over: Partial<AlertMail> = {}): AlertMail => ({
  to: 'ana@mail.example',
  language: 'en',
  store: 'Mill & Kettle',
  timeZone: 'Europe/Sofia',
  customer: 'Jonas Weber',
  reason: 'refund',
  urgency: 'urgent',
  kind: 'waiting',
  requestedAt: T0,
  estimate: 4,
  soFar: [{ term: 'Open question', text: 'Can I get it back?' }],
  last: [{ from: 'Jonas Weber', text: 'I want my money back', at: T0 }],
  links,
  ...over,
});
const list = (over: Partial<AlertListMail> = {}): AlertListMail => ({
  to: 'ana@mail.example',
  language: 'en',
  store: 'Mill & Kettle',
  now: T0 + 6 * 60_000,
  kind: 'reminder',
  customers: [{ customer: 'Mira', reason: null, urgency: 'normal', text: 'Hi', since: T0, open: links.open }],
  links,
  ...over,
});
const summary = (over: Partial<SummaryMail> = {}): SummaryMail => ({
  to: 'office@mill.example',
  language: 'en',
  store: 'Mill & Kettle',
  timeZone: 'Europe/Sofia',
  customer: 'Jonas Weber',
  email: 'jonas@mail.example',
  reason: 'refund',
  urgency: 'normal',
  trigger: 'Can I get it back?',
  requestedAt: T0,
  soFar: [{ term: 'Looked for', text: 'A kettle' }],
  last: [{ from: 'Jonas Weber', text: 'I want my money back', at: T0 }],
  open: links.open,
  more: false,
  ...over,
});

const EVIL = `<img src=x onerror=alert(1)>\r\nBcc: all@evil.example\u2028\u202e${'x'.repeat(5_000)}`;

describe('what customers wrote is text', () => {
  const all = { customer: EVIL, store: EVIL };
  test.each([
    [
      'alert',
      () =>
        alertMail(
          alert({ ...all, soFar: [{ term: 'Open question', text: EVIL }], last: [{ from: EVIL, text: EVIL, at: T0 }] }),
        ),
    ],
    [
      'list',
      () =>
        alertListMail(
          list({
            store: EVIL,
            customers: Array.from({ length: 900 }, () => ({ ...list().customers[0]!, ...all, text: EVIL })),
          }),
        ),
    ],
  ])('%s: escaped, one line in the subject, cut, and never too long to be sent', async (_, make) => {
    const mail = await make();
    expect(is(Mail, mail)).toBe(true);
    expect(mail.html).not.toContain('<img');
    expect(mail.html).toContain('&lt;img src=x');
    expect(mail.subject).not.toMatch(/[\r\n\u2028\u202e]/);
    expect([...mail.subject].length).toBeLessThan(250);
    expect(mail.text).not.toMatch(/^Bcc:/m);
    expect(mail.headers).toEqual({
      'List-Unsubscribe': `<${links.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });
});

test('subject and preview alone say who, why and since when, in the store’s time', async () => {
  const mail = await alertMail(alert());
  expect(mail.subject).toBe('Urgent: Jonas Weber, refund (Mill & Kettle)');
  expect(mail.html).toContain('“I want my money back” Waiting since 14:03.');
  expect(mail.html).toContain('Tue 14 May, 14:03');
  expect(mail.text).toMatch(
    /^URGENT: refund\nJonas Weber is waiting for a person at Mill & Kettle\.\nAsked at 14:03 and was told to expect about 4 min\.\n/,
  );
  const calm = await alertMail(
    alert({ urgency: 'normal', reason: 'customer_request', estimate: null, soFar: [], last: [] }),
  );
  expect(calm.subject).toBe('Jonas Weber, asked for a person (Mill & Kettle)');
  expect(calm.html).not.toMatch(/>\s*Urgent\s*</);
  expect(calm.text).toContain('Asked at 14:03.');
  expect(calm.text).not.toContain('LAST MESSAGES');
});

test('what is owed says so in the subject, and since when', async () => {
  const late = await alertMail(alert({ kind: 'unanswered', urgency: 'normal' }));
  expect(late.subject).toBe('Nobody answered Jonas Weber, refund (Mill & Kettle)');
  expect(late.html).toContain('Nobody could answer Jonas Weber in time');
  expect(late.text).not.toMatch(/told to expect|stay quiet/);
  const owed = await alertMail(alert({ kind: 'follow_up', due: T0 + 4 * 3_600_000 }));
  expect(owed.subject).toBe('Urgent: Still owed an answer: Jonas Weber, refund (Mill & Kettle)');
  expect(owed.html).toContain('Asked on Tue 14 May, 14:03. An answer was due Tue 14 May, 18:03.');
  expect((await alertMail(alert({ kind: 'follow_up', due: null }))).html).toContain('It stands under follow-ups.');
});

test('a summary is answered to the customer, where an address was left', async () => {
  const mail = await summaryMail(summary());
  expect(is(Mail, mail)).toBe(true);
  expect(mail).toMatchObject({ replyTo: 'jonas@mail.example', fromName: 'Mill & Kettle' });
  expect(mail.subject).toBe('Jonas Weber, refund (Mill & Kettle)');
  expect(mail.text).toContain('Asked at 14:03. Answer this email to write to\njonas@mail.example.');
  expect(mail.headers).not.toHaveProperty('List-Unsubscribe');
  const more = await summaryMail(summary({ email: null, more: true, urgency: 'urgent', trigger: '' }));
  expect(more).not.toHaveProperty('replyTo');
  expect(more.subject).toBe('Urgent: Jonas Weber again, refund (Mill & Kettle)');
  expect(more.text).toContain('No address was left.');
  expect(more.html).not.toContain('“”');
});

test('header injection: a summary takes nobody’s words for a header', async () => {
  const mail = await summaryMail(summary({ customer: EVIL, store: EVIL, trigger: EVIL }));
  expect(is(Mail, mail)).toBe(true);
  expect(mail.html).not.toContain('<img');
  for (const value of [mail.subject, mail.fromName]) expect(value).not.toMatch(/[\r\n\u2028\u202e]/);
  expect(mail.text).not.toMatch(/^Bcc:/m);
});

test('a reminder puts urgent ones first, and says how many more there are', async () => {
  const customers = Array.from({ length: 45 }, (_, i) => ({
    customer: `Guest ${i}`,
    reason: 'refund' as const,
    urgency: i === 44 ? ('urgent' as const) : ('normal' as const),
    text: '',
    since: T0 + i * 1_000,
    open: links.open,
  }));
  const mail = await alertListMail(list({ customers }));
  expect(mail.subject).toBe('45 customers are waiting (Mill & Kettle)');
  expect(mail.text.indexOf('Guest 44')).toBeLessThan(mail.text.indexOf('Guest 0'));
  expect(mail.text).toContain('And 5 more in the inbox.');
});

describe('in Bulgarian', () => {
  const last = [{ from: 'Асистент', text: 'Здравейте', at: T0 }];
  const own = { language: 'bg', store: 'Мелница', customer: 'Мира', by: 'Деле', reminder: 'Обади се', last } as const;
  const said = { ...own, soFar: [{ term: 'Търси', text: 'Кана' }], inWords: 'Търси кана.' };
  const listed = { ...list().customers[0]!, customer: 'Мира', reason: 'refund', urgency: 'urgent', text: 'Здравейте' };
  const customers = (n: number) => Array.from({ length: n }, () => listed) as AlertListMail['customers'];
  const kinds = ['waiting', 'off_hours', 'unanswered', 'follow_up', 'reminder', 'mention'] as const;
  /** All that is read; addresses and marks are not. */
  const read = (mail: Mail) =>
    `${mail.subject}\n${mail.text}\n${mail.html.replace(/<style>.*?<\/style>|<[^>]+>|&\w+;/gs, ' ')}`.replace(
      /https?:\S+/g,
      '',
    );

  test.each(kinds)('an alert of kind %s has no English left in it', async (kind) => {
    for (const due of [null, T0]) {
      const mail = await alertMail(alert({ ...said, kind, due }));
      expect(read(mail)).not.toMatch(/[a-z]/i);
      expect(mail.headers).toEqual((await alertMail(alert({ kind }))).headers);
    }
  });

  test('nor has a list, which counts as the language does, or a summary', async () => {
    const of = (kind: 'reminder' | 'gathered', n: number) =>
      alertListMail(list({ language: 'bg', store: 'Мелница', kind, customers: customers(n) }));
    for (const mail of [await of('reminder', 45), await of('gathered', 2)]) expect(read(mail)).not.toMatch(/[a-z]/i);
    expect((await of('reminder', 1)).subject).toBe('1 клиент чака (Мелница)');
    expect((await of('gathered', 1)).subject).toBe('1 спешна заявка (Мелница)');
    expect((await of('reminder', 45)).text).toContain('И още 5 във входящите.');
    for (const over of [{ more: true }, { email: null, urgency: 'urgent' as const }]) {
      const mail = await summaryMail(summary({ ...said, trigger: 'Кога?', ...over }));
      expect(read(mail).replace('jonas@mail.example', '').replace('jonas@mail.example', '')).not.toMatch(/[a-z]/i);
    }
  });

  test('days are written as they are there', async () => {
    expect((await alertMail(alert({ ...said, kind: 'follow_up', due: T0 }))).text).toContain('вт 14 май, 14:03');
  });
});
