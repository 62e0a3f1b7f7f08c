import { beforeAll, describe, expect, test } from 'vitest';
import { type HandedBack, SURE } from '../../src/assistant/assistant';
import { phrasesFor } from '../../src/assistant/phrases';
import type { Card } from '../../src/protocol/common';
import { type Answered, ask, stock } from './ask';
import { ANSWERABLE } from './questions';
import { newStore } from './stores';

const T0 = Date.UTC(2026, 9, 5, 9);
const SECRET = 'zebra-4711 refund goodwill, difficult customer';

let demo = '';
beforeAll(async () => {
  demo = await newStore();
  await stock(demo);
});

/** Ana has ended, after these words of hers. */
const left = (words: string[], more: Partial<HandedBack> = {}): { handedBack: HandedBack } => ({
  handedBack: {
    by: 'Ana',
    outcome: 'follow_up',
    note: SECRET,
    lastWords: words.map((text, n) => ({ text, at: T0 + n * 1_000 })),
    customerMessagesSince: 1,
    ...more,
  },
});

const PROMISE = 'A new charger goes out today and will be with you on Thursday.';
const surely = (answered: Answered) => answered.done.confidence >= SURE;

describe('what a person said is told in their own words', () => {
  test.each([
    ['what did Ana say?', 'en'],
    ['What did she promise me', 'en'],
    ['what did you promise?', 'en'],
    ['remind me what was said', 'en'],
    ['when will I get it?', 'en'],
    ['WHEN DOES IT ARRIVE', 'en'],
    ['so what happens now', 'en'],
    ['ok, and what’s next?', 'en'],
    ['when will my order arrive?', 'en'],
    ['what did your colleague say', 'en'],
    ['et donc il se passe quoi maintenant', 'fr'],
    ['Was hat mir Ihre Kollegin versprochen?', 'de'],
    ['بماذا وعدتموني', 'ar'],
    ['Какво ми обещахте?', 'bg'],
    ['кога ще го получа?', 'bg'],
    ['и сега какво следва', 'bg'],
    ['Was hat Ana gesagt?', 'de'],
    ['Wann bekomme ich es?', 'de'],
    ['Wie geht es jetzt weiter?', 'de'],
    ['Qu’est-ce qu’Ana a dit ?', 'fr'],
    ['Quand est-ce que je vais le recevoir ?', 'fr'],
    ['Et maintenant ?', 'fr'],
    ['¿Qué dijo Ana?', 'es'],
    ['¿Cuándo lo recibiré?', 'es'],
    ['¿Y ahora qué pasa?', 'es'],
    ['Che cosa ha detto Ana?', 'it'],
    ['Quando arriva?', 'it'],
    ['e adesso?', 'it'],
    ['Wat heeft Ana gezegd?', 'nl'],
    ['Wanneer krijg ik het?', 'nl'],
    ['Hoe gaat het nu verder?', 'nl'],
    ['O que disse a Ana?', 'pt'],
    ['Quando vou receber?', 'pt'],
    ['E agora?', 'pt'],
    ['Co powiedziała Ana?', 'pl'],
    ['Kiedy to dostanę?', 'pl'],
    ['i co dalej?', 'pl'],
    ['Ce a spus Ana?', 'ro'],
    ['Când îl primesc?', 'ro'],
    ['și acum?', 'ro'],
    ['Τι είπε η Ana;', 'el'],
    ['Πότε θα το πάρω;', 'el'],
    ['Και τώρα τι γίνεται;', 'el'],
    ['Ana ne dedi?', 'tr'],
    ['Ne zaman gelir?', 'tr'],
    ['Peki şimdi ne olacak?', 'tr'],
    ['Що сказала Ana?', 'uk'],
    ['Коли я це отримаю?', 'uk'],
    ['І що далі?', 'uk'],
    ['ماذا قالت Ana؟', 'ar'],
    ['متى سأستلمه؟', 'ar'],
    ['ماذا سيحدث الآن؟', 'ar'],
  ])('%s', async (text, lang) => {
    const answered = await ask(demo, text, { lang, ...left([PROMISE, 'You’re welcome!']) });
    const { wrote, quoted } = phrasesFor(lang);
    const words = quoted.replace('{text}', PROMISE);
    expect(answered.text).toBe(wrote.replace('{name}', 'Ana').replace('{words}', words));
    expect(surely(answered)).toBe(true);
    expect([answered.cards, answered.links]).toEqual([[], []]);
    // Without the person it is a question like any other, which the shop cannot answer so.
    expect((await ask(demo, text, { lang })).text).not.toContain(PROMISE);
  });

  test('in English as Ana wrote it', async () => {
    const { text } = await ask(demo, 'what did you promise me?', left([PROMISE]));
    expect(text).toBe('Ana wrote: “A new charger goes out today and will be with you on Thursday.”');
  });

  test('by the team, where the store tells no names', async () => {
    const { text } = await ask(demo, 'what was promised?', left([PROMISE], { by: null }));
    expect(text).toBe(`The team wrote: “${PROMISE}”`);
  });

  test('up to three messages, in the order in which they were written', async () => {
    const { text } = await ask(
      demo,
      'what did Ana say?',
      left(['One hen.', 'Two ducks.', 'Three geese.', 'Four owls.']),
    );
    expect(text).toBe('Ana wrote: “Two ducks.” “Three geese.” “Four owls.”');
  });

  test('only the one that speaks of what is asked', async () => {
    const words = ['The charger goes out on Monday.', 'Your refund is on its way, it takes three days.', 'Take care.'];
    expect((await ask(demo, 'when will I get my money back?', left(words))).text).toBe(`Ana wrote: “${words[1]}”`);
    expect((await ask(demo, 'when do I get my money', left(words))).text).toBe(`Ana wrote: “${words[1]}”`);
    expect((await ask(demo, 'what did Ana say about the charger?', left(words))).text).toBe(`Ana wrote: “${words[0]}”`);
  });

  test.each([
    'It comes on 14 May.',
    'It comes on May 14th.',
    'Am 14. März ist es da.',
    'It will be there at 14:30.',
    'Es kommt am 14.5. an.',
    'Прийде 14 травня.',
    'Będzie 14 maja.',
    'Expected 2026-10-09.',
  ])('where a date answers the question: %s', async (words) => {
    const answered = await ask(demo, 'when will I get it?', left([words, 'It is the white one.']));
    expect(answered.text).toBe(`Ana wrote: “${words}”`);
    expect(surely(answered)).toBe(true);
  });

  test('whatever signs stand in it', async () => {
    const words = '“Quoted” $& {text} {words} {name} <b>';
    expect((await ask(demo, 'what did Ana say?', left([words]))).text).toBe(`Ana wrote: “${words}”`);
  });

  test('without its end, and marked so, where it is very long', async () => {
    const sentence = 'We have looked at every part of it with great care. ';
    const { text } = await ask(demo, 'what did Ana say?', left([sentence.repeat(40)]));
    expect(text).toMatch(/^Ana wrote: “(We have looked at every part of it with great care\. ?)+ …”$/);
    expect(text.length).toBeLessThan(650);
    const { text: solid } = await ask(demo, 'what did Ana say?', left(['x'.repeat(4_000)]));
    expect(solid.length).toBeLessThan(650);
    const { text: last } = await ask(
      demo,
      'what did Ana say?',
      left([sentence.repeat(8), sentence.repeat(8), 'Done.']),
    );
    expect(last).toBe(`Ana wrote: “${sentence.repeat(8).trim()}” “Done.”`);
  });

  test('after products were shown, too, but "it" then means these', async () => {
    const card: Card = {
      id: 'sh-leak',
      title: 'Leak sensor',
      url: 'https://shop.example/sh-leak',
      image: null,
      price: null,
      was: null,
      availability: 'in_stock',
    };
    const history = [{ from: 'assistant' as const, text: 'Here.', cards: [card] }];
    const more = { history, ...left([PROMISE]) };
    expect((await ask(demo, 'what did Ana say?', more)).text).toContain(PROMISE);
    expect((await ask(demo, 'when will I get it?', more)).text).not.toContain(PROMISE);
  });
});

describe('what a person did not say is not made of their words', () => {
  test('a day that was never named', async () => {
    const answered = await ask(
      demo,
      'when will I get it?',
      left(['A new charger is on its way, order 10482, €12.50.']),
    );
    expect(answered.text).toBe(
      `${phrasesFor('en').notSure}\nAna wrote: “A new charger is on its way, order 10482, €12.50.”`,
    );
    expect(surely(answered)).toBe(false);
  });

  test('a matter that never came up', async () => {
    const answered = await ask(demo, 'what did Ana say about the lawn mower?', left([PROMISE]));
    expect(answered.text).toBe(`${phrasesFor('en').notSure}\nAna wrote: “${PROMISE}”`);
    expect(surely(answered)).toBe(false);
  });

  test('what the shop’s pages answer, they answer', async () => {
    const wrong: string[] = [];
    for (const { q, lang = 'en' } of ANSWERABLE) {
      const [before, then] = [await ask(demo, q, { lang }), await ask(demo, q, { lang, ...left(['It is done.']) })];
      if (surely(before) && (before.text !== then.text || !surely(then))) wrong.push(`${q} → ${then.text}`);
    }
    expect(wrong).toEqual([]);
  });

  test('a rule of the shop is not replaced by a promise about something near it', async () => {
    const { text, links } = await ask(
      demo,
      'How long do I have to return an item?',
      left(['I send you a label for the return today.']),
    );
    expect(text).not.toContain('Ana');
    expect(links[0]?.url).toContain('return');
  });

  test('nothing is quoted of somebody who wrote nothing', async () => {
    for (const words of [[], ['  ']]) {
      const { text } = await ask(demo, 'what did Ana say?', left(words));
      expect(text).not.toContain('Ana');
    }
  });
});

describe('where it is unsure', () => {
  test('it says so, and repeats what the person wrote on the matter', async () => {
    const answered = await ask(demo, 'Where is my parcel?', left(['Your parcel left us yesterday.', 'Bye.']));
    expect(answered.text).toBe('I can’t look into orders.\nAna wrote: “Your parcel left us yesterday.”');
    expect(surely(answered)).toBe(false);
    expect([answered.cards, answered.links, answered.done.handoff]).toEqual([[], [], null]);
  });

  test('it does not repeat what has nothing to do with it', async () => {
    for (const q of ['Do you sell lawn mowers?', 'do you ship to Norway?', 'I am so sad today']) {
      const { text } = await ask(demo, q, left([PROMISE, 'It ships by courier.']));
      expect(text).toBe((await ask(demo, q)).text);
    }
  });

  test('it never asks for a person by itself, however often', async () => {
    for (const customerMessagesSince of [1, 2, 3, 9]) {
      const { done } = await ask(demo, 'zzz qqq?', left([PROMISE], { customerMessagesSince }));
      expect([done.handoff, done.confidence < SURE]).toEqual([null, true]);
    }
  });
});

describe('small talk after a person', () => {
  test.each([
    ['thanks', 'thanks', 'Ana'],
    ['Thanks Ana!', 'thanks', 'Ana'],
    ['Danke, Anna-Maria', 'thanks', 'Anna-Maria'],
    ['Дякую, Олено', 'thanks', 'Олена'],
    ['ok thank you so much Ana, bye', 'thanks', 'Ana'],
    ['ok', 'ok', 'Ana'],
    ['👍', 'ok', 'Ana'],
  ] as const)('%s', async (text, kind, by) => {
    const answered = await ask(demo, text, left([PROMISE], { by }));
    expect(answered.text).toBe(phrasesFor('en')[kind]);
    expect(surely(answered)).toBe(true);
  });

  test('before a question is not small talk', async () => {
    const { text } = await ask(demo, 'Thanks Ana, when will I get it?', left([PROMISE]));
    expect(text).toContain(PROMISE);
  });
});

test('the private note is never said, whole or in part', async () => {
  const said: string[] = [];
  for (const text of [
    'what did Ana say?',
    'what is in the note?',
    'zebra-4711',
    'goodwill refund for a difficult customer?',
    'when will I get my refund?',
    'so what happens now',
    'thanks',
  ]) {
    for (const words of [[], [PROMISE]]) said.push(JSON.stringify((await ask(demo, text, left(words))).parts));
  }
  // The facts of an answer name what the customer searched for, and nothing else.
  expect(said.map((parts) => parts.replaceAll(/"query":"[^"]*"/g, '')).join()).not.toMatch(
    /zebra|4711|goodwill|difficult/,
  );
});

describe('a no to an offer', () => {
  const offered = (lang: string, which: 'offer' | 'offerQuestion') => ({
    lang,
    history: [{ from: 'assistant' as const, text: `Hm.\n\n${phrasesFor(lang)[which]}`, cards: [] }],
  });

  test.each([
    ['no thanks I’ll manage', 'en', 'offer'],
    ['not now', 'en', 'offerQuestion'],
    ['ich komme klar', 'de', 'offer'],
    ['не сега', 'bg', 'offerQuestion'],
  ] as const)('is taken as one: %s', async (text, lang, which) => {
    const answered = await ask(demo, text, offered(lang, which));
    expect(answered.text).toBe(phrasesFor(lang).ok);
    expect(surely(answered)).toBe(true);
    expect((await ask(demo, 'lawn mowers?', offered(lang, which))).text).not.toBe(phrasesFor(lang).ok);
  });

  test('that goes on to a question is answered', async () => {
    const { text } = await ask(demo, 'No, how do I return an item', offered('en', 'offer'));
    expect(text).not.toBe(phrasesFor('en').ok);
  });

  test('means nothing where nothing was offered', async () => {
    expect((await ask(demo, 'not now')).text).not.toBe(phrasesFor('en').ok);
  });
});
