import { describe, expect, it } from 'vitest';
import { faultOfWaiting, hasFigure, waitingWords } from '../../src/domain/waiting-words';

describe('a store’s own words for whoever waits', () => {
  it.each([
    ['We look at every question.', null],
    ['Usually within {minutes|a few} minutes.', null],
    ['{minutes|few} and {minutes|a few}', null],
    ['Within {minutes} minutes.', 'no_fallback'],
    ['Within {minutes|} minutes.', 'no_fallback'],
    ['Within {minutes| } minutes.', 'no_fallback'],
    ['Dear {name|you}', 'unknown'],
    ['Within {minutes|a few minutes.', 'unknown'],
    ['Within }', 'unknown'],
    ['{minutes|{minutes|a}}', 'no_fallback'],
  ])('%s: %s', (text, fault) => expect(faultOfWaiting(text)).toBe(fault));

  it('fills in the estimate as the language writes it, and its own words where there is none', () => {
    const texts = { en: 'Within {minutes|a few} minutes.', ar: 'خلال {minutes|بضع} دقائق.' };
    expect(waitingWords(texts, { lang: 'en', first: 'en', minutes: 4 })).toBe('Within 4 minutes.');
    expect(waitingWords(texts, { lang: 'en', first: 'en', minutes: null })).toBe('Within a few minutes.');
    expect(waitingWords(texts, { lang: 'ar', first: 'en', minutes: 12 })).toContain(
      new Intl.NumberFormat('ar').format(12),
    );
  });

  it('is read in the customer’s language, else in the store’s first, else it is the product’s', () => {
    const texts = { en: 'Hold on.', de: 'Einen Moment.' };
    expect(waitingWords(texts, { lang: 'de-AT', first: 'en', minutes: null })).toBe('Einen Moment.');
    expect(waitingWords(texts, { lang: 'fr', first: 'de', minutes: null })).toBe('Einen Moment.');
    expect(waitingWords({ de: 'Einen Moment.' }, { lang: 'fr', first: 'en', minutes: null })).toBeNull();
  });

  it('a figure that was typed is noticed, and the estimate is none', () => {
    expect(hasFigure('Within 5 minutes.')).toBe(true);
    expect(hasFigure('خلال ٥ دقائق')).toBe(true);
    expect(hasFigure('Within {minutes|5} minutes.')).toBe(false);
  });
});
