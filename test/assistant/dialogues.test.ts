import { beforeAll, describe, expect, test } from 'vitest';
import { type Question, SURE } from '../../src/assistant/assistant';
import { type Answered, ask, stock } from './ask';
import { newStore } from './stores';

let demo = '';
beforeAll(async () => {
  demo = await newStore();
  await stock(demo);
});

/** Asks one after another, each with what was said before. @returns the last answer */
async function talk(lang: string, ...questions: string[]): Promise<Answered> {
  const history: Question['history'] = [];
  let answered: Answered | null = null;
  for (const text of questions) {
    answered = await ask(demo, text, { lang, history: [...history] });
    history.push({ from: 'customer', text, cards: [] });
    history.push({ from: 'assistant', text: answered.text, cards: answered.cards });
  }
  if (!answered) throw new Error('Nothing was asked');
  return answered;
}

/** What comes first: a product by the beginning of its id, or an article. */
const first = ({ cards, links }: Answered) => cards[0]?.id ?? links[0]?.url.split('/').at(-1) ?? '';

describe('what follows on an answer is understood', () => {
  test.each([
    // Another version of the same thing.
    ['en', 'hp-aria-2-sand', ['how much is the Aria 2?', 'do you have it in sand?']],
    ['en', 'hp-aria-2-black', ['Aria 2 in sand', 'and in black?']],
    ['en', 'eb-mino-white', ['mino black', 'the white one']],
    ['en', 'wa-tempo-42-rose', ['tempo 42 black', 'is there a rose gold one']],
    ['en', 'kb-linea-75-us', ['linea 75 german layout', 'do you have that with US layout']],
    ['en', 'cb-c60-2', ['usb c cable 60 w 1 m', 'and in 2 m']],
    ['en', 'st-ssd-2000', ['slate portable ssd 1 TB', 'does it also come with 2 TB?']],
    ['de', 'hp-aria-2-black', ['Aria 2 sand', 'Gibt es den auch in schwarz?']],
    ['fr', 'eb-mino-white', ['mino noir', 'et en blanc ?']],
    ['es', 'hp-aria-2-black', ['Aria 2 sand', '¿lo tienen en negro?']],
    ['it', 'hp-sol-white', ['Halvek Sol nero', 'ce l’avete in bianco?']],
    ['bg', 'eb-mino-white', ['mino black', 'имате ли ги в бяло?']],
    ['pl', 'wa-tempo-42-black', ['tempo 42 rose gold', 'a w kolorze czarnym?']],
    // Cheaper ones.
    ['en', 'mo-27-qhd-c', ['vistrel 32C 4K', 'something cheaper?']],
    ['en', 'cb-', ['pellow 240 w cable', 'anything cheaper']],
    ['de', 'mo-27-qhd-c', ['Vistrel 32C 4K', 'Habt ihr etwas günstigeres?']],
    ['fr', 'mo-27-qhd-c', ['vistrel 32C 4K', 'quelque chose de moins cher ?']],
    ['uk', 'mo-27-qhd-c', ['Vistrel 32C 4K', 'є щось дешевше?']],
    // One of a list.
    ['en', 'wa-strap-20', ['straps', 'how much is the first one?']],
    ['en', 'wa-strap-22', ['straps', 'and the second one?']],
    ['en', 'wa-strap-22', ['straps', 'how wide is the last one']],
    ['de', 'wa-strap-22', ['Armband', 'Was kostet das zweite?']],
    ['es', 'wa-strap-22', ['correa', '¿cuánto cuesta la segunda?']],
    ['tr', 'wa-strap-22', ['kordon', 'ikincisi ne kadar?']],
    // Facts of what was shown.
    ['en', 'hp-aria-2', ['aria 2 black', 'how long does the battery last?']],
    ['en', 'eb-run-grey', ['halvek run', 'is it waterproof?']],
    ['en', 'sh-thermo', ['radiator thermostat', 'does it need a hub?']],
    ['en', 'mo-27-4k-c', ['vistrel 27C 4K', 'how much is it']],
    ['en', 'sh-lock', ['smart door lock', 'is it in stock?']],
    ['de', 'eb-run-grey', ['Halvek Run', 'Ist er wasserdicht?']],
    ['it', 'hp-junior', ['Halvek Junior', 'quanto pesa?']],
    ['el', 'hp-aria-2-pro', ['Aria 2 Pro', 'πόσο κοστίζει αυτό;']],
    ['ar', 'hp-aria-2-pro', ['Aria 2 Pro', 'كم سعر هذا؟']],
    // Beside each other.
    ['en', 'sp-tide', ['tide speaker', 'which one is lighter?']],
    ['en', 'sp-tide-max', ['tide speaker', 'which one has the longer battery?']],
    ['en', 'sp-tide', ['tide speaker', 'which is cheaper?']],
    ['de', 'sp-tide', ['Tide Lautsprecher', 'Welcher ist leichter?']],
    // More of the kind.
    ['en', 'eb-', ['mino white', 'anything else?']],
    ['en', 'sp-bar-2', ['soundbar', 'under 200 euros?']],
    // From one question of rules to the next.
    ['en', 'delivery-countries-and-costs', ['how much is delivery to France?', 'and to Italy?']],
    ['en', 'delivery-countries-and-costs', ['do you ship to Germany?', 'what about Bulgaria']],
    ['de', 'delivery-countries-and-costs', ['Was kostet der Versand nach Frankreich?', 'und nach Italien?']],
    ['en', 'return-opened-in-ear-headphones', ['can I return headphones?', 'and opened in-ear ones?']],
    ['en', 'express-delivery', ['how long does delivery take', 'and express?']],
    // Something new is something new.
    ['en', 'return-within-30-days', ['aria 2 black', 'how do I return an item?']],
    ['en', 'payment-methods', ['halvek run', 'which payment methods do you accept?']],
    ['en', 'sp-bar', ['aria 2 black', 'do you have a soundbar?']],
    ['fr', 'payment-methods', ['Aria 2', 'quels moyens de paiement acceptez-vous ?']],
  ])('%s → %s: %j', async (lang, expected, questions) => {
    const answered = await talk(lang, ...questions);
    expect(first(answered), `${answered.done.confidence} ${answered.text}`).toMatch(new RegExp(`^${expected}`));
    expect(answered.done.confidence).toBeGreaterThanOrEqual(SURE);
  });
});

describe('what was shown and does not say it is not made up', () => {
  test.each([
    ['en', ['aria 2 black', 'do you have it in pink?']],
    ['en', ['aria 2 black', 'is it vegan?']],
    ['en', ['halvek run', 'does it work with a PS5?']],
    ['en', ['felt desk mat', 'is it machine washable at 90 degrees?']],
    ['en', ['do you ship to France?', 'and to Brazil?']],
    ['de', ['Halvek Sol', 'Gibt es den in Grün?']],
    ['en', ['smart plug', 'can it order pizza?']],
  ])('%s %j', async (lang, questions) => {
    const { done, text } = await talk(lang, ...questions);
    expect(done.confidence, text).toBeLessThan(SURE);
  });

  test('two things are set beside each other by a figure that stands in both', async () => {
    const { text, cards } = await talk('en', 'tide speaker', 'which one is lighter?');
    expect(text.split('\n').slice(0, 2)).toEqual([
      'Ondaro Tide portable speaker, 20 W. Weight: 620 g.',
      'Ondaro Tide Max portable speaker, 40 W. Weight: 1.36 kg.',
    ]);
    expect(cards.map((card) => card.id).slice(0, 2)).toEqual(['sp-tide', 'sp-tide-max']);
  });

  test('what a person said since is not passed over for older cards', async () => {
    const shown = await ask(demo, 'aria 2 black');
    const history: Question['history'] = [
      { from: 'customer', text: 'aria 2 black', cards: [] },
      { from: 'assistant', text: shown.text, cards: shown.cards },
      { from: 'staff', text: 'Have a look at the Sol.', cards: [] },
    ];
    const { cards } = await ask(demo, 'how much is it?', { history });
    expect(cards).toEqual([]);
  });
});
