import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseLanguage, directionOf, LANGUAGES } from '../../widget/panel/language';

type Words = Record<string, string | Record<string, string>>;
const folder = join(import.meta.dirname, '../../widget/locales');
const file = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Words;
/** English comes in two parts; what the first paint needs is in the first. */
const english = { ...file('en'), ...file('later/en') };
const read = (language: string) => (language === 'en' ? english : file(language));
const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

it('there is a file for each language, and no other', () => {
  expect(readdirSync(folder).sort()).toEqual([...LANGUAGES.map((language) => `${language}.json`), 'later'].sort());
  expect(Object.keys(file('en')).filter((key) => key in file('later/en'))).toEqual([]);
});

describe.each(LANGUAGES)('%s', (language) => {
  const words = read(language);

  it('has every string, and no other', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
  });

  it('fills the same places', () => {
    for (const [key, text] of Object.entries(english)) {
      const own = words[key];
      if (typeof text === 'string' && typeof own === 'string')
        expect([key, ...placesOf(own)]).toEqual([key, ...placesOf(text)]);
      else expect(typeof own).toBe(typeof text);
      if (typeof text === 'object' && typeof own === 'object')
        expect([key, ...placesOf(own.other ?? '')]).toEqual([key, ...placesOf(text.other ?? '')]);
    }
  });

  it('has no empty string, no straight apostrophe and no three dots', () => {
    for (const text of Object.values(words).flatMap((word) =>
      typeof word === 'string' ? [word] : Object.values(word),
    )) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/'|\.\.\.|!/);
    }
  });

  it('has every plural that its grammar asks for', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, word] of Object.entries(words)) {
      if (typeof word === 'string') continue;
      expect([key, ...Object.keys(word).sort()]).toEqual([key, ...categories.toSorted()]);
    }
  });

  it('is not English left over', () => {
    if (language === 'en') return;
    const same = Object.keys(english).filter((key) => JSON.stringify(words[key]) === JSON.stringify(english[key]));
    // Words that are spelt alike.
    expect(same.filter((key) => !['chat', 'assistant', 'message', 'messages'].includes(key))).toEqual([]);
  });
});

describe('the language', () => {
  it.each<[string[], string, string]>([
    [['de', 'fr-FR'], 'de', 'de'],
    [['', 'fr-FR', 'en'], 'fr', 'fr-FR'],
    [['undefined', 'undefined', 'pt-BR'], 'pt', 'pt-BR'],
    [['EL'], 'el', 'el'],
    [['de_AT'], 'de', 'de-AT'],
    [['en', 'en-GB'], 'en', 'en-GB'],
    [['ja', 'ko-KR', 'uk'], 'uk', 'uk'],
    [['ja'], 'en', 'en'],
    [[], 'en', 'en'],
    [['de-<script>', 'bg'], 'bg', 'bg'],
    [[`de-${'x'.repeat(40)}`, 'it'], 'it', 'it'],
  ])('of %j is %s, written as in %s', (wishes, language, tag) => {
    expect(chooseLanguage(wishes)).toEqual({ language, tag });
    expect(() => new Intl.DateTimeFormat(tag)).not.toThrow();
  });

  it('is written from right to left in Arabic only', () => {
    expect(LANGUAGES.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar']);
  });
});
