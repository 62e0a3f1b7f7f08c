import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { h } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { called, day, firstName, languageName, money } from '../../src/dashboard/parts/format';
import { parkedWhy } from '../../src/dashboard/settings/parked-why';
import { common } from '../../src/dashboard/words/en/common';
import { inbox } from '../../src/dashboard/words/en/inbox';
import { rules } from '../../src/dashboard/words/en/rules';
import { shell } from '../../src/dashboard/words/en/shell';
import { refusal } from '../../src/dashboard/words/errors';
import { languageFor } from '../../src/dashboard/words/language';
import { LANGUAGES, type Language, list, number, room, speak, wholeLanguage } from '../../src/dashboard/words/words';
import { why } from '../../src/desk/alerts/email';

const folder = join(import.meta.dirname, '../../src/dashboard/words');
const filesOf = (language: string) =>
  readdirSync(join(folder, language)).filter((file) => !['index.ts', 'first.ts'].includes(file));
const enRooms = await roomsOf('en');
const others = Object.keys(LANGUAGES).filter((language) => language !== 'en');

type Text = string | { other: string } | { [key: string]: Text };

/** A room's texts: its English, or the other language's object of the same name. */
async function roomsOf(language: string): Promise<Record<string, Record<string, Text>>> {
  const rooms = filesOf(language).map(async (file) => {
    const name = file.replace('.ts', '');
    const module = await import(join(folder, language, file));
    return [name, language === 'en' ? module.en : module[camel(name)]] as const;
  });
  return Object.fromEntries(await Promise.all(rooms));
}
function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const isForms = (text: Text): text is { other: string } => typeof text === 'object' && typeof text.other === 'string';

/** Every text with its path; a counted one as its forms. */
function flat(texts: Record<string, Text>, path = ''): [path: string, text: string | Record<string, string>][] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const here = path ? `${path}.${key}` : key;
    return typeof text === 'string' || isForms(text) ? [[here, text] as [string, string]] : flat(text, here);
  });
}

const otherOf = (text: string | Record<string, string>): string =>
  typeof text === 'string' ? text : (text.other ?? '');
const placesOf = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}|<\/(\w+)>/g)].map(([all]) => all))].sort();

afterEach(() => speak('en'));

describe.each(others)('%s', async (language) => {
  const rooms = await roomsOf(language);

  it('has the rooms of English', () => {
    const names = Object.keys(rooms).filter((name) => name !== 'errors');
    expect(names.sort()).toEqual(Object.keys(enRooms).sort());
  });

  it.each(Object.keys(enRooms))('%s: fills the same places, and no others', (name) => {
    const own = Object.fromEntries(flat(rooms[name] ?? {}));
    for (const [path, text] of flat(enRooms[name] ?? {}))
      expect([path, ...placesOf(otherOf(own[path] ?? ''))]).toEqual([path, ...placesOf(otherOf(text))]);
    expect(Object.keys(own).sort()).toEqual(
      flat(enRooms[name] ?? {})
        .map(([path]) => path)
        .sort(),
    );
  });

  it('is not English left over', () => {
    for (const [name, texts] of Object.entries(rooms))
      for (const [path, text] of flat(texts)) {
        // What has no letters outside its places is the same in every language.
        const bare = otherOf(text).replace(/\{\w+\}|<\/?\w+>|Workers AI|Baton|API|PDF|CSV|JSON|HTTPS?/g, '');
        if (/\p{L}/u.test(bare)) expect(`${name}.${path}: ${bare}`).toMatch(/: .*\p{Script=Cyrillic}/u);
      }
  });
});

describe.each(Object.keys(LANGUAGES))('%s', async (language) => {
  const texts = Object.entries(await roomsOf(language)).flatMap(([name, of]) =>
    flat(of).map(([path, text]) => [`${name}.${path}`, text] as const),
  );

  it('has no empty text, no straight quotes and no three dots', () => {
    for (const [path, text] of texts)
      for (const form of typeof text === 'string' ? [text] : Object.values(text))
        expect(`${path} ${form}`).toMatch(/^\S+ (?!.*(?:'|\.\.\.|!|(?<![=\w])"))\S/s);
  });

  it('has every plural that its grammar asks for', () => {
    const asked = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [path, text] of texts) {
      if (typeof text === 'string') continue;
      const has = Object.keys(text).filter((form) => form !== 'none');
      // A text whose words are the same for every number has one form.
      if (has.length > 1) expect([path, ...has.sort()]).toEqual([path, ...asked.toSorted()]);
    }
  });
});

describe('a counted text', () => {
  it.each<[Language, number, string, string]>([
    ['en', 0, '0 chats', 'Nobody is waiting'],
    ['en', 1, '1 chat', 'One customer is waiting'],
    ['en', 2, '2 chats', '2 customers are waiting'],
    ['en', 21, '21 chats', '21 customers are waiting'],
    ['en', 1234, '1,234 chats', '1,234 customers are waiting'],
    ['bg', 0, '0 чата', 'Никой не чака'],
    ['bg', 1, '1 чат', 'Чака един клиент'],
    ['bg', 2, '2 чата', 'Чакат 2 клиенти'],
    ['bg', 21, '21 чата', 'Чакат 21 клиенти'],
    ['bg', 12345, '12\u00a0345 чата', 'Чакат 12\u00a0345 клиенти'],
  ])('in %s of %i', async (language, n, chats, waiting) => {
    await speak(language);
    expect(shell.chats({ n })).toBe(chats);
    expect(shell.waitingNow({ n })).toBe(waiting);
  });
});

describe('a customer who gave no name', () => {
  it('is called in the reader’s language; all other names stay as they are', async () => {
    await speak('bg');
    expect(called('Guest 4821')).toBe('Гост 4821');
    expect(firstName('Guest 4821')).toBe('Гост 4821');
    for (const name of ['Guest House Vienna', 'Mira Guest 4821', 'mira@mail.example']) expect(called(name)).toBe(name);
    await speak('en');
    expect(called('Guest 4821')).toBe('Guest 4821');
  });
});

describe('a text', () => {
  it('changes its language in place', async () => {
    expect(inbox.waiting).toBe('Waiting');
    await speak('bg');
    expect(inbox.waiting).toBe('Чакащи');
    expect(inbox.noReply({ n: 5 })).toBe('Без отговор от 5 мин');
    await speak('en');
    expect(inbox.noReply({ n: 5 })).toBe('No reply for 5 min');
  });

  it('takes what it is filled with as it is', () => {
    expect(shell.mentioned({ name: '{text}', customer: '$&', text: '<b>{name}</b>' })).toBe(
      '{text}, in the chat with $&: <b>{name}</b>',
    );
  });

  it('holds elements, and marks parts of itself, without any HTML', () => {
    const words = h('b', null, 'cup');
    expect(inbox.searchHistory({ words })).toEqual(['Search the history for ', words]);
    const guide = room('common', { read: 'Read <a>the guide of {store}</a> first' } as const);
    const link = { type: 'a', props: { href: '/guide', children: 'the guide of Kosa' } };
    const parts = guide.read({ store: 'Kosa', a: (inside) => h('a', { href: '/guide' }, inside) });
    expect(parts).toMatchObject(['Read ', link, ' first']);
  });

  it('does not compile without its places, with others, or where it is not known', () => {
    const never = () => {
      // @ts-expect-error: nobody
      inbox.offeredTo({});
      // @ts-expect-error: `nam`
      inbox.offeredTo({ name: 'Ana', nam: 'Ana' });
      // @ts-expect-error: a number that is none
      shell.chats({ n: '2' });
      // @ts-expect-error: no such text
      return inbox.nothing;
    };
    expect(never).toBeTypeOf('function');
  });
});

it('what the inbox says comes first, the rest of a language after it', async () => {
  await speak('bg');
  expect(inbox.waiting).toBe('Чакащи');
  await wholeLanguage();
  expect(rules.title).toBe('Накъде отиват заявките');
  await speak('en');
  expect(rules.title).toBe('Where requests go');
});

it('dates, numbers, money, lists and languages follow', async () => {
  const now = Date.UTC(2026, 10, 21, 12);
  await speak('bg');
  expect(day(now, now)).toBe('Днес');
  expect(day(now - 3 * 86_400_000, now)).toBe('ср, 18.11');
  expect(languageName('de')).toBe('немски');
  expect(money({ amount: 123456, currency: 'EUR' })).toBe('1234,56\u00a0€');
  expect(number(1234567)).toBe('1\u00a0234\u00a0567');
  expect(list(['Ана', 'Деле', 'Ива'])).toBe('Ана, Деле и Ива');
  await speak('en');
  expect(list(['Ana', 'Dele', 'Iva'])).toMatch(/^Ana, Dele,? and Iva$/);
});

it('the server’s refusals are said by their code; one that is newer than the page in its own words', async () => {
  expect(refusal('taken', 'Somebody else has taken this chat.')).toBe('Somebody else has taken this chat.');
  await speak('bg');
  expect(refusal('taken', 'Somebody else has taken this chat.')).toBe('Някой друг пое този чат.');
  expect(refusal('brand_new', 'Something new.')).toBe('Something new.');
  expect(common.you).toBe('Вие');
});

it.each<[string | null, string[], Language]>([
  [null, ['bg-BG', 'en'], 'bg'],
  [null, ['de', 'BG'], 'bg'],
  [null, ['de', 'en-GB', 'bg'], 'en'],
  [null, ['de'], 'en'],
  [null, [], 'en'],
  ['bg', ['en-US'], 'bg'],
  ['en', ['bg'], 'en'],
  ['xx', ['bg'], 'bg'],
  ['toString', ['bg'], 'bg'],
])('whoever chose %j and reads %j is spoken to in %s', (chosen, wishes, language) => {
  expect(languageFor(chosen, wishes)).toBe(language);
});

describe('why an alert could not be sent', () => {
  const reasons = [
    why({ is: 'not_configured' }),
    why({ is: 'refused', status: 422 }),
    why({ is: 'retry', status: 500, after: null }),
    why({ is: 'retry', status: null, after: null }),
  ];

  it('is the desk’s sentence in English, and the reader’s own in another language', async () => {
    expect(reasons.map(parkedWhy)).toEqual(reasons);
    await speak('bg');
    await wholeLanguage();
    for (const said of reasons.map(parkedWhy)) expect(said).toMatch(/^\p{Script=Cyrillic}[^a-z]*\.$/u);
    expect(parkedWhy(reasons[1] ?? '')).toContain('(422)');
  });
});
