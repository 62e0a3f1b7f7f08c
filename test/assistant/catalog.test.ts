import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { assistantFor } from '../../src/assistant';
import { SURE } from '../../src/assistant/assistant';
import { understand } from '../../src/assistant/catalog/question';
import { search } from '../../src/assistant/catalog/search';
import { importArticle, importProducts, products } from '../../src/assistant/knowledge';
import { foundWords, phrasesFor } from '../../src/assistant/phrases';
import type { Card } from '../../src/protocol/common';
import { DEFAULT_SETTINGS } from '../../src/settings/schema';
import { type Answered, ask, stock } from './ask';
import { newStore } from './stores';

const LANGUAGES = ['en', 'bg', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'ro', 'el', 'tr', 'uk', 'ar'];

let demo = '';
beforeAll(async () => {
  demo = await newStore();
  await stock(demo);
});

const showing = (cards: Card[]) => ({ history: [{ from: 'assistant' as const, text: 'Here.', cards }] });
const ids = (answered: Answered) => answered.cards.map((card) => card.id);

describe('an answer', () => {
  test('about products is a sentence, then cards, then the facts of it', async () => {
    const { parts, cards, done } = await ask(demo, 'Which headphones do you have under €50?');
    expect(parts.map((part) => part.type)).toEqual(['text', 'cards', 'done']);
    expect(cards.length).toBeGreaterThan(1);
    expect(cards.length).toBeLessThanOrEqual(4);
    for (const card of cards) expect(card.price?.amount).toBeLessThanOrEqual(5_000);
    expect(done).toMatchObject({ query: 'headphones', handoff: null, articles: [] });
    expect(done.products.map((p) => p.id)).toEqual(cards.map((card) => card.id));
  });

  test('to somebody who looks around shows all that fit, wherever they say what was asked for', async () => {
    const { text, cards } = await ask(demo, 'Do you have wireless headphones under 100 euros?');
    expect(text).toBe(foundWords('en', cards.length));
    expect(cards.length).toBeGreaterThan(1);
    for (const card of cards) expect(card.price?.amount).toBeLessThanOrEqual(10_000);
    // What is wired is no answer to it.
    expect(cards.filter(({ id }) => /^hp-studio|^eb-line/.test(id))).toEqual([]);
  });

  test('from a product’s details is its name, a full stop, and the detail as the shop has it', async () => {
    const { text } = await ask(demo, 'what does the Ondaro Tide weigh?');
    expect(text).toBe('Ondaro Tide portable speaker, 20 W. Weight: 620 g.');
  });

  test('carries the price as it is, with what it was before a sale', async () => {
    const { cards } = await ask(demo, 'Aria 2 in sand');
    expect(cards[0]).toMatchObject({
      id: 'hp-aria-2-sand',
      price: { amount: 12_900, currency: 'EUR' },
      was: { amount: 14_900, currency: 'EUR' },
      availability: 'in_stock',
    });
  });

  test('about rules is the article’s own words, in parts, with a link', async () => {
    const { parts, text, links, done } = await ask(demo, 'How long is the warranty?');
    expect(parts.filter((part) => part.type === 'text').length).toBeGreaterThan(1);
    expect(links).toEqual([{ title: 'Two-year warranty', url: 'https://shop.example/help/warranty-two-years' }]);
    expect(done.articles).toEqual(links);
    const { results } = await env.DB.prepare('SELECT text FROM passage WHERE store_id = ?')
      .bind(demo)
      .all<{ text: string }>();
    expect(results.some((passage) => passage.text.includes(text))).toBe(true);
    expect(text.length).toBeGreaterThan(20);
    expect(text.length).toBeLessThan(700);
    expect(text).toMatch(/[.!?]$/);
  });

  test('that does not exist says so, and is hardly sure', async () => {
    const { text, cards, links, done } = await ask(demo, 'Do you sell lawn mowers?');
    expect(text).toBe('I couldn’t find anything about that. Could you put it another way?');
    expect([cards, links]).toEqual([[], []]);
    expect(done.confidence).toBeLessThan(0.2);
  });

  test('about somebody’s own order admits that it cannot see orders', async () => {
    const { text, done } = await ask(demo, 'Where is my order 10482?');
    expect(text).toMatch(/^I can’t look into orders\./);
    expect(done.confidence).toBeLessThan(SURE);
  });

  describe('about somebody’s own order, where the store says where orders are followed,', () => {
    const about = {
      conversation: 'c',
      settings: { ...DEFAULT_SETTINGS, orderStatusUrl: 'https://shop.example/orders' },
      isOpen: true,
      opensAt: null,
      page: null,
      opened: [],
      email: false,
    };
    test.each([
      ['Where is my order 10482?', 'en'],
      ['Wann kommt meine Bestellung an?', 'de'],
      ['je n’ai toujours pas reçu ma commande', 'fr'],
      ['къде е моята поръчка', 'bg'],
    ])('is that link: %s', async (text, lang) => {
      const { text: said, links, done } = await ask(demo, text, { lang, about });
      const { seeOrder, yourOrder } = phrasesFor(lang);
      expect([said, links]).toEqual([seeOrder, [{ title: yourOrder, url: 'https://shop.example/orders' }]]);
      expect([done.confidence >= SURE, done.handoff]).toEqual([true, null]);
    });
    test('is for a person when it is asked again, or something is to be done', async () => {
      const history = [
        { from: 'customer' as const, text: 'where is my order', cards: [] },
        { from: 'assistant' as const, text: phrasesFor('en').seeOrder, cards: [] },
      ];
      const again = await ask(demo, 'but where is my order?', { about, history });
      const change = await ask(demo, 'please cancel my order 10482', { about });
      const wanted = 'unsupported_topic';
      expect([again.done.handoff?.reason, change.done.handoff?.reason]).toEqual([wanted, wanted]);
    });
  });

  test('costs two round trips of three statements: what stands in the shop at all, then what fits', async () => {
    const sizes: number[] = [];
    const counting = new Proxy(env.DB, {
      get(db, name) {
        if (name === 'batch') {
          return (statements: D1PreparedStatement[]) => {
            sizes.push(statements.length);
            return db.batch(statements);
          };
        }
        return name === 'prepare' ? (sql: string) => db.prepare(sql) : undefined;
      },
    });
    const question = {
      store: demo,
      turn: 1,
      text: 'usb c charger',
      lang: 'en',
      history: [],
      signal: new AbortController().signal,
    };
    const answer = assistantFor({ ...env, DB: counting }).answer(question);
    for await (const part of answer) expect(part.type).not.toBe('');
    expect(sizes).toEqual([3, 3]);
  });

  test('is not given once nobody waits for it', async () => {
    const stopped = AbortSignal.abort();
    const answer = assistantFor(env).answer({
      store: demo,
      turn: 1,
      text: 'charger',
      lang: 'en',
      history: [],
      signal: stopped,
    });
    const parts = [];
    for await (const part of answer) parts.push(part);
    expect(parts).toEqual([]);
  });
});

describe('words that follow on what was shown', () => {
  const shown = async (...wanted: string[]) => (await shownCards()).filter((card) => wanted.includes(card.id));
  const shownCards = async (): Promise<Card[]> =>
    (await products(env.DB, demo)).map(({ id, title, url, image, availability }) => ({
      id,
      title,
      url,
      image,
      price: null,
      was: null,
      availability,
    }));

  test.each([
    ['do you have it in black?', ['hp-aria-2-sand'], ['hp-aria-2-black']],
    ['what about the forest green one?', ['hp-aria-2-black'], ['hp-aria-2-forest']],
    ['how much is it?', ['mo-34-wide'], ['mo-34-wide']],
    ['is it in stock?', ['sh-leak'], ['sh-leak']],
    ['Haben Sie das auch in Schwarz?', ['wa-tempo-42-rose'], ['wa-tempo-42-black']],
  ])('%s', async (text, before, expected) => {
    const answered = await ask(demo, text, showing(await shown(...before)));
    expect(ids(answered)).toEqual(expected);
    expect(answered.done.confidence).toBeGreaterThanOrEqual(SURE);
  });

  test('something cheaper is of the same kind, and costs less', async () => {
    const { cards, text } = await ask(demo, 'something cheaper?', showing(await shown('mo-32-4k-c')));
    expect(text).toBe('I found something cheaper.');
    expect(cards.map((card) => card.id)).toEqual(['mo-27-qhd-c', 'mo-27-4k-c']);
  });

  test('nothing cheaper is said as it is', async () => {
    const { text, cards } = await ask(demo, 'do you have anything cheaper', showing(await shown('mo-16-go')));
    expect([text, cards]).toEqual(['I found nothing cheaper of this kind.', []]);
  });

  test('a detail of it comes from its own entry', async () => {
    const { text, cards } = await ask(demo, 'how long does its battery last?', showing(await shown('hp-aria-2-black')));
    expect(text).toContain('38 h with noise cancelling, 50 h without');
    expect(cards.map((card) => card.id)).toEqual(['hp-aria-2-black']);
  });

  test('a colour that it does not come in is not made up', async () => {
    const { done } = await ask(demo, 'do you have it in pink?', showing(await shown('hp-aria-2-black')));
    expect(done.confidence).toBeLessThan(SURE);
  });

  test('a new question is a new question', async () => {
    const answered = await ask(demo, 'How do I return an item?', showing(await shown('hp-aria-2-black')));
    expect(answered.links[0]?.url).toContain('return-within-30-days');
  });
});

describe('one store', () => {
  const item = (id: string, title: string) => `<item><g:id>${id}</g:id><g:title>${title}</g:title>
<g:link>https://shop.example/${id}</g:link><g:price>10 EUR</g:price><g:availability>in_stock</g:availability></item>`;
  const feed = (...items: string[]) =>
    `<rss xmlns:g="http://base.google.com/ns/1.0"><channel>${items.join('')}</channel></rss>`;
  const article = (text: string) => `---\ntitle: Secret drawer\nurl: https://shop.example/secret\n---\n${text}`;

  test('never answers from another one’s knowledge, although ids and words are the same', async () => {
    // The second id begins with the first, and both have a hyphen.
    const [mine, other] = [await newStore(), await newStore()];
    await importProducts(env.DB, mine, feed(item('p1', 'Copper kettle')));
    await importProducts(env.DB, other, feed(item('p1', 'Copper kettle deluxe'), item('p2', 'Walnut drawer')));
    await importArticle(env.DB, other, 'secret.md', article('The drawer opens with the word sesame.'));
    expect((await ask(mine, 'copper kettle')).cards.map((card) => card.title)).toEqual(['Copper kettle']);
    expect((await ask(other, 'copper kettle')).cards.map((card) => card.title)).toEqual(['Copper kettle deluxe']);
    for (const text of [
      'walnut drawer',
      'secret drawer',
      'sesame',
      `drawer" OR store : "${other}`,
      'drawer) OR (walnut',
      '* OR drawer',
      'NOT NEAR(drawer)',
    ]) {
      const answered = await ask(mine, text);
      expect([answered.cards, answered.links], text).toEqual([[], []]);
    }
    expect((await ask(other, 'secret drawer')).links).toHaveLength(1);
  });

  test('counts words in its own part of the index only', async () => {
    const [mine, other] = [await newStore(), await newStore()];
    await importProducts(env.DB, mine, feed(item('p1', 'Copper kettle')));
    await importProducts(env.DB, other, feed(item('p1', 'Copper kettle'), item('p2', 'Walnut drawer')));
    const { terms } = understand('copper walnut', 'en');
    const found = await search(env.DB, mine, terms, []);
    expect(found.totals).toEqual({ products: 1, passages: 0 });
    expect(found.spread).toEqual([
      { products: 1, passages: 0 },
      { products: 0, passages: 0 },
    ]);
    expect((await search(env.DB, other, terms, [])).spread[1]).toEqual({ products: 1, passages: 0 });
  });

  test('is not told another one’s products by cards that claim to be shown', async () => {
    const [mine, other] = [await newStore(), await newStore()];
    await importProducts(env.DB, other, feed(item('p9', 'Walnut drawer')));
    const card: Card = {
      id: 'p9',
      title: 'x',
      url: 'https://x.example',
      image: null,
      price: null,
      was: null,
      availability: 'in_stock',
    };
    expect((await ask(mine, 'how much is it?', showing([card]))).cards).toEqual([]);
  });

  test('without any knowledge answers that it knows nothing', async () => {
    const { done } = await ask(await newStore(), 'usb c charger');
    expect(done.confidence).toBeLessThan(SURE);
  });

  test('takes any text', async () => {
    for (const text of [
      '',
      ' ',
      '"',
      "'; DROP TABLE product; --",
      '🙂',
      '\u202e',
      'a'.repeat(4_000),
      'ab '.repeat(1_300),
      '-'.repeat(4_000),
      '1 '.repeat(2_000),
    ]) {
      expect((await ask(demo, text)).done.confidence).toBeLessThanOrEqual(1);
    }
    expect(await products(env.DB, demo)).not.toEqual([]);
  });
});

describe('small talk', () => {
  test.each([
    ['hello', 'hello'],
    ['Hi there!', 'hello'],
    ['Guten Tag', 'hello'],
    ['Здравейте', 'hello'],
    ['مرحبا', 'hello'],
    ['Thanks a lot for your help', 'thanks'],
    ['Ευχαριστώ!', 'thanks'],
    ['teşekkürler', 'thanks'],
    ['bye', 'bye'],
    ['ok great, thank you, bye', 'thanks'],
    ['👍', 'ok'],
    ['are you a human or a bot?', 'about'],
    ['Bist du ein Mensch?', 'about'],
  ] as const)('%s', async (text, kind) => {
    const { text: said, done } = await ask(demo, text);
    expect(said).toBe(phrasesFor('en')[kind]);
    expect(done).toMatchObject({ confidence: 1, query: '', products: [], articles: [] });
  });

  test('before a question is not small talk', async () => {
    expect((await ask(demo, 'Hello, do you have a soundbar?')).cards.length).toBeGreaterThan(0);
  });
});

describe('its own words', () => {
  test.each(LANGUAGES)('in %s', async (lang) => {
    const words = phrasesFor(`${lang}-XX`);
    expect(words).not.toBe(lang === 'en' ? null : phrasesFor('en'));
    expect(assistantFor(env).handoverWords(lang)).toBe(words.handover);
    expect(assistantFor(env).offerWords(lang)).toBe(words.offer);
    expect(assistantFor(env).offerQuestionWords(lang)).toBe(words.offerQuestion);
    for (const n of [1, 2, 3, 5, 11, 100]) expect(foundWords(lang, n)).not.toMatch(/\{|undefined/);
    const { text } = await ask(demo, 'soundbar', { lang });
    expect(text).toBe(foundWords(lang, 2));
  });

  test('offer a person in a question of its own in every language', () => {
    const offers = LANGUAGES.flatMap((lang) => [phrasesFor(lang).offer, phrasesFor(lang).offerQuestion]);
    expect(new Set(offers).size).toBe(2 * LANGUAGES.length);
    expect(offers.filter((words) => !/[?;؟]$/.test(words))).toEqual([]);
    expect(phrasesFor('en').offer).toBe('Shall I get somebody?');
    expect(phrasesFor('en').offerQuestion).toBe('Nobody is in right now. Shall I leave your question for the team?');
  });

  test('are English’s exact ones, and those for unknown languages', () => {
    expect(phrasesFor('en').handover).toBe('I’m not sure about this one, so I’m asking a person to join.');
    expect(phrasesFor('xx')).toBe(phrasesFor('en'));
    expect([1, 2, 7].map((n) => foundWords('pl', n))).toEqual([
      'Pasuje 1 produkt.',
      'Pasują 2 produkty.',
      'Pasuje 7 produktów.',
    ]);
  });
});
