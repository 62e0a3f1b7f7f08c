import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { createLink } from '../../src/accounts/links';
import { app } from '../../src/app';
import { codeAt } from './totp';
import { ask, cookiesOf, HTML, mailArrives, newPerson, newStore, request, signIn } from './visit';

/** Pages before the dashboard, and mails that let somebody in, speak as their reader reads. */

const BULGARIAN = { ...HTML, 'accept-language': 'bg-BG,bg;q=0.9,en;q=0.8' };
const ENGLISH = { ...HTML, 'accept-language': 'de-DE,de;q=0.9,en-GB;q=0.8,bg;q=0.1' };

/** What somebody reads of a page. */
const read = (html: string): string =>
  html
    .replace(/<(style|script)[^>]*>.*?<\/\1>|<code>.*?<\/code>/gs, '')
    .replace(/ data-words="(.*?)"/gs, ' <p>$1</p>')
    .replace(/&quot;\w+&quot;:/g, '')
    .replace(/ (placeholder)="(.*?)"/g, '><p>$2</p')
    .replace(/<[^>]*>/g, ' ');

const NAMES = /\b(Baton|Worker|vie@example\.com|ime@example\.com|quot|https)\b/g;

const linkFor = (email: string) => createLink(env, email, 60_000, Date.now());
const text = async (answer: Response | Promise<Response>) => (await answer).text();

async function newReader(language: 'bg' | null = null) {
  const email = `rada-${crypto.randomUUID()}@spoken.example`;
  const id = await newPerson('Rada', email);
  await newStore('Лампи', { [id]: 'owner' });
  if (language) {
    const insert = "INSERT INTO person_choice (user_id, send_with, language) VALUES (?1, 'enter', ?2)";
    await env.DB.prepare(insert).bind(id, language).run();
  }
  return { email, id };
}

// Without a store there is nothing yet to sign in to.
beforeAll(async () => void (await newReader()));

describe('a page', () => {
  const { MAIL_API_KEY: _, ...noMail } = env;
  const PAGES: [string, () => Promise<Response> | Response, string][] = [
    ['signing in', () => ask('/sign-in', { headers: BULGARIAN }), 'Ще ви изпратим връзка по имейл.'],
    ['without mail', () => app.fetch(request('/sign-in', { headers: BULGARIAN }), noMail), 'Пощата още не е настроена'],
    [
      'an address that is none',
      () => ask('/sign-in/link', { form: { email: 'rada' }, headers: BULGARIAN }),
      'Въведете адрес',
    ],
    [
      'a link on its way',
      () => ask('/sign-in/link', { form: { email: 'nobody@spoken.example' }, headers: BULGARIAN }),
      'Връзката важи веднъж, в продължение на 15 минути.',
    ],
    ['a used link', () => ask('/sign-in?token=no', { headers: BULGARIAN }), 'Тази връзка за вход вече е използвана'],
    ['a code', () => ask('/sign-in/code', { headers: BULGARIAN }), 'Въведете кода си'],
    ['a wrong code', () => ask('/sign-in/code', { form: { code: '1' }, headers: BULGARIAN }), 'Кодът не е верен'],
    ['setting up', () => ask('/setup', { headers: BULGARIAN }), 'Ключ за настройка'],
    [
      'half of it',
      () => ask('/setup', { form: { email: 'rada' }, headers: BULGARIAN }),
      'Моля, попълнете всички полета.',
    ],
    ['no more alerts', () => ask('/unsubscribe?token=x', { headers: BULGARIAN }), 'Да спрат ли тези имейли?'],
    ['none come', () => ask('/unsubscribe?token=x', { body: '', headers: BULGARIAN }), 'Имейлите са спрени'],
    ['nothing', () => ask('/nowhere', { headers: BULGARIAN }), 'Това не съществува.'],
  ];

  test.each(PAGES)('speaks Bulgarian, and nothing else: %s', async (_, open, says) => {
    const html = await text(open());
    expect(html).toContain('<html lang="bg">');
    expect(read(html)).toContain(says);
    expect(
      read(html)
        .replace(NAMES, '')
        .match(/[A-Za-z]{3,}/g),
    ).toBeNull();
  });

  test('speaks English to whoever wants another first that it does not speak, and English next', async () => {
    const html = await text(ask('/sign-in', { headers: ENGLISH }));
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('Email me a link');
    expect(read(html)).not.toMatch(/\p{Script=Cyrillic}/u);
  });
});

describe('what somebody has chosen for their dashboard', () => {
  test('is spoken in that browser before they are signed in, until they leave it to the browser again', async () => {
    const { email } = await newReader();
    const cookie = await signIn(email);
    const choose = async (language: 'bg' | null) =>
      ask('/api/me/choices', { method: 'PUT', json: { language }, cookie });
    const chosen = await choose('bg');
    expect(chosen.headers.getSetCookie()[0]).toMatch(
      /^baton\.language=bg; Max-Age=31536000; Path=\/; HttpOnly; Secure/,
    );
    const page = await text(ask('/sign-in', { headers: ENGLISH, cookie: cookiesOf(chosen) }));
    expect(page).toContain('Изпрати ми връзка');
    expect((await choose(null)).headers.getSetCookie()[0]).toMatch(/^baton\.language=; Max-Age=0/);
  });

  test('is spoken by their link, and by the code after it, in a browser that is new to them', async () => {
    const { email } = await newReader('bg');
    const cookie = await signIn(email);
    const step = (path: string, json: object) => ask(`/api/me/second-step${path}`, { json, cookie });
    const { secret } = await (await step('', {})).json<{ secret: string }>();
    await step('/on', { code: await codeAt(secret, Date.now()) });
    const token = await linkFor(email);
    expect(await text(ask(`/sign-in?token=${token}`, { headers: ENGLISH }))).toContain('Едно кликване и сте вътре.');
    const entered = await ask('/sign-in', { form: { token }, headers: ENGLISH });
    const code = await text(ask('/sign-in/code', { headers: ENGLISH, cookie: cookiesOf(entered) }));
    expect(code).toContain('Въведете кода си');
  });

  test('is spoken by the mail that they ask for; else it speaks as the page where they asked', async () => {
    for (const [chosen, headers, subject] of [
      ['bg', ENGLISH, 'Вход в Baton'],
      [null, BULGARIAN, 'Вход в Baton'],
      [null, ENGLISH, 'Sign in to Baton'],
    ] as const) {
      const { email } = await newReader(chosen);
      await ask('/sign-in/link', { form: { email }, headers });
      const [mail] = await mailArrives(email);
      expect(mail?.subject).toBe(subject);
      expect(mail?.html).toContain(`lang="${subject.startsWith('В') ? 'bg' : 'en'}"`);
      expect(mail?.text).toMatch(/https:\/\/chat\.example\/sign-in\?token=[\w-]{43}/);
    }
  });

  test('is spoken by an invitation; of a new colleague nothing is known but who invites them', async () => {
    const owner = await newReader();
    const cookie = await signIn(owner.email);
    const store = (await env.DB.prepare('SELECT store_id AS id FROM member WHERE user_id = ?1').bind(owner.id).first<{
      id: string;
    }>()) ?? { id: '' };
    const invite = async (email: string, headers: Record<string, string>) => {
      const json = { name: 'Ива', email, role: 'agent' };
      const answer = await ask(`/api/stores/${store.id}/people`, { json, cookie, headers });
      expect(answer.status).toBe(201);
      return (await mailArrives(email))[0]?.subject;
    };
    const fresh = () => `iva-${crypto.randomUUID()}@spoken.example`;
    expect(await invite(fresh(), BULGARIAN)).toBe('Rada ви кани в Лампи');
    expect(await invite(fresh(), ENGLISH)).toBe('Rada invited you to Лампи');
    expect(await invite((await newReader('bg')).email, ENGLISH)).toBe('Rada ви кани в Лампи');
  });
});
