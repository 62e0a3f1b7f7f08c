import { generateText, isStepCount, type LanguageModel, type ModelMessage, type StopCondition, streamText } from 'ai';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { store as storeTable } from '../../db/schema';
import type { Env } from '../../env';
import { Patience, within } from '../../outbound/patience';
import type { About, AnswerPart, Question } from '../assistant';
import { builtInAnswer } from '../built-in';
import { MAX_CARDS } from '../catalog/offer';
import { countUse, readyModel } from '../model';
import { confidenceOf, inventsMoney } from './confidence';
import { KnownLinks } from './links';
import { data, instructionsFor, messagesFor } from './prompt';
import { languageModel } from './provider';
import { answeredTool, Ledger, tools } from './tools';

/** Milliseconds until a model's first token, each time it is asked, and for its whole answer. */
const PATIENCE = { first: 8_000, whole: 45_000 };
/** For what it says of an answer that it has given without saying it. */
const AFTERTHOUGHT = 5_000;
/** How often it is asked for one answer: searches, and the answer. */
const STEPS = 6;
const LONGEST_ANSWER = 1_200;
/** It has begun to say something, or to call a tool. */
const FIRST_SIGNS: readonly string[] = [
  'text-delta',
  'reasoning-delta',
  'tool-input-start',
  'tool-call',
  'finish-step',
];
/** A whole answer ends so; anything else was cut, refused, or went wrong. */
const WHOLE: readonly string[] = ['stop', 'tool-calls'];

/**
 * A language model answers, from what it found in the store's knowledge. Without a model, or above the day's limit, the
 * built-in assistant does.
 * @throws where it was slow, failed, refused, or said nothing
 */
export async function* modelAnswer(
  env: Env,
  question: Question,
  about: About,
  waits = PATIENCE,
): AsyncGenerator<AnswerPart> {
  const { store } = question;
  const model = await readyModel(env, store, about.settings, Date.now());
  if (typeof model === 'string') {
    yield* builtInAnswer(env, question);
    return;
  }
  const used = { in: 0, out: 0 };
  const patience = new Patience(question.signal);
  try {
    const asking = {
      language: await languageModel(env, model),
      shop: await nameOf(env.DB, store),
      waits,
      patience,
      used,
    };
    yield* ask(env.DB, question, about, asking);
  } finally {
    patience.end();
    await countUse(env.DB, store, about.settings, used, Date.now());
  }
}

async function nameOf(db: D1Database, store: string): Promise<string> {
  const found = await drizzle(db)
    .select({ name: storeTable.name })
    .from(storeTable)
    .where(eq(storeTable.id, store))
    .get();
  return found?.name ?? '';
}

interface Asking {
  language: LanguageModel;
  shop: string;
  waits: typeof PATIENCE;
  patience: Patience;
  /** Grows while it is asked. */
  used: { in: number; out: number };
}

async function* ask(db: D1Database, question: Question, about: About, asking: Asking): AsyncGenerator<AnswerPart> {
  const { used, waits, patience } = asking;
  const ledger = new Ledger();
  let text = '';
  const given = () => [...ledger.given, question.text, about.settings.instructions, ...said(question)];
  const links = new KnownLinks((address) => ledger.knows(address) || (isMail(address) && stands(address, given())));
  const ended: StopCondition<ReturnType<typeof tools>> = () =>
    ledger.person !== null || (ledger.claim !== null && text.trim() !== '');
  const messages = messagesFor(question);
  const { stream } = streamText({
    model: asking.language,
    instructions: instructionsFor(question, about, asking.shop, Date.now()),
    messages,
    tools: tools(db, question.store, question.lang, ledger, () => text.trim() !== ''),
    stopWhen: [isStepCount(STEPS), ended],
    maxRetries: 0,
    maxOutputTokens: LONGEST_ANSWER,
    abortSignal: patience.signal,
    // What fails is thrown below; without this it is printed as well.
    onError: () => {},
  });
  let shown = '';
  let isNewStep = false;
  patience.limit(waits.whole);
  let begun = patience.limit(waits.first);
  for await (const part of stream) {
    if (FIRST_SIGNS.includes(part.type)) begun();
    if (part.type === 'start-step') {
      begun();
      begun = patience.limit(waits.first);
    }
    if (part.type === 'error') throw part.error;
    if (part.type === 'abort') throw new Error('The model took too long');
    if (part.type === 'text-delta') {
      // Words of another step are a paragraph of their own.
      const words = links.push(isNewStep && text !== '' ? `\n\n${part.text}` : part.text);
      isNewStep = false;
      text += part.text;
      shown += words;
      if (words) yield { type: 'text', text: words };
    } else if (part.type === 'finish-step') {
      used.in += part.usage.inputTokens ?? 0;
      used.out += part.usage.outputTokens ?? 0;
      if (!WHOLE.includes(part.finishReason)) throw new Error(`The model ended with ${part.finishReason}`);
      isNewStep = true;
    }
  }
  const rest = links.end();
  shown += rest;
  if (rest) yield { type: 'text', text: rest };
  if (shown.trim() === '' && !ledger.person) throw new Error('The model said nothing');
  if (!ledger.claim && !ledger.person) await afterthought(asking, messages, shown, ledger, question);
  yield* conclusion(question, about, ledger, shown, used);
}

/** What it stands on was not said with the answer: it is asked for once, by the same structured call. */
async function afterthought(
  { language, used }: Asking,
  messages: ModelMessage[],
  text: string,
  ledger: Ledger,
  { signal }: Question,
): Promise<void> {
  const found = { products: [...ledger.cards.keys()], articles: [...ledger.links.keys()] };
  try {
    const { usage } = await within(
      AFTERTHOUGHT,
      (abortSignal) =>
        generateText({
          model: language,
          instructions: `You have answered a customer of a shop. Say what your answer stands on. Found were: <data>${data(found)}</data>`,
          messages: [...messages, { role: 'assistant', content: text }, { role: 'user', content: 'Call answered.' }],
          tools: { answered: answeredTool(ledger, () => true) },
          toolChoice: { type: 'tool', toolName: 'answered' },
          maxRetries: 0,
          abortSignal,
        }),
      signal,
    );
    used.in += usage.inputTokens ?? 0;
    used.out += usage.outputTokens ?? 0;
  } catch {
    // Then nothing is known of it, and it counts as such.
  }
}

function* conclusion(
  question: Question,
  about: About,
  ledger: Ledger,
  text: string,
  used: Asking['used'],
): Generator<AnswerPart> {
  const { claim, person } = ledger;
  const picked = <T>(ids: readonly string[] | undefined, from: Map<string, T>): T[] =>
    [...new Set(ids)].flatMap((id) => from.get(id) ?? []);
  const cards = picked(claim?.products, ledger.cards).slice(0, MAX_CARDS);
  const articles = picked(claim?.articles, ledger.links);
  if (cards.length > 0) yield { type: 'cards', cards };
  if (articles.length > 0) yield { type: 'links', links: articles };
  const given = [...ledger.given, question.text, about.settings.instructions, ...said(question)];
  yield {
    type: 'done',
    by: 'llm',
    query: [...new Set(ledger.queries)].join(' · ').slice(0, 300),
    confidence: confidenceOf(claim, {
      searched: ledger.queries.length > 0,
      found: ledger.found,
      named: cards.length + articles.length > 0,
      invents: inventsMoney(text, given),
    }),
    products: cards.map(({ id, title, url }) => ({ id, title, url })),
    articles,
    handoff: person && {
      reason: person.reason,
      trigger: question.text,
      // It can raise what its reason says, and not lower it.
      urgency: person.urgency === 'urgent' ? 'urgent' : undefined,
      summary: person.summary,
    },
    usage: { ...used },
    ...(ledger.asksEmail && !about.email && { asksEmail: true }),
  };
}

const isMail = (address: string): boolean => /^[^:/]+@/.test(address);
const stands = (words: string, texts: readonly string[]): boolean =>
  texts.some((text) => text.toLowerCase().includes(words.toLowerCase()));

/** What was said before, by whomever. */
const said = ({ history, handedBack }: Question): string[] => [
  ...history.map(({ text }) => text),
  ...(handedBack?.lastWords ?? []).map(({ text }) => text),
];
