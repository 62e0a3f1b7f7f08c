import { evictDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AnswerPart } from '../../src/assistant/assistant';
import { factsOf, IN_ENGLISH } from '../../src/protocol/so-far';
import { mailArrives } from '../routes/visit';
import { bot, done } from './bot';
import type { CustomerClient } from './client';
import { hire, shop } from './shop';
import { dossierOf } from './stored';

/** What the customer opened of what the assistant showed. */

beforeEach(() => bot.reset());

const CARD = { image: null, price: null, was: null, availability: 'in_stock' } as const;
const ARC = { ...CARD, id: 'arc', title: 'Arc kettle', url: 'https://shop.example/arc' };
const PICO = { ...CARD, id: 'pico', title: 'Pico kettle', url: 'https://shop.example/pico' };
const CARE = { title: 'Care of kettles', url: 'https://shop.example/help/care' };

async function* shows(): AsyncIterable<AnswerPart> {
  yield { type: 'text', text: 'These two.' };
  yield { type: 'cards', cards: [ARC, PICO] };
  yield { type: 'links', links: [CARE] };
  yield { ...done(0.9), products: [ARC, PICO], articles: [CARE] } as AnswerPart;
}

const goes = (client: CustomerClient, url: string) => client.send({ type: 'page', page: { url, title: 'A page' } });

/** Mira asked, and two kettles and an article were shown. */
async function shown() {
  const stage = await shop();
  bot.next(shows);
  const mira = await stage.customer();
  await mira.say('Which kettle pours slowly?');
  await mira.message((m) => m.kind === 'assistant');
  const asks = async (client: CustomerClient) => {
    client.send({ type: 'request', id: 'request-0001' });
    await client.phase('waiting');
    const ana = await stage.staff();
    return { ana, opened: ana.state.soFar?.opened?.map(({ title }) => title) };
  };
  return { ...stage, mira, asks };
}

describe('what a customer opened of what was shown to them', () => {
  it('stands with what happened so far: other pages do not, and twice is once', async () => {
    const { mira, asks } = await shown();
    for (const page of ['pico?utm_source=chat', 'cart', 'pico', 'help/care', ''])
      goes(mira, `https://shop.example/${page}`);
    const { ana, opened } = await asks(mira);
    expect(opened).toEqual(['Pico kettle', 'Care of kettles']);
    goes(mira, ARC.url);
    await ana.until(() => ana.state.soFar?.opened?.length === 3);
  });

  it('outlives the page, and the memory, that saw it', async () => {
    const { mira, asks, customer, stub, silent } = await shown();
    goes(mira, ARC.url);
    await mira.say('Is that the one with the long spout?');
    await evictDurableObject(stub);
    mira.close();
    const next = await silent();
    next.send({ type: 'hello', after: 0, lang: 'en', page: { url: PICO.url, title: 'Pico' } });
    await next.next('welcome');
    await evictDurableObject(stub);
    next.close();
    const { opened } = await asks(await customer());
    expect(opened).toEqual(['Arc kettle', 'Pico kettle']);
  });

  it('is not where they were already when it was shown', async () => {
    const stage = await shop();
    bot.next(shows);
    const mira = await stage.silent();
    mira.send({ type: 'hello', after: 0, lang: 'en', page: { url: ARC.url, title: 'Arc' } });
    await mira.next('welcome');
    await mira.say('Do you have it in black?');
    await mira.message((m) => m.kind === 'assistant');
    const again = await stage.silent();
    again.send({ type: 'hello', after: 0, lang: 'en', page: { url: ARC.url, title: 'Arc' } });
    await again.next('welcome');
    again.send({ type: 'request', id: 'request-0001' });
    await again.phase('waiting');
    expect((await stage.staff()).state.soFar?.opened).toEqual([]);
  });

  it('writes nothing while the page that saw it is there, and comes with what a request writes', async () => {
    const { mira, asks, stub } = await shown();
    const before = await dossierOf(stub);
    goes(mira, ARC.url);
    await mira.say('And this one?');
    expect(await dossierOf(stub)).toEqual(before);
    await asks(mira);
    expect(await dossierOf(stub)).toMatchObject({ opened: [{ seq: 2, n: 0 }] });
  });

  it('is told to whoever answers next', async () => {
    const { mira, change } = await shown();
    goes(mira, ARC.url);
    await change({ responder: 'llm' });
    await mira.say('Does it whistle?');
    await mira.until(() => bot.asked.length === 2);
    expect(bot.asked[1]?.about?.opened).toEqual([{ title: ARC.title, url: ARC.url }]);
  });

  it('stands in the team’s email, with all the facts of the card and in its words', async () => {
    const { mira, asks, store, atDesk } = await shown();
    (await atDesk()).close();
    const to = `ana-${store}@staff.example`;
    await hire(store, `ana-${store}`, 'Ana Kovač', to);
    goes(mira, PICO.url);
    bot.next(async function* () {
      yield { type: 'text', text: 'I do not know.' };
      yield done(0.1);
    });
    await mira.say('Can it swim?');
    await mira.message((m) => m.kind === 'assistant' && m.text === 'I do not know.');
    const { ana } = await asks(mira);
    const [mail] = await mailArrives(to);
    const text = mail?.text.replace(/\s+/g, ' ') ?? '';
    const facts = ana.state.soFar ? factsOf(ana.state.soFar, IN_ENGLISH) : [];
    expect(facts.map(({ term }) => term)).toEqual([
      'Looked for',
      'Assistant tried',
      'Opened',
      'Gave up at',
      'Open question',
    ]);
    for (const { term, lines } of facts) {
      expect(text).toContain(`${term}: `);
      for (const line of lines) expect(text).toContain(line.text);
    }
    expect(text).toContain('Gave up at: Message 4, 10% sure');
  });
});
